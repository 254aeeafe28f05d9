"""Bearable: a CSV table with a row for each record, in the layouts of 2022 and of today.

A mood is a number on a scale of 5 or of 10. The file does not say which, so the person gives the score of each number,
as for a mood that only has a name. Symptoms, ratings and measurements become readings; a medicine becomes a routine
with a tick for each time it was taken; everything else goes to the note. A part of the day becomes its middle hour.
Source: the readers that docs/importing.md names.
"""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date, datetime, time

from carelog.domain.text import clean_line
from carelog.domain.time.days import read_clock
from carelog.errors import InvalidValue
from carelog.exchange.files.midnight import are_only_midnights
from carelog.exchange.files.remark import Remark
from carelog.exchange.files.table import Row, read_columns, read_table
from carelog.exchange.files.written_days import day_of
from carelog.exchange.pipeline.import_batch import ImportBatch, ImportContext
from carelog.exchange.pipeline.import_records import (
    ImportRecord,
    batch_from_records,
    unreadable_time,
)
from carelog.exchange.pipeline.scales import Reading
from carelog.exchange.readers.medicines import with_medicines
from carelog.exchange.readers.unknown_parts import about_columns

SOURCE = "bearable"

_HOUR_BY_PART_OF_DAY = {"pre": 3, "am": 9, "mid": 15, "pm": 21}
_NUMBER = re.compile(r"-?\d{1,6}(?:[.,]\d{1,4})?")
_HOURS = re.compile(r"\d{1,2}(?::[0-5]\d|\s*h(?:rs?|ours?)?\s*[0-5]?\d\s*m(?:in)?(?:s|utes?)?)", re.IGNORECASE)
_SEVERITY = re.compile(r"(?<!\s)\s*+\((?:mild|moderate|severe|unbearable|none)\)\s*$", re.IGNORECASE)
_UNIT = re.compile(r"(\S(?:.*\S)?)\s*\(([^()]{1,20})\)")
_AMOUNT = "rating/amount"
_LONGEST_NAME = 150
_COLUMNS = {"date", "date formatted", "weekday", "time of day", "category", _AMOUNT, "detail", "notes"}
_MEDICINES, _MEASURED, _SYMPTOM, _MOOD = "meds/supplements", "health measurements", "symptom", "mood"
_OPEN_MOOD = "Bearable mood"
"""The name of a mood whose scale is open. Its score is remembered by this name, in all languages."""
_NOT_RATED = {_MEDICINES, _MEASURED, "bowel movement"}
"""The categories whose amount is no rating of the category itself: it belongs to the detail, or is a text."""
_NOT_TAKEN = {"0", "skipped", "missed", "not taken"}


def is_bearable(content: bytes) -> bool:
    """Whether a file looks like a table of Bearable."""
    return {"time of day", "category", _AMOUNT, "detail"} <= set(read_columns(content))


def read_bearable(content: bytes, context: ImportContext) -> ImportBatch:
    """Read the entries, and the medicines with a tick for each time they were taken.

    Raises RefusedFile when the file is damaged or cut off, InvalidValue when a score of `context` is not 1 to 5.
    """
    table = read_table(content)
    unknown = table.unknown_columns(_COLUMNS)
    taken: list[tuple[str, ImportRecord]] = []
    records: list[ImportRecord | Remark] = []
    for row in table.rows:
        when = _when(row)
        if when is None:
            records.append(unreadable_time(row.line))
        elif row.cell("category").lower() == _MEDICINES and (
            medicines := _medicines(row, when, row.labelled_cells(unknown))
        ):
            taken += medicines
        else:
            records.append(_record(row, when, row.labelled_cells(unknown)))
    remarks = [*table.remarks, *about_columns(unknown)]
    has_times = not are_only_midnights(
        each.when for each in [*records, *(record for _, record in taken)] if isinstance(each, ImportRecord)
    )
    batch = batch_from_records(SOURCE, context, records, remarks=remarks, moods_are_numbers=True, has_times=has_times)
    return with_medicines(batch, context, taken, has_times=has_times)


