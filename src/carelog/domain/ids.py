"""Ids of rows: random ones in order of time, steady ones for imported rows, and short handles for people."""

from __future__ import annotations

import os

from carelog.domain.text import fold
from carelog.errors import InvalidValue

HANDLE_LENGTH = 6
"""How many of an id's last hexadecimal digits people see."""

_IMPORT_SPACE = bytes.fromhex("8b0c8f5e4f0b5c0e9d0a6b7a3c1e2f40")


def new_id(milliseconds: int, noise: bytes = b"") -> str:
    """A random UUID of version 7 (RFC 9562, 5.7) for an instant in milliseconds since 1970.

    Instants before 1970 count as 1970; rows are ordered by their own columns, not by id. `noise` are the ten random
    bytes, for reproducible ids as in a demo; by default the system's random generator makes them.
    """
    stamp = min(max(milliseconds, 0), (1 << 48) - 1)
    number = int.from_bytes(noise or os.urandom(10), "big")
    high = stamp << 16 | 0x7000 | number >> 68
    low = 0b10 << 62 | number & (1 << 62) - 1
    return _dashed(high << 64 | low)


def milliseconds_of(row_id: str) -> int | None:
    """The instant at which a random id was made, in milliseconds since 1970; None for a steady one."""
    digits = row_id.replace("-", "")
    return int(digits[:12], 16) if digits[12:13] == "7" else None


def steady_id(*parts: str) -> str:
    """A UUID of version 5 (RFC 9562, 5.5) that is always the same for the same parts.

    Rows of an import get such ids, so that importing a file twice adds nothing.
    """
    import hashlib

    name = "\x1f".join(parts).encode("utf-8", "surrogatepass")
    digest = int.from_bytes(hashlib.sha1(_IMPORT_SPACE + name, usedforsecurity=False).digest()[:16], "big")
    return _dashed(digest & ~(0xF << 76) & ~(0b11 << 62) | 0x5 << 76 | 0b10 << 62)


def handle(row_id: str) -> str:
    """The handle of a row, its short name that people see and type: the last six hexadecimal digits of its id."""
    return row_id[-HANDLE_LENGTH:]


def is_reference(text: str) -> bool:
    """Whether a text can be a handle or a longer end of an id: 6 to 32 hexadecimal digits, dashes ignored."""
    digits = text.replace("-", "")
    return HANDLE_LENGTH <= len(digits) <= 32 and all(digit in "0123456789abcdefABCDEF" for digit in digits)


def is_last(text: str) -> bool:
    """Whether a text is the word “last”, in any case of letters: it means what was added last."""
    return fold(text) == "last"


def reference_suffix(text: str) -> str:
    """The digits of a handle or of a longer end of an id, in lower case and without dashes.

    Raises InvalidValue when the text is neither.
    """
    if not is_reference(text):
        raise InvalidValue("handle.not-a-handle", text=text)
    return text.replace("-", "").lower()


def _dashed(number: int) -> str:
    digits = f"{number:032x}"
    return f"{digits[:8]}-{digits[8:12]}-{digits[12:16]}-{digits[16:20]}-{digits[20:]}"
