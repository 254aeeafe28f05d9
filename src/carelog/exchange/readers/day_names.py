"""The days that the names of files stand for, as in `2025-03-09.md` and `2025/03/09.txt`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date

from carelog.exchange.files.archive import is_of_mac
from carelog.exchange.files.written_days import Order, day_of, order_of
from carelog.exchange.pipeline.import_records import YEARS

_ENDINGS = (".md", ".markdown", ".txt")
_WHOLE = re.compile(r"(\d{4})([-_.]?)(\d{2})\2(\d{2})(?!\d)(?P<more>.*)", re.DOTALL)
_MONTH = re.compile(r"(?:.*/)?(\d{4})(?!\d)(?:[^/]*/|[-_.])(\d{1,2})(?!\d)[^/]*", re.DOTALL)
_DAY = re.compile(r"(\d{1,2})(?!\d)(?P<more>.*)", re.DOTALL)
"""A folder for a month, alone or in one for its year, and a file in it."""
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
        return self.name.rpartition("/")[0]


def is_hidden(name: str) -> bool:
    """Whether a file or one of its folders is hidden, or is what a Mac adds to a zip file."""
    return is_of_mac(name) or any(each[:1] == "." for each in name.split("/"))


def days_in(names: Iterable[str]) -> list[NamedDay]:
    """The text files whose names are days, oldest first.

    Dates such as 3-9-2025 are read where the names leave one order of day and month only.
    """
    texts = [name for name in names if name.lower().endswith(_ENDINGS) and not is_hidden(name)]
    order = order_of(_stem(name) for name in texts)
    found = [day for name in texts if (day := _named_day(name, order))]
    return sorted(found, key=lambda each: (each.day, each.name))


def is_named_as_day(name: str) -> bool:
    """Whether a text file is called as a day, by its name or with the folders that it is in."""
    return bool(days_in([name]))


def _named_day(name: str, order: Order | None) -> NamedDay | None:
    stem = _stem(name)
    if found := _WHOLE.fullmatch(stem):
        day = _day(found[1], found[3], found[4])
        return NamedDay(name, day, found["more"].strip(_BETWEEN)) if day else None
    if of_folders := _of_folders(name, stem):
        return of_folders
    written = day_of(stem.replace("_", " "), order)
    return NamedDay(name, written) if written and written.year in YEARS else None


def _of_folders(name: str, stem: str) -> NamedDay | None:
    """The day of a file that is called as a day of its month, in a folder for that month."""
    month, day = _MONTH.fullmatch(name.rpartition("/")[0]), _DAY.fullmatch(stem)
    found = _day(month[1], month[2], day[1]) if month and day else None
    return NamedDay(name, found, day["more"].strip(_BETWEEN)) if found and day else None


def _day(year: str, month: str, day: str) -> date | None:
    with suppress(ValueError):
        return date(int(year), int(month), int(day)) if int(year) in YEARS else None
    return None


def _stem(name: str) -> str:
    return name.rpartition("/")[2].rpartition(".")[0]