def _when(row: Row) -> datetime | date | None:
    day = day_of(row.cell("date formatted") or row.cell("date"), None)
    part = row.cell("time of day").lower()
    if day is None:
        return None
    if part in _HOUR_BY_PART_OF_DAY:
        return datetime.combine(day, time(_HOUR_BY_PART_OF_DAY[part]))
    with suppress(InvalidValue):
        return datetime.combine(day, read_clock("".join(part.split())))
    return day


def _medicines(row: Row, when: datetime | date, others: list[str]) -> list[tuple[str, ImportRecord]]:
    """The medicines of a row, each with the record of taking it; none where names and amounts do not match."""
    names = [clean_line(each)[:_LONGEST_NAME] for each in row.cell("detail").split("|")]
    amounts = [each.strip() for each in row.cell(_AMOUNT).split("|")] if len(names) > 1 else [row.cell(_AMOUNT)]
    if not all(names) or len(amounts) != len(names) or {each.lower() for each in amounts} & _NOT_TAKEN:
        return []
    note = [each for each in (_unread_time(row), row.cell("notes"), *others) if each]
    return [
        (name, ImportRecord(row.line, when, text=[amount, *note], identity=(*_identity(row), name)))
        for name, amount in zip(names, amounts, strict=True)
    ]


def _record(row: Row, when: datetime | date, others: list[str]) -> ImportRecord:
    category, amount, detail = row.cell("category"), row.cell(_AMOUNT), row.cell("detail")
    note, identity = [_unread_time(row), row.cell("notes"), *others], _identity(row)
    kind = category.lower()
    if kind == _MOOD and _NUMBER.fullmatch(amount):
        mood = f"{_OPEN_MOOD} {amount}"
        return ImportRecord(row.line, when, mood=mood, text=note, feelings=detail.split("|"), identity=identity)
    if reading := _reading(category, amount, detail):
        text = "" if kind in (_SYMPTOM, _MEASURED) or _SEVERITY.search(detail) else detail
        return ImportRecord(row.line, when, text=[text, *note], readings=[reading], identity=identity)
    text = ": ".join(filter(None, (category, detail))) + (f" ({amount})" if amount else "")
    return ImportRecord(row.line, when, text=[text, *note], identity=identity)


def _unread_time(row: Row) -> str:
    """A time of day that is neither a clock time nor a known part of the day, for the note; else empty."""
    part = row.cell("time of day")
    with suppress(InvalidValue):
        read_clock("".join(part.split()))
        return ""
    return "" if part.lower() in (*_HOUR_BY_PART_OF_DAY, "all day", "") else part


def _identity(row: Row) -> tuple[str, ...]:
    """The cells that stay the same when the row is exported again."""
    return tuple(row.cell(name) for name in ("date", "time of day", "category", _AMOUNT, "detail", "notes"))


def _reading(category: str, amount: str, detail: str) -> str | Reading:
    """The reading of a row, empty without one: a symptom or measurement has its own name, a rating its category's."""
    kind = category.lower()
    if _HOURS.fullmatch(amount):
        return f"{category}: {amount}"
    if not _NUMBER.fullmatch(amount):
        return ""
    if kind == _SYMPTOM:
        name = _SEVERITY.sub("", detail)
        return f"{name}: {amount}" if name and "|" not in name else ""
    if kind == _MEASURED:
        return _measured(detail, float(amount.replace(",", ".")))
    return f"{category}: {amount}" if kind not in _NOT_RATED else ""


def _measured(detail: str, number: float) -> str | Reading:
    """The reading of a measurement, whose unit may follow its name in brackets."""
    named = _UNIT.fullmatch(detail)
    name, unit = (named[1], named[2]) if named else (detail, "")
    return Reading(name, number, unit) if name and "|" not in name else ""
