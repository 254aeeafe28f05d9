"""Turn SQLite's errors into StorageErrors whose sentence a person can act on; none leaves the journal as it came."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from carelog.errors import JournalBusy, JournalDamaged, StorageError
from carelog.file_access import has_locks, refusal
from carelog.journal.keys.key_folder import KEYS_FOLDER, keys_beside
from carelog.journal.storage.connections import database_errors

UNREADABLE = (ValueError, LookupError, TypeError, AttributeError, OverflowError, RecursionError)
"""What reading the values of a row that is damaged may raise."""

_NAME_BY_MESSAGE = {
    "database or disk is full": "SQLITE_FULL",
    "disk I/O error": "SQLITE_IOERR",
    "attempt to write a readonly database": "SQLITE_READONLY",
    "database is locked": "SQLITE_BUSY",
    "unable to open database file": "SQLITE_CANTOPEN",
}
"""SQLite's error names by its own messages (sqlite3_errstr); SQLCipher names others where it copies a file."""
_SAYS_NOTHING = ("", "SQLITE_ERROR")


@contextmanager
def storage_errors(path: Path) -> Iterator[None]:
    """Raise the StorageError that fits when SQLite fails on the file at a path.

    It is JournalBusy, JournalDamaged or StorageError itself.
    """
    try:
        yield
    except database_errors() as problem:
        raise _misuse(problem, path) or _storage_error(problem, path) from None


def error_name(problem: Exception) -> str:
    """SQLite's own name for an error, such as SQLITE_FULL; empty for an error that Python's module raised itself."""
    name = getattr(problem, "sqlite_errorname", None) or ""
    return _NAME_BY_MESSAGE.get(str(problem), name) if name in _SAYS_NOTHING else name


def _misuse(problem: Exception, path: Path) -> StorageError | None:
    """What is said to a program that uses a sound journal after it was closed, or from another thread."""
    said = str(problem) if type(problem).__name__ == "ProgrammingError" else ""
    if "closed" in said:
        return StorageError("storage.journal-closed", path=path)
    return StorageError("storage.of-another-thread", path=path) if "thread" in said else None


def _storage_error(problem: Exception, path: Path) -> StorageError:
    name = error_name(problem)
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return _in_use(path)
    if name.startswith("SQLITE_FULL"):
        return StorageError("storage.no-room", path=path)
    if name.startswith("SQLITE_READONLY") or name in ("SQLITE_PERM", "SQLITE_AUTH"):
        return _read_only(path)
    if name.startswith(("SQLITE_CANTOPEN", "SQLITE_IOERR")):
        return _refused(name, path)
    if name == "SQLITE_NOTADB" and not keys_beside(path):
        return JournalDamaged("storage.damaged-or-without-keys", path=path, folder=KEYS_FOLDER)
    return JournalDamaged("storage.damaged", path=path, name=name or type(problem).__name__)


def _in_use(path: Path) -> StorageError:
    """Another program holds the lock; or there are none, which SQLite tells in the same way."""
    if has_locks(path.parent):
        return JournalBusy("storage.in-use", path=path)
    return StorageError("storage.no-locks", path=path, folder=path.parent)


def _refused(name: str, path: Path) -> StorageError:
    if name.startswith("SQLITE_CANTOPEN") and os.path.lexists(path) and not os.access(path, os.R_OK):
        return refusal(PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path)))
    return StorageError("storage.disk-refused", path=path, name=name)


def _read_only(path: Path) -> StorageError:
    """The journal cannot be written; where that is so by its rights, and they are the person's, how to change them."""
    from shlex import quote

    closed = [each for each in (path.parent, path) if not os.access(each, os.W_OK)]
    if not closed or sys.platform == "win32" or os.statvfs(closed[0]).f_flag & os.ST_RDONLY:
        return StorageError("storage.read-only", path=path)
    if any(each.stat().st_uid != os.geteuid() for each in closed):
        return StorageError("storage.read-only-of-another", path=path, closed=closed[0])
    quoted = " ".join(quote(str(each)) for each in closed)
    return StorageError("storage.closed-to-writing", path=path, closed=closed[0], quoted=quoted)
