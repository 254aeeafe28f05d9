"""Bearable: a long table with a row for each thing, in the layouts of 2022 and of today.

A mood is a number on a scale of 5 or of 10, which the file does not say: it is asked for, as moods of the person's own
are. Symptoms, ratings and measurements become readings, and a medicine a routine with a tick each time it was taken;
what has no place stays in the note. A part of the day stands for its middle.
The layouts were learned from the readers that docs/importing.md names.
"""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date, datetime, time

from carelog.domain.text import clean_line
from carelog.domain.time.days import read_clock
from carelog.errors import InvalidValue
from carelog.exchange.files.remark import Remark
from carelog.exchange.files.table import Row, read_columns, read_table
from carelog.exchange.files.written_days import day_of
from carelog.exchange.pipeline.import_batch import Batch, Terms
from carelog.exchange.pipeline.import_records import Noted, batch_of
from carelog.exchange.pipeline.scales import Reading
from carelog.exchange.readers.medicines import with_medicines
from carelog.wording.files import imports as words

SOURCE = "bearable"

_PARTS_OF_THE_DAY = {"pre": 3, "am": 9, "mid": 15, "pm": 21}
_NUMBER = re.compile(r"-?\d{1,6}(?:[.,]\d{1,4})?")
_HOURS = re.compile(r"\d{1,2}(?::[0-5]\d|\s*h(?:rs?|ours?)?\s*[0-5]?\d\s*m(?:in)?(?:s|utes?)?)", re.IGNORECASE)
_SEVERITY = re.compile(r"\s*\((?:mild|moderate|severe|unbearable|none)\)\s*$", re.IGNORECASE)
_UNIT = re.compile(r"(\S.*?)\s*\(([^()]{1,20})\)")
_AMOUNT = "rating/amount"
_LONGEST_NAME = 150
_COLUMNS = {"date", "date formatted", "weekday", "time of day", "category", _AMOUNT, "detail", "notes"}
_MEDICINES, _MEASURED, _SYMPTOM, _MOOD = "meds/supplements", "health measurements", "symptom", "mood"
_OPEN_MOOD = "Bearable mood"
"""The name of a mood whose scale is open. Its number is remembered by this name, in all languages."""
_NO_SCALE = {_MEDICINES, _MEASURED, "bowel movement"}
"""Categories whose number is none of their own: it is that of the thing they name, or words."""
_NOT_TAKEN = {"0", "skipped", "missed", "not taken"}


def is_bearable(content: bytes) -> bool:
    """Whether a file looks like a table of Bearable."""
    return {"time of day", "category", _AMOUNT, "detail"} <= set(read_columns(content))


def read_bearable(content: bytes, terms: Terms) -> Batch:
    """The entries, medicines and times they were taken.

    Raises RefusedFile when the file is damaged or cut off, InvalidValue for a score that is none.
    """
    table = read_table(content)
    unknown = table.others(_COLUMNS)
    taken: list[tuple[str, Noted]] = []
    found: list[Noted | Remark] = []
    for row in table.rows:
        shown = _shown(row)
        if shown is None:
            found.append(Remark(row.line, words.NO_SUCH_TIME))
        elif row.cell("category").lower() == _MEDICINES and (medicines := _medicines(row, shown, row.told(unknown))):
            taken += medicines
        else:
            found.append(_of_row(row, shown, row.told(unknown)))
    remarks = [*table.remarks, *(Remark(1, words.unknown_column(name)) for name in unknown)]
    batch = batch_of(SOURCE, terms, found, remarks=remarks, moods_are_numbers=True)
    return with_medicines(batch, terms, taken)


def _of_row(row: Row, shown: datetime | date, others: list[str]) -> Noted:
    category, amount, detail = row.cell("category"), row.cell(_AMOUNT), row.cell("detail")
    note, said = [_other_time(row), row.cell("notes"), *others], _said(row)
    kind = category.lower()
    if kind == _MOOD and _NUMBER.fullmatch(amount):
        return Noted(row.line, shown, mood=f"{_OPEN_MOOD} {amount}", text=note, feelings=detail.split("|"), said=said)
    if reading := _reading(category, amount, detail):
        told = "" if kind in (_SYMPTOM, _MEASURED) or _SEVERITY.search(detail) else detail
        return Noted(row.line, shown, text=[told, *note], scales=[reading], said=said)
    told = ": ".join(filter(None, (category, detail))) + (f" ({amount})" if amount else "")
    return Noted(row.line, shown, text=[told, *note], said=said)


def _said(row: Row) -> tuple[str, ...]:
    """The same row of a later export is the same thing."""
    return tuple(row.cell(name) for name in ("date", "time of day", "category", _AMOUNT, "detail", "notes"))


def _medicines(row: Row, shown: datetime | date, others: list[str]) -> list[tuple[str, Noted]]:
    """The medicines of a row and how much was taken of each; none where that cannot be told apart."""
    named = [clean_line(each)[:_LONGEST_NAME] for each in row.cell("detail").split("|")]
    amounts = [each.strip() for each in row.cell(_AMOUNT).split("|")] if len(named) > 1 else [row.cell(_AMOUNT)]
    if not all(named) or len(amounts) != len(named) or {each.lower() for each in amounts} & _NOT_TAKEN:
        return []
    note = [each for each in (_other_time(row), row.cell("notes"), *others) if each]
    return [
        (name, Noted(row.line, shown, text=[amount, *note], said=(*_said(row), name)))
        for name, amount in zip(named, amounts, strict=True)
    ]


def _reading(category: str, amount: str, detail: str) -> str | Reading:
    """A number that a tracker can hold: a symptom or measurement by its own name, another rating by its category."""
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
    return f"{category}: {amount}" if kind not in _NO_SCALE else ""


def _measured(detail: str, number: float) -> str | Reading:
    """A measurement, whose unit may stand in brackets behind its name."""
    named = _UNIT.fullmatch(detail)
    name, unit = (named[1], named[2]) if named else (detail, "")
    return Reading(name, number, unit) if name and "|" not in name else ""


def _shown(row: Row) -> datetime | date | None:
    day = day_of(row.cell("date formatted") or row.cell("date"), None)
    part = row.cell("time of day").lower()
    if day is None:
        return None
    if part in _PARTS_OF_THE_DAY:
        return datetime.combine(day, time(_PARTS_OF_THE_DAY[part]))
    with suppress(InvalidValue):
        return datetime.combine(day, read_clock("".join(part.split())))
    return day


def _other_time(row: Row) -> str:
    """A time of day in words that are not known: they stay words."""
    part = row.cell("time of day")
    with suppress(InvalidValue):
        read_clock("".join(part.split()))
        return ""
    return "" if part.lower() in (*_PARTS_OF_THE_DAY, "all day", "") else part
