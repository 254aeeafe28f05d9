"""Names of rows: random ones in order of time, steady ones for imported rows, short ones for people."""

from __future__ import annotations

import os

from carelog.errors import InvalidValue

HANDLE_LENGTH = 6
"""How many of an id's last hexadecimal digits people see."""

_IMPORT_SPACE = bytes.fromhex("8b0c8f5e4f0b5c0e9d0a6b7a3c1e2f40")


def new_id(milliseconds: int, noise: bytes = b"") -> str:
    """A UUID of version 7 (RFC 9562, 5.7) for an instant in milliseconds since 1970.

    Instants before 1970 count as 1970: the order of rows is kept by their own columns. `noise` are ten bytes where
    an id has to come out the same again, as in a demo; without it the system's own are taken.
    """
    stamp = min(max(milliseconds, 0), (1 << 48) - 1)
    number = int.from_bytes(noise or os.urandom(10), "big")
    high = stamp << 16 | 0x7000 | number >> 68
    low = 0b10 << 62 | number & (1 << 62) - 1
    return _dashed(high << 64 | low)


def steady_id(*parts: str) -> str:
    """A UUID of version 5 (RFC 9562, 5.5) that is the same for the same parts, so that a second import meets itself."""
    import hashlib

    name = "\x1f".join(parts).encode("utf-8", "surrogatepass")
    digest = int.from_bytes(hashlib.sha1(_IMPORT_SPACE + name, usedforsecurity=False).digest()[:16], "big")
    return _dashed(digest & ~(0xF << 76) & ~(0b11 << 62) | 0x5 << 76 | 0b10 << 62)


def handle(row_id: str) -> str:
    """The short name that people see and type: the last six hexadecimal digits."""
    return row_id[-HANDLE_LENGTH:]


def is_reference(text: str) -> bool:
    """Whether a text can be a handle: six or more hexadecimal digits, with or without the dashes of an id."""
    digits = text.replace("-", "")
    return HANDLE_LENGTH <= len(digits) <= 32 and all(digit in "0123456789abcdefABCDEF" for digit in digits)


def reference_suffix(text: str) -> str:
    """The lower-case digits of a handle or id, without dashes.

    Raises InvalidValue when the text cannot be one.
    """
    if not is_reference(text):
        raise InvalidValue(f"“{text}” is not a handle. A handle is six letters and digits, as lists show them.")
    return text.replace("-", "").lower()


def _dashed(number: int) -> str:
    digits = f"{number:032x}"
    return f"{digits[:8]}-{digits[8:12]}-{digits[12:16]}-{digits[16:20]}-{digits[20:]}"
