"""Whether moods went up or down over a period, and how sure that is."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from itertools import combinations

from carelog.domain.statistics.association import concordance, concordance_variance
from carelog.domain.statistics.descriptive import median, quantile
from carelog.domain.statistics.persistence import Persistence, stretch
from carelog.domain.statistics.student import errors_to_be_sure
from carelog.domain.time.days import Period

FEWEST_DAYS = 28
"""Under four weeks of noted days it is too early to say."""

_WEEK = 7
_YEAR, _TEN_YEARS = 366, 3_660
_PRECISION = 1e-9


class Verdict(Enum):
    """What can be said of a period as a whole."""

    HIGHER = "higher"
    LOWER = "lower"
    NO_CLEAR_CHANGE = "no-clear-change"
    TOO_EARLY = "too-early"


@dataclass(frozen=True, slots=True)
class Trend:
    """How many levels a week mood rose (below 0: fell) over a period, with its 95 % interval.

    `days` of the `of` days of the period have a mood. The line is laid through points `spacing` days apart: single
    days up to a year, medians of 7 days up to ten years, of 28 days beyond. The three numbers are None when it is
    too early to say.
    """

    verdict: Verdict
    days: int
    of: int
    spacing: int = 1
    per_week: float | None = None
    low: float | None = None
    high: float | None = None


def trend(days: Mapping[date, float], period: Period, step: float = 1.0) -> Trend:
    """The trend of the noted days of a period; other days are left out, and none is made up.

    `step` is the distance between neighbouring levels, 0 for numbers that were measured without steps.
    The verdict is the Mann-Kendall test at 5 %, with its variance stretched because neighbouring days are alike, and
    held against Student's distribution because that stretching is estimated too.
    """
    noted = {day: value for day, value in sorted(days.items()) if day in period}
    spacing = 1 if len(period) <= _YEAR else _WEEK if len(period) <= _TEN_YEARS else 4 * _WEEK
    if len(noted) < FEWEST_DAYS or 2 * len(noted) < len(period):
        return Trend(Verdict.TOO_EARLY, len(noted), len(period), spacing)
    points = _points(noted, period.first, spacing)
    places, values = list(points), list(points.values())
    balance, variance = mann_kendall(values)
    slope_where = _slopes(places, values, step)
    stretched = stretch(Persistence(points, straightened=True))
    sure = errors_to_be_sure(len(points) / stretched - 2) * math.sqrt(variance * stretched)
    low, slope, high = (slope_where(surplus) for surplus in (sure, 0, -sure))
    verdict = Verdict.NO_CLEAR_CHANGE
    if abs(balance) > sure and low * high > 0:
        verdict = Verdict.HIGHER if balance > 0 else Verdict.LOWER
    weekly = _WEEK / spacing
    return Trend(verdict, len(noted), len(period), spacing, slope * weekly, low * weekly, high * weekly)


def mann_kendall(y: Sequence[float]) -> tuple[int, float]:
    """How many more pairs of values rise than fall, and the variance of that when order means nothing, ties corrected.

    Source: Mann (1945), Econometrica 13:245; Kendall (1970), Rank Correlation Methods.
    """
    order = range(len(y))
    return concordance(y, order), concordance_variance(y, order)


def theil_sen(x: Sequence[float], y: Sequence[float], step: float = 0.0) -> float:
    """The slope of y over x: the median of the slopes of all pairs.

    With whole levels most pairs may be level, and that median 0 while mood plainly moves. So a `step` says that a
    value may have been anything within half a step of what was noted, each as likely; the slope is then the one
    that leaves as many pairs above as below on average over all of that.
    Source: Sen (1968), Journal of the American Statistical Association 63:1379.
    Raises ValueError without two different x.
    """
    return _slopes(x, y, step)(0)


def _points(noted: Mapping[date, float], first: date, spacing: int) -> dict[int, float]:
    """The medians of every `spacing` days, by their number in the period; days themselves when it is 1."""
    together: dict[int, list[float]] = {}
    for day, value in noted.items():
        together.setdefault((day - first).days // spacing, []).append(value)
    return {place: median(values) for place, values in together.items()}


def _slopes(x: Sequence[float], y: Sequence[float], step: float) -> Callable[[float], float]:
    """A function from a surplus to the slope at which so many more pairs of values are above it than below it."""
    points = sorted(zip(x, y, strict=True))
    pairs = Counter((right - left, above - below) for (left, below), (right, above) in combinations(points, 2))
    pairs = Counter({(run, rise): count for (run, rise), count in pairs.items() if run})
    if not pairs:
        raise ValueError("no two different x")
    if not step:
        return _among_slopes([rise / run for (run, rise), count in pairs.items() for _ in range(count)])
    return _between_steps(pairs, step)


def _among_slopes(slopes: list[float]) -> Callable[[float], float]:
    def slope_where(surplus: float) -> float:
        return quantile(slopes, max(0.0, min(1.0, (1 - surplus / len(slopes)) / 2)))

    return slope_where


def _between_steps(pairs: Mapping[tuple[float, float], int], step: float) -> Callable[[float], float]:
    """As `_slopes`, found by false position (Dowell and Jarratt 1971, BIT 11:168) because the surplus is smooth."""
    cells = [(run / step, rise / step, count) for (run, rise), count in pairs.items()]
    total = sum(pairs.values())
    steepest = max(abs(rise) + step for _, rise in pairs) / min(run for run, _ in pairs)

    def surplus_above(slope: float) -> float:
        surplus = 0.0
        for run, rise, count in cells:
            above = rise - slope * run
            surplus += count * (above * (2 - abs(above)) if -1 < above < 1 else 1 if above > 0 else -1)
        return surplus

    def slope_where(surplus: float) -> float:
        return _root(lambda slope: surplus_above(slope) - surplus, -steepest, steepest, total * _PRECISION)

    return slope_where


def _root(falling: Callable[[float], float], low: float, high: float, precision: float) -> float:
    """Where a falling function meets 0 between low and high; the nearer end when it does not."""
    above, below = falling(low), falling(high)
    if above <= 0 or below >= 0:
        return low if above <= 0 else high
    side = 0
    while True:
        middle = (low * below - high * above) / (below - above)
        value = falling(middle)
        if abs(value) <= precision or not low < middle < high:
            return middle
        if value > 0:
            low, above = middle, value
            below /= 2 if side > 0 else 1
            side = 1
        else:
            high, below = middle, value
            above /= 2 if side < 0 else 1
            side = -1
