"""Take, rotate, verify and restore backups.

A copy is opened again and compared with the journal before it gets the name of a backup.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from carelog.domain.time.days import ONE_DAY
from carelog.errors import CarelogError, JournalDamaged, JournalLocked, JournalNewer, RefusedFile, StorageError
from carelog.file_access import is_file, is_there
from carelog.files import (
    give_name,
    make_private_folder,
    storage_error,
    sync_folder,
    temporary_path,
)
from carelog.journal.backup.backup_names import (
    REPLACED,
    SAME_TIME,
    backup_name,
    backups_in,
    clock_time,
    unused_name_time,
)
from carelog.journal.backup.copies import copy_slots_beside, copy_to_file, put_in_place, remove_leftovers
from carelog.journal.backup.integrity import open_read_only, verify_journal, verify_readable
from carelog.journal.keys.key_folder import key_of, keys_beside
from carelog.journal.migrations import migrate
from carelog.journal.storage.connections import connect, database_errors, is_of_sqlcipher
from carelog.journal.storage.errors import error_name, storage_errors
from carelog.journal.storage.rows import tables_in
from carelog.paths import rollback_of

if TYPE_CHECKING:
    import sqlite3

    TableSums = dict[str, tuple[object, ...]]
    """The number of rows of each table and the sum of their checksums."""

KEPT_DAYS, KEPT_WEEKS, KEPT_MONTHS = 7, 4, 12
"""How many daily, weekly and monthly backups stay."""

_Dated = tuple[datetime, datetime, Path]
"""A backup: the instant in its name, what the clock showed when it was taken, both in UTC, and its path."""


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup: its path, what the clock showed when it was taken, in UTC, and how many live rows each table has.

    `clock_fell_behind` is what the clock showed when the backup before it was taken, if that was later; else None.
    """

    path: Path
    taken: datetime
    counts: dict[str, int]
    clock_fell_behind: datetime | None = None


def take_backup(connection: sqlite3.Connection, journal: Path, folder: Path, now: datetime) -> Backup:
    """Copy the open journal into a folder, verify the copy and compare it with the journal, and return it as a backup.

    `now` is an instant in UTC. Where it is not after the newest name in the folder, the backup gets the name a second
    after that one. Older backups stay untouched. Raises JournalDamaged when the copy is damaged, which means that the
    journal is, and StorageError when it cannot be written.
    """
    make_private_folder(folder)
    before = backups_in(folder)[-1:]
    target = folder / backup_name(unused_name_time(folder, now))
    beside = temporary_path(target)
    try:
        with storage_errors(journal), _errors_of_writing(target):
            sums = _snapshot(connection, beside)
        counts = _verified_counts(beside, journal, sums)
        copy_slots_beside(connection, journal, folder)
        target = _put_under_unused_name(beside, folder, now)
    except OSError as problem:
        raise storage_error("storage.backup-not-written", target, problem) from None
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
    remove_leftovers(journal, [folder], target)
    with suppress(OSError, OverflowError):
        os.utime(target, (now.timestamp(), now.timestamp()))
    earlier = clock_time(*before[0]) if before else now
    return Backup(target, now, counts, earlier if earlier - now > SAME_TIME else None)


def rotate(folder: Path, written: Backup | None = None) -> None:
    """Remove old backups from a folder, and never the one that was just `written`.

    All backups of the newest day stay, because each may be the copy from before an import. Of earlier ones, the newest
    of each of the last KEPT_DAYS days, KEPT_WEEKS weeks and KEPT_MONTHS months with a backup stays. Those whose name or
    date is more than a day ahead of the clock are counted by themselves, so that a clock that was wrong pushes none
    out.
    """
    backups = backups_in(folder)
    latest = written.taken + ONE_DAY if written else None
    groups: dict[tuple[bool, bool], list[_Dated]] = {}
    for named, path in backups:
        shown = clock_time(named, path)
        is_ahead = (named > latest, shown > latest) if latest else (False, False)
        groups.setdefault(is_ahead, []).append((named, shown, path))
    kept = {written.path} if written else set()
    kept |= {path for group in groups.values() for path in _kept_of(group)}
    for _, path in backups:
        if path not in kept:
            with suppress(OSError):
                path.unlink()


def verify_backup(path: Path) -> dict[str, int]:
    """Verify that a file could be restored, and return its live rows by table.

    Raises RefusedFile when it could not, JournalLocked when its key is not known.
    """
    if not is_file(path):
        raise RefusedFile("backup.no-such-file", path=path)
    try:
        return verify_readable(path)
    except JournalLocked:
        raise
    except StorageError as problem:
        raise RefusedFile(problem.key, **problem.values) from None


def restore_journal(backup: Path, journal: Path, folder: Path, now: datetime) -> Path | None:
    """Replace the journal with a verified copy of a backup, migrated to the newest schema.

    Return the path in `folder` to which the replaced journal was moved, or None where there was none. `now` is an
    instant in UTC. Raises RefusedFile when the file is no valid journal, StorageError when the copy cannot be written;
    the journal is then unchanged.
    """
    verify_backup(backup)
    make_private_folder(folder)
    make_private_folder(journal.parent)
    beside = temporary_path(journal)
    try:
        with storage_errors(backup), closing(open_read_only(backup)) as source:
            _copy_for_home(source, backup, beside, journal)
        counts = verify_journal(beside)
        _migrate_copy(beside, now)
        if verify_readable(beside) != counts:
            raise JournalDamaged("backup.not-migrated", path=backup)
        replaced = f"{REPLACED}{backup_name(unused_name_time(folder, now, REPLACED))}"
        return _replace_journal(beside, journal, folder / replaced)
    except (JournalDamaged, JournalNewer) as problem:
        raise RefusedFile(problem.key, **_values_about(problem, backup, beside)) from None
    except OSError as problem:
        raise storage_error("storage.not-restored", journal, problem) from None
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)


