"""The whole journal as rows: what a lossless copy holds, and how such rows come into a journal again."""

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
from carelog.journal.storage.rows import ENTRIES, TABLES, TOPICS, Row, Table, checksum
from carelog.journal.storage.store import Store

if TYPE_CHECKING:
    import sqlite3

_LEFT_AS_IT_IS = "Make the copy again; nothing was changed."


@dataclass(frozen=True, slots=True)
class Whole:
    """A journal as rows, by the name of their table, and the schema whose columns they have."""

    schema: int
    rows: Mapping[str, Sequence[Row]]


@dataclass(slots=True)
class Taken:
    """What became of rows that came in, by table: those that were `new`, or `newer` than the one that was here.

    `known` is how many were here already, the same or later.
    """

    new: dict[str, int] = field(default_factory=dict)
    newer: dict[str, int] = field(default_factory=dict)
    known: int = 0

    @property
    def changes(self) -> int:
        """How many rows are not as they were."""
        return sum(self.new.values()) + sum(self.newer.values())


def rows_of(store: Store, *, private: bool) -> Iterator[tuple[str, Iterator[Row]]]:
    """Every table with all of its rows, tombstones too, in the order in which they can be taken in.

    Without `private` the entries marked so are not among them, and what points at one points at nothing.
    """
    for table in TABLES:
        rows = map(dict, store.rows(f"SELECT * FROM {table.name} ORDER BY id"))
        yield table.name, rows if private else _open_ones(store, table, rows)


def _open_ones(store: Store, table: Table, rows: Iterator[Row]) -> Iterator[Row]:
    if table is ENTRIES:
        return (row for row in rows if not row["private"])
    if table is not TOPICS:
        return rows
    hidden = {row["id"] for row in store.rows("SELECT id FROM entries WHERE private")}
    return (_checked(row | {"entry_id": None}) if row["entry_id"] in hidden else row for row in rows)


def _checked(row: Row) -> Row:
    return row | {"checksum": checksum(row)}


@contextmanager
def journal_of(whole: Whole, beside: Collections) -> Iterator[sqlite3.Connection]:
    """A journal in memory that holds such rows, brought to the newest schema as a file would be.

    It is read as the one `beside` is. Raises RefusedFile for a schema that is not known yet, and for rows that a
    journal of that schema cannot hold or carelog could not read.
    """
    if not 1 <= whole.schema <= NEWEST:
        raise RefusedFile("This copy was written by a newer carelog. Please update carelog to take it in.")
    with closing(in_memory()) as connection:
        migrate(connection, 0, up_to=whole.schema)
        _fill(connection, whole.rows)
        migrate(connection, whole.schema)
        store = Store(connection, Path(":memory:"), in_memory)
        _check_readable(Collections(store, beside.clock, beside.settings))
        yield connection


def _fill(connection: sqlite3.Connection, rows: Mapping[str, Sequence[Row]]) -> None:
    there_are = {each["name"] for each in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    tables = [table for table in TABLES if table.name in there_are]
    for name in rows.keys() - {table.name for table in tables}:
        raise RefusedFile(f"The copy holds “{name[:40]}”, which carelog does not know. It was left as it is.")
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute("BEGIN")
    for table in tables:
        columns = [each["name"] for each in connection.execute(f"PRAGMA table_info({table.name})")]
        for number, row in enumerate(rows.get(table.name, ()), start=1):
            _insert(connection, table, columns, row, number)
    connection.execute("COMMIT")
    connection.execute("PRAGMA foreign_keys = ON")
    broken = connection.execute("PRAGMA foreign_key_check").fetchone()
    if broken is not None:
        raise RefusedFile(f"Something in “{broken['table']}” points at what the copy does not hold. {_LEFT_AS_IT_IS}")


def _insert(connection: sqlite3.Connection, table: Table, columns: Sequence[str], row: Row, number: int) -> None:
    refused: tuple[type[Exception], ...] = (*database_errors(), ValueError, TypeError, OverflowError)
    try:
        if not row.keys() <= set(columns):
            raise ValueError
        values = [checksum(row) if column == "checksum" else row.get(column) for column in columns]
        places = ", ".join("?" * len(columns))
        connection.execute(f"INSERT INTO {table.name} VALUES ({places})", values)
    except refused:
        raise RefusedFile(f"Number {number} of “{table.name}” is not what carelog writes. {_LEFT_AS_IT_IS}") from None


def _check_readable(journal: Collections) -> None:
    for collection in journal.collections:
        try:
            for _ in collection:
                pass
        except JournalDamaged:
            raise RefusedFile(f"Something in “{collection.table.name}” cannot be read. {_LEFT_AS_IT_IS}") from None


def _compared(store: Store, source: sqlite3.Connection) -> Iterator[tuple[Table, Row, Row | None]]:
    """The rows of a source, each with the one of the same id that is here."""
    for table in TABLES:
        for row in source.execute(f"SELECT * FROM {table.name}"):
            yield table, _checked(dict(row)), store.row(table, row["id"])


def _wins(row: Row, here: Row | None) -> bool:
    """Whether a row that comes in is to stand in the place of the one that is here."""
    if here is None:
        return True
    coming, standing = _version(row), _version(here)
    return coming != standing and merge(coming, standing) == coming


def _version(row: Row) -> Version:
    return Version(row["updated_at"], row["deleted_at"] is not None, row["updated_by"], row["checksum"])


def looked_at(store: Store, source: sqlite3.Connection) -> Taken:
    """What taking the rows of a source in would do. Nothing is written."""
    taken = Taken()
    for table, row, here in _compared(store, source):
        _count(taken, table, row, here)
    return taken


def taken_in(store: Store, source: sqlite3.Connection, now: int) -> Taken:
    """Take the rows of a source in, stamps and all, in one transaction: of two versions the law of merge keeps one.

    `now` is the time in milliseconds. Raises StorageError when the journal cannot be written; nothing changed then.
    """
    taken = Taken()
    with store.change(now, can_be_undone=False) as change:
        store.connection.execute("PRAGMA defer_foreign_keys = ON")
        for table, row, here in _compared(store, source):
            if _count(taken, table, row, here):
                change.keep(table, row, here)
    return taken


def _count(taken: Taken, table: Table, row: Row, here: Row | None) -> bool:
    if not _wins(row, here):
        taken.known += 1
        return False
    counts = taken.new if here is None else taken.newer
    counts[table.name] = counts.get(table.name, 0) + 1
    return True
