"""Files that SQLCipher encrypts. Only here is `sqlcipher3` known; without it a locked journal stays shut, in words."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, cast

from carelog.errors import JournalLocked, NotInstalled
from carelog.journal.keys.key_folder import key_of, keys_beside
from carelog.journal.keys.key_ring import cached_key, forget_cached, known_key, known_keys, use_key

NEEDS_EXTRA = (
    "A locked journal needs a part of carelog that is not installed here. "
    "To get it: pip install 'carelog[encrypt]'. “carelog crisis” works all the same."
)
LOCKED = "Your journal is locked, and its key is not at hand. “carelog crisis” works all the same."

_NAMES_OF_WORDS = {
    "database or disk is full": "SQLITE_FULL",
    "disk I/O error": "SQLITE_IOERR",
    "attempt to write a readonly database": "SQLITE_READONLY",
    "database is locked": "SQLITE_BUSY",
}
"""SQLite's own words for errors (sqlite3_errstr), and their names."""

if TYPE_CHECKING:
    import sqlite3

try:
    from sqlcipher3 import dbapi2
except ImportError:
    raise NotInstalled(NEEDS_EXTRA) from None


class EncryptedConnection(dbapi2.Connection):  # type: ignore[misc]  # the library has no types
    """A connection that knows its key, for copies of the file, and which file it was opened on."""

    key = b""
    inode = 0


def connect_with_keys(path: Path, mode: str, patience: float, *, any_key: bool) -> sqlite3.Connection:
    """Connect with the first known key that opens the file, or without one where it is plain.

    A plain file beside keyslots is what a lock that was begun or undone leaves. Raises JournalLocked when the key is
    not known; a file that its own key does not open raises SQLCipher's DatabaseError: it is damaged.
    """
    place = keys_beside(path)
    own = known_key(place) if place else None
    waiting = cached_key(place) if place and own is None else None
    keys = [key for key in (own, waiting, *(known_keys() if any_key else ())) if key]
    for key in dict.fromkeys([*keys, *([] if _is_empty(path) else [b""])]):
        connection = connect_with_key(path, mode, key, patience)
        if _opens(connection):
            if key and key == waiting and place:
                use_key(place, key)
            return connection
        connection.close()
    if place and own is None:
        if waiting:
            forget_cached(place)
        raise JournalLocked(LOCKED, str(place))
    raise dbapi2.DatabaseError("no known key opens it")


def connect_with_key(
    path: Path, mode: str, key: bytes, patience: float = 5, *, salt: bytes = b"", unchanging: bool = False
) -> sqlite3.Connection:
    """Connect with a key, or to a plain file with an empty one. A wrong key shows at the first reading only.

    The salt is the file's own, of 16 bytes; an `unchanging` file is read without locks.
    """
    address = f"{path.absolute().as_uri()}?mode={mode}{'&immutable=1' if unchanging else ''}"
    made = dbapi2.connect(address, uri=True, isolation_level=None, timeout=patience, factory=EncryptedConnection)
    made.row_factory = dbapi2.Row
    made.execute("PRAGMA cipher_log_level = NONE")  # SQLCipher tells stderr of a wrong key
    if key:
        raw_key = _raw(key + salt)
        made.execute(f"PRAGMA key = {raw_key}")
    made.key = key
    return cast("sqlite3.Connection", made)


def write_over(source: Path, source_key: bytes, target: Path, target_key: bytes) -> None:
    """Write what a file holds into an empty one under another key, or under none; it still has to be compared.

    It also has to be synced: what is cut off here is thrown away as a whole, so that nothing is synced piece by piece.
    Raises SQLCipher's errors (`database_errors`).
    """
    connection = connect_with_key(source, "rw" if os.access(source, os.W_OK) else "ro", source_key)
    try:
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        application = connection.execute("PRAGMA application_id").fetchone()[0]
        raw_key = _raw(target_key) if target_key else "''"
        connection.execute(f"ATTACH DATABASE ? AS other KEY {raw_key}", (str(target),))
        connection.execute("PRAGMA other.journal_mode = OFF")
        connection.execute("PRAGMA other.synchronous = OFF")
        _export(connection)
        connection.execute(f"PRAGMA other.user_version = {version}")  # the export leaves these two behind
        connection.execute(f"PRAGMA other.application_id = {application}")
        connection.execute("DETACH DATABASE other")
    finally:
        connection.close()


def _export(connection: sqlite3.Connection) -> None:
    """Copy everything to the attached file. SQLCipher passes on the words of what stopped it, and not its number."""
    try:
        connection.execute("SELECT sqlcipher_export('other')").fetchall()
    except dbapi2.Error as problem:
        name = _NAMES_OF_WORDS.get(str(problem))
        if name:
            problem.sqlite_errorname = name
        raise


def unread_pages(connection: sqlite3.Connection) -> list[str]:
    """What SQLCipher says of pages that were changed outside of it: nothing when every page is as it was written."""
    if not key_of(connection):
        return []
    return [row[0] for row in connection.execute("PRAGMA cipher_integrity_check")]


def _raw(key: bytes) -> str:
    return f"\"x'{key.hex()}'\""


def _opens(connection: sqlite3.Connection) -> bool:
    try:
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except dbapi2.DatabaseError as problem:
        if getattr(problem, "sqlite_errorname", "") == "SQLITE_NOTADB":
            return False
        connection.close()
        raise
    return True


def _is_empty(path: Path) -> bool:
    try:
        return path.stat().st_size == 0
    except OSError:
        return False
