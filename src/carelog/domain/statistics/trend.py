"""The trend of moods over a period: a verdict, a slope and its interval, and what could have been seen."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from itertools import combinations

from carelog.domain.score import HIGHEST, LOWEST
from carelog.domain.statistics.association import concordance, concordance_variance
from carelog.domain.statistics.descriptive import median, t_critical_value
from carelog.domain.statistics.persistence import Persistence, variance_inflation
from carelog.domain.time.days import Period

FEWEST_DAYS = 28
"""With fewer days that have a value, it is too early to say."""

_WEEK = 7
_YEAR, _TEN_YEARS = 366, 3_660
_FEWEST_POINTS = 2
"""A slope lies between two points; of a long period a few weeks between pauses are one."""
_PRECISION = 1e-9
_NORMAL_FOUR_FIFTHS = 0.8416212335729143
"""The standard normal distribution's quantile 0.8."""


class Verdict(Enum):
    """What can be said about the mood of a period as a whole."""

    HIGHER = "higher"
    LOWER = "lower"
    NO_CLEAR_CHANGE = "no-clear-change"
    TOO_EARLY = "too-early"


@dataclass(frozen=True, slots=True)
class Trend:
    """The slope of mood over a period in levels per week (`per_week`), with its interval (CONFIDENCE) `low` to `high`.

    `days` of the `of` days of the period that were asked for have a mood. The line is fitted to points that are
    `spacing` days apart: single days up to a year, medians of 7 days up to ten years, of 28 days beyond. The three
    numbers are None when it is too early to say. `low` and `high` alone are None when there is a slope and it is too
    early to say how sure it is: days are so alike that hardly any of them is independent, or a range with 0 in it would
    reach an end of the scale. The range of a clear change may end there. `could_show` is the smallest change from the
    first day to the last, in levels, that days like these show four times in five; None where the range is unknown.
    """

    verdict: Verdict
    days: int
    of: int
    spacing: int = 1
    per_week: float | None = None
    low: float | None = None
    high: float | None = None
    could_show: float | None = None

    @property
    def could_show_on_scale(self) -> float | None:
        """The change that could show, None too where it is larger than any that the scale has."""
        is_on_scale = self.could_show is not None and self.could_show <= HIGHEST - LOWEST
        return self.could_show if is_on_scale else None


def trend(days: Mapping[date, float], period: Period, *, asked: int | None = None) -> Trend:
    """The trend of the moods of a period's days. Days without a mood are left out and never interpolated.

    At least half of the `asked` days, which are all days unless it is said, need a mood.
    The verdict is the Mann-Kendall test at 5 %, with its variance inflated because neighbouring days are alike. It uses
    Student's distribution, because that inflation is an estimate too.
    """
    noted = {day: value for day, value in sorted(days.items()) if day in period}
    spacing, of = days_per_point(period), len(period) if asked is None else asked
    if len(noted) < FEWEST_DAYS or 2 * len(noted) < of:
        return Trend(Verdict.TOO_EARLY, len(noted), of, spacing)
    of_period = points(noted, period.first, spacing)
    if len(of_period) < _FEWEST_POINTS:
        return Trend(Verdict.TOO_EARLY, len(noted), of, spacing)
    places, values = list(of_period), list(of_period.values())
    slope_at, steepest = _slopes(places, values), (HIGHEST - LOWEST) / (places[-1] - places[0])
    inflation = variance_inflation(Persistence(of_period, detrended=True))
    s, variance = mann_kendall(values)
    freedom, weekly = len(values) / inflation - 2, _WEEK / spacing
    margin = t_critical_value(freedom) * math.sqrt(variance * inflation) if variance else 0.0
    low, slope, high = (slope_at(surplus) for surplus in (margin, 0, -margin))
    slope = max(-steepest, min(steepest, slope))
    verdict = Verdict.NO_CLEAR_CHANGE
    if abs(s) > margin and low * high > 0:
        verdict = Verdict.HIGHER if s > 0 else Verdict.LOWER
    is_cut = low <= -steepest or high >= steepest
    if math.isinf(margin) or (is_cut and verdict is Verdict.NO_CLEAR_CHANGE):
        return Trend(Verdict.TOO_EARLY, len(noted), of, spacing, slope * weekly)
    could_show = smallest_shown((high - low) / 2, freedom) * (places[-1] - places[0])
    low, high = max(-steepest, low), min(steepest, high)
    slope, low, high = (bound * weekly + 0.0 for bound in (slope, low, high))
    return Trend(verdict, len(noted), of, spacing, slope, low, high, could_show)


