"""Splitting a period into weeks, months or years, so that a table of it stays short."""

from __future__ import annotations

from datetime import date, timedelta
from enum import Enum
from itertools import groupby

from carelog.domain.time.days import ONE_DAY, Period

_A_WEEK = timedelta(days=7)
_MOST_WEEKS, _MOST_MONTHS = 13, 36


class Unit(Enum):
    """What a row of the table stands for."""

    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


def unit_of(period: Period) -> Unit:
    """Weeks for a period of up to 13 of them, months for up to 36, else years."""
    if len(period) <= 7 * _MOST_WEEKS:
        return Unit.WEEK
    months = (period.last.year - period.first.year) * 12 + period.last.month - period.first.month + 1
    return Unit.MONTH if months <= _MOST_MONTHS else Unit.YEAR


def cut(period: Period, unit: Unit) -> list[Period]:
    """Split a period, in order. Months and years are calendar ones, cut off where the period begins or ends."""
    if unit is Unit.WEEK:
        return weeks_of(period)

    def piece(day: date) -> tuple[int, int]:
        return day.year, day.month if unit is Unit.MONTH else 0

    pieces = (list(days) for _, days in groupby(period, key=piece))
    return [Period(days[0], days[-1]) for days in pieces]


def weeks_of(period: Period) -> list[Period]:
    """Split a period into groups of seven days from its first day on; the last group may be shorter."""
    starts = [day for number, day in enumerate(period) if number % 7 == 0]
    return [Period(start, min(start + _A_WEEK - ONE_DAY, period.last)) for start in starts]
