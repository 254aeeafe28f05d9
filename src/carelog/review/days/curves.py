"""Values over time as they are drawn and as they are told: points, a line through their middle, and stages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from carelog.domain.statistics.descriptive import median, rolling_median
from carelog.domain.time.days import ONE_DAY, Period
from carelog.review.coverage import speak_for

_WEEK, _FOUR_WEEKS = 7, 28
_YEAR, _TEN_YEARS = 366, 3_660
_HALF_A_YEAR, _THREE_YEARS = 184, 1_098


@dataclass(frozen=True, slots=True)
class Curve:
    """The values of a period, one for every `spacing` days, None where there is none.

    Single days up to a year, medians of seven days up to ten years, of four weeks beyond. `line` is the median of
    each point and the six before it, None where fewer than four of them are known: it looks back only, and makes
    nothing up.
    """

    period: Period
    spacing: int
    points: tuple[float | None, ...]
    line: tuple[float | None, ...]


@dataclass(frozen=True, slots=True)
class Stage:
    """A week, month or year of a longer period, or as much of it as the period has.

    `median` is None where fewer than half of its days have a value.
    """

    period: Period
    days: int
    median: float | None


def curve(by_day: Mapping[date, float], period: Period) -> Curve:
    """The curve of the values of a period's days."""
    spacing = 1 if len(period) <= _YEAR else _WEEK if len(period) <= _TEN_YEARS else _FOUR_WEEKS
    together: list[list[float]] = [[] for _ in range(0, len(period), spacing)]
    for day, value in by_day.items():
        together[(day - period.first).days // spacing].append(value)
    points = [median(values) if values else None for values in together]
    return Curve(period, spacing, tuple(points), tuple(rolling_median(points)))


def stages(by_day: Mapping[date, float], period: Period) -> tuple[Stage, ...]:
    """The period in weeks from Monday up to half a year, in months up to three years, in years beyond."""
    parts: dict[tuple[int, ...], list[date]] = {}
    for day in period:
        parts.setdefault(_part(day, len(period)), []).append(day)
    return tuple(_stage(by_day, Period(days[0], days[-1])) for days in parts.values())


def _part(day: date, length: int) -> tuple[int, ...]:
    if length <= _HALF_A_YEAR:
        return ((day - day.weekday() * ONE_DAY).toordinal(),)
    return (day.year, day.month) if length <= _THREE_YEARS else (day.year,)


def _stage(by_day: Mapping[date, float], period: Period) -> Stage:
    values = [by_day[day] for day in period if day in by_day]
    return Stage(period, len(values), median(values) if speak_for(len(values), len(period)) else None)
