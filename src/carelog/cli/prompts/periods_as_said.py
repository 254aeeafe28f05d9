"""Periods as people say them, such as 30d, last month, since monday, yesterday, 16 may to 20 may."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Annotated

import typer

from carelog.cli.prompts.period_options import first_day_of_length, period_of_options
from carelog.cli.prompts.times import day_of, names_time_of_day
from carelog.domain.time.dates_as_said import month_named
from carelog.domain.time.days import ONE_DAY, Period
from carelog.domain.time.months import month_of
from carelog.errors import InvalidValue
from carelog.language import gettext as _

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from carelog.cli.runtime.context import Context

EXAMPLES = '30d, "last 3 months", "last week", "since monday", yesterday, "16 may to 20 may"'

Days = Annotated[
    list[str] | None,
    typer.Argument(metavar="[WHEN]", help=_("Which days, such as 30d or last month."), show_default=False),
]

_LENGTH = re.compile(r"(?:the )?(?:(?:last|past) )?([0-9]+ ?[a-z]+)")
_SINCE = re.compile(r"(?:since|from) (.+)")
_FROM_TO = re.compile(r"(?:from |between )?(.+?)(?: (?:to|until|till|and) | ?[\u2013\u2014] ?| - )(.+)")
_MONTH_IN_NUMBERS = re.compile(r"([12][0-9]{3})-(0[1-9]|1[0-2])", re.ASCII)
_YEAR = re.compile(r"[12][0-9]{3}", re.ASCII)
_UNIT = re.compile(r"(this|last) (week|month|year)")


def period_said(context: Context, text: str) -> Period | None:
    """The period that words name, at most to today; None where they name none, or a time of day.

    Raises InvalidValue for what can be two periods, and for a period that has not begun or ends before it begins.
    """
    said = " ".join(text.lower().replace(",", " ").split())
    if named := _UNIT.fullmatch(said):
        return _unit(context.today, named[2], is_last=named[1] == "last")
    if month := month_said(context.today, said):
        return month
    if (length := _LENGTH.fullmatch(said)) and (period := _of_length(context, length[1])):
        return period
    if since := _SINCE.fullmatch(said):
        first = _day_said(context, since[1])
        return Period(first, context.today) if first else _from_to(context, said)
    day = _day_said(context, said)
    return Period(day, day) if day else _from_to(context, said)


def month_said(today: date, said: str) -> Period | None:
    """The month of its name or number, such as november, may 2025 or 2026-11; without a year the latest that began."""
    if numbered := _MONTH_IN_NUMBERS.fullmatch(said):
        year, number = int(numbered[1]), int(numbered[2])
    else:
        name, _, in_year = said.partition(" ")
        number = month_named(name)
        if not number or not (in_year == "" or _YEAR.fullmatch(in_year)):
            return None
        year = int(in_year) if in_year else latest_month(today, number).year
    month = month_of(today.replace(year=year, month=number, day=1))
    return month if month.first > today else Period(month.first, min(month.last, today))


def latest_month(today: date, number: int) -> date:
    """The first day of the latest month of this number, 1 to 12, that has begun."""
    return today.replace(year=today.year - int(number > today.month), month=number, day=1)


def period_of_words(
    context: Context, words: Sequence[str] | None, last: str | None, first: str | None, until: str | None, usual: int
) -> Period:
    """The period that bare words name, or the options; without any it has the `usual` number of days.

    Raises InvalidValue where they cannot be read, and for words together with an option.
    """
    if not words:
        return period_of_options(context, last, first, until, usual)
    text = " ".join(words)
    if (last, first, until) != (None, None, None):
        raise InvalidValue("time.words-and-option", words=text)
    found = period_said(context, text)
    if found is None:
        raise InvalidValue("time.not-understood", text=text, examples=EXAMPLES)
    return found


def day_in_week(
    context: Context, words: Sequence[str] | None, last: str | None, first: str | None, until: str | None
) -> date:
    """A day in the week that words name, a day of it, or this week or the last, or the options; else today.

    Raises InvalidValue for words that cannot be read, and for options that name days of several weeks.
    """
    if (last, first, until) != (None, None, None):
        return _day_of_one_week(period_of_words(context, words, last, first, until, 1))
    text = " ".join(words or ()).lower().removesuffix(" week")
    if text in ("last", "this"):
        return context.today - 7 * ONE_DAY if text == "last" else context.today
    return day_of(context, " ".join(words) if words else None)


def past_or_present_day(context: Context, words: Sequence[str] | None) -> date:
    """The day that words name, or today. Raises InvalidValue for one that cannot be read or has not come yet."""
    day = day_of(context, " ".join(words) if words else None)
    if day > context.today:
        raise InvalidValue("time.day-ahead")
    return day


def _day_of_one_week(period: Period) -> date:
    if period.last not in Period.week_of(period.first):
        raise InvalidValue("time.several-weeks", first=period.first, last=period.last)
    return period.last


def _unit(today: date, unit: str, *, is_last: bool) -> Period:
    if unit == "year":
        first = today.replace(month=1, day=1)
        whole = Period(first, today) if not is_last else Period(first.replace(year=first.year - 1), first - ONE_DAY)
    else:
        around = Period.week_of if unit == "week" else month_of
        whole = around(around(today).first - ONE_DAY) if is_last else around(today)
    return Period(whole.first, min(whole.last, today))


def _of_length(context: Context, length: str) -> Period | None:
    try:
        return Period(first_day_of_length(length, context.today), context.today)
    except InvalidValue:
        return None


def _from_to(context: Context, said: str) -> Period | None:
    both = _FROM_TO.fullmatch(said)
    if both is None:
        return None
    first, last = (_day_said(context, each) for each in both.groups())
    return Period(first, last) if first and last else None


def _day_said(context: Context, text: str) -> date | None:
    """The day that words name without a time of day; None where they name none.

    Raises InvalidValue for what can be two days.
    """
    try:
        return None if names_time_of_day(context, text) else day_of(context, text)
    except InvalidValue as problem:
        if problem.key != "time.not-understood":
            raise
        return None
