"""How backups are named, so that a folder of them says when each was taken without opening any."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime
from pathlib import Path

PREFIX, BEFORE_CHANGE, REPLACED, _SUFFIX = "journal-", "before-", "replaced-", ".db"
COPIES = (PREFIX, BEFORE_CHANGE, REPLACED)
"""How the names of all copies in the folder of backups begin: backups, and what a change or a restore put aside."""


def backup_name(taken: datetime) -> str:
    """The name of a backup taken at an instant in UTC, such as journal-20261122T203000Z.db."""
    return f"{PREFIX}{taken:%Y%m%dT%H%M%SZ}{_SUFFIX}"


def backups_in(folder: Path) -> list[tuple[datetime, Path]]:
    """The backups in a folder and when they were taken, earliest first; their content is not looked at."""
    found = []
    for path in folder.iterdir() if folder.is_dir() else []:
        if path.name.startswith(PREFIX) and path.name.endswith(_SUFFIX):
            with suppress(ValueError):
                taken = datetime.fromisoformat(path.name[len(PREFIX) : -len(_SUFFIX)])
                found += [(taken, path)] if backup_name(taken) == path.name else []
    return sorted(found)