def smallest_shown(margin: float, degrees_of_freedom: float) -> float:
    """The smallest effect that is told from none four times in five, where ranges reach a `margin` either way.

    It has to be so many standard errors beyond the margin of the test as hold four fifths of a normal distribution.
    Source: Cohen (1988), Statistical Power Analysis for the Behavioral Sciences, 2nd edition, chapter 2.
    """
    return margin * (1 + _NORMAL_FOUR_FIFTHS / t_critical_value(degrees_of_freedom))


def days_per_point(period: Period) -> int:
    """How many days make one point of a line over a period: 1 up to a year, 7 up to ten years, 28 beyond."""
    return 1 if len(period) <= _YEAR else _WEEK if len(period) <= _TEN_YEARS else 4 * _WEEK


def points(noted: Mapping[date, float], first: date, spacing: int) -> dict[int, float]:
    """The median of each group of `spacing` days that has values, by the number of the group since `first`."""
    groups: dict[int, list[float]] = {}
    for day, value in noted.items():
        groups.setdefault((day - first).days // spacing, []).append(value)
    return {place: median(values) for place, values in groups.items()}


def mann_kendall(y: Sequence[float]) -> tuple[int, float]:
    """Mann-Kendall's S, how many more pairs of values rise than fall, and its variance without a trend, ties corrected.

    Source: Mann (1945), Econometrica 13:245; Kendall (1970), Rank Correlation Methods.
    """
    order = range(len(y))
    return concordance(y, order), concordance_variance(y, order)


def _slopes(x: Sequence[int], y: Sequence[float]) -> Callable[[float], float]:
    """A function that returns the slope for a surplus: the number of pairs above the slope less that of pairs below it.

    The surplus 0 gives the slope itself, plus and minus the margin of Mann-Kendall's S its interval. The slope is that
    of Theil and Sen with one change. On whole levels most pairs may be level, and the median of the slopes of all pairs
    0 while mood plainly moves. A value is therefore taken as uniformly distributed within half a level of what was
    noted, and the slope is the one that on average has as many pairs above it as below it. So the surplus is a smooth
    function of the slope, which is found as its root.
    Source: Sen (1968), Journal of the American Statistical Association 63:1379.
    """
    points = sorted(zip(x, y, strict=True))
    pairs = Counter((right - left, above - below) for (left, below), (right, above) in combinations(points, 2))
    total = sum(pairs.values())
    steepest = max(abs(rise) + 1 for _, rise in pairs) / min(run for run, _ in pairs)

    def surplus_above(slope: float) -> float:
        surplus = 0.0
        for (run, rise), count in pairs.items():
            above = rise - slope * run
            surplus += count * (above * (2 - abs(above)) if -1 < above < 1 else 1 if above > 0 else -1)
        return surplus

    def slope_at(surplus: float) -> float:
        return _root(lambda slope: surplus_above(slope) - surplus, -steepest, steepest, total * _PRECISION)

    return slope_at


def _root(falling: Callable[[float], float], low: float, high: float, precision: float) -> float:
    """The root of a decreasing function between `low` and `high`, or the nearer end if it has none there.

    Source: the Illinois method of false position, Dowell and Jarratt (1971), BIT 11:168.
    """
    at_low, at_high = falling(low), falling(high)
    if at_low <= 0 or at_high >= 0:
        return low if at_low <= 0 else high
    side = 0
    while True:
        middle = (low * at_high - high * at_low) / (at_high - at_low)
        value = falling(middle)
        if abs(value) <= precision or not low < middle < high:
            return middle
        if value > 0:
            low, at_low = middle, value
            at_high /= 2 if side > 0 else 1
            side = 1
        else:
            high, at_high = middle, value
            at_low /= 2 if side < 0 else 1
            side = -1
