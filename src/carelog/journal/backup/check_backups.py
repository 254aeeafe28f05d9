"""The checks of backups: whether each could be restored, what the newest holds, and what the clock showed."""

from __future__ import annotations

from contextlib import closing, suppress
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from carelog.domain.finding import Finding, FindingKind
from carelog.domain.time.days import ONE_DAY
from carelog.errors import JournalDamaged, JournalLocked, StorageError
from carelog.file_access import is_there
from carelog.journal.backup.backup_names import backups_in, clock_time
from carelog.journal.backup.integrity import open_read_only, verify_readable
from carelog.journal.keys.readable import is_plain
from carelog.journal.storage.errors import storage_errors
from carelog.journal.storage.rows import tables_in
from carelog.wording.backup import shown_time

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator
    from pathlib import Path

    from carelog.clock import Clock
    from carelog.journal.storage.table import Table
    from carelog.paths import Paths

STALE_DAYS = 2
"""The most days that changes may be newer than those in the newest backup: one is taken on every day of changes."""

_BEHIND_ALL = "~"
"""It comes behind every id."""


def check_backups(paths: Paths, clock: Clock) -> Iterator[Finding]:
    """The findings about backups. Raises JournalLocked where the journal is encrypted and the key is not known."""
    unread = {}
    try:
        backups = backups_in(paths.backups)
    except StorageError:  # a folder that is closed is a finding of its own
        return
    for _, path in backups:
        try:
            verify_readable(path)
        except StorageError as problem:
            unread[path] = problem
    yield from _not_opened(paths, unread)
    sound = [(named, path) for named, path in backups if path not in unread]
    changed = _last_change(paths.journal)
    if sound:
        yield Finding(FindingKind.BACKUPS_SOUND, paths.backups, number=len(sound))
        yield from _newest_beside_journal(*sound[-1], changed, paths)
    elif changed and not backups:
        yield Finding(FindingKind.NO_BACKUP, paths.backups)
    yield from _clocks_of_backups(backups, paths, clock)


def _not_opened(paths: Paths, unread: dict[Path, StorageError]) -> Iterator[Finding]:
    """The backups that could not be read. Raises JournalLocked for locked ones, unless the journal itself is plain."""
    locked = [problem for problem in unread.values() if isinstance(problem, JournalLocked)]
    if locked and not is_plain(paths.journal):
        raise locked[0]
    for path, problem in unread.items():
        if problem not in locked:
            yield Finding(FindingKind.BACKUP_UNREADABLE, path, (problem.message,))
    if locked:
        yield Finding(FindingKind.BACKUPS_LOCKED, paths.backups, number=len(locked))


def _newest_beside_journal(named: datetime, newest: Path, changed: datetime | None, paths: Paths) -> Iterator[Finding]:
    """Whether the newest backup is behind the journal, and whether it holds what the journal never had.

    The journal keeps a row of what was deleted, so what it lacks came with another journal: a restore, or a program
    that put an older one in its place.
    """
    saved = _last_change(newest)
    if changed and (not saved or changed - saved > timedelta(days=STALE_DAYS)):
        yield Finding(FindingKind.BACKUPS_STALE, paths.backups, (f"{clock_time(named, newest):%Y-%m-%d}",))
    missing = _live_ids_missing(newest, paths.journal) if changed else 0
    if missing:
        yield Finding(FindingKind.BACKUP_HOLDS_MORE, newest, number=missing)


def _live_ids_missing(copy: Path, journal: Path) -> int:
    """How many live rows of a copy have ids that a journal does not have, not even as those of tombstones.

    0 where some of them cannot be read: what the journal lacks is not known then.
    """
    with (
        suppress(StorageError),
        storage_errors(journal),
        closing(open_read_only(journal)) as here,
        closing(open_read_only(copy)) as saved,
    ):
        return sum(_missing(_ids(saved, table, live=True), _ids(here, table)) for table in tables_in(saved))
    return 0


def _ids(connection: sqlite3.Connection, table: Table, *, live: bool = False) -> Iterator[str]:
    """The ids of a table in order, tombstones included unless they have to be `live`; none of a missing table.

    Raises JournalDamaged where they are not in order: the index of a damaged file.
    """
    if table not in tables_in(connection):
        return
    condition = " WHERE deleted_at IS NULL" if live else ""
    before = ""
    for row in connection.execute(f"SELECT CAST(id AS TEXT) FROM {table.name}{condition} ORDER BY id"):
        if row[0] is None or row[0] <= before:
            raise JournalDamaged("storage.row-unreadable", table=table.name, handle="")
        before = row[0]
        yield before


def _missing(wanted: Iterator[str], there: Iterator[str]) -> int:
    """How many of the ids wanted are not there; both are in order, so that none has to be kept in mind."""
    missing, each = 0, ""
    for wanted_id in wanted:
        while each < wanted_id:
            each = next(there, _BEHIND_ALL)
        missing += each != wanted_id
    return missing


def _clocks_of_backups(backups: list[tuple[datetime, Path]], paths: Paths, clock: Clock) -> Iterator[Finding]:
    """What the clock showed when backups were taken, where that is not their name, or is later than the clock now."""
    shown = {path: clock_time(named, path) for named, path in backups}
    ahead = [path for path, taken in shown.items() if taken - clock.now().instant > ONE_DAY]
    for path in ahead[-1:]:
        yield Finding(FindingKind.BACKUPS_AHEAD, path, (shown_time(clock.at(shown[path])),))
    later = tuple(f"{path.name}: {shown_time(clock.at(shown[path]))}" for named, path in backups if shown[path] < named)
    if later:
        yield Finding(FindingKind.BACKUPS_NAMED_LATER, paths.backups, later)


def _last_change(path: Path) -> datetime | None:
    """When a row of the journal was changed last, in UTC; None where it has no rows or cannot be read."""
    if not is_there(path):
        return None
    try:
        with storage_errors(path), closing(open_read_only(path)) as connection:
            newest = (f"SELECT max(updated_at) FROM {table.name}" for table in tables_in(connection))
            stamps = [connection.execute(statement).fetchone()[0] for statement in newest]
        return datetime.fromtimestamp(max(each or 0 for each in stamps) / 1000, UTC) if any(stamps) else None
    except (StorageError, OverflowError, OSError, ValueError, TypeError):
        return None
