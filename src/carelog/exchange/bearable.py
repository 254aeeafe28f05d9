"""Bearable: a long table with a row for each thing, in the layouts of 2022 and of today.

A mood is a number on a scale of 5 or of 10, which the file does not say: it is asked for, as moods of the person's own
are. Symptoms and ratings become readings; what has no place stays in the note. A part of the day stands for its middle.
The layouts were learned from the readers that docs/importing.md names.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time

from carelog.domain.mood import checked_score
from carelog.domain.text import fold
from carelog.exchange.batch import Batch, Remark, Terms
from carelog.exchange.noted import NOON, Noted, batch_of
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
    moods = {fold(name): checked_score(score) for name, score in terms.moods.items()}
    unknown: Counter[str] = Counter()
    seen: Counter[str] = Counter()
    found = [each for row in read_table(content).rows for each in _of_row(row, moods, unknown, seen)]
    return replace(batch_of(SOURCE, terms, found), unknown_moods=dict(unknown.most_common()))


def _of_row(row: Row, moods: dict[str, int], unknown: Counter[str], seen: Counter[str]) -> Iterator[Noted | Remark]:
    shown = _shown(row)
    if shown is None:
        yield Remark(row.line, words.NO_SUCH_TIME)
        return
    key = _key(row, seen)
    category, amount, detail = row.cell("category"), row.cell(_AMOUNT), row.cell("detail")
    note = row.cell("notes")
    kind = category.lower()
    if kind == "mood" and _NUMBER.fullmatch(amount):
        name = words.bearable_mood(amount)
        score = moods.get(fold(name))
        if score is None:
            unknown[name] += 1
        yield Noted(row.line, shown, key, score, (note,), [each.strip() for each in detail.split("|")])
    elif reading := _reading(category, amount, detail):
        told = detail if kind != "symptom" and not _SEVERITY.search(detail) else ""
        yield Noted(row.line, shown, key, text=[each for each in (told, note) if each], scales=[reading])
    else:
        told = ": ".join(filter(None, (category, detail))) + (f" ({amount})" if amount else "")
        yield Noted(row.line, shown, key, text=[each for each in (told, note) if each])


def _reading(category: str, amount: str, detail: str) -> str:
    """A number that a tracker can hold: a symptom by its own name, any other rating by its category."""
    if _HOURS.fullmatch(amount):
        return f"{category}: {amount.lstrip('0') or '0'}" if not amount.startswith("0:") else f"{category}: {amount}"
    if not _NUMBER.fullmatch(amount):
        return ""
    if category.lower() == "symptom":
        name = _SEVERITY.sub("", detail)
        return f"{name}: {amount}" if name and "|" not in name else ""
    return f"{category}: {amount}" if category.lower() not in _OF_SEVERAL_THINGS else ""


_OF_SEVERAL_THINGS = {"meds/supplements", "health measurements", "bowel movement"}
"""Categories whose numbers mean something else in each row: they stay words."""


def _key(row: Row, seen: Counter[str]) -> str:
    """A row by what it says: the same row of a later export is the same thing."""
    said = "\x1f".join(row.cell(name) for name in ("date", "time of day", "category", _AMOUNT, "detail", "notes"))
    seen[said] += 1
    return f"{said}\x1f{seen[said]}"


def _shown(row: Row) -> datetime | None:
    day = _day(row.cell("date formatted"), row.cell("date"))
    hour = _PARTS_OF_THE_DAY.get(row.cell("time of day").lower(), NOON)
    return datetime.combine(day, time(hour)) if day else None


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
