"""Salvage the intact rows of a damaged journal into a new file; the damaged one is only read."""

from __future__ import annotations

import os
from contextlib import closing, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from carelog.errors import JournalDamaged, JournalNewer, RefusedFile
from carelog.files import make_empty, storage_error, sync_path, temporary_path
from carelog.journal.backup.copies import copy_slots_beside, put_in_place
from carelog.journal.backup.integrity import open_read_only, readable_rows, verify_readable
from carelog.journal.backup.row_faults import row_faults
from carelog.journal.backup.sound_rows import is_intact
from carelog.journal.migrations import NEWEST, migrate
from carelog.journal.storage.connections import connect_to_copy, database_errors
from carelog.journal.storage.errors import storage_errors
from carelog.journal.storage.rows import TABLES, tables_in
from carelog.journal.storage.table import Row, Table, checksum
from carelog.paths import rollback_of

if TYPE_CHECKING:
    import sqlite3
    from datetime import datetime
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Salvaged:
    """A salvaged journal: its path, its live rows by table, and how many rows of each table were lost (`left`)."""

    path: Path
    counts: dict[str, int]
    left: dict[str, int]


def salvage(journal: Path, target: Path, now: datetime) -> Salvaged:
    """Copy every intact row of a journal or a backup into a new one, which is verified before it gets its name.

    A reference to a lost row is cleared; a row that needs the reference is lost too. Raises RefusedFile when the target
    exists or the journal cannot be read at all, JournalNewer for the file of a
    newer carelog, StorageError when the target cannot be written.
    """
    if os.path.lexists(target):
        raise RefusedFile("storage.file-taken", path=target)
    beside = temporary_path(target)
    try:
        with storage_errors(journal), closing(open_read_only(journal)) as source:
            lost = _copy_intact_rows(source, _schema_version(source, journal), beside, now)
            counts = verify_readable(beside)
            copy_slots_beside(source, journal, target.parent)
        put_in_place(beside, target)
    except JournalDamaged:
        raise RefusedFile("backup.too-little-readable", path=journal) from None
    except OSError as problem:
        raise storage_error("storage.not-written", target, problem) from None
    finally:
        for path in (beside, rollback_of(beside)):
            with suppress(OSError):
                path.unlink(missing_ok=True)
    return Salvaged(target, counts, lost)


def _schema_version(source: sqlite3.Connection, journal: Path) -> int:
    """The version of a journal's schema. Raises JournalDamaged when there is no such version."""
    version: int = source.execute("PRAGMA user_version").fetchone()[0]
    if version > NEWEST:
        raise JournalNewer("storage.newer", path=journal)
    if not 1 <= version <= NEWEST:
        raise JournalDamaged("storage.not-a-journal", path=journal)
    return version


def _copy_intact_rows(source: sqlite3.Connection, version: int, target: Path, now: datetime) -> dict[str, int]:
    """Fill a new journal with the intact rows of a source, sync it, and return how many rows were lost, by table."""
    make_empty(target)
    with storage_errors(target), closing(connect_to_copy(source, target)) as new:
        new.execute("PRAGMA journal_mode = TRUNCATE")
        migrate(new, 0, up_to=version)
        new.execute("PRAGMA foreign_keys = OFF")
        new.execute("BEGIN")
        lost = {table.name: _copy_table(source, new, table) for table in tables_in(new)}
        _mend_references(new, lost)
        new.execute("UPDATE state SET card_revision = ?", (int(now.timestamp()),))
        new.execute("COMMIT")
        migrate(new, version)
        _remove_rows_with_faults(new, target, lost)
    sync_path(target)
    return {name: count for name, count in lost.items() if count}


def _copy_table(source: sqlite3.Connection, new: sqlite3.Connection, table: Table) -> int:
    """Copy the intact rows of a table and return how many were lost; one that the schema does not allow is lost too."""
    lost = 0
    refused: tuple[type[Exception], ...] = (*database_errors(), ValueError)
    for _, row in readable_rows(source, table)[0]:
        try:
            if row is None or not is_intact(row):
                raise ValueError
            columns = list(row)
            placeholders = ", ".join("?" * len(columns))
            statement = f"INSERT INTO {table.name} ({', '.join(columns)}) VALUES ({placeholders})"
            new.execute(statement, tuple(row.values()))
        except refused:
            lost += 1
    return lost


def _remove_rows_with_faults(new: sqlite3.Connection, path: Path, lost: dict[str, int]) -> None:
    """Delete the rows that no page can show, and what needs them."""
    new.execute("BEGIN")
    while at_fault := {(fault.table, fault.number) for fault in row_faults(new, path)}:
        for table in TABLES:
            numbers = [(number,) for name, number in at_fault if name == table.name]
            lost[table.name] = lost.get(table.name, 0) + len(numbers)
            new.executemany(f"DELETE FROM {table.name} WHERE rowid = ?", numbers)
        _mend_references(new, lost)
    new.execute("COMMIT")


def _mend_references(new: sqlite3.Connection, lost: dict[str, int]) -> None:
    """Clear references to lost rows, and delete the rows that need one, until every reference is whole."""
    while broken := new.execute("PRAGMA foreign_key_check").fetchall():
        for table_name, number, _, key in broken:
            table = next(each for each in TABLES if each.name == table_name)
            keys = {row["id"]: row["from"] for row in new.execute(f"PRAGMA foreign_key_list({table.name})")}
            is_needed = {row["name"]: row["notnull"] for row in new.execute(f"PRAGMA table_info({table.name})")}
            if is_needed[keys[key]]:
                lost[table.name] += 1
                new.execute(f"DELETE FROM {table.name} WHERE rowid = ?", (number,))
            else:
                _clear_reference(new, table, number, keys[key])


def _clear_reference(new: sqlite3.Connection, table: Table, number: int, column: str) -> None:
    found = new.execute(f"SELECT * FROM {table.name} WHERE rowid = ?", (number,)).fetchone()
    if found is None:
        return
    row: Row = dict(found) | {column: None}
    new.execute(table.replacing(row), row | {"checksum": checksum(row)})
