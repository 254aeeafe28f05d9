"""The first lines of jrnl's entries and the dates in them, whose format each person can configure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import islice

from carelog.domain.time.days import read_clock
from carelog.errors import InvalidValue
from carelog.exchange.files.written_days import Order, day_of

MOST_TRIED = 1_000

_CLOCK = re.compile(r"(?<![\d:])(\d{1,2}:\d{2})(?::(\d{2}))?(?: ?([AaPp]\.? ?[Mm]\.?)(?!\w))?(?![\d:])")
_WEEKDAY = re.compile(r"^[^\W\d_]+\.?,? (?=\S)")
_HEAD = re.compile(r"^\[(?P<stamp>[^\[\]\n]{7,60})\](?: (?P<title>.*))?$", re.MULTILINE)
_OLD_HEAD = re.compile(
    r"^(?P<stamp>(?:\d{4}-\d{2}-\d{2}|\d{1,2}\.\d{1,2}\.\d{4}) \d{1,2}:\d{2}(?::\d{2})?(?: [AaPp][Mm])?)"
    r" (?P<title>.*)$",
    re.MULTILINE,
)
"""The first line of an entry since version 2, and before it. A shorter text in brackets is a footnote."""


@dataclass(frozen=True, slots=True)
class Head:
    """The first line of an entry: its span in the text, the local time or day of the entry, and its title."""

    begin: int
    end: int
    when: datetime | date
    title: str


def begins_as_journal(start: str) -> bool:
    """Whether a text begins with the first line of an entry."""
    found = _pattern(start).match(start)
    return found is not None and any(read_stamp(found["stamp"], order) for order in Order)


def has_heads(text: str) -> bool:
    """Whether a line of a text is the first line of an entry, as jrnl writes it since version 2.

    No more than MOST_TRIED lines that look like one are tried.
    """
    tried = islice(_HEAD.finditer(text), MOST_TRIED)
    return any(read_stamp(found["stamp"], order) for found in tried for order in Order)


def heads_in(text: str, order: Order | None) -> list[Head]:
    """The first lines of all entries in a text; a line whose date cannot be read is skipped."""
    found = ((each, read_stamp(each["stamp"], order)) for each in _pattern(text).finditer(text))
    return [Head(*each.span(), when, (each["title"] or "").rstrip()) for each, when in found if when]


def stamps_in(text: str) -> Iterator[str]:
    """The dates at the beginning of entries, as they are written."""
    return (each["stamp"] for each in _pattern(text).finditer(text))


def read_stamp(stamp: str, order: Order | None) -> datetime | date | None:
    """The local time of a date line, or its day where it has no time; None where it cannot be read."""
    text = " ".join(stamp.split())
    found = _CLOCK.search(text)
    without_clock = text[: found.start()].removesuffix("T") + " " + text[found.end() :] if found else text
    day = _day(without_clock.strip(" ,"), order)
    if day is None or not found:
        return day
    with suppress(InvalidValue, ValueError, OverflowError):
        clock = read_clock("".join(filter(None, (found[1], found[3]))).replace(" ", ""))
        return datetime.combine(day, clock) + timedelta(seconds=_seconds(found[2]))
    return None


def _seconds(text: str | None) -> int:
    return min(int(text or 0), 59)


def _day(text: str, order: Order | None) -> date | None:
    """The day of a date with or without the weekday before it."""
    for each in (text, _WEEKDAY.sub("", text)):
        if found := day_of(" ".join(each.split()), order):
            return found
    return None


def _pattern(text: str) -> re.Pattern[str]:
    return _OLD_HEAD if _OLD_HEAD.match(text.lstrip()[:200]) else _HEAD
