"""The recovery code: a second way into a locked journal, for paper."""

from __future__ import annotations

import hashlib
import os

from carelog.errors import InvalidValue

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # base 32 without the letters that look like others (Crockford)
_LOOKALIKES = str.maketrans("OIL", "011", " -–—\t\n")
_NOISE_BYTES, _CODE, _CHECK, _GROUP = 20, 32, 4, 4
_UNREADABLE = (
    "That is not a recovery code: it has nine groups of four letters and digits. "
    "Its last group is a checksum, so one mistyped sign is noticed."
)


def new_recovery_code(noise: bytes = b"") -> str:
    """A new code of 160 random bits and a checksum, such as 4H2K-9QWE-…, in nine groups of four.

    `noise` are twenty bytes where a code has to come out the same again; without it the system's own are taken.
    """
    number = int.from_bytes(noise or os.urandom(_NOISE_BYTES), "big")
    code = _digits(number, _CODE)
    return grouped(code + _checksum(code))


def read_recovery_code(typed: str) -> str:
    """The signs of a code that was typed, in whatever case and grouping.

    Raises InvalidValue when it cannot be one, or its checksum says that a sign is mistyped.
    """
    signs = typed.strip().upper().translate(_LOOKALIKES)
    code, check = signs[:_CODE], signs[_CODE:]
    if len(signs) != _CODE + _CHECK or not set(signs) <= set(_ALPHABET) or check != _checksum(code):
        raise InvalidValue(_UNREADABLE)
    return signs


def grouped(signs: str) -> str:
    """The signs of a code as they are written down."""
    return "-".join(signs[place : place + _GROUP] for place in range(0, len(signs), _GROUP))


def _checksum(code: str) -> str:
    digest = hashlib.sha256(f"carelog recovery code {code}".encode()).digest()
    return _digits(int.from_bytes(digest[:3], "big") >> 4, _CHECK)


def _digits(number: int, many: int) -> str:
    return "".join(_ALPHABET[number >> 5 * place & 31] for place in reversed(range(many)))
