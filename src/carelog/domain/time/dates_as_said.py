"""Dates as people write them, such as 16 may, May 16th, sunday 22 november, 20.11.2026; never one of two that fit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from carelog.errors import InvalidValue

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip

_FILLERS = frozenset({"of", "the"})
_NUMBERED = re.compile(r"([0-9]{1,4})([./-])([0-9]{1,2})(?:\2([0-9]{4})?)?", re.ASCII)
_YEAR_FIRST = re.compile(r"([0-9]{4})([./])([0-9]{1,2})\2([0-9]{1,2})", re.ASCII)
_DAY_OF_MONTH = re.compile(r"([0-9]{1,2})(?:st|nd|rd|th|\.)?", re.ASCII)
_YEAR = re.compile(r"[0-9]{4}", re.ASCII)
_LEAP_YEARS_APART = 8


def read_date(words: list[str], today: date, *, ahead: bool) -> date | None:
    """The date that words name as a whole, or None where they name none.

    Without a year it is the latest such day up to `today` or, `ahead`, the first one from today on. A date in numbers
    is read where its order is certain: points stand between day and month in that order in every locale of the CLDR
    that writes points, and 20/11/2026 can be one day only. Raises InvalidValue for two possible days.
    """
    words = [word for word in words if word not in _FILLERS]
    number = weekday_named(words[-1]) if len(words) == 2 and words[0] in ("last", "next") else None
    if number is not None:
        return _last_or_next(words, number, today)
    number = weekday_named(words[0]) if len(words) > 1 else None
    if number is not None:
        return _on_weekday(_written(words[1:], today, ahead=ahead), words, number)
    return _written(words, today, ahead=ahead)


def weekday_named(word: str) -> int | None:
    """The weekday, 0 for Monday, of an English name in lower case, whole or shortened to three letters."""
    return next((number for number, name in enumerate(WEEKDAYS) if word in (name, name[:3])), None)


def month_named(word: str) -> int:
    """The month, 1 to 12, of an English name in lower case, whole or shortened to three letters; 0 for another word."""
    short = "sep" if word.rstrip(".") == "sept" else word.rstrip(".")
    return next((number for number, name in enumerate(MONTHS, 1) if short in (name, name[:3])), 0)


def refuse_two(text: str, days: list[date]) -> None:
    """Raise InvalidValue, which names both, where a text can mean two days."""
    if len(days) > 1:
        raise InvalidValue("time.two-days", text=text, one=days[0], other=days[1])


def _last_or_next(words: list[str], number: int, today: date) -> date:
    """The last such weekday before today; the next one where it is in the week after this, whatever day weeks begin.

    Raises InvalidValue for a next weekday that some people mean in this week, and others in the one after.
    """
    away = (number - today.weekday()) % 7 or 7
    if words[0] == "last":
        return today - timedelta(days=7 - away % 7)
    coming, begun = today + timedelta(days=away), today.weekday()
    if number > begun or (number + 1) % 7 > (begun + 1) % 7:
        refuse_two(" ".join(words), [coming, coming + timedelta(days=7)])
    return coming


def _on_weekday(day: date | None, words: list[str], number: int) -> date | None:
    """A date that stands behind its weekday. Raises InvalidValue where it is on another one."""
    if day is not None and day.weekday() != number:
        raise InvalidValue("time.other-weekday", text=" ".join(words), day=day)
    return day


def _written(words: list[str], today: date, *, ahead: bool) -> date | None:
    if len(words) == 1:
        return _iso_date(words[0]) or _in_numbers(words[0], today, ahead=ahead)
    for day, month, *year in (words, [*words[1::-1], *words[2:]]) if words else ():
        number, in_year = _DAY_OF_MONTH.fullmatch(day), [int(each) for each in year if _YEAR.fullmatch(each)]
        if number and month_named(month) and len(year) < 2 and len(in_year) == len(year):
            return _date(int(number[1]), month_named(month), in_year[0] if in_year else None, today, ahead=ahead)
    return None


def _iso_date(word: str) -> date | None:
    """A date that begins with its year, in the order of ISO 8601: 2026-11-21, also with points or slashes."""
    if found := _YEAR_FIRST.fullmatch(word):
        word = f"{found[1]}-{found[3]:0>2}-{found[4]:0>2}"
    try:
        return date.fromisoformat(word) if len(word) == len("2026-11-21") else None
    except ValueError:
        return None


def _in_numbers(word: str, today: date, *, ahead: bool) -> date | None:
    found = _NUMBERED.fullmatch(word)
    if not found:
        return None
    first, sign, second, year = found.groups()
    if len(first) > 2:
        return None
    has_end = word.endswith(sign)
    if year is None and (sign == "-" or has_end != (sign == ".")):  # 20.11 can be a time of day, and 3-4 anything
        return None
    orders = [(int(first), int(second))]
    if sign != ".":
        orders.append((int(second), int(first)))
    days = {_date(day, month, int(year) if year else None, today, ahead=ahead) for day, month in orders}
    fitting = sorted(each for each in days if each)
    refuse_two(word, fitting)
    return fitting[0] if fitting else None


def _date(day: int, month: int, year: int | None, today: date, *, ahead: bool) -> date | None:
    years = [year] if year is not None else _years_from(today.year, ahead=ahead)
    for each in years:
        try:
            found = date(each, month, day)
        except ValueError:
            continue
        if year is not None or (found >= today if ahead else found <= today):
            return found
    return None


def _years_from(year: int, *, ahead: bool) -> Iterator[int]:
    step = 1 if ahead else -1
    return iter(range(year, year + step * (_LEAP_YEARS_APART + 1), step))
