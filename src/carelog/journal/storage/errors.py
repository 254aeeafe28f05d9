"""Turn SQLite's errors into StorageErrors whose sentence a person can act on; none leaves the journal as it came."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from carelog.errors import JournalBusy, JournalDamaged, StorageError
from carelog.journal.keys.key_folder import KEYS_FOLDER, keys_beside
from carelog.journal.storage.connections import database_errors

_NO_JOURNAL_OR_NO_KEYS = (
    "{path} is not a sound journal (SQLITE_NOTADB): it is damaged, or it was locked and the folder “{folder}” that "
    "belongs beside it is missing. It was left as it is. A backup that you made elsewhere has a copy of that folder "
    "beside it. “carelog restore” lists the backups here; “carelog crisis” works all the same."
)


@contextmanager
def storage_errors(path: Path) -> Iterator[None]:
    """Raise the StorageError that fits when SQLite fails on the file at a path.

    It is JournalBusy, JournalDamaged or StorageError itself.
    """
    try:
        yield
    except database_errors() as problem:
        raise _storage_error(problem, path) from None


def error_name(problem: Exception) -> str:
    """SQLite's own name for an error, such as SQLITE_FULL; empty for an error that Python's module raised itself."""
    return getattr(problem, "sqlite_errorname", None) or ""


def _storage_error(problem: Exception, path: Path) -> StorageError:
    name = error_name(problem)
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return JournalBusy(f"Another program is using {path}. Close it or wait a moment, then try again.")
    if name.startswith("SQLITE_FULL"):
        return StorageError(f"There is no room left on the disk that holds {path}. Nothing was changed.")
    if name.startswith("SQLITE_READONLY") or name in ("SQLITE_PERM", "SQLITE_AUTH"):
        return StorageError(f"{path} cannot be written: it, or its folder, is read-only. Nothing was changed.")
    if name.startswith(("SQLITE_CANTOPEN", "SQLITE_IOERR")):
        return StorageError(f"The disk did not let carelog use {path} ({name}). Your last change may not be saved.")
    if name == "SQLITE_NOTADB" and not keys_beside(path):
        return JournalDamaged(_NO_JOURNAL_OR_NO_KEYS.format(path=path, folder=KEYS_FOLDER))
    return JournalDamaged(
        f"{path} is not a sound journal ({name or type(problem).__name__}). It was left as it is. "
        "“carelog restore” lists your backups; “carelog crisis” works all the same."
    )
