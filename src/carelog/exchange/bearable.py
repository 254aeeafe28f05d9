"""Bearable: a long table with a row for each thing, in the layouts of 2022 and of today.

A mood is a number on a scale of 5 or of 10, which the file does not say: it is asked for, as moods of the person's own
are. Symptoms and ratings become readings; what has no place stays in the note. A part of the day stands for its middle.
The layouts were learned from the readers that docs/importing.md names.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time

from carelog.exchange.batch import Batch, Remark, Terms
from carelog.exchange.noted import Noted, batch_of
from carelog.exchange.table import Row, read_columns, read_table
from carelog.wording import importing as words

SOURCE = "bearable"

_PARTS_OF_THE_DAY = {"pre": 3, "am": 9, "mid": 15, "pm": 21}
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DAY = re.compile(r"(\d{1,2})(?:st|nd|rd|th) (\w{3})\w* (\d{4})", re.IGNORECASE)
_NUMBER = re.compile(r"-?\d{1,6}(?:\.\d{1,4})?")
_HOURS = re.compile(r"\d{1,2}:[0-5]\d")
_SEVERITY = re.compile(r"\s*\((?:mild|moderate|severe|unbearable|none)\)\s*$", re.IGNORECASE)
_AMOUNT = "rating/amount"


def is_bearable(content: bytes) -> bool:
    """Whether a file looks like a table of Bearable."""
    return {"time of day", "category", _AMOUNT, "detail"} <= set(read_columns(content))


def read_bearable(content: bytes, terms: Terms) -> Batch:
    """The entries. Raises RefusedFile when the file is damaged or cut off, InvalidValue for a score that is none."""
    table = read_table(content)
    return batch_of(SOURCE, terms, map(_of_row, table.rows), remarks=table.remarks, moods_are_numbers=True)


def _of_row(row: Row) -> Noted | Remark:
    shown = _shown(row)
    if shown is None:
        return Remark(row.line, words.NO_SUCH_TIME)
    # the same row of a later export is the same thing
    said = tuple(row.cell(name) for name in ("date", "time of day", "category", _AMOUNT, "detail", "notes"))
    category, amount, detail = row.cell("category"), row.cell(_AMOUNT), row.cell("detail")
    note = row.cell("notes")
    kind = category.lower()
    if kind == "mood" and _NUMBER.fullmatch(amount):
        mood = words.bearable_mood(amount)
        return Noted(row.line, shown, mood=mood, text=[note], feelings=detail.split("|"), said=said)
    if reading := _reading(category, amount, detail):
        told = detail if kind != "symptom" and not _SEVERITY.search(detail) else ""
        return Noted(row.line, shown, text=[told, note], scales=[reading], said=said)
    told = ": ".join(filter(None, (category, detail))) + (f" ({amount})" if amount else "")
    return Noted(row.line, shown, text=[told, note], said=said)


def _reading(category: str, amount: str, detail: str) -> str:
    """A number that a tracker can hold: a symptom by its own name, any other rating by its category."""
    if _HOURS.fullmatch(amount):
        return f"{category}: {amount}"
    if not _NUMBER.fullmatch(amount):
        return ""
    if category.lower() == "symptom":
        name = _SEVERITY.sub("", detail)
        return f"{name}: {amount}" if name and "|" not in name else ""
    return f"{category}: {amount}" if category.lower() not in _OF_SEVERAL_THINGS else ""


_OF_SEVERAL_THINGS = {"meds/supplements", "health measurements", "bowel movement"}
"""Categories whose numbers mean something else in each row: they stay words."""


def _shown(row: Row) -> datetime | date | None:
    day = _day(row.cell("date formatted"), row.cell("date"))
    hour = _PARTS_OF_THE_DAY.get(row.cell("time of day").lower())
    return datetime.combine(day, time(hour)) if day and hour else day


def _day(formatted: str, written: str) -> date | None:
    found = _DAY.fullmatch(" ".join(written.split()))
    try:
        if formatted:
            return date.fromisoformat(formatted)
        if found and found[2].lower() in _MONTHS:
            return date(int(found[3]), _MONTHS.index(found[2].lower()) + 1, int(found[1]))
    except ValueError:
        pass
    return None
