"""Values over time, for drawings and sentences: points, a smoothed line through them, and summaries of stages."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from carelog.domain.statistics.descriptive import median, rolling_median
from carelog.domain.statistics.trend import days_per_point
from carelog.domain.time.days import ONE_DAY, Period
from carelog.review.days.rest_days import covers_half

_HALF_A_YEAR, _THREE_YEARS = 184, 1_098


@dataclass(frozen=True, slots=True)
class Curve:
    """The values of a period as points, one for every `spacing` days, None where no value is known.

    Points are single days up to a year, medians of 7 days up to ten years, of 28 days beyond. `line` is the median of
    each point and the six before it, None where fewer than four of them are known.
    """

    period: Period
    spacing: int
    points: tuple[float | None, ...]
    line: tuple[float | None, ...]


@dataclass(frozen=True, slots=True)
class Stage:
    """A calendar week, month or year within a longer period, cut off where the period begins or ends.

    `days` of it have a value. `both` of these were at both ends of a two-sided scale; `median` is that of the others,
    None where there are none, or where the days with a value are fewer than half of those that are asked for.
    """

    period: Period
    days: int
    median: float | None
    both: int = 0


def curve(by_day: Mapping[date, float], period: Period) -> Curve:
    """The curve of values by day; all days have to be within the period."""
    spacing = days_per_point(period)
    groups: list[list[float]] = [[] for _ in range(0, len(period), spacing)]
    for day, value in by_day.items():
        groups[(day - period.first).days // spacing].append(value)
    points = [median(values) if values else None for values in groups]
    return Curve(period, spacing, tuple(points), tuple(rolling_median(points)))


def stages(
    by_day: Mapping[date, float], period: Period, asked_for: frozenset[date], both: Collection[date] = ()
) -> tuple[Stage, ...]:
    """The period in weeks from Monday if it is up to half a year long, in months up to three years, else in years.

    The days in `both` were at both ends of their scale.
    """
    parts: dict[tuple[int, ...], list[date]] = {}
    for day in period:
        parts.setdefault(_part(day, len(period)), []).append(day)
    return tuple(_stage(by_day, Period(days[0], days[-1]), asked_for, both) for days in parts.values())


def _part(day: date, length: int) -> tuple[int, ...]:
    if length <= _HALF_A_YEAR:
        return ((day - day.weekday() * ONE_DAY).toordinal(),)
    return (day.year, day.month) if length <= _THREE_YEARS else (day.year,)


def _stage(by_day: Mapping[date, float], period: Period, asked_for: frozenset[date], both: Collection[date]) -> Stage:
    days = [day for day in period if day in by_day]
    values = [by_day[day] for day in days if day not in both]
    enough = covers_half(len(days), len(asked_for.intersection(period)))
    return Stage(period, len(days), median(values) if enough and values else None, len(days) - len(values))
