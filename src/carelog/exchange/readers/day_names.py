"""The days that the names of files stand for, as in `2025-03-09.md` and `2025/03/09.txt`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date

from carelog.exchange.files.archive import is_of_mac
from carelog.exchange.files.month_names import day_and_month
from carelog.exchange.files.written_days import Order, day_of, order_of
from carelog.exchange.pipeline.import_records import YEARS

_ENDINGS = (".md", ".markdown", ".txt")
_WHOLE = re.compile(r"(\d{4})([-_. ]?)(\d{2})\2(\d{2})(?!\d)(?P<more>.*)", re.DOTALL)
_NO_MORE_NUMBERS = r"(?!\s?[-_./,:–—+]?\d|\s*[-–—]\s*\d+\s*$)"
"""A number with another one beside it, as in 03-09 and 9.5, is a part of a date, of a time or of an amount."""
_MONTH = re.compile(
    rf"(?:.*/)?(\d{{4}})(?!\d)(?:[^/]*/|[-_.])(\d{{1,2}})(?:[-_. ]\1)?(?!\d){_NO_MORE_NUMBERS}[^/]*", re.DOTALL
)
_DAY = re.compile(rf"(\d{{1,2}})(?:st|nd|rd|th|日|일)?(?![^\W_]){_NO_MORE_NUMBERS}(?P<more>.*)", re.DOTALL)
"""A folder for a month, alone or in one for its year, and a file in it."""
_BETWEEN_NUMBERS = re.compile(r"(?<=\d)_(?=\d)")
_BETWEEN = " _-–—.,"


@dataclass(frozen=True, slots=True)
class NamedDay:
    """A file of a day: the name it has in its folder, the day, and what its name says beside it."""

    name: str
    day: date
    title: str = ""

    @property
    def folder(self) -> str:
        """The folders that the file is in."""
        return _folder(self.name)


def is_hidden(name: str) -> bool:
    """Whether a file or one of its folders is hidden, or is what a Mac adds to a zip file."""
    return is_of_mac(name) or any(each[:1] == "." for each in name.split("/"))


def days_in(names: Iterable[str], order: Order | None = None) -> list[NamedDay]:
    """The text files whose names are days, oldest first.

    Dates such as 3-9-2025 are read in the `order` of day and month; without one, in the only order that fits all names.
    """
    texts = _texts(names)
    used = order or order_in(texts)
    found = [day for name in texts if (day := _named_day(name, used))]
    return sorted(found, key=lambda each: (each.day, each.name))


def order_in(names: Iterable[str], until: date = date.max) -> Order | None:
    """The only order that fits the dates in all names of text files; a day after `until` does not fit."""
    return order_of((_written_in(name) for name in _texts(names)), until)


def open_days(names: Iterable[str], order: Order | None = None) -> list[str]:
    """The text files whose names are one day in one order of day and month and another day in another one."""
    return [name for name in _texts(names) if len(_possible_days(name, order)) > 1]


def is_named_as_day(name: str) -> bool:
    """Whether a text file is called as a day, by its name or with the folders that it is in."""
    return bool(days_in([name]) or open_days([name]))


def _texts(names: Iterable[str]) -> list[str]:
    return [name for name in names if name.lower().endswith(_ENDINGS) and not is_hidden(name)]


def _named_day(name: str, order: Order | None) -> NamedDay | None:
    if found := _WHOLE.fullmatch(_stem(name)):
        day = _day(found[1], found[3], found[4])
        return NamedDay(name, day, found["more"].strip(_BETWEEN)) if day else None
    possible = _possible_days(name, order)
    if len(possible) == 1:
        return NamedDay(name, possible.pop())
    return None if possible else _of_folders(name)


def _possible_days(name: str, order: Order | None) -> set[date]:
    """The days that a name can be; more than one only where it is open which of day and month is first.

    What a folder for a month leaves, and then that the day stands first in dates with dots, settles it without `order`.
    """
    if _WHOLE.fullmatch(_stem(name)):
        return set()
    written = _written_in(name)
    days = {each: day for each in Order if (day := day_of(written, each)) and day.year in YEARS}
    month = _MONTH.fullmatch(_folder(name))
    here = {day for day in days.values() if month and (day.year, day.month) == (int(month[1]), int(month[2]))}
    if order in days:
        return {days[order]}
    plain = {day for day in days.values() if day == day_of(written, None)}
    return here or plain or set(days.values())


def _of_folders(name: str) -> NamedDay | None:
    """The day of a file that is called as a day of its month, in a folder for that month."""
    month, day = _MONTH.fullmatch(_folder(name)), _DAY.fullmatch(_stem(name))
    found = _day(month[1], month[2], day[1]) if month and day else None
    if not (month and day and found):
        return None
    named = day_and_month(_written_in(name))
    is_here = named is None or named[1] == found.month
    return NamedDay(name, found, "" if named else day["more"].strip(_BETWEEN)) if is_here else None


def _written_in(name: str) -> str:
    return _BETWEEN_NUMBERS.sub("-", _stem(name)).replace("_", " ")


def _folder(name: str) -> str:
    return name.rpartition("/")[0]


def _day(year: str, month: str, day: str) -> date | None:
    with suppress(ValueError):
        return date(int(year), int(month), int(day)) if int(year) in YEARS else None
    return None


def _stem(name: str) -> str:
    return name.rpartition("/")[2].rpartition(".")[0]
