"""Any CSV table with a heading: the person says what each column is for, and the other columns go to the note."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from carelog.domain.text import clean_line, fold
from carelog.domain.time.days import read_clock
from carelog.errors import InvalidValue, RefusedFile
from carelog.exchange.files.remark import Remark
from carelog.exchange.files.table import Row, Table, read_table
from carelog.exchange.files.written_days import Order, needs_order, order_of, read_when
from carelog.exchange.pipeline.import_batch import ImportBatch, ImportContext
from carelog.exchange.pipeline.import_records import MIDNIGHT, YEARS, ImportRecord, batch_from_records
from carelog.wording.files import imports as imports_words
from carelog.wording.lists import listed

SOURCE = "csv"
FIELDS = ("date", "time", "mood", "title", "note", "tags", "feelings")
"""The purposes that a column can have; any other name is that of a tracker."""

_SCORES = {f"{score}{end}": score for score in range(1, 6) for end in ("", ".0")}


def is_any_table(_content: bytes) -> bool:
    """Always False: the purpose of a column is not guessed, so the person has to choose this format."""
    return False


def read_any_table(content: bytes, context: ImportContext) -> ImportBatch:
    """Read an entry from each row, with the columns that `context.columns` maps from purpose to name.

    Without a mapping, columns with the names of FIELDS are used. Raises RefusedFile when the file cannot be read, a
    column is missing, or the dates could be day-first as well as month-first.
    """
    table = read_table(content)
    columns, order = _columns(table, context.columns)
    return _AnyTable(table, columns, order).batch(context)


def _columns(table: Table, named: Mapping[str, str]) -> tuple[dict[str, str], Order | None]:
    """The column of each purpose, and whether the day or the month comes first in the dates."""
    columns = {_field(field): fold(clean_line(column)) for field, column in named.items()}
    columns = columns or {field: field for field in FIELDS if field in table.columns}
    missing = [clean_line(name) for name in named.values() if fold(clean_line(name)) not in table.columns]
    if missing:
        raise RefusedFile("imports.column-unknown", column=missing[0][:40], columns=listed(table.columns)[:400])
    if "date" not in columns:
        raise RefusedFile("imports.date-column-needed")
    given = next((field.partition(":")[2] for field in named if _field(field) == "date"), "")
    texts = [row.cell(columns["date"]) for row in table.rows]
    order = Order(given) if given in {each.value for each in Order} else order_of(texts)
    if order is None and needs_order(texts):
        raise RefusedFile("imports.day-or-month-first")
    return columns, order


def _field(text: str) -> str:
    name = clean_line(text.partition(":")[0] if fold(text).startswith("date:") else text)
    return fold(name) if fold(name) in FIELDS else name


class _AnyTable:
    """The records of a table. A row is identified by the cells that are read, so that an unchanged row keeps its id."""

    def __init__(self, table: Table, columns: Mapping[str, str], order: Order | None) -> None:
        self._table = table
        self._columns = columns
        self._order = order
        self._other_columns = [name for name in table.columns if name not in columns.values()]
        moods = {row.cell(columns["mood"]) for row in table.rows} - {""} if "mood" in columns else set()
        self._has_scores = moods <= _SCORES.keys()

    def batch(self, context: ImportContext) -> ImportBatch:
        """The entries of the table."""
        unknown = self._table.unknown_columns(self._columns.values())
        remarks = [*self._table.remarks, *(Remark(1, imports_words.unknown_column(name)) for name in unknown)]
        records = map(self._record, self._table.rows)
        return batch_from_records(SOURCE, context, records, remarks=remarks, moods_are_numbers=True)

    def _record(self, row: Row) -> ImportRecord | Remark:
        try:
            when = self._when(row)
        except InvalidValue as reason:
            return Remark(row.line, reason.message)
        mood = self._cell(row, "mood")

        return ImportRecord(
            row.line,
            when,
            mood=_SCORES[mood] if mood and self._has_scores else mood or None,
            text=[self._cell(row, "title"), self._cell(row, "note"), *row.labelled_cells(self._other_columns)],
            feelings=_pieces(self._cell(row, "feelings")),
            tags=_pieces(self._cell(row, "tags")),
            readings=[f"{name}: {cell}" for name in self._trackers() if (cell := self._cell(row, name))],
            identity=(f"{when:%Y-%m-%d}", *(row.cell(column) for _, column in sorted(self._columns.items()))),
        )

    def _trackers(self) -> list[str]:
        return [name for name in self._columns if name not in FIELDS]

    def _cell(self, row: Row, field: str) -> str:
        return row.cell(self._columns[field]) if field in self._columns else ""

    def _when(self, row: Row) -> datetime | date:
        """The instant, the local time, or the day of a row. Raises InvalidValue when it cannot be read."""
        if row.surplus:
            raise InvalidValue("imports.row-with-more-cells")
        when = read_when(self._cell(row, "date"), self._order)
        if when is None or (not isinstance(when, datetime) and when[0].year not in YEARS):
            raise InvalidValue("imports.day-not-understood")
        if isinstance(when, datetime):
            return when
        day, clock = when
        if "time" in self._columns and clock == MIDNIGHT:
            clock = None
        if text := self._cell(row, "time"):
            try:
                clock = read_clock("".join(text.split()))
            except InvalidValue:
                raise InvalidValue("imports.daylio-time-not-understood") from None
        return datetime.combine(day, clock) if clock else day


def _pieces(cell: str) -> list[str]:
    """The words of a cell, which are separated by commas, semicolons or bars."""
    return cell.replace(";", "|").replace(",", "|").split("|")
