"""The names of backups, which say when each was taken, so that none has to be opened to list them."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime
from pathlib import Path

from carelog.files import files_in

PREFIX, BEFORE_CHANGE, REPLACED, _SUFFIX = "journal-", "before-", "replaced-", ".db"
COPIES = (PREFIX, BEFORE_CHANGE, REPLACED)
"""How the names in the folder of backups begin: a backup, a copy from before a migration, a journal that was replaced
by a restore."""


def backup_name(taken: datetime) -> str:
    """The name of a backup taken at an instant in UTC, such as journal-20261122T203000Z.db."""
    return f"{PREFIX}{taken:%Y%m%dT%H%M%SZ}{_SUFFIX}"


def backups_in(folder: Path) -> list[tuple[datetime, Path]]:
    """When each backup in a folder was taken, in UTC, and its path, earliest first; their content is not read.

    Raises StorageError where the folder is closed to this account.
    """
    found = []
    for path in files_in(folder, f"{PREFIX}*{_SUFFIX}"):
        with suppress(ValueError):
            taken = datetime.fromisoformat(path.name[len(PREFIX) : -len(_SUFFIX)])
            found += [(taken, path)] if backup_name(taken) == path.name else []
    return sorted(found)
