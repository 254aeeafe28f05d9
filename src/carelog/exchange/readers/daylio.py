"""Daylio's CSV export, in every layout since 2018.

Columns are found by name: `full_date`, or `year` and `date`; `time` and `mood`; and optionally `activities`, `scales`,
`note_title` and `note`. Rows are newest first. Source: the files and parsers that docs/importing.md names.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime

from carelog.domain.time.days import read_clock
from carelog.errors import InvalidValue, RefusedFile
from carelog.exchange.files.html_text import plain_text
from carelog.exchange.files.month_names import day_and_month
from carelog.exchange.files.remark import Remark
from carelog.exchange.files.table import Row, Table, read_columns, read_table
from carelog.exchange.files.written_days import Order, day_of, needs_order, order_of
from carelog.exchange.pipeline.import_batch import ImportBatch, ImportContext
from carelog.exchange.pipeline.import_records import YEARS, ImportRecord, batch_from_records
from carelog.wording.files import imports as imports_words
from carelog.wording.lists import listed

SOURCE = "daylio"

_COLUMNS = {"full_date", "year", "date", "weekday", "time", "mood", "activities", "scales", "note_title", "note"}
_SECONDS = re.compile(r"(?<=:[0-9]{2}):[0-9]{2}(?![0-9:])")
_YEAR = re.compile(r"[0-9]{4}")


def is_daylio(content: bytes) -> bool:
    """Whether a file is a Daylio export, judged by its first row. Raises RefusedFile when it is not text."""
    columns = set(read_columns(content))
    return "mood" in columns and not columns.isdisjoint({"full_date", "weekday", "activities"})


def read_daylio(content: bytes, context: ImportContext) -> ImportBatch:
    """Read the entries of an export, each with the id that it also gets from a later export.

    Times are local and are resolved with the person's clock. A row whose date, time or mood cannot be read becomes a
    problem. Raises RefusedFile when the file as a whole cannot be read, InvalidValue when a score of `context` is not
    1 to 5.
    """
    table = read_table(content)
    _refuse_missing(table)
    unknown = table.unknown_columns(_COLUMNS)
    remarks = [*table.remarks, *(Remark(1, imports_words.unknown_column(name)) for name in unknown)]
    texts = [row.cell("full_date") for row in table.rows]
    order = order_of(texts)
    remarks += [Remark(0, imports_words.READ_IN_ORDER[order.value])] if order and needs_order(texts) else []
    # oldest first: a later export has the same rows at the end and new ones before them
    records = (_record(row, unknown, order) for row in table.rows[::-1])
    return batch_from_records(SOURCE, context, records, remarks=remarks)


def _refuse_missing(table: Table) -> None:
    columns = set(table.columns)
    missing = sorted({"time", "mood"} - columns)
    if "full_date" not in columns and not {"year", "date"} <= columns:
        missing.insert(0, "full_date")
    if missing:
        raise RefusedFile("imports.daylio-columns-missing", columns=listed(missing))


def _record(row: Row, unknown: Sequence[str], order: Order | None) -> ImportRecord | Remark:
    try:
        when = _when(row, order)
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


def _when(row: Row, order: Order | None) -> datetime | date:
    """The local time of a row, or its day in exports from before Daylio had times.

    Raises InvalidValue when it cannot be read.
    """
    day = _day(row, order)
    if day is None or day.year not in YEARS:
        raise InvalidValue("imports.daylio-day-not-understood")
    if not row.cell("time"):
        return day
    try:
        clock = read_clock(_SECONDS.sub("", "".join(row.cell("time").split())))
    except InvalidValue:
        raise InvalidValue("imports.daylio-time-not-understood") from None
    return datetime.combine(day, clock)


def _day(row: Row, order: Order | None) -> date | None:
    """The day as Daylio writes it, or as a spreadsheet rewrote it if that has only one meaning; else None."""
    try:
        if "full_date" in row.cells:
            return day_of(row.cell("full_date"), order)
        year, found = row.cell("year"), day_and_month(row.cell("date"))
        return date(int(year), found[1], found[0]) if found and _YEAR.fullmatch(year) else None
    except ValueError:
        return None
