"""Read every row of a journal as its kind, and find those that no page can show.

A checksum says that a row is as it was written, not that it makes sense: a copy may hold a day that is no day.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from carelog.clock import system_clock
from carelog.domain.row_fault import Fault, RowFault
from carelog.errors import JournalDamaged, NotFound, StorageError
from carelog.journal.backup.row_reader import RowReader, handle_of
from carelog.journal.collections.collections import Collections
from carelog.journal.migrations import NEWEST
from carelog.journal.storage.connections import database_errors, undecodable_as_bytes
from carelog.journal.storage.database import in_memory
from carelog.journal.storage.entry_row import ENTRIES
from carelog.journal.storage.rows import TICKS, tables_in
from carelog.journal.storage.store import Store
from carelog.journal.storage.table import Table
from carelog.settings import Settings

if TYPE_CHECKING:
    import sqlite3

_NEEDED = {"id", "deleted_at"}
"""Columns without which a table is none of a journal's, which the look at the schema says."""
_LARGE = (ENTRIES, TICKS)
"""Tables with so many rows that making something of each would take longer than all other checks."""


def row_faults(connection: sqlite3.Connection, path: Path) -> list[RowFault]:
    """All faults of all rows of an open journal that can be read; damage to the file itself is not among them."""
    unreadable: tuple[type[Exception], ...] = (*database_errors(), StorageError)
    with suppress(*unreadable):
        return _all_faults(connection, path)
    found: list[RowFault] = []
    with undecodable_as_bytes(connection):
        for table in tables_in(connection):
            with suppress(*unreadable):
                found += _faults_of_table(connection, table)
        with suppress(*unreadable):
            found += _faults_across_rows(connection)
        with suppress(*unreadable):
            found += faults_of_wholes(connection, path, found)
    return found


def _all_faults(connection: sqlite3.Connection, path: Path) -> list[RowFault]:
    found = [fault for table in tables_in(connection) for fault in _faults_of_table(connection, table)]
    found += _faults_across_rows(connection)
    return [*found, *faults_of_wholes(connection, path, found)]


def _faults_of_table(connection: sqlite3.Connection, table: Table) -> Iterator[RowFault]:
    columns = [row[1] for row in connection.execute(f"PRAGMA table_info({table.name})")]
    if not set(columns) >= _NEEDED:
        return
    reader = RowReader(table, columns)
    cursor = connection.cursor()
    cursor.row_factory = None
    for number, *values in cursor.execute(f"SELECT rowid, {', '.join(columns)} FROM {table.name}"):
        yield from reader.faults(number, values)


def _faults_across_rows(connection: sqlite3.Connection) -> Iterator[RowFault]:
    """The faults that no row shows by itself: it points at a row that is not there.

    A reading whose scale is gone is none: pages show it, and an entry must not be lost for it.
    """
    for table in tables_in(connection):
        broken = connection.execute(f"PRAGMA foreign_key_check({table.name})").fetchall()
        keys = {each[0]: each[3] for each in connection.execute(f"PRAGMA foreign_key_list({table.name})")}
        for _, number, _, key in broken:
            row_id = connection.execute(f"SELECT id FROM {table.name} WHERE rowid = ?", (number,)).fetchone()[0]
            yield RowFault(table.name, number, handle_of(row_id, number), keys[key], Fault.POINTS_AT_NOTHING)


def faults_of_wholes(connection: sqlite3.Connection, path: Path, known: Sequence[RowFault] = ()) -> Iterator[RowFault]:
    """The faults of rows whose values are right each by itself and cannot be together, such as a pause that ends first.

    Rows of the newest schema only, and none of those `known` to have another fault: each is read as a page reads it.
    """
    if connection.execute("PRAGMA user_version").fetchone()[0] != NEWEST:
        return
    at_fault = {(fault.table, fault.number) for fault in known}
    journal = Collections(Store(connection, path, in_memory), system_clock(), Settings())
    for collection in journal.collections:
        table = collection.table
        if table in _LARGE:
            continue
        for number, row_id in connection.execute(f"SELECT rowid, id FROM {table.name} WHERE deleted_at IS NULL"):
            row = handle_of(row_id, number)
            if (table.name, number) not in at_fault and not _can_be_read(collection, row_id):
                yield RowFault(table.name, number, row, "", Fault.AT_ODDS)


def _can_be_read(collection: Any, row_id: str) -> bool:
    try:
        collection.get_also_away(row_id)
    except (JournalDamaged, NotFound):
        return False
    return True
