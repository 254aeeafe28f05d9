"""What is sound in a damaged journal, written into a new file; the damaged one is only read."""

from __future__ import annotations

import os
from contextlib import closing, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from carelog.errors import JournalDamaged, RefusedFile
from carelog.files import PRIVATE_FILE, storage_error, sync_file, temporary_path
from carelog.journal.backup.backups import bring_slots, settle
from carelog.journal.backup.integrity import is_kept, opened, readable_rows, verify_journal
from carelog.journal.migrations import NEWEST, migrate
from carelog.journal.storage.connections import connect_to_copy, database_errors
from carelog.journal.storage.errors import translated
from carelog.journal.storage.rows import TABLES, Row, Table, checksum, tables_in

if TYPE_CHECKING:
    import sqlite3
    from datetime import datetime
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Salvaged:
    """A journal made of what was sound: live rows by table, and how many rows of each table could not come along."""

    path: Path
    counts: dict[str, int]
    left: dict[str, int]


def salvage(journal: Path, target: Path, now: datetime) -> Salvaged:
    """Write every sound row of a journal into a new one, which is opened again and looked at before it has its name.

    What pointed at a row that could not come along points at nothing, or stays behind where it has to point at
    something. Raises RefusedFile when the target is there already or nothing can be read, StorageError when it
    cannot be written.
    """
    if os.path.lexists(target):
        raise RefusedFile(f"There is a file {target} already. It was left as it is; please name a new one.")
    beside = temporary_path(target)
    try:
        with translated(journal), closing(opened(journal)) as source:
            left = _written(source, beside, now)
            counts = verify_journal(beside)
            bring_slots(source, journal, target.parent)
        settle(beside, target)
    except JournalDamaged:
        raise RefusedFile(f"Too little of {journal} can be read. “carelog restore” lists your backups.") from None
    except OSError as problem:
        raise storage_error("storage.not-written", target, problem) from None
    finally:
        for path in (beside, beside.with_name(f"{beside.name}-journal")):
            with suppress(OSError):
                path.unlink(missing_ok=True)
    return Salvaged(target, counts, left)


def _written(source: sqlite3.Connection, target: Path, now: datetime) -> dict[str, int]:
    os.close(os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY, PRIVATE_FILE))
    version = source.execute("PRAGMA user_version").fetchone()[0]
    if not 1 <= version <= NEWEST:
        raise JournalDamaged("no version of a journal")
    with translated(target), closing(connect_to_copy(source, target)) as new:
        new.execute("PRAGMA journal_mode = TRUNCATE")
        migrate(new, 0, up_to=version)
        new.execute("PRAGMA foreign_keys = OFF")
        new.execute("BEGIN")
        left = {table.name: _copied(source, new, table) for table in tables_in(new)}
        _mend_references(new, left)
        new.execute("UPDATE state SET card_revision = ?", (int(now.timestamp()),))
        new.execute("COMMIT")
        migrate(new, version)
    descriptor = os.open(target, os.O_RDWR)
    try:
        sync_file(descriptor)
    finally:
        os.close(descriptor)
    return {name: number for name, number in left.items() if number}


def _copied(source: sqlite3.Connection, new: sqlite3.Connection, table: Table) -> int:
    """Copy the sound rows of a table, and say how many were not; one that holds what no journal can hold is neither."""
    left = 0
    refused: tuple[type[Exception], ...] = (*database_errors(), ValueError)
    for _, row in readable_rows(source, table)[0]:
        try:
            if row is None or not is_kept(row):
                raise ValueError
            columns = list(row)
            places = ", ".join("?" * len(columns))
            statement = f"INSERT INTO {table.name} ({', '.join(columns)}) VALUES ({places})"
            new.execute(statement, tuple(row.values()))
        except refused:
            left += 1
    return left


def _mend_references(new: sqlite3.Connection, left: dict[str, int]) -> None:
    while broken := new.execute("PRAGMA foreign_key_check").fetchall():
        for table_name, number, _, key in broken:
            table = next(each for each in TABLES if each.name == table_name)
            keys = {row["id"]: row["from"] for row in new.execute(f"PRAGMA foreign_key_list({table.name})")}
            must = {row["name"]: row["notnull"] for row in new.execute(f"PRAGMA table_info({table.name})")}
            if must[keys[key]]:
                left[table.name] += 1
                new.execute(f"DELETE FROM {table.name} WHERE rowid = ?", (number,))
            else:
                _point_at_nothing(new, table, number, keys[key])


def _point_at_nothing(new: sqlite3.Connection, table: Table, number: int, column: str) -> None:
    found = new.execute(f"SELECT * FROM {table.name} WHERE rowid = ?", (number,)).fetchone()
    if found is None:
        return
    row: Row = dict(found) | {column: None}
    new.execute(table.replacing(row), row | {"checksum": checksum(row)})
