"""eMoods: a CSV table with four severities, sleep and notes for each day, alone or in a backup.

Severities are written as 1 to 4, which mean none to severe, and become readings from 0 to 3. They are not combined into
a mood. The numbers in the columns for therapy, psychotic symptoms and menstrual cycle are not documented, so they go to
the note. Source: the programs that docs/importing.md names.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from carelog.errors import RefusedFile
from carelog.exchange.files.archive import is_zip, members, names
from carelog.exchange.files.remark import Remark
from carelog.exchange.files.table import Row, read_columns, read_table
from carelog.exchange.files.written_days import Order, day_of
from carelog.exchange.pipeline.import_batch import ImportBatch, ImportContext
from carelog.exchange.pipeline.import_records import ImportRecord, batch_from_records, unreadable_time
from carelog.exchange.pipeline.order_of_dates import order_in_export, remarks_about_order
from carelog.exchange.readers.unknown_parts import about_columns
from carelog.wording.files import imports as words

SOURCE = "emoods"

_DAY = "date"
"""The beginning of the column's name; the format of the dates may follow in brackets."""
_SEVERITIES = {"irritability": "Irritability", "anxiety": "Anxiety", "depressed": "Depressed", "elevated": "Elevated"}
_NUMBERS = {"sleep": ("Sleep", " h"), "weight": ("Weight", "")}
_TEXTS = {"psychotic symptoms": "Psychotic symptoms", "therapy": "Therapy", "menstrual cycle": "Menstrual cycle"}
_MOST_SEVERE = 3
_TABLE = "entry.csv"
_SEVERITY = re.compile(r"([1-4])(?:\.0+)?")
_KNOWN = {"id", "note", *_SEVERITIES, *_NUMBERS, *_TEXTS}


def is_emoods(content: bytes) -> bool:
    """Whether a file is a table or backup of eMoods, judged by its first row or its names."""
    if is_zip(content):
        return any(_has_columns(found) for _, found in members(content, _is_named_as_table))
    return _has_columns(content)


def read_emoods(content: bytes, context: ImportContext) -> ImportBatch:
    """Read an entry from each day. Raises RefusedFile when the file is damaged, cut off, or has no column of days."""
    table = read_table(_table(content))
    day = _day_column(table.columns)
    if day is None:
        raise RefusedFile("imports.emoods-without-day")
    dates = [row.cell(day) for row in table.rows]
    order = order_in_export(dates, context, SOURCE, _DAY, _order_in_heading(day))
    unknown = table.unknown_columns(_KNOWN | {day})
    remarks = [*table.remarks, *about_columns(unknown), *_other_tables(content)]
    remarks += remarks_about_order(dates, order, context)
    records = (_record(row, day_of(row.cell(day), order), unknown) for row in table.rows)
    return batch_from_records(SOURCE, context, records, remarks=remarks)


def _is_named_as_table(name: str) -> bool:
    return name.rsplit("/", 1)[-1] == _TABLE


def _has_columns(content: bytes) -> bool:
    columns = read_columns(content)
    return {"irritability", "elevated"} <= set(columns) and _day_column(columns) is not None


def _day_column(columns: Sequence[str]) -> str | None:
    return next((name for name in columns if name.startswith(_DAY)), None)


def _order_in_heading(name: str) -> Order | None:
    """The order that a heading such as `date (mm/dd/yyyy)` says."""
    letters = "".join(dict.fromkeys(re.findall(r"[dmy]", name.removeprefix(_DAY))))
    return next((order for order in Order if order.value == letters), None)


def _other_tables(content: bytes) -> list[Remark]:
    """A remark about the other tables of a backup, whose numbers are not documented."""
    others = [name for name in names(content) if name.endswith(".csv") and not _is_named_as_table(name)]
    return [Remark(0, words.left_behind(len(others), "other tables of the backup"))] if others else []


def _table(content: bytes) -> bytes:
    if not is_zip(content):
        return content
    for _, found in members(content, _is_named_as_table):
        return found
    raise RefusedFile("imports.emoods-without-entries")


def _record(row: Row, day: date | None, unknown: Sequence[str]) -> ImportRecord | Remark:
    if day is None:
        return unreadable_time(row.line)
    severities, unread = _severities(row)
    numbers = [f"{name}: {row.cell(column)}{unit}" for column, (name, unit) in _NUMBERS.items() if row.cell(column)]
    labelled = [f"{name}: {row.cell(column)}" for column, name in _TEXTS.items() if row.cell(column) not in ("", "0")]
    text = [each for each in (row.cell("note"), *labelled, *row.labelled_cells(unknown), *unread) if each]
    if not (severities or numbers or text):
        return Remark(row.line, words.NOTHING_WRITTEN_IN_IT)
    return ImportRecord(row.line, day, f"{day}", text=text, readings=[*severities, *numbers])


def _severities(row: Row) -> tuple[list[str], list[str]]:
    """The severities as readings, and as texts those that are not 1 to 4."""
    read, unread = [], []
    for column, name in _SEVERITIES.items():
        cell = row.cell(column)
        if found := _SEVERITY.fullmatch(cell):
            read.append(f"{name}: {int(found[1]) - 1}/{_MOST_SEVERE}")
        elif cell:
            unread.append(f"{name}: {cell}")
    return read, unread
