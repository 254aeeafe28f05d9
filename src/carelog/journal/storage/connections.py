"""Connect to a file with Python's own SQLite, or with SQLCipher where key slots lie beside it.

A process never uses both libraries for one file: POSIX locks belong to the process, so each library would release the
locks of the other.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, cast

from carelog.errors import JournalBusy
from carelog.journal.keys.key_folder import key_of, keys_beside

if TYPE_CHECKING:
    import sqlite3
    from pathlib import Path


def connect(path: Path, mode: str, *, patience: float = 5, any_key: bool = False) -> sqlite3.Connection:
    """Connect to a file to read ("ro"), write ("rw") or create it ("rwc"); rows have column names.

    `patience` is how many seconds to wait for another program. With `any_key` the file may be encrypted with any key
    that this process knows, also that of another folder. Raises what SQLite raises (`database_errors`), and
    JournalLocked or NotInstalled where the file is encrypted and cannot be opened.
    """
    inode = _inode(path)
    connection: Any
    if keys_beside(path) or (any_key and _knows_keys()):
        from carelog.journal.storage.cipher import connect_with_keys

        connection = connect_with_keys(path, mode, patience, any_key=any_key)
    else:
        from carelog.journal.storage.plain import connect_plain

        connection = connect_plain(path, mode, patience)
    connection.inode = inode or _inode(path)
    return cast("sqlite3.Connection", connection)


def connect_to_copy(connection: sqlite3.Connection, target: Path) -> sqlite3.Connection:
    """Connect to an existing empty file, to copy an open one into it; it gets the same key if that one is encrypted."""
    if not is_of_sqlcipher(connection):
        from carelog.journal.storage.plain import connect_plain

        return connect_plain(target, "rw", 5)
    from carelog.journal.storage.cipher import connect_with_key

    return connect_with_key(target, "rw", key_of(connection))


def is_of_sqlcipher(connection: object) -> bool:
    """Whether a connection is one of SQLCipher's, to an encrypted file or to a plain one."""
    return hasattr(connection, "key")


def refuse_if_replaced(connection: sqlite3.Connection, path: Path) -> None:
    """Raise JournalBusy when another file has taken the path: what is written to the open one would be lost."""
    inode = getattr(connection, "inode", 0)
    if inode and inode != _inode(path):
        raise JournalBusy("storage.replaced-meanwhile", path=path)


def database_errors() -> tuple[type[Exception], ...]:
    """The exceptions that SQLite raises, in either library; SQLCipher has an exception tree of its own.

    UnicodeDecodeError is one of them: the message about a damaged schema may hold bytes that are not UTF-8.
    """
    loaded = (sys.modules.get(name) for name in ("sqlite3", "sqlcipher3.dbapi2"))
    return (*(library.Error for library in loaded if library), UnicodeDecodeError)


def _knows_keys() -> bool:
    ring = sys.modules.get("carelog.journal.keys.key_ring")
    return ring is not None and bool(ring.known_keys())


def _inode(path: Path) -> int:
    try:
        return path.stat().st_ino
    except OSError:
        return 0


@contextmanager
def undecodable_as_bytes(connection: sqlite3.Connection) -> Iterator[None]:
    """Hand on a text that is no UTF-8 as its bytes, for a block: a damaged file has such, and all else can be read."""
    connection.text_factory = _text_or_bytes
    try:
        yield
    finally:
        connection.text_factory = str


def _text_or_bytes(raw: bytes) -> str | bytes:
    try:
        return raw.decode()
    except UnicodeDecodeError:
        return raw
