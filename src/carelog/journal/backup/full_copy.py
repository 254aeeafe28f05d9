"""A full copy of a journal: all rows, and merging the rows of such a copy into a journal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from carelog.domain.merge import Version, merge
from carelog.errors import JournalDamaged, RefusedFile
from carelog.journal.collections.collections import Collections
from carelog.journal.migrations import NEWEST, migrate
from carelog.journal.storage.connections import database_errors
from carelog.journal.storage.database import in_memory
from carelog.journal.storage.entry_row import ENTRIES
from carelog.journal.storage.rows import TABLES, TOPICS, tables_in
from carelog.journal.storage.store import Store
from carelog.journal.storage.table import Row, Table, checksum

if TYPE_CHECKING:
    import sqlite3


_ROWS_AT_ONCE = 500
_TYPES: Mapping[str, tuple[type, ...]] = {"TEXT": (str,), "INTEGER": (int,), "REAL": (float, int)}


@dataclass(frozen=True, slots=True)
class FullCopy:
    """The rows of a full copy by table name, and the number of the schema whose columns they have."""

    schema: int
    rows: Mapping[str, Sequence[Row]]


@dataclass(slots=True)
class MergeResult:
    """How many rows of a copy were merged, by table: `new` ones, and `newer` versions of a row that was here.

    `known` counts the rows of which the journal has the same or a later version.
    """

    new: dict[str, int] = field(default_factory=dict)
    newer: dict[str, int] = field(default_factory=dict)
    known: int = 0

    @property
    def changes(self) -> int:
        """How many rows of the journal were added or changed."""
        return sum(self.new.values()) + sum(self.newer.values())


def full_copy_rows(store: Store, *, private: bool) -> Iterator[tuple[str, Iterator[Row]]]:
    """The name and the rows of every table, tombstones included; a row comes after those it refers to.

    Without `private`, private entries are left out, and references to them are cleared.
    """
    for table in TABLES:
        rows = map(dict, store.rows(f"SELECT * FROM {table.name} ORDER BY id"))
        yield table.name, rows if private else _without_private(store, table, rows)


@contextmanager
def copy_in_memory(copy: FullCopy, journal: Collections) -> Iterator[sqlite3.Connection]:
    """Insert the rows of a full copy into a journal in memory, migrate it to the newest schema, and yield it.

    All of it is read once with the clock and settings of `journal`. Raises RefusedFile for a schema of a newer carelog,
    and for rows that the schema does not allow or that cannot be read.
    """
    if not 1 <= copy.schema <= NEWEST:
        raise RefusedFile("imports.copy-newer")
    with closing(in_memory()) as connection:
        migrate(connection, 0, up_to=copy.schema)
        _insert_rows(connection, copy.rows)
        migrate(connection, copy.schema)
        store = Store(connection, Path(":memory:"), in_memory)
        _refuse_faults(connection, Collections(store, journal.clock, journal.settings))
        yield connection


def preview_merge(store: Store, source: sqlite3.Connection) -> MergeResult:
    """What merging the rows of a source would change. Nothing is written."""
    result = MergeResult()
    for table, row, here in _row_pairs(store, source):
        _count(result, table, row, here)
    return result


def merge_rows(store: Store, source: sqlite3.Connection, now: int) -> MergeResult:
    """Merge the rows of a source with their stamps, in one transaction; `merge` chooses between two versions of a row.

    `now` is the time in milliseconds since 1970. Raises StorageError when the journal cannot be written; it is then
    unchanged.
    """
    result = MergeResult()
    with store.change(now, can_be_undone=False) as change:
        store.connection.execute("PRAGMA defer_foreign_keys = ON")
        for table, row, here in _row_pairs(store, source):
            if _count(result, table, row, here):
                change.put_stamped(table, row, here)
    return result


def _without_private(store: Store, table: Table, rows: Iterator[Row]) -> Iterator[Row]:
    if table is ENTRIES:
        return (row for row in rows if not row["private"])
    if table is not TOPICS:
        return rows
    hidden = {row["id"] for row in store.rows("SELECT id FROM entries WHERE private")}
    return (_with_checksum(row | {"entry_id": None}) if row["entry_id"] in hidden else row for row in rows)


def _insert_rows(connection: sqlite3.Connection, rows: Mapping[str, Sequence[Row]]) -> None:
    tables = tables_in(connection)
    for name in rows.keys() - {table.name for table in tables}:
        raise RefusedFile("imports.copy-part-unknown", part=name[:40])
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute("BEGIN")
    for table in tables:
        types = {each["name"]: each["type"] for each in connection.execute(f"PRAGMA table_info({table.name})")}
        for number, row in enumerate(rows.get(table.name, ()), start=1):
            _insert_row(connection, table, types, row, number)
    connection.execute("COMMIT")
    connection.execute("PRAGMA foreign_keys = ON")
    broken = connection.execute("PRAGMA foreign_key_check").fetchone()
    if broken is not None:
        raise RefusedFile("imports.copy-reference-missing", table=broken["table"])


def _insert_row(connection: sqlite3.Connection, table: Table, types: Mapping[str, str], row: Row, number: int) -> None:
    """Insert a row of a copy. A value has to be of the column's type as it is: SQLite would make a number of a text."""
    refused: tuple[type[Exception], ...] = (*database_errors(), ValueError, LookupError, TypeError, OverflowError)
    try:
        if not all(value is None or type(value) in _TYPES[types[column]] for column, value in row.items()):
            raise ValueError
        values = [checksum(row) if column == "checksum" else row.get(column) for column in types]
        placeholders = ", ".join("?" * len(types))
        connection.execute(f"INSERT INTO {table.name} VALUES ({placeholders})", values)
    except refused:
        raise RefusedFile("imports.copy-row-not-valid", number=number, table=table.name) from None


