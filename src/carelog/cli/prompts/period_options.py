"""The days of a page or a list: --last, or --from and --to, of which both are included."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from carelog.cli.prompts.times import day_of
from carelog.domain.time.days import EARLIEST, LATEST, Period
from carelog.domain.time.months import month_of, months_on
from carelog.errors import InvalidValue
from carelog.language import gettext as _
from carelog.wording.pages import trends as trends_words

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Protocol

    from carelog.cli.runtime.context import Context

    class _WithDay(Protocol):
        @property
        def day(self) -> date: ...


Dated = TypeVar("Dated", bound="_WithDay")

Last = Annotated[
    str | None, typer.Option("--last", help=_("How far back: {lengths}.").format(lengths=trends_words.LENGTHS))
]
First = Annotated[str | None, typer.Option("--from", help=_("The first day."))]
Until = Annotated[str | None, typer.Option("--to", help=_("The last day; today unless it is given."))]

_MOST_YEARS = 100
_DAYS = {"": 1, "d": 1, "day": 1, "w": 7, "week": 7}
_MONTHS = {"mo": 1, "month": 1, "y": 12, "year": 12}


def period_of_options(context: Context, last: str | None, first: str | None, until: str | None, usual: int) -> Period:
    """The period that the options name; without --last and --from it has the `usual` number of days.

    Raises InvalidValue for a length or a day that cannot be read, and for --last together with --from.
    """
    if last is not None and first is not None:
        raise InvalidValue("time.last-and-from")
    end = day_of(context, until)
    if first is not None:
        return Period(day_of(context, first), end)
    return Period.ending(end, usual) if last is None else Period(first_day_of_length(last, end), end)


def period_of_list(
    context: Context, last: str | None, first: str | None, until: str | None, *, ahead: bool = False
) -> Period | None:
    """The period that the options of a list name; None without any, because a list then holds all days.

    Where only one end is given, the list goes on to its own end: to the very first day, and up to today or, where it
    has days to come (`ahead`), beyond. Raises InvalidValue as `period_of_options` does.
    """
    if last is None and first is None and until is None:
        return None
    if last is not None:
        return period_of_options(context, last, first, until, 1)
    from carelog.domain.time.when import Direction

    furthest = LATEST if ahead and until is None else day_of(context, until, Direction.FORWARD if ahead else None)
    return Period(min(EARLIEST, furthest) if first is None else day_of(context, first), furthest)


def period_of_weeks(context: Context, last: str | None, first: str | None, until: str | None) -> Period | None:
    """The whole weeks in which the days lie that the options name, up to the last of these days, at most to today.

    None without any option. Raises InvalidValue as `period_of_options` does, and for days that have not come yet.
    """
    asked = period_of_options(context, last, first, until, 1) if (last, first, until) != (None, None, None) else None
    if asked is None:
        return None
    if asked.first > context.today:
        raise InvalidValue("time.day-ahead")
    return Period(Period.week_of(asked.first).first, min(asked.last, context.today))


def within(things: Iterable[Dated], period: Period | None) -> list[Dated]:
    """Those things whose day lies within a period; all of them without one."""
    return [each for each in things if period is None or each.day in period]


def first_day_of_length(length: str, end: date) -> date:
    """The first day of a period of that length; a month that ends on the 15th begins on the 16th. 30 alone is days.

    Raises InvalidValue for a length that cannot be read.
    """
    joined = "".join(length.lower().split())
    unit = joined.lstrip("0123456789")
    digits, unit = joined[: len(joined) - len(unit)], unit if unit in _DAYS | _MONTHS else unit.removesuffix("s")
    count = int(digits) if digits.isascii() and 0 < len(digits) < 6 else 0
    days, months = count * _DAYS.get(unit, 0), count * _MONTHS.get(unit, 0)
    if not 0 < days + 31 * months <= 31 * 12 * _MOST_YEARS:
        raise InvalidValue("time.length-not-understood", text=length, examples=trends_words.LENGTHS)
    if days:
        return end - timedelta(days=days - 1)
    month = month_of(months_on(end, -months))
    return min(month.last, month.first + timedelta(days=end.day - 1)) + timedelta(days=1)
