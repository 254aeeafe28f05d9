"""Parse dates as people and programs write them; whether the day or the month comes first is never guessed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from contextlib import suppress
from datetime import date, datetime, time
from enum import Enum

from carelog.domain.time.days import read_clock
from carelog.errors import InvalidValue
from carelog.exchange.files.month_names import day_and_month

_YEAR_FIRST = re.compile(r"([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})")
_YEAR_LAST = re.compile(r"([0-9]{1,2})([-/.])([0-9]{1,2})\2([0-9]{4})")
_YEAR = re.compile(r"(?<![0-9])([0-9]{4})(?![0-9])")
_CLOCK = re.compile(r"[T ,]+([0-9]{1,2}:[0-9]{2})(?::[0-9]{2}(?:\.[0-9]+)?)?\s*([AaPp]\.?[Mm]\.?)?$")


class Order(Enum):
    """Whether the day or the month comes first in a date such as 3/9/2025."""

    DAY_FIRST = "dmy"
    MONTH_FIRST = "mdy"


def order_of(texts: Iterable[str]) -> Order | None:
    """The only order that fits all dates of a column; None where both fit or neither does."""
    pairs = [
        (int(found[1]), int(found[3]))
        for text in texts
        if (found := _YEAR_LAST.match(text.strip())) and found[2] != "."
    ]
    day_first, month_first = any(first > 12 for first, _ in pairs), any(second > 12 for _, second in pairs)
    if day_first == month_first:
        return None
    return Order.DAY_FIRST if day_first else Order.MONTH_FIRST


def needs_order(texts: Iterable[str]) -> bool:
    """Whether one of the texts is a date such as 3/9/2025, which cannot be read without its order."""
    return any((found := _YEAR_LAST.match(text.strip())) and found[2] != "." for text in texts)


def read_when(text: str, order: Order | None) -> datetime | tuple[date, time | None] | None:
    """Parse a date with or without a time: a day and its time or None, or a datetime where the text has an offset.

    In a date with dots the day comes first; for other separators `order` decides. None where there is no valid date.
    """
    text = " ".join(text.split())
    with suppress(ValueError):
        when = datetime.fromisoformat(text)
        if when.tzinfo is not None:
            return when
    clock = None
    if found := _CLOCK.search(text):
        with suppress(InvalidValue):
            clock = read_clock("".join(filter(None, (found[1], found[2]))))
            text = text[: found.start()]
    with suppress(ValueError):
        day = _day(text.strip(" ,"), order)
        return (day, clock) if day else None
    return None


def day_of(text: str, order: Order | None) -> date | None:
    """The day of a date with or without a time; None where there is no valid date, or the text has an offset."""
    when = read_when(text, order)
    return when[0] if isinstance(when, tuple) else None


def _day(text: str, order: Order | None) -> date | None:
    if found := _YEAR_FIRST.fullmatch(text):
        return date(int(found[1]), int(found[2]), int(found[3]))
    if found := _YEAR_LAST.fullmatch(text):
        first, second, year = int(found[1]), int(found[3]), int(found[4])
        if found[2] == "." or order is Order.DAY_FIRST:
            return date(year, second, first)
        return date(year, first, second) if order is Order.MONTH_FIRST else None
    if found := _YEAR.search(text):
        rest = f"{text[: found.start()]} {text[found.end() :]}".replace(",", " ")
        named = day_and_month(" ".join(rest.split()))
        return date(int(found[1]), named[1], named[0]) if named else None
    return None
