"""Read every row of a journal as its kind, and find those that no page can show.

A checksum says that a row is as it was written, not that it makes sense: a copy may hold a day that is no day.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from carelog.clock import system_clock
from carelog.domain.ids import handle, is_reference
from carelog.domain.row_fault import Fault, RowFault
from carelog.errors import JournalDamaged, NotFound, StorageError
from carelog.journal.backup.column_kinds import Kind
from carelog.journal.backup.columns import KINDS, STAMP
from carelog.journal.collections.collections import Collections
from carelog.journal.migrations import NEWEST
from carelog.journal.storage.connections import database_errors, undecodable_as_bytes
from carelog.journal.storage.database import in_memory
from carelog.journal.storage.entry_row import ENTRIES
from carelog.journal.storage.rows import TICKS, tables_in
from carelog.journal.storage.store import Store
from carelog.journal.storage.table import Table
from carelog.settings import Settings
from carelog.wording.damaged_rows import WITHOUT_HANDLE

if TYPE_CHECKING:
    import sqlite3

_NOTHING_IN_IT = {"mood": None, "feelings": "[]", "tags": "[]", "readings": "{}"}
_NEEDED = {"id", "deleted_at"}
"""Columns without which a table is none of a journal's, which the look at the schema says."""
_LARGE = (ENTRIES, TICKS)
"""Tables with so many rows that making something of each would take longer than all other checks."""


class RowReader:
    """Reads the rows of one table as their kinds. `columns` are those that the table has in the journal's schema.

    Values that were read once are remembered: of a day, a word or a list there are many alike.
    """

    def __init__(self, table: Table, columns: Sequence[str]) -> None:
        kinds = {**STAMP, **KINDS[table.name]}
        self._table = table
        self._columns = [(place, name, kinds[name]) for place, name in enumerate(columns) if name in kinds]
        self._places = {name: place for place, name in enumerate(columns)}
        self._right: list[tuple[int, Kind, set[object]]] = [
            (place, kind, set()) for place, _, kind in self._columns if not kind.varies
        ]
        self._varied = [(place, kind) for place, _, kind in self._columns if kind.varies]

    def faults(self, number: int, values: Sequence[Any]) -> list[RowFault]:
        """The faults of a row with this rowid and these values, in the order of the columns."""
        if self._is_right(values) and not self._is_empty(values):
            return []
        row = handle_of(values[self._places["id"]], number)
        found = [
            RowFault(self._table.name, number, row, name, fault)
            for place, name, kind in self._columns
            if (fault := kind.fault_in(values[place])) and not self._is_blanked(name, values[place], values)
        ]
        if not found and self._is_empty(values):
            return [RowFault(self._table.name, number, row, "", Fault.AT_ODDS)]
        return found

    def _is_right(self, values: Sequence[Any]) -> bool:
        """Whether each value is of its kind: the quick way, through which nearly all rows go."""
        for place, kind, right in self._right:
            value = values[place]
            if value not in right:
                if kind.fault_in(value):
                    return False
                right.add(value)
        return not any(kind.fault_in(values[place]) for place, kind in self._varied)

    def _is_blanked(self, name: str, value: object, values: Sequence[Any]) -> bool:
        """Whether it is what a delete leaves of a value."""
        blank = self._table.blank
        return values[self._places["deleted_at"]] is not None and name in blank and value == blank[name]

    def _is_empty(self, values: Sequence[Any]) -> bool:
        """Whether there is nothing in an entry that was not deleted."""
        if self._table is not ENTRIES or "mood" not in self._places or values[self._places["mood"]] is not None:
            return False
        row = {name: values[place] for name, place in self._places.items()}
        return row["deleted_at"] is None and not str(row.get("note")).strip() and _NOTHING_IN_IT.items() <= row.items()


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
            found += _faults_of_wholes(connection, path, found)
    return found


def handle_of(row_id: object, number: int) -> str:
    """The handle of a row with an id, or its rowid where the id is damaged too."""
    last = handle(str(row_id))
    return last if is_reference(last) else WITHOUT_HANDLE.format(number=number)


def _all_faults(connection: sqlite3.Connection, path: Path) -> list[RowFault]:
    found = [fault for table in tables_in(connection) for fault in _faults_of_table(connection, table)]
    found += _faults_across_rows(connection)
    return [*found, *_faults_of_wholes(connection, path, found)]


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


def _faults_of_wholes(connection: sqlite3.Connection, path: Path, known: Sequence[RowFault] = ()) -> Iterator[RowFault]:
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
