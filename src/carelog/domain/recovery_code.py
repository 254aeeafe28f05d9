"""The recovery code: a second way to open a locked journal, to be kept on paper."""

from __future__ import annotations

import hashlib
import os

from carelog.errors import InvalidValue

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # base 32 without the letters that look like others (Crockford)
_LOOKALIKES = str.maketrans("OIL", "011", " -–—\t\n")
_NOISE_BYTES, _CODE_LENGTH, _CHECKSUM_LENGTH, _GROUP_LENGTH = 20, 32, 4, 4


def new_recovery_code(noise: bytes = b"") -> str:
    """A new code of 160 random bits and a checksum, such as 4H2K-9QWE-…, in nine groups of four.

    `noise` are the twenty random bytes, for reproducible codes; by default the system's random generator makes them.
    """
    number = int.from_bytes(noise or os.urandom(_NOISE_BYTES), "big")
    code = _digits(number, _CODE_LENGTH)
    return grouped(code + _checksum(code))


def read_recovery_code(typed: str) -> str:
    """Parse a code in any case and grouping, and return its 36 characters without dashes.

    Raises InvalidValue for a text that is no code, and for a checksum that does not match because of a typing error.
    """
    signs = typed.strip().upper().translate(_LOOKALIKES)
    code, check = signs[:_CODE_LENGTH], signs[_CODE_LENGTH:]
    if len(signs) != _CODE_LENGTH + _CHECKSUM_LENGTH or not set(signs) <= set(_ALPHABET) or check != _checksum(code):
        raise InvalidValue("lock.not-a-recovery-code")
    return signs


def grouped(signs: str) -> str:
    """The characters of a code in groups of four with dashes between them."""
    return "-".join(signs[place : place + _GROUP_LENGTH] for place in range(0, len(signs), _GROUP_LENGTH))


def _checksum(code: str) -> str:
    digest = hashlib.sha256(f"carelog recovery code {code}".encode()).digest()
    return _digits(int.from_bytes(digest[:3], "big") >> 4, _CHECKSUM_LENGTH)


def _digits(number: int, length: int) -> str:
    return "".join(_ALPHABET[number >> 5 * place & 31] for place in reversed(range(length)))
