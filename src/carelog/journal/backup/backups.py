"""Copies of the journal that were opened again and compared before they are called backups."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from carelog.errors import JournalDamaged, JournalLocked, JournalNewer, RefusedFile, StorageError
from carelog.files import (
    PRIVATE_FILE,
    make_private_folder,
    remove_temporary_files,
    storage_error,
    sync_file,
    sync_folder,
    temporary_path,
)
from carelog.journal.backup.backup_names import BEFORE_CHANGE, COPIES, REPLACED, backup_name, backups_in
from carelog.journal.backup.integrity import opened, verify_journal
from carelog.journal.keys.key_folder import key_of, keys_beside
from carelog.journal.migrations import migrate
from carelog.journal.storage.connections import connect, connect_to_copy, database_errors, is_of_sqlcipher
from carelog.journal.storage.errors import error_name, translated
from carelog.journal.storage.rows import tables_in

if TYPE_CHECKING:
    import sqlite3

Sums = dict[str, tuple[object, ...]]
"""How many rows each table has, and the sum of their checksums."""

_LOOK = "“carelog verify” says more."
KEPT_DAYS, KEPT_WEEKS, KEPT_MONTHS = 7, 4, 12
"""How many daily, weekly and monthly backups stay."""


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup: where it is, when it was taken in UTC, and how many live rows each table has."""

    path: Path
    taken: datetime
    counts: dict[str, int]


def take_backup(connection: sqlite3.Connection, journal: Path, folder: Path, now: datetime) -> Backup:
    """Copy the open journal into a folder, open the copy again, compare it, and give it its name.

    Raises JournalDamaged when the copy is not sound, which means that the journal is not, and StorageError when
    it cannot be written. An older backup is never touched before this one is whole.
    """
    make_private_folder(folder)
    now = _free_second(folder, now)
    target = folder / backup_name(now)
    beside = temporary_path(target)
    try:
        with translated(journal), _blaming_the_copy(target):
            sums = _copy_as_it_stands(connection, beside)
        counts = _compared(beside, journal, sums)
        bring_slots(connection, journal, folder)
        settle(beside, target)
    except OSError as problem:
        raise storage_error("storage.backup-not-written", target, problem) from None
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
    for begins in COPIES:
        remove_temporary_files(folder, begins, target)
    for name in (journal.name, "card.txt"):
        remove_temporary_files(journal.parent, f"{name}.", target)
    return Backup(target, now, counts)


def _copy_as_it_stands(connection: sqlite3.Connection, target: Path) -> Sums:
    """Copy the journal and count it while nobody can change it in between."""
    connection.execute("BEGIN")
    try:
        sums = _sums(connection)
        copy_to_file(connection, target)
    finally:
        connection.execute("ROLLBACK")
    return sums


def _compared(copy: Path, journal: Path, sums: Sums) -> dict[str, int]:
    """How many live rows of each kind a copy has that was opened again, is sound, and is what the journal was."""
    try:
        counts = verify_journal(copy)
        with translated(copy), closing(opened(copy)) as again:
            if _sums(again) == sums:
                return counts
    except (JournalDamaged, JournalNewer) as problem:
        reason = problem.message.replace(str(copy), str(journal))
        raise JournalDamaged(f"{reason} No backup was taken, and the older ones stay. {_LOOK}") from None
    raise JournalDamaged(f"The copy of {journal} was not the same as the journal; it is not kept. {_LOOK}")


def _sums(connection: sqlite3.Connection) -> Sums:
    return {
        table.name: tuple(connection.execute(f"SELECT count(*), total(checksum) FROM {table.name}").fetchone())
        for table in tables_in(connection)
    }


def _free_second(folder: Path, now: datetime) -> datetime:
    """The first second from now on that no backup in the folder is named after: none takes another's place."""
    while os.path.lexists(folder / backup_name(now)):
        now += timedelta(seconds=1)
    return now


def rotate(folder: Path) -> None:
    """Remove the backups that are neither of the newest day nor the newest of a recent day, week or month.

    The newest day keeps all of its own: each may be the copy from before an import.
    """
    backups = backups_in(folder)
    kept = {path for taken, path in backups if taken.date() == backups[-1][0].date()}
    kept |= _newest_per(backups, lambda day: day, KEPT_DAYS)
    kept |= _newest_per(backups, lambda day: day.isocalendar()[:2], KEPT_WEEKS)
    kept |= _newest_per(backups, lambda day: (day.year, day.month), KEPT_MONTHS)
    for _, path in backups:
        if path not in kept:
            with suppress(OSError):
                path.unlink()


def verify_backup(path: Path) -> dict[str, int]:
    """Look whether a file could take the journal's place, and count its live rows.

    Raises RefusedFile when it could not.
    """
    if not path.is_file():
        raise RefusedFile(f"There is no file {path}. “carelog restore” lists your backups.")
    try:
        return verify_journal(path)
    except JournalLocked:
        raise
    except StorageError as problem:
        raise RefusedFile(problem.message) from None


