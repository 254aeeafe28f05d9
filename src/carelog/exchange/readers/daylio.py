"""Daylio's CSV export, in every layout since 2018.

Columns are found by name: `full_date`, or `year` and `date`; `mood`; and optionally `time`, `activities`, `scales`,
`note_title` and `note`. A file without a heading has the columns of the layout whose shape its first row has. Rows
are newest first. Source: the files and parsers that docs/importing.md names.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import date, datetime

from carelog.domain.time.days import read_clock
from carelog.errors import InvalidValue, RefusedFile
from carelog.exchange.files.html_text import plain_text
from carelog.exchange.files.month_names import day_and_month, names_open_month, settled
from carelog.exchange.files.remark import Remark
from carelog.exchange.files.table import Row, Table, read_columns, read_first_row, read_table
from carelog.exchange.files.written_days import Order, day_of
from carelog.exchange.pipeline.import_batch import ImportBatch, ImportContext
from carelog.exchange.pipeline.import_records import YEARS, ImportRecord, batch_from_records
from carelog.exchange.pipeline.order_of_dates import order_in_export, remarks_about_order
from carelog.exchange.readers.unknown_parts import about_columns
from carelog.wording.files import imports as imports_words
from carelog.wording.lists import listed

SOURCE = "daylio"

_COLUMNS = {"full_date", "year", "date", "weekday", "time", "mood", "activities", "scales", "note_title", "note"}
_MARKS = ({"full_date"}, {"weekday", "activities"}, {"year", "date", "weekday"})
"""Beside `mood` one of these shows that a table is Daylio's."""
_MIDDLE = ("date", "weekday", "time", "mood", "activities")
_ENDS = (("note",), ("note_title", "note"), ("scales", "note_title", "note"))
_LAYOUTS = tuple(("full_date", *_MIDDLE, *end) for end in _ENDS)
_LAYOUTS_WITH_YEAR = (("year", *_MIDDLE, "note"),)
"""The columns that Daylio wrote from 2018 on, in their order."""
_SECONDS = re.compile(r"(?<=:[0-9]{2}):[0-9]{2}(?![0-9:])")
_YEAR = re.compile(r"[0-9]{4}")


def is_daylio(content: bytes) -> bool:
    """Whether a file is a Daylio export, judged by its first row. Raises RefusedFile when it is not text."""
    columns = read_columns(content)
    return _is_heading(columns) or layout_without_heading(read_first_row(content)) is not None


def read_daylio(content: bytes, context: ImportContext) -> ImportBatch:
    """Read the entries of an export, each with the id that it also gets from a later export.

    Times are local and are resolved with the person's clock. A row whose date, time or mood cannot be read becomes a
    problem. Raises RefusedFile when the file as a whole cannot be read, InvalidValue when a score of `context` is not
    1 to 5.
    """
    layout = None if _is_heading(read_columns(content)) else layout_without_heading(read_first_row(content))
    table = read_table(content, layout)
    _refuse_missing(table)
    unknown = table.unknown_columns(_COLUMNS)
    remarks = [*table.remarks, *about_columns(unknown)]
    texts = [row.cell("full_date") for row in table.rows]
    order = order_in_export(texts, context, SOURCE, "full_date")
    remarks += remarks_about_order(texts, order, context)
    remarks += [Remark(0, imports_words.WITHOUT_HEADING)] if layout else []
    in_english = settled(f"{row.cell('weekday')} {row.cell('date')} {row.cell('full_date')}" for row in table.rows)
    # oldest first: a later export has the same rows at the end and new ones before them
    records = (_record(row, unknown, order, in_english) for row in table.rows[::-1])
    return batch_from_records(SOURCE, context, records, remarks=remarks)


def layout_without_heading(cells: Sequence[str]) -> tuple[str, ...] | None:
    """The columns of a file whose first row is an entry as Daylio writes it; None for any other row."""
    layouts = _LAYOUTS_WITH_YEAR if cells and _YEAR.fullmatch(cells[0].strip()) else _LAYOUTS
    layout = next((each for each in layouts if len(each) == len(cells)), None)
    if layout is None:
        return None
    row = {name: cell.strip() for name, cell in zip(layout, cells, strict=True)}
    is_day = _YEAR.fullmatch(row["year"]) if "year" in row else day_of(row["full_date"], None)
    has_words = any(map(str.isalpha, row["date"])) and row["weekday"].replace("-", "").isalpha()
    return layout if is_day and has_words and row["mood"] and _is_clock(row["time"]) else None


def _is_heading(columns: Sequence[str]) -> bool:
    return "mood" in columns and any(marks <= set(columns) for marks in _MARKS)


def _is_clock(text: str) -> bool:
    with suppress(InvalidValue):
        return read_clock(_SECONDS.sub("", "".join(text.split()))) is not None
    return False


def _refuse_missing(table: Table) -> None:
    columns = set(table.columns)
    missing = sorted({"mood"} - columns)
    if "full_date" not in columns and not {"year", "date"} <= columns:
        missing.insert(0, "full_date")
    if missing:
        raise RefusedFile("imports.daylio-columns-missing", columns=listed(missing))


def _record(
    row: Row, unknown: Sequence[str], order: Order | None, in_english: Callable[[str], str]
) -> ImportRecord | Remark:
    try:
        when = _when(row, order, in_english)
    except InvalidValue as reason:
        return Remark(row.line, reason.message)
    note = [plain_text(row.cell("note_title")), plain_text(row.cell("note"))]
    return ImportRecord(
        row.line,
        when,
        mood=row.cell("mood"),
        text=[*note, *row.labelled_cells(unknown)],
        tags=row.cell("activities").split("|"),
        readings=row.cell("scales").split("|"),
        problem=InvalidValue("imports.row-with-more-cells") if row.surplus else None,
    )


def _when(row: Row, order: Order | None, in_english: Callable[[str], str]) -> datetime | date:
    """The local time of a row, or its day in exports without times, as from before Daylio had them.

    Raises InvalidValue when it cannot be read.
    """
    day = _day(row, order, in_english)
    if day is None and names_open_month(row.cell("full_date") or row.cell("date")):
        raise InvalidValue("imports.month-of-several-languages")
    if day is None or day.year not in YEARS:
        raise InvalidValue("imports.daylio-day-not-understood")
    if not row.cell("time"):
        return day
    try:
        clock = read_clock(_SECONDS.sub("", "".join(row.cell("time").split())))
    except InvalidValue:
        raise InvalidValue("imports.time-not-understood") from None
    return datetime.combine(day, clock)


def _day(row: Row, order: Order | None, in_english: Callable[[str], str]) -> date | None:
    """The day as Daylio writes it, or as a spreadsheet rewrote it if that has only one meaning; else None."""
    try:
        if "full_date" in row.cells:
            return day_of(in_english(row.cell("full_date")), order)
        year, found = row.cell("year"), day_and_month(in_english(row.cell("date")))
        return date(int(year), found[1], found[0]) if found and _YEAR.fullmatch(year) else None
    except ValueError:
        return None
