"""Any CSV table with a heading: the person says what each column is for, and the other columns go to the note."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import date, datetime

from carelog.domain.csv_cells import unescape_cell
from carelog.domain.text import clean_line, fold
from carelog.domain.time.days import read_clock
from carelog.errors import InvalidValue, RefusedFile
from carelog.exchange.files.dates_as_numbers import read_counted_date
from carelog.exchange.files.json_shape import is_json
from carelog.exchange.files.midnight import MIDNIGHT
from carelog.exchange.files.month_names import names_open_month, settled
from carelog.exchange.files.remark import Remark
from carelog.exchange.files.source import decoded
from carelog.exchange.files.table import Row, Table, read_columns, read_table
from carelog.exchange.files.written_days import Order, needs_order, orders_of, read_when
from carelog.exchange.pipeline.import_batch import ImportBatch, ImportContext
from carelog.exchange.pipeline.import_records import (
    YEARS,
    ImportRecord,
    batch_from_records,
)
from carelog.exchange.pipeline.order_of_dates import DAY_IS_FIRST, last_day, only_order, order_given
from carelog.exchange.readers.unknown_parts import about_columns
from carelog.wording.files import imports as imports_words
from carelog.wording.files.packet import ENTRY_COLUMNS
from carelog.wording.lists import listed

SOURCE = "csv"
FIELDS = ("date", "time", "mood", "title", "note", "tags", "feelings")
"""The purposes that a column can have; any other name is that of a tracker."""

_LONGEST_NAME, _MOST_WORDS = 40, 4
"""The most characters and words of a name of a column in a file that may have no such names."""
_ENDS_OF_SENTENCES = frozenset(".!…")
_PROSE = re.compile(r".*[,;\t] ")
"""A first line with spaces behind its commas, as people write and tables do not."""
_NUMBER = re.compile(r"[-+]?[0-9][0-9.,:/]*")
_SCORES = {f"{score}{end}": score for score in range(1, 6) for end in ("", ".0")}


def is_any_table(_content: bytes) -> bool:
    """Always False: the purpose of a column is not guessed, so the person has to choose this format."""
    return False


def names_columns(content: bytes) -> bool:
    """Whether the first row of a file has several cells, and one is called as one of FIELDS."""
    with suppress(RefusedFile):
        columns = read_columns(content)
        return len(columns) > 1 and not set(columns).isdisjoint(FIELDS)
    return False


def has_names_of_columns(content: bytes) -> bool:
    """Whether the first row of a file looks like the names of several columns, and not like words of a person."""
    with suppress(RefusedFile):
        return not _PROSE.match(decoded(content).text) and _are_names(read_columns(content))
    return False


def read_any_table(content: bytes, context: ImportContext) -> ImportBatch:
    """Read an entry from each row, with the columns that `context.columns` maps from purpose to name.

    Columns with the names of FIELDS are used for these unless another one is named for the purpose. Raises RefusedFile
    when the file cannot be read, a column is missing, or the dates can be read in several orders.
    """
    if is_json(content):
        raise RefusedFile("imports.json-is-no-table")
    table = read_table(content)
    named, columns = _columns(table, context.columns, decoded(content).text)
    given = order_given(context.columns)
    texts = [row.cell(columns["date"]) for row in table.rows]
    order = given or _order(texts, context, columns["date"])
    older = named if len(named) < len(columns) else ()
    found = _AnyTable(table, columns, order, context, older)
    return found.batch([*_remarks_about(texts, None if given else order)])


def _columns(table: Table, named: Mapping[str, str], text: str) -> tuple[dict[str, str], dict[str, str]]:
    """The columns that were named, and those with the ones that are known by their names."""
    chosen = {_field(field): fold(clean_line(column)) for field, column in named.items()}
    missing = [clean_line(name) for name in named.values() if fold(clean_line(name)) not in table.columns]
    are_names = not _PROSE.match(text) and _are_names(table.columns)
    if missing and not are_names:
        raise RefusedFile("imports.column-unknown-and-no-names", column=missing[0][:40])
    if missing:
        raise RefusedFile("imports.column-unknown", column=missing[0][:40], columns=listed(table.columns)[:400])
    free = set(table.columns) - set(chosen.values())
    columns = {field: field for field in FIELDS if field in free} | chosen
    if "date" not in columns and not are_names:
        raise RefusedFile("imports.date-column-needed-and-no-names")
    if "date" not in columns:
        raise RefusedFile("imports.date-column-needed", columns=listed(table.columns)[:400])
    return chosen, columns


def _are_names(columns: Sequence[str]) -> bool:
    """Whether the first row of a file looks like names of columns, and not like words or numbers of a person."""
    is_text = any(len(name) > _LONGEST_NAME or len(name.split()) > _MOST_WORDS for name in columns)
    is_text = is_text or any(name[-1:] in _ENDS_OF_SENTENCES for name in columns)
    is_row = any(_NUMBER.fullmatch(name) or read_when(name, Order.DAY_FIRST) for name in columns)
    return len(columns) > 1 and not is_text and not is_row


def _is_own(table: Table) -> bool:
    """Whether carelog wrote the table: its cells have apostrophes before what would begin a formula."""
    return table.columns[: len(ENTRY_COLUMNS)] == tuple(map(fold, ENTRY_COLUMNS))


def _field(text: str) -> str:
    name = clean_line(text.partition(":")[0] if fold(text).startswith("date:") else text)
    return fold(name) if fold(name) in FIELDS else name


def _order(texts: Sequence[str], context: ImportContext, column: str) -> Order | None:
    """The only order in which the dates of a column can be read; raises RefusedFile where there are several."""
    order = only_order(texts, context)
    if order is None and needs_order(texts):
        year_too = Order.YEAR_FIRST in orders_of(texts, last_day(context))
        others = {field: name for field, name in context.columns.items() if _field(field) != "date"}
        command = imports_words.command_with_columns(SOURCE, {DAY_IS_FIRST: column} | others)
        key = "imports.day-month-or-year-first" if year_too else "imports.day-or-month-first"
        raise RefusedFile(key, command=command)
    return order


def _remarks_about(texts: Sequence[str], found: Order | None) -> Iterator[Remark]:
    """How the dates were read, where that was not said by the person and is not plain."""
    if found and (found is not Order.DAY_FIRST or needs_order(texts)):
        yield Remark(0, imports_words.READ_IN_ORDER[found.value])
    if any(isinstance(read_counted_date(text), datetime) for text in texts):
        yield Remark(0, imports_words.READ_SINCE_1970)


class _AnyTable:
    """The records of a table. A row is identified by the cells that are read, so that an unchanged row keeps its id.

    `older` are the purposes whose cells an older carelog read, where they are fewer.
    """

    def __init__(
        self,
        table: Table,
        columns: Mapping[str, str],
        order: Order | None,
        context: ImportContext,
        older: Collection[str],
    ) -> None:
        self._table = table
        self._columns = columns
        self._older = older
        self._order = order
        self._in_english = settled(row.cell(columns["date"]) for row in table.rows)
        self._context = context
        self._other_columns = [name for name in table.columns if name not in self._columns.values()]
        self._as_noted = unescape_cell if _is_own(table) else str
        moods = {self._cell(row, "mood") for row in table.rows} - {""}
        self._has_scores = moods <= _SCORES.keys()

    def batch(self, remarks: Sequence[Remark]) -> ImportBatch:
        """The entries of the table."""
        unknown = self._table.unknown_columns(self._columns.values())
        remarks = [*self._table.remarks, *remarks, *about_columns(map(self._as_noted, unknown))]
        records = map(self._record, self._table.rows)
        return batch_from_records(SOURCE, self._context, records, remarks=remarks, moods_are_numbers=True)

    def _record(self, row: Row) -> ImportRecord | Remark:
        try:
            when = self._when(row)
        except InvalidValue as reason:
            return Remark(row.line, reason.message)
        mood = self._as_noted(self._cell(row, "mood"))
        return ImportRecord(
            row.line,
            self._local(when, row),
            mood=_SCORES[mood] if mood and self._has_scores else mood or None,
            text=list(self._texts(row)),
            feelings=_pieces(self._as_noted(self._cell(row, "feelings"))),
            tags=_pieces(self._as_noted(self._cell(row, "tags"))),
            readings=[f"{name}: {cell}" for name in self._trackers() if (cell := self._cell(row, name))],
            identity=self._identity(when, row, self._columns),
            older_identity=self._identity(when, row, self._older) if self._older else (),
        )

    def _texts(self, row: Row) -> Iterator[str]:
        yield from (self._as_noted(self._cell(row, field)) for field in ("title", "note"))
        for name in self._other_columns:
            if cell := row.cell(name):
                yield f"{self._as_noted(name)}: {self._as_noted(cell)}"

    def _identity(self, when: datetime | date, row: Row, fields: Iterable[str]) -> tuple[str, ...]:
        return (f"{when:%Y-%m-%d}", *(self._cell(row, field) for field in sorted(fields)))

    def _local(self, when: datetime | date, row: Row) -> datetime | date:
        """What a wall clock shows: that of the person where the table only counts from 1970."""
        is_count = isinstance(when, datetime) and read_counted_date(self._cell(row, "date")) == when
        return self._context.clock.at(when).local if isinstance(when, datetime) and is_count else when

    def _trackers(self) -> list[str]:
        return [name for name in self._columns if name not in FIELDS]

    def _cell(self, row: Row, field: str) -> str:
        return row.cell(self._columns[field]) if field in self._columns else ""

    def _when(self, row: Row) -> datetime | date:
        """The instant, the local time, or the day of a row. Raises InvalidValue when it cannot be read."""
        if row.surplus:
            raise InvalidValue("imports.row-with-more-cells")
        number = read_counted_date(self._cell(row, "date"))
        if isinstance(number, datetime):
            return number
        when = (number, None) if number else read_when(self._in_english(self._cell(row, "date")), self._order)
        if when is None or (not isinstance(when, datetime) and when[0].year not in YEARS):
            raise _unread(self._cell(row, "date"))
        if isinstance(when, datetime):
            return when
        day, clock = when
        if "time" in self._columns and clock == MIDNIGHT:
            clock = None
        if text := self._cell(row, "time"):
            try:
                clock = read_clock("".join(text.split()))
            except InvalidValue:
                raise InvalidValue("imports.time-not-understood") from None
        return datetime.combine(day, clock) if clock else day


def _unread(text: str) -> InvalidValue:
    """Why a date cannot be read."""
    is_open = names_open_month(text)
    return InvalidValue("imports.month-of-several-languages" if is_open else "imports.day-not-understood")


def _pieces(cell: str) -> list[str]:
    """The words of a cell, which are separated by commas, semicolons or bars."""
    return cell.replace(";", "|").replace(",", "|").split("|")
