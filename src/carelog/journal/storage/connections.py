"""How a file is connected to: with Python's own SQLite, or with SQLCipher where keyslots lie beside it.

A process never uses both for one file: each would let go of the other's locks (POSIX locks belong to the process).
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any, cast

from carelog.errors import JournalBusy
from carelog.journal.keys.key_folder import key_of, keys_beside

if TYPE_CHECKING:
    import sqlite3
    from pathlib import Path

_REPLACED = "Another program put a new journal in the place of {path}. Nothing was changed. Please try again."


def connect(path: Path, mode: str, *, patience: float = 5, any_key: bool = False) -> sqlite3.Connection:
    """Connect to a file, to read ("ro"), write ("rw") or make it ("rwc"), with rows that have names.

    `patience` are seconds to wait for another program; with `any_key` the file may be encrypted with a key of another
    folder that this process knows. Raises what SQLite raises (`database_errors`), and JournalLocked or NotInstalled
    where the file is encrypted and cannot be opened.
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
    """Connect to a new file that holds a copy of an open one, encrypted with the same key if that is."""
    if not is_of_sqlcipher(connection):
        from carelog.journal.storage.plain import connect_plain

        return connect_plain(target, "rw", 5)
    from carelog.journal.storage.cipher import connect_with_key

    return connect_with_key(target, "rw", key_of(connection))


def is_of_sqlcipher(connection: object) -> bool:
    """Whether a connection is one of SQLCipher's, to an encrypted file or to a plain one."""
    return hasattr(connection, "key")


def refuse_if_replaced(connection: sqlite3.Connection, path: Path) -> None:
    """Raise JournalBusy when the file no longer has its name: what is written to it would be gone with it."""
    inode = getattr(connection, "inode", 0)
    if inode and inode != _inode(path):
        raise JournalBusy(_REPLACED.format(path=path))


def database_errors() -> tuple[type[Exception], ...]:
    """What SQLite raises, in either library; SQLCipher's errors are a tree of their own.

    A damaged schema has SQLite say what is no text: reading its message is the error then.
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
