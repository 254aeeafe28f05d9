"""The names of backups, which say in which order they were taken, so that none has to be opened to list them.

A name is the time of the clock, or, where the clock was behind the newest name, a second after that name. The date of
such a file is what the clock showed; so a name that is later than the date of its file was not the clock's.
"""

from __future__ import annotations

import os
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

from carelog.domain.time.days import FIRST_YEAR, LAST_YEAR, ONE_DAY
from carelog.file_access import files_in

PREFIX, BEFORE_CHANGE, REPLACED, _SUFFIX = "journal-", "before-", "replaced-", ".db"
COPIES = (PREFIX, BEFORE_CHANGE, REPLACED)
"""How the names in the folder of backups begin: a backup, a copy from before a migration, a journal that was replaced
by a restore."""

NEXT_NAME = timedelta(seconds=1)
_KEPT_YEARS = range(1902, 2446)
"""The years of dates that file systems keep; ext4 puts another one at its limit."""
SAME_TIME = timedelta(minutes=1)
"""How much later than the date of its file a name may be and still be the clock's."""


def backup_name(named: datetime) -> str:
    """The name of a backup for an instant in UTC, such as journal-20261122T203000Z.db."""
    return f"{PREFIX}{named:%Y%m%dT%H%M%SZ}{_SUFFIX}"


def backups_in(folder: Path) -> list[tuple[datetime, Path]]:
    """The instant in UTC in the name of each backup in a folder, and its path, in the order in which they were taken.

    Their content is not read. Files with other names, such as the copies that a synchronising program makes, and names
    of years that no clock of carelog shows, are no backups. Raises StorageError where the folder is closed to this
    account.
    """
    found = []
    for path in files_in(folder, f"{PREFIX}*{_SUFFIX}"):
        with suppress(ValueError):
            named = datetime.fromisoformat(path.name[len(PREFIX) : -len(_SUFFIX)])
            is_ours = backup_name(named) == path.name and FIRST_YEAR <= named.year <= LAST_YEAR
            found += [(named, path)] if is_ours else []
    return sorted(found)


def unused_name_time(folder: Path, now: datetime, begins: str = "") -> datetime:
    """The first second from `now` on, and after the newest backup in a folder, that no file there has in its name.

    The name is that of a backup, behind the prefix `begins`, for which the order does not count.
    """
    named = now.replace(microsecond=0)
    newest = [] if begins else backups_in(folder)[-1:]
    if newest and named <= newest[0][0] and (newest[0][0] + NEXT_NAME).year <= LAST_YEAR:
        named = newest[0][0] + NEXT_NAME
    while os.path.lexists(folder / f"{begins}{backup_name(named)}"):
        named += NEXT_NAME
    return named


def clock_time(named: datetime, path: Path) -> datetime:
    """The instant in UTC that the clock showed when a backup was taken.

    It is that of the name, unless the file is from before it. A copy of the file that has a later date changes nothing.
    """
    with suppress(OSError, OverflowError, ValueError):
        dated = datetime.fromtimestamp(path.stat().st_mtime, UTC)
        if named - dated > SAME_TIME and dated.year in _KEPT_YEARS:
            return dated
    return named


def newest_clock_time(folder: Path, now: datetime) -> datetime | None:
    """What the clock showed when the newest backup in a folder was taken; None where there is none that counts.

    A name more than a day ahead of `now` does not count, because a wrong clock or another program gave it; one that
    carelog gave after such a name does.
    """
    backups = backups_in(folder)
    if not backups:
        return None
    named, path = backups[-1]
    follows = len(backups) > 1 and named - backups[-2][0] == NEXT_NAME
    return clock_time(named, path) if follows or named - now <= ONE_DAY else None
