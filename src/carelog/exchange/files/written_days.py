"""Parse dates as people and programs write them; whether the day, the month or the year comes first is never guessed.

A year of two digits is one of 1969 to 2068, as in POSIX.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone
from enum import Enum

from carelog.domain.time.days import read_clock
from carelog.errors import InvalidValue
from carelog.exchange.files.month_names import day_and_month
from carelog.exchange.files.weekday_names import weekday_of_word

_YEAR_FIRST = re.compile(
    r"([0-9]{4})[-/.] ?([0-9]{1,2})[-/.] ?([0-9]{1,2})\.?"
    r"|([0-9]{4})[年년] ?([0-9]{1,2})[月월] ?([0-9]{1,2})[日일]"
)
_NUMBERS = re.compile(r"([0-9]{1,2})([-/.]) ?([0-9]{1,2})\2 ?([0-9]{4}|[0-9]{1,2})(\.?)")
_YEAR = re.compile(r"(?<![0-9])([0-9]{4})(?![0-9])")
_SHORT_YEAR = re.compile(r"([0-9]{1,2}\.?[- /][^\W\d_]+\.?)[- /]'?([0-9]{2})")
_WORD = re.compile(r"[^\W\d_]+")
_AROUND = " ,;()<>[]"
_CLOCK = re.compile(
    r"(?<![\d:.])(?P<clock>\d{1,2}:\d{2})(?::\d{2}(?:[.,]\d{1,9})?)?"
    r"(?: ?(?P<half>[AaPp]\.? ?[Mm]\.?)(?!\w))?(?: ?(?:Uhr|hrs?|h)(?!\w))?"
    r"(?P<utc> ?(?:UTC|GMT|Z)(?!\w))?(?:(?:(?<=[CTZ])| )(?P<sign>[-+])(?P<hours>\d{2}):?(?P<minutes>\d{2})(?!\d))?"
    r"(?: \([^()\d]{1,60}\)| [A-Z]{2,5}(?= ?(?:\d{4})?$))?(?![\d:])"
)
"""A time of day, and behind it an offset from UTC or the name of a zone, which does not change what the wall showed."""
_DOTTED_CLOCK = re.compile(r"(?<=[\d.]) (?:klo |kl\.? )?(?P<clock>\d{1,2}\.\d{2})(?:\.\d{2})?$")
_BEFORE_CLOCK = re.compile(
    r"(?:(?<=\d)T|[ ,@–-]|(?<= )(?:at|um|à|a las?|alle(?: ore)?|às|as|om|klo|kl\.?))+$", re.IGNORECASE
)
MOST_MINUTES_FROM_UTC = 15 * 60
"""No time zone is further from UTC: an offset beyond it is an error of the file."""
_LONGEST = 100
"""The most characters of a date."""
_TURN = 69
"""The first year of two digits that belongs to the 20th century."""


class Order(Enum):
    """Which of day, month and year comes first in a date such as 3/9/2025 or 25-03-09."""

    DAY_FIRST = "dmy"
    MONTH_FIRST = "mdy"
    YEAR_FIRST = "ymd"


def order_of(texts: Iterable[str], until: date = date.max) -> Order | None:
    """The only order that fits all dates of a column; None where several fit, or none does.

    In dates with dots the day comes first unless that does not fit. A day after `until` does not fit.
    """
    fitting = orders_of(texts, until)
    return fitting[0] if len(fitting) == 1 else None


def orders_of(texts: Iterable[str], until: date = date.max) -> tuple[Order, ...]:
    """The orders that fit all dates of a column; a text that is no such date in any order does not count."""
    every = [numbers for numbers in map(_numbers_of, texts) if numbers]
    found = [numbers for numbers in every if any(numbers.fits(order, until) for order in Order)]
    for tier in _tiers(found) if found else ():
        if fitting := tuple(order for order in tier if all(numbers.fits(order, until) for numbers in found)):
            return fitting
    return ()


def needs_order(texts: Iterable[str]) -> bool:
    """Whether one of the texts is a date such as 3/9/2025, which cannot be read without its order.

    A text that is no day in any order, such as 99/99/99, needs none.
    """
    return any(numbers is not None and numbers.is_open and numbers.is_day for numbers in map(_numbers_of, texts))


def read_when(text: str, order: Order | None) -> datetime | tuple[date, time | None] | None:
    """Parse a date with or without a time: a day and its time or None, or a datetime where the text has an offset.

    `order` is that of a date of numbers alone; without one the day comes first where dots separate them. A day of the
    week is not compared with the date. None where there is no valid date.
    """
    text = _spaced(text)
    with suppress(ValueError):
        when = datetime.fromisoformat(text)
        if when.tzinfo is not None:
            return when
    rest, clock, offset = _without_clock(text)
    day = _day(rest, order)
    if day is None and (found := _DOTTED_CLOCK.search(text)):
        rest, clock, offset = text[: found.start()], _read_clock(found["clock"].replace(".", ":")), None
        day = _day(rest, order) if clock else None
    if day is None:
        return None
    return datetime.combine(day, clock, timezone(offset)) if clock and offset is not None else (day, clock)


def day_of(text: str, order: Order | None) -> date | None:
    """The day of a date with or without a time; None where there is no valid date, or the text has an offset."""
    when = read_when(text, order)
    return when[0] if isinstance(when, tuple) else None


@dataclass(frozen=True, slots=True)
class _Numbers:
    """A date of three numbers without a year of four digits in front, and the day of the week that stands beside it."""

    first: str
    separator: str
    second: str
    last: str
    closed: bool
    weekday: int | None = None

    @property
    def has_short_year(self) -> bool:
        """Whether no part has four digits."""
        return len(self.last) <= 2

    @property
    def is_open(self) -> bool:
        """Whether no order is usual: with dots the day comes first, but for a short year with a dot behind it."""
        return self.separator != "." or (self.closed and self.has_short_year)

    @property
    def is_day(self) -> bool:
        """Whether there is such a day in any order."""
        return any(self.day(order) for order in Order)

    def day(self, order: Order) -> date | None:
        """The day in an order, or None where there is none."""
        year, month, day = {
            Order.DAY_FIRST: (self.last, self.second, self.first),
            Order.MONTH_FIRST: (self.last, self.first, self.second),
            Order.YEAR_FIRST: (self.first, self.second, self.last),
        }[order]
        if len(year) == 1 or len(day) > 2:
            return None
        with suppress(ValueError):
            return date(_full_year(year), int(month), int(day))
        return None

    def fits(self, order: Order, until: date) -> bool:
        """Whether there is such a day in an order, and it is the day of the week that stands beside it."""
        day = self.day(order)
        return day is not None and day <= until and self.weekday in (None, day.weekday())


def _spaced(text: str) -> str:
    """The text with single spaces; empty where it is too long for a date."""
    return " ".join(text.split()) if len(text) <= _LONGEST else ""


def _tiers(found: list[_Numbers]) -> tuple[tuple[Order, ...], ...]:
    """The orders that may be meant, and those that may be where none of the former fits."""
    day, month, year = Order
    if not any(numbers.is_open for numbers in found):
        return ((day,), (month, year))
    if any(not numbers.is_open for numbers in found):
        return ((day,),)
    if any(numbers.has_short_year and numbers.separator != "/" for numbers in found):
        return ((day, month, year),)
    return ((day, month), (year,))


def _numbers_of(text: str) -> _Numbers | None:
    """The numbers of a date with or without a time."""
    return _numbers_in(_without_clock(_spaced(text))[0])


def _numbers_in(text: str) -> _Numbers | None:
    """The numbers of a date without a time."""
    for weekday, date_text in _without_weekday(text):
        if found := _NUMBERS.fullmatch(date_text):
            first, separator, second, last, dot = found.groups()
            return _Numbers(first, separator, second, last, bool(dot), weekday)
    return None


def _without_clock(text: str) -> tuple[str, time | None, timedelta | None]:
    """The text without its time of day, the time, and its offset from UTC where that is written."""
    found = _CLOCK.search(text)
    clock = _read_clock(f"{found['clock']}{found['half'] or ''}") if found else None
    if not found or clock is None:
        return text.strip(_AROUND), None, None
    before = _BEFORE_CLOCK.sub("", text[: found.start()])
    return f"{before} {text[found.end() :]}".strip(_AROUND), clock, _offset(found)


def _read_clock(text: str) -> time | None:
    with suppress(InvalidValue):
        return read_clock("".join(text.split()))
    return None


def _offset(found: re.Match[str]) -> timedelta | None:
    if not found["sign"]:
        return timedelta() if found["utc"] else None
    ahead = timedelta(hours=int(found["hours"]), minutes=int(found["minutes"]))
    return (ahead if found["sign"] == "+" else -ahead) if ahead <= timedelta(minutes=MOST_MINUTES_FROM_UTC) else None


def _without_weekday(text: str) -> Iterator[tuple[int | None, str]]:
    """The text itself, and what is left of it without a day of the week at its beginning or end."""
    yield None, text
    words = list(_WORD.finditer(text))
    for word in dict.fromkeys([*words[:1], *words[-1:]]):
        weekday = weekday_of_word(word[0])
        if weekday is not None:
            after = text[word.end() :].removeprefix("-feira").removeprefix(".")
            yield weekday, f"{text[: word.start()]} {after}".strip(_AROUND)


def _day(text: str, order: Order | None) -> date | None:
    days = (_plain_day(rest, order) for _, rest in _without_weekday(text))
    return next((day for day in days if day), None)


def _plain_day(text: str, order: Order | None) -> date | None:
    """The day of a date without a day of the week."""
    with suppress(ValueError):
        if found := _YEAR_FIRST.fullmatch(text):
            year, month, day = filter(None, found.groups())
            return date(int(year), int(month), int(day))
        if numbers := _numbers_in(text):
            used = order or (None if numbers.is_open else Order.DAY_FIRST)
            return numbers.day(used) if used else None
        return _named_day(text)
    return None


def _named_day(text: str) -> date | None:
    """The day of a date whose month is a word."""
    if short := _SHORT_YEAR.fullmatch(text):
        year, rest = _full_year(short[2]), short[1]
    elif found := _YEAR.search(text):
        year, rest = int(found[1]), f"{text[: found.start()]} {text[found.end() :]}".replace(",", " ")
    else:
        return None
    named = day_and_month(" ".join(rest.split()))
    return date(year, named[1], named[0]) if named else None


def _full_year(digits: str) -> int:
    year = int(digits)
    return year if len(digits) > 2 else year + (1900 if year >= _TURN else 2000)
