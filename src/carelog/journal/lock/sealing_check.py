"""Whether the keys that seal notes are whole, belong to each other, and belong to the journal.

The last line of `sealing.key` names its public key and has a checksum of all before it, made under the journal's key
(BLAKE2b, RFC 7693). So every opening of a locked journal can tell, and decrypts nothing for it; that is why this module
takes no other that is slow to load.
"""

from __future__ import annotations

from _blake2 import blake2b  # which hashlib has too, behind OpenSSL: loading that takes twelve times as long
from contextlib import suppress
from typing import TYPE_CHECKING

from carelog.file_access import read_file
from carelog.journal.keys.key_folder import SEALING_PUBLIC_KEY, SEALING_SECRET_KEY

if TYPE_CHECKING:
    from pathlib import Path

_MARK, _END = b"\ncarelog-seals-for ", b"\n"
_CHECKSUM_BYTES = 16


def are_keys_right(place: Path, key: bytes) -> bool:
    """Whether both files in a folder of keys are whole, and belong to each other and to the journal's key."""
    with suppress(OSError):
        return is_bound(place, key) and named_public_key(place) == public_key(place) != ""
    return False


def is_bound(place: Path, key: bytes) -> bool:
    """Whether the file of the secret key is whole and has its last line under the journal's key.

    Raises OSError for one that cannot be read.
    """
    named, _, checksum = _content(place).rpartition(b" ")
    return checksum.removesuffix(_END) == _checksum(named, key)


def public_key(place: Path) -> str:
    """What the public key in a folder of keys says; empty where there is none.

    Raises OSError for one that cannot be read.
    """
    try:
        return read_file(place / SEALING_PUBLIC_KEY).decode("ascii", "replace").strip()
    except FileNotFoundError:
        return ""


def named_public_key(place: Path) -> str:
    """The public key that the file of the secret key names, true or not; empty where it names none.

    Raises OSError for one that cannot be read.
    """
    _, mark, line = _content(place).rpartition(_MARK)
    return line.removesuffix(_END).partition(b" ")[0].decode("ascii", "replace") if mark else ""


def last_line(content: bytes, public: str, key: bytes) -> bytes:
    """The last line for a file with this content before it."""
    line = _MARK + public.encode()
    return b"%b %b%b" % (line, _checksum(content + line, key), _END)


def _content(place: Path) -> bytes:
    try:
        return read_file(place / SEALING_SECRET_KEY)
    except FileNotFoundError:
        return b""


def _checksum(content: bytes, key: bytes) -> bytes:
    return blake2b(content, key=key, digest_size=_CHECKSUM_BYTES).hexdigest().encode()
