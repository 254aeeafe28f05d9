"""Connections to files that SQLCipher encrypts.

No other module imports `sqlcipher3`. Where it is not installed, importing this module raises NotInstalled, whose
message says how to get it.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, cast

from carelog.errors import JournalDamaged, JournalLocked, NotInstalled
from carelog.file_access import require_files
from carelog.journal.keys.key_folder import key_of, keys_beside
from carelog.journal.keys.key_ring import cached_key, forget_cached, known_key, known_keys, remember_key
from carelog.journal.storage.address import address_of
from carelog.paths import side_files

if TYPE_CHECKING:
    import sqlite3


try:
    from sqlcipher3 import dbapi2
except ImportError:
    raise NotInstalled("lock.cipher-not-installed") from None


class EncryptedConnection(dbapi2.Connection):  # type: ignore[misc]  # the library has no types
    """An SQLCipher connection that knows its key, so that copies get the same one, and the inode of its file."""

    key = b""
    """The key of the file; empty for a plain one."""
    inode = 0
    """The inode of the file when it was opened; 0 where it had none."""


def connect_with_keys(path: Path, mode: str, patience: float, *, any_key: bool) -> sqlite3.Connection:
    """Connect with the first known key that opens the file, or without a key where the file is plain.

    An interrupted lock or unlock leaves plain files beside key slots, so a plain file is tried as well. `patience` is
    how many seconds to wait for another program; `any_key` also tries the keys of other folders. Raises JournalLocked
    when the file's own key is not known, and JournalDamaged when no known key opens the file: it is damaged at its
    beginning, or locked under another key.
    """
    place = keys_beside(path)
    own = known_key(place) if place else None
    cached = cached_key(place) if place and own is None else None
    keys = [key for key in (own, cached, *(known_keys() if any_key else ())) if key]
    for key in dict.fromkeys([*keys, *([] if _is_empty(path) else [b""])]):
        connection = connect_with_key(path, mode, key, patience)
        if _opens(connection):
            if key and key == cached and place:
                remember_key(place, key)
            return connection
        connection.close()
    if place and own is None:
        if cached:
            forget_cached(place)
        raise JournalLocked("lock.key-not-known", str(place))
    raise JournalDamaged("storage.no-key-opens", path=path)


def opens_with(path: Path, key: bytes) -> bool:
    """Whether a key opens an encrypted file; also where the file cannot be read now and only that can be said."""
    connection = connect_with_key(path, "rw" if os.access(path, os.W_OK) else "ro", key)
    try:
        return _opens(connection)
    except dbapi2.Error:
        return True
    finally:
        connection.close()


def connect_with_key(
    path: Path, mode: str, key: bytes, patience: float = 5, *, salt: bytes = b"", unchanging: bool = False
) -> sqlite3.Connection:
    """Connect with a key; an empty one opens a plain file. A wrong key raises only at the first statement.

    `salt` is the file's own, its first 16 bytes; a new file gets it. `unchanging` promises that nobody writes to the
    file, which is then read without locks. Raises StorageError where a named pipe or the like stands in the
    place of a file.
    """
    if not unchanging:
        require_files(path, *side_files(path))
    address = address_of(path.absolute().as_posix(), f"{mode}&immutable=1" if unchanging else mode)
    connection = dbapi2.connect(address, uri=True, isolation_level=None, timeout=patience, factory=EncryptedConnection)
    connection.row_factory = dbapi2.Row
    connection.execute("PRAGMA cipher_log_level = NONE")  # SQLCipher logs a wrong key to stderr
    if key:
        raw_key = _raw(key + salt)
        connection.execute(f"PRAGMA key = {raw_key}")
    connection.key = key
    return cast("sqlite3.Connection", connection)


def write_over(source: Path, source_key: bytes, target: Path, target_key: bytes) -> None:
    """Export a file into an empty one under another key; an empty key writes it plain.

    The caller compares the two files and syncs the target. Nothing is synced here, because a target that is cut off is
    thrown away as a whole. Raises SQLCipher's errors (`database_errors`).
    """
    connection = connect_with_key(source, "rw" if os.access(source, os.W_OK) else "ro", source_key)
    try:
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        application = connection.execute("PRAGMA application_id").fetchone()[0]
        raw_key = _raw(target_key) if target_key else "''"
        connection.execute(f"ATTACH DATABASE ? AS other KEY {raw_key}", (str(target),))
        connection.execute("PRAGMA other.journal_mode = OFF")
        connection.execute("PRAGMA other.synchronous = OFF")
        connection.execute("SELECT sqlcipher_export('other')").fetchall()
        connection.execute(f"PRAGMA other.user_version = {version}")  # the export leaves these two behind
        connection.execute(f"PRAGMA other.application_id = {application}")
        connection.execute("DETACH DATABASE other")
    finally:
        connection.close()


def unread_pages(connection: sqlite3.Connection) -> list[str]:
    """SQLCipher's messages about pages that were changed outside of it; empty when every page is intact."""
    if not key_of(connection):
        return []
    return [row[0] for row in connection.execute("PRAGMA cipher_integrity_check")]


def _raw(key: bytes) -> str:
    """A key as SQLCipher's raw hexadecimal literal, which it uses without deriving another key from it."""
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
