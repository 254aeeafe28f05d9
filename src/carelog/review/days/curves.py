"""Values over time, for drawings and sentences: points, a smoothed line through them, and summaries of stages."""

from __future__ import annotations

from collections.abc import Mapping
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

    `days` of it have a value; `median` is None where these are fewer than half of its days that are asked for.
    """

    period: Period
    days: int
    median: float | None


def curve(by_day: Mapping[date, float], period: Period) -> Curve:
    """The curve of values by day; all days have to be within the period."""
    spacing = days_per_point(period)
    groups: list[list[float]] = [[] for _ in range(0, len(period), spacing)]
    for day, value in by_day.items():
        groups[(day - period.first).days // spacing].append(value)
    points = [median(values) if values else None for values in groups]
    return Curve(period, spacing, tuple(points), tuple(rolling_median(points)))


def stages(by_day: Mapping[date, float], period: Period, asked_for: frozenset[date]) -> tuple[Stage, ...]:
    """The period in weeks from Monday if it is up to half a year long, in months up to three years, else in years."""
    parts: dict[tuple[int, ...], list[date]] = {}
    for day in period:
        parts.setdefault(_part(day, len(period)), []).append(day)
    return tuple(_stage(by_day, Period(days[0], days[-1]), asked_for) for days in parts.values())


def _part(day: date, length: int) -> tuple[int, ...]:
    if length <= _HALF_A_YEAR:
        return ((day - day.weekday() * ONE_DAY).toordinal(),)
    return (day.year, day.month) if length <= _THREE_YEARS else (day.year,)


def _stage(by_day: Mapping[date, float], period: Period, asked_for: frozenset[date]) -> Stage:
    values = [by_day[day] for day in period if day in by_day]
    enough = covers_half(len(values), len(asked_for.intersection(period)))
    return Stage(period, len(values), median(values) if enough else None)
