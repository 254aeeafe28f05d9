"""How a file is connected to: with Python's own SQLite, or with SQLCipher where keyslots lie beside it.

A process never uses both for one file: each would let go of the other's locks (POSIX locks belong to the process).
"""

from __future__ import annotations

import sqlite3
import sys
from pathlib import Path
from typing import Any, cast

from carelog.errors import JournalBusy

KEYS_FOLDER = "carelog-keys"
"""The folder beside a locked journal that holds its keyslots."""

PASSPHRASE_SLOT, RECOVERY_SLOT = "passphrase.slot", "recovery.slot"

_REPLACED = "Another program put a new journal in the place of {path}. Nothing was changed. Please try again."


class PlainConnection(sqlite3.Connection):
    """A connection that knows which file it was opened on, whatever has taken the file's name since."""

    inode = 0


def connect(path: Path, mode: str, *, patience: float = 5, any_key: bool = False) -> sqlite3.Connection:
    """Connect to a file, to read ("ro"), write ("rw") or make it ("rwc"), with rows that have names.

    `patience` are seconds to wait for another program; with `any_key` the file may be encrypted with a key of another
    folder that this process knows. Raises what SQLite raises (`database_errors`), and JournalLocked or NotInstalled
    where the file is encrypted and cannot be opened.
    """
    inode = _inode(path)
    connection: Any
    if keys_beside(path) or (any_key and _knows_keys()):
        from carelog.journal.cipher import connect_with_keys

        connection = connect_with_keys(path, mode, patience, any_key=any_key)
    else:
        address = f"{path.absolute().as_uri()}?mode={mode}"
        connection = sqlite3.connect(address, uri=True, isolation_level=None, timeout=patience, factory=PlainConnection)
        connection.row_factory = sqlite3.Row
    connection.inode = inode or _inode(path)
    return cast("sqlite3.Connection", connection)


def connect_in_memory() -> sqlite3.Connection:
    """A database that is never written down."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.row_factory = sqlite3.Row
    return connection


def connect_to_copy(connection: sqlite3.Connection, target: Path) -> sqlite3.Connection:
    """Connect to a new file that holds a copy of an open one, encrypted with the same key if that is."""
    if not is_of_sqlcipher(connection):
        return sqlite3.connect(target, isolation_level=None)
    from carelog.journal.cipher import connect_with_key

    return connect_with_key(target, "rw", key_of(connection))


def is_of_sqlcipher(connection: object) -> bool:
    """Whether a connection is one of SQLCipher's, to an encrypted file or to a plain one."""
    return hasattr(connection, "key")


def key_of(connection: object) -> bytes:
    """The key of an open connection; empty for a plain file."""
    return getattr(connection, "key", b"")


def refuse_if_replaced(connection: sqlite3.Connection, path: Path) -> None:
    """Raise JournalBusy when the file no longer has its name: what is written to it would be gone with it."""
    inode = getattr(connection, "inode", 0)
    if inode and inode != _inode(path):
        raise JournalBusy(_REPLACED.format(path=path))


def database_errors() -> tuple[type[sqlite3.Error], ...]:
    """What SQLite raises, in either library; SQLCipher's errors are a tree of their own."""
    cipher = sys.modules.get("sqlcipher3.dbapi2")
    return (sqlite3.Error, cast("type[sqlite3.Error]", cipher.Error)) if cipher else (sqlite3.Error,)


def keys_beside(path: Path) -> Path | None:
    """The folder of keyslots that belongs to a journal or to one of its backups, or None: it is not locked then."""
    homes = [path.parent, *([path.parent.parent] if path.parent.name == "backups" else [])]
    places = (home / KEYS_FOLDER for home in homes)
    return next((place for place in places if any(place.glob("*.slot"))), None)


def _knows_keys() -> bool:
    from carelog.journal.key_ring import known_keys

    return bool(known_keys())


def _inode(path: Path) -> int:
    try:
        return path.stat().st_ino
    except OSError:
        return 0