def _put_under_unused_name(beside: Path, folder: Path, now: datetime) -> Path:
    """Give a complete backup the next unused name, also when another program takes a name now. Raises OSError."""
    while True:
        target = folder / backup_name(unused_name_time(folder, now))
        try:
            give_name(beside, target, replace=False)
        except FileExistsError:
            continue
        sync_folder(folder)
        return target


@contextmanager
def _errors_of_writing(target: Path) -> Iterator[None]:
    """Raise the StorageError of a backup that could not be written, when the disk is the cause and not the journal."""
    try:
        yield
    except database_errors() as problem:
        name = error_name(problem)
        if not name.startswith(("SQLITE_FULL", "SQLITE_IOERR", "SQLITE_CANTOPEN", "SQLITE_READONLY")):
            raise
        if name == "SQLITE_FULL":
            raise StorageError("backup.no-room", path=target) from None
        raise StorageError("backup.disk-refused", path=target, name=name) from None


def _snapshot(connection: sqlite3.Connection, target: Path) -> TableSums:
    """Copy the journal and compute its sums in one transaction, so that both are of the same state."""
    connection.execute("BEGIN")
    try:
        sums = _table_sums(connection)
        copy_to_file(connection, target)
    finally:
        connection.execute("ROLLBACK")
    return sums


def _verified_counts(copy: Path, journal: Path, sums: TableSums) -> dict[str, int]:
    """The live rows of a copy by table. Raises JournalDamaged when it is damaged or its sums are not the journal's."""
    try:
        counts = verify_journal(copy)
        with storage_errors(copy), closing(open_read_only(copy)) as again:
            if _table_sums(again) == sums:
                return counts
    except (JournalDamaged, JournalNewer) as problem:
        reason = type(problem)(problem.key, **_values_about(problem, journal, copy)).message
        raise JournalDamaged("backup.journal-damaged", reason=reason) from None
    raise JournalDamaged("backup.copy-differs", path=journal)


def _values_about(problem: CarelogError, path: Path, copy: Path) -> dict[str, object]:
    """The values of an error about an unfinished copy, with the path that a person knows instead of the copy's."""
    return {slot: path if value == copy else value for slot, value in problem.values.items()}


def _table_sums(connection: sqlite3.Connection) -> TableSums:
    return {
        table.name: tuple(connection.execute(f"SELECT count(*), total(checksum) FROM {table.name}").fetchone())
        for table in tables_in(connection)
    }


def _kept_of(backups: list[_Dated]) -> set[Path]:
    """Those that stay of backups in the order of their names, counted by their dates and by their names alike.

    Both are the same unless a clock was wrong or the dates of the files were lost.
    """
    newest_days = {backups[-1][1].date(), max(shown for _, shown, _ in backups).date()}
    kept = {path for _, shown, path in backups if shown.date() in newest_days}
    for dated in ([(shown, path) for _, shown, path in backups], [(named, path) for named, _, path in backups]):
        kept |= _newest_per(dated, lambda day: day, KEPT_DAYS)
        kept |= _newest_per(dated, lambda day: day.isocalendar()[:2], KEPT_WEEKS)
        kept |= _newest_per(dated, lambda day: (day.year, day.month), KEPT_MONTHS)
    return kept


def _newest_per(backups: Iterable[tuple[datetime, Path]], span: Callable[[date], Any], kept: int) -> set[Path]:
    """The last backup of each of the latest `kept` spans; `span` names the span of a day, to be sorted."""
    newest: dict[Any, Path] = {}
    for taken, path in backups:
        newest[span(taken.date())] = path
    return {newest[each] for each in sorted(newest)[-kept:]}


def _copy_for_home(source: sqlite3.Connection, backup: Path, target: Path, journal: Path) -> None:
    """Copy a backup to a new file, encrypted where the home of the journal is locked."""
    if not is_of_sqlcipher(source) and not keys_beside(journal):
        copy_to_file(source, target)
        return
    from carelog.journal.lock.backup_slots import copy_for_home

    copy_for_home(backup, key_of(source), target, journal)


def _migrate_copy(copy: Path, now: datetime) -> None:
    """Migrate the copy, and give it a card revision that no card has, so that the next opening rewrites the card."""
    with storage_errors(copy), closing(connect(copy, "rw")) as connection:
        migrate(connection, connection.execute("PRAGMA user_version").fetchone()[0])
        revision = int(now.timestamp())
        connection.execute("UPDATE state SET card_revision = max(card_revision + 1, ?)", (revision,))


def _replace_journal(beside: Path, journal: Path, replaced: Path) -> Path | None:
    """Put the new journal in place and keep the old one as `replaced`; return that path, or None without an old one."""
    kept = replaced if os.path.lexists(journal) else None
    if kept:
        _keep_replaced(journal, replaced)
    rollback = rollback_of(journal)
    if is_there(rollback) and rollback.stat().st_size:
        rollback.replace(rollback_of(replaced))
        sync_folder(journal.parent)  # left there, it would roll back pages of the new journal
    put_in_place(beside, journal)
    return kept


def _keep_replaced(journal: Path, replaced: Path) -> None:
    """Hard-link the old journal to its new path; where the disk has no hard links, move it.

    The folder is synced before the new journal takes the name, because a power cut in between could lose both.
    """
    try:
        os.link(journal, replaced)
    except FileExistsError:
        raise
    except OSError:
        journal.replace(replaced)
    sync_folder(replaced.parent)