def _refuse_faults(connection: sqlite3.Connection, journal: Collections) -> None:
    """Refuse rows that no page can show, all of them by name; reading all there is makes sure of that."""
    from carelog.journal.backup.row_faults import row_faults
    from carelog.wording.damaged_rows import named

    if faults := row_faults(connection, Path(":memory:")):
        raise RefusedFile("imports.copy-rows-with-faults", count=len(faults), rows=named(faults))
    for collection in journal.collections:
        try:
            for _ in collection:
                pass
        except JournalDamaged:
            raise RefusedFile("imports.copy-row-unreadable", table=collection.table.name) from None


def _row_pairs(store: Store, source: sqlite3.Connection) -> Iterator[tuple[Table, Row, Row | None]]:
    """The rows of a source, each with the version of it that the journal has, if any."""
    for table in TABLES:
        cursor = source.execute(f"SELECT * FROM {table.name}")
        while rows := cursor.fetchmany(_ROWS_AT_ONCE):
            here = {row["id"]: dict(row) for row in store.rows_with(table, (row["id"] for row in rows))}
            for row in rows:
                yield table, _with_checksum(dict(row)), here.get(row["id"])


def _with_checksum(row: Row) -> Row:
    return row | {"checksum": checksum(row)}


def _count(result: MergeResult, table: Table, row: Row, here: Row | None) -> bool:
    """Count what becomes of a row, and return whether it is to be written."""
    if not _wins(row, here):
        result.known += 1
        return False
    counts = result.new if here is None else result.newer
    counts[table.name] = counts.get(table.name, 0) + 1
    return True


def _wins(row: Row, here: Row | None) -> bool:
    """Whether a row of the copy replaces the version that the journal has."""
    if here is None:
        return True
    theirs, ours = _version(row), _version(here)
    return theirs != ours and merge(theirs, ours) == theirs


def _version(row: Row) -> Version:
    return Version(row["updated_at"], row["deleted_at"] is not None, row["updated_by"], row["checksum"])