def restore_journal(backup: Path, journal: Path, folder: Path, now: datetime) -> Path | None:
    """Put a verified copy of a backup in the journal's place; the replaced journal is kept, and its new path returned.

    Raises RefusedFile when the file cannot be a journal, StorageError when the copy cannot be made; the journal
    is as it was then.
    """
    verify_backup(backup)
    make_private_folder(folder)
    make_private_folder(journal.parent)
    beside = temporary_path(journal)
    try:
        with translated(backup), closing(opened(backup)) as source:
            _copy_under_lock(source, backup, beside, journal)
        counts = verify_journal(beside)
        _migrate_copy(beside, now)
        if verify_journal(beside) != counts:
            raise JournalDamaged(f"{backup} could not be brought up to date. Nothing was changed.")
        return _swap(beside, journal, folder / f"{REPLACED}{backup_name(now)}")
    except (JournalDamaged, JournalNewer) as problem:
        raise RefusedFile(problem.message.replace(str(beside), str(backup))) from None
    except OSError as problem:
        raise storage_error("storage.not-restored", journal, problem) from None
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)


def keep_before_migration(connection: sqlite3.Connection, path: Path, version: int) -> None:
    """Copy a journal aside before the first step of a migration, whole or not at all, whoever else does the same.

    Raises StorageError when that is not possible: without a copy nothing is migrated.
    """
    folder = path.parent / "backups"
    make_private_folder(folder)
    target = folder / f"{BEFORE_CHANGE}schema-{version + 1}.db"
    beside = temporary_path(target)
    try:
        copy_to_file(connection, beside)
        settle(beside, target)
    except OSError as problem:
        raise storage_error("storage.copy-not-written", target, problem) from None
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)


def copy_to_file(connection: sqlite3.Connection, target: Path) -> None:
    """Copy an open journal to a new file, and bring that to the disk."""
    os.close(os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY, PRIVATE_FILE))
    with closing(connect_to_copy(connection, target)) as copy:
        connection.backup(copy)
    descriptor = os.open(target, os.O_RDWR)
    try:
        sync_file(descriptor)
    finally:
        os.close(descriptor)


def _copy_under_lock(source: sqlite3.Connection, backup: Path, target: Path, journal: Path) -> None:
    """Copy a backup to a new file that is locked as the home of a journal is."""
    if not is_of_sqlcipher(source) and not keys_beside(journal):
        copy_to_file(source, target)
        return
    from carelog.journal.lock.lock import copy_as_locked

    copy_as_locked(backup, key_of(source), target, journal)


def bring_slots(connection: sqlite3.Connection, journal: Path, folder: Path) -> None:
    """Bring the keyslots to backups that lie elsewhere."""
    place = keys_beside(journal)
    if place and key_of(connection) and keys_beside(folder / journal.name) != place:
        from carelog.journal.lock.lock import slots_into

        slots_into(folder, place, key_of(connection))


@contextmanager
def _blaming_the_copy(target: Path) -> Iterator[None]:
    """Say that the backup could not be written, where the disk is why: the journal is as it was."""
    try:
        yield
    except database_errors() as problem:
        name = error_name(problem)
        if not name.startswith(("SQLITE_FULL", "SQLITE_IOERR", "SQLITE_CANTOPEN", "SQLITE_READONLY")):
            raise
        reason = "there is no room left on its disk" if name == "SQLITE_FULL" else f"the disk did not let it ({name})"
        raise StorageError(f"carelog could not write the backup {target}: {reason}. Your journal is saved.") from None


def settle(beside: Path, target: Path) -> None:
    """Give a whole file the name of the one it replaces."""
    beside.replace(target)
    sync_folder(target.parent)


def _migrate_copy(copy: Path, now: datetime) -> None:
    """Bring the copy to the newest schema, and to a revision that no card has, so that the next opening writes one."""
    with translated(copy), closing(connect(copy, "rw")) as connection:
        migrate(connection, connection.execute("PRAGMA user_version").fetchone()[0])
        revision = int(now.timestamp())
        connection.execute("UPDATE state SET card_revision = max(card_revision + 1, ?)", (revision,))


def _swap(beside: Path, journal: Path, replaced: Path) -> Path | None:
    kept = replaced if os.path.lexists(journal) else None
    if kept:
        _keep_replaced(journal, replaced)
    rollback = journal.with_name(f"{journal.name}-journal")
    if rollback.exists() and rollback.stat().st_size:
        rollback.replace(replaced.with_name(f"{replaced.name}-journal"))
        sync_folder(journal.parent)  # it would undo pages of the journal that comes
    settle(beside, journal)
    return kept


def _keep_replaced(journal: Path, replaced: Path) -> None:
    """Give the journal a second name before its own is taken; where a disk has no links, move it aside.

    That name has reached the disk before the journal's own is taken: a power cut would leave neither.
    """
    try:
        os.link(journal, replaced)
    except FileExistsError:
        raise
    except OSError:
        journal.replace(replaced)
    sync_folder(replaced.parent)


def _newest_per(backups: Iterable[tuple[datetime, Path]], span: Callable[[date], object], many: int) -> set[Path]:
    newest: dict[object, Path] = {}
    for taken, path in backups:
        newest[span(taken.date())] = path
    return set(list(newest.values())[-many:])
