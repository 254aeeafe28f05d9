"""Look over all rows of a journal, many at once: whether each has its checksum and each value is of its kind.

Nearly all rows are as they should be, and that is seen without looking at each by itself. SQLite puts together what a
checksum is made of and answers what it can be asked; only where this does not suffice a row is looked at alone.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from carelog.journal.storage.rows import is_sound
from carelog.journal.storage.table import Row, Table

if TYPE_CHECKING:
    import sqlite3

    from carelog.journal.backup.row_reader import RowReader

COLUMNS_OF_EVERY_ROW = frozenset({"id", "deleted_at", "checksum"})

_AT_ONCE = 500
"""How many rows are looked at together: more need more memory and save no more time."""

_BETWEEN = "\x1e"


def live_rows_if_sound(connection: sqlite3.Connection, table: Table, *, as_kinds: bool = False) -> int | None:
    """The number of live rows of a table of an open journal; None where a row has not its checksum.

    With `as_kinds` it is None too where a value is not of its kind, as `row_faults` would say by name. Every value is
    read. Raises what SQLite raises (`database_errors`) where a row cannot be read.
    """
    return _RowsOfTable(connection, table, as_kinds=as_kinds).count_if_sound()


def is_intact(row: Row | None) -> bool:
    """Whether a row could be read and its checksum fits."""
    return row is not None and row.keys() >= COLUMNS_OF_EVERY_ROW and is_sound(row)


class _RowsOfTable:
    def __init__(self, connection: sqlite3.Connection, table: Table, *, as_kinds: bool) -> None:
        self._connection = connection
        self.table = table
        columns = list(connection.execute(f"PRAGMA table_info({table.name})"))
        self._columns = tuple(column["name"] for column in columns)
        self._summed = _summed(columns)
        self._reader = self._reader_of_kinds() if as_kinds else None

    def count_if_sound(self) -> int | None:
        """The live rows; None where a row is not sound."""
        reader = self._reader
        question, *asked_here = (reader.question, *reader.asked_here) if reader else ("1",)
        cursor = self._connection.cursor()
        cursor.row_factory = None
        parts = ", ".join(("rowid", "checksum", "deleted_at IS NULL", self._summed, question, *asked_here))
        cursor.execute(f"SELECT {parts} FROM {self.table.name}")
        live = 0
        while rows := cursor.fetchmany(_AT_ONCE):
            numbers, stored, are_live, summed, answers, *values = zip(*rows, strict=True)
            live += sum(are_live)
            if not (self._have_checksums(numbers, stored, summed) and self._are_of_kinds(numbers, answers, values)):
                return None
        return live

    def _reader_of_kinds(self) -> RowReader:
        from carelog.journal.backup.row_reader import RowReader

        return RowReader(self.table, self._columns)

    def _have_checksums(self, numbers: Sequence[int], stored: Sequence[int], summed: Sequence[str | None]) -> bool:
        with suppress(TypeError):
            if tuple(map(zlib.crc32, map(str.encode, summed))) == stored:  # type: ignore[arg-type]
                return True
        return all(
            (text is not None and zlib.crc32(text.encode()) == sum_) or self._has_checksum(number)
            for number, sum_, text in zip(numbers, stored, summed, strict=True)
        )

    def _has_checksum(self, number: int) -> bool:
        return is_sound(dict(zip(self._columns, self._values(number), strict=True)))

    def _are_of_kinds(self, numbers: Sequence[int], answers: Sequence[int | None], values: Sequence[Any]) -> bool:
        reader = self._reader
        if reader is None or (all(answers) and reader.are_right(values)):
            return True
        return not any(reader.faults(number, self._values(number)) for number in numbers)

    def _values(self, number: int) -> Sequence[Any]:
        columns = ", ".join(self._columns)
        found = self._connection.execute(f"SELECT {columns} FROM {self.table.name} WHERE rowid = ?", (number,))
        return tuple(found.fetchone())


def _summed(columns: Iterable[sqlite3.Row]) -> str:
    """What the checksum of a row is made of, in SQL; NULL for a row with a fraction in it.

    SQLite writes fractions in another way than Python, and with fewer digits.
    """
    in_order = sorted((column for column in columns if column["name"] != "checksum"), key=lambda column: column["name"])
    layout = "".join(f"{_label(column)}%s" if column["notnull"] else "%s" for column in in_order)
    parts = (_in_digits(each) if each["notnull"] else f"'{_label(each)}' || {_in_digits(each)}" for each in in_order)
    text = f"printf('{layout.removeprefix(_BETWEEN)}', {', '.join(parts)})"
    if not in_order[0]["notnull"]:
        text = f"substr({text}, 2)"
    fractions = [f"{column['name']} <> CAST({column['name']} AS INTEGER)" for column in in_order if _is_real(column)]
    return f"CASE WHEN {' OR '.join(fractions)} THEN NULL ELSE {text} END" if fractions else text


def _label(column: sqlite3.Row) -> str:
    return f"{_BETWEEN}{column['name']}\x1f"


def _in_digits(column: sqlite3.Row) -> str:
    name: str = column["name"]
    return f"CAST({name} AS INTEGER) || '.0'" if _is_real(column) else name


def _is_real(column: sqlite3.Row) -> bool:
    return bool(column["type"] == "REAL")
