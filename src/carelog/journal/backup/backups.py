"""Take, rotate, verify and restore backups.

A copy is opened again and compared with the journal before it gets the name of a backup.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from carelog.errors import CarelogError, JournalDamaged, JournalLocked, JournalNewer, RefusedFile, StorageError
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
from carelog.journal.backup.integrity import open_read_only, verify_journal, verify_readable
from carelog.journal.keys.key_folder import key_of, keys_beside
from carelog.journal.migrations import migrate
from carelog.journal.storage.connections import connect, connect_to_copy, database_errors, is_of_sqlcipher
from carelog.journal.storage.errors import error_name, storage_errors
from carelog.journal.storage.rows import tables_in

if TYPE_CHECKING:
    import sqlite3

    TableSums = dict[str, tuple[object, ...]]
    """The number of rows of each table and the sum of their checksums."""

KEPT_DAYS, KEPT_WEEKS, KEPT_MONTHS = 7, 4, 12
"""How many daily, weekly and monthly backups stay."""


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup: its path, when it was taken in UTC, and how many live rows each table has."""

    path: Path
    taken: datetime
    counts: dict[str, int]


def take_backup(connection: sqlite3.Connection, journal: Path, folder: Path, now: datetime) -> Backup:
    """Copy the open journal into a folder, verify the copy and compare it with the journal, and return it as a backup.

    `now` is an instant in UTC. Older backups stay untouched. Raises JournalDamaged when the copy is damaged, which
    means that the journal is, and StorageError when it cannot be written.
    """
    make_private_folder(folder)
    now = _free_second(folder, now)
    target = folder / backup_name(now)
    beside = temporary_path(target)
    try:
        with storage_errors(journal), _errors_of_writing(target):
            sums = _snapshot(connection, beside)
        counts = _verified_counts(beside, journal, sums)
        copy_slots_beside(connection, journal, folder)
        put_in_place(beside, target)
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


def rotate(folder: Path) -> None:
    """Remove old backups from a folder.

    All backups of the newest day stay, because each may be the copy from before an import. Of earlier ones, the newest
    of each of the last KEPT_DAYS days, KEPT_WEEKS weeks and KEPT_MONTHS months with a backup stays.
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
    """Verify that a file could be restored, and return its live rows by table.

    Raises RefusedFile when it could not, JournalLocked when its key is not known.
    """
    if not path.is_file():
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
        return _replace_journal(beside, journal, folder / f"{REPLACED}{backup_name(now)}")
    except (JournalDamaged, JournalNewer) as problem:
        raise RefusedFile(problem.key, **_values_about(problem, backup, beside)) from None
    except OSError as problem:
        raise storage_error("storage.not-restored", journal, problem) from None
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)


def back_up_before_migration(connection: sqlite3.Connection, path: Path, version: int) -> None:
    """Copy a journal of schema `version` into the folder of backups before it is migrated.

    The copy appears whole or not at all, also when two programs start the same migration. Raises StorageError when it
    cannot be written: nothing is migrated without it.
    """
    folder = path.parent / "backups"
    make_private_folder(folder)
    target = folder / f"{BEFORE_CHANGE}schema-{version + 1}.db"
    beside = temporary_path(target)
    try:
        copy_to_file(connection, beside)
        put_in_place(beside, target)
    except OSError as problem:
        raise storage_error("storage.copy-not-written", target, problem) from None
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)


def copy_to_file(connection: sqlite3.Connection, target: Path) -> None:
    """Copy an open journal to a new file and sync it to the disk.

    Raises what SQLite raises (`database_errors`), and OSError.
    """
    os.close(os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY, PRIVATE_FILE))
    with closing(connect_to_copy(connection, target)) as copy:
        connection.backup(copy)
    descriptor = os.open(target, os.O_RDWR)
    try:
        sync_file(descriptor)
    finally:
        os.close(descriptor)


def copy_slots_beside(connection: sqlite3.Connection, journal: Path, folder: Path) -> None:
    """Copy the key slots of a locked journal into a folder of backups that is not beside the journal.

    Raises StorageError.
    """
    place = keys_beside(journal)
    if place and key_of(connection) and keys_beside(folder / journal.name) != place:
        from carelog.journal.lock.backup_slots import copy_slots_to

        copy_slots_to(folder, place, key_of(connection))


def put_in_place(beside: Path, target: Path) -> None:
    """Rename a complete file to its final name, over the file it replaces, and sync the folder. Raises OSError."""
    beside.replace(target)
    sync_folder(target.parent)


def _free_second(folder: Path, now: datetime) -> datetime:
    """The first second from `now` on that is in no backup's name, so that no backup overwrites another."""
    while os.path.lexists(folder / backup_name(now)):
        now += timedelta(seconds=1)
    return now


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


def _newest_per(backups: Iterable[tuple[datetime, Path]], span: Callable[[date], object], kept: int) -> set[Path]:
    """The newest backup of each of the last `kept` spans that have one; `span` names the span of a day."""
    newest: dict[object, Path] = {}
    for taken, path in backups:
        newest[span(taken.date())] = path
    return set(list(newest.values())[-kept:])


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
    rollback = journal.with_name(f"{journal.name}-journal")
    if rollback.exists() and rollback.stat().st_size:
        rollback.replace(replaced.with_name(f"{replaced.name}-journal"))
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
