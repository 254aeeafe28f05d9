"""These days beside as many before them: two halves, how they differ and how sure that is."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from carelog.domain.statistics.association import cliffs_delta, concordance_variance
from carelog.domain.statistics.descriptive import median, t_critical_value
from carelog.domain.statistics.persistence import inflation_of_difference
from carelog.domain.statistics.trend import Verdict, days_per_point, points
from carelog.domain.time.days import ONE_DAY, Period

FEWEST_DAYS_PER_HALF = 21
"""With fewer days that have a value on either side, nothing is said."""

_FIELLER = 4


@dataclass(frozen=True, slots=True)
class Half:
    """One of two halves: `days` of its period have a value, and `median` is the middle of them."""

    period: Period
    days: int
    median: float


@dataclass(frozen=True, slots=True)
class Halves:
    """How the days `after` differ from the days `before`, by Cliff's delta, with its interval (CONFIDENCE).

    `delta`, -1 to 1, says how much more often a day of the later half is above one of the earlier half than below it.
    It is taken of points that are `spacing` days apart, as in a trend. `low` and `high` are None where it is too early
    to say how sure it is. Where the days of neither half vary at all, as `all_alike` says, both are the delta itself.
    """

    before: Half
    after: Half
    delta: float
    low: float | None = None
    high: float | None = None
    spacing: int = 1
    all_alike: bool = False

    @property
    def verdict(self) -> Verdict:
        """Higher or lower where the interval leaves out 0."""
        if self.low is None or self.high is None:
            return Verdict.TOO_EARLY
        if self.low > 0 or self.high < 0:
            return Verdict.HIGHER if self.low > 0 else Verdict.LOWER
        return Verdict.NO_CLEAR_CHANGE


def sides(period: Period) -> tuple[Period, Period]:
    """The days to compare: the halves of a period or, where these are too short, as many days before it and itself.

    Of an odd number of days the first is left out, so that the later half ends with the period.
    """
    half = len(period) // 2
    length = half if half >= FEWEST_DAYS_PER_HALF else len(period)
    after = Period(period.last - (length - 1) * ONE_DAY, period.last)
    return Period(after.first - length * ONE_DAY, after.first - ONE_DAY), after


def halves(
    days: Mapping[date, float], before: Period, after: Period, *, asked: tuple[int, int] | None = None
) -> Halves | None:
    """How the values of the days `after` differ from those of as many days `before`, which end where they begin.

    None where either half has fewer than FEWEST_DAYS_PER_HALF days with a value, or fewer than half of its days that
    were `asked` for: how many, before and after; all of them unless it is said.

    The variance of the delta without any difference is the one of Mann and Whitney, ties corrected, times the factor by
    which likeness within the halves inflates it. Its margin is laid out on Fisher's z scale, so that a range never
    leaves -1 to 1, and is held against Student's distribution with the effective days less 4, as in `association`.
    """
    earlier, later = ({day: days[day] for day in each if day in days} for each in (before, after))
    of_before, of_after = asked or (len(before), len(after))
    if (
        min(len(earlier), len(later)) < FEWEST_DAYS_PER_HALF
        or 2 * len(earlier) < of_before
        or 2 * len(later) < of_after
    ):
        return None
    spacing = days_per_point(Period(before.first, after.last))
    left, right = points(earlier, before.first, spacing), points(later, after.first, spacing)
    delta = cliffs_delta(list(right.values()), list(left.values()))
    all_alike = len(set(earlier.values())) == len(set(later.values())) == 1
    low, high = (delta, delta) if all_alike else _interval(left, right, -(-len(before) // spacing), delta)
    return Halves(_half(before, earlier), _half(after, later), delta, low, high, spacing, all_alike)


def _half(period: Period, values: Mapping[date, float]) -> Half:
    return Half(period, len(values), median(list(values.values())))


def _interval(
    left: Mapping[int, float], right: Mapping[int, float], between: int, delta: float
) -> tuple[float | None, float | None]:
    """The interval of a delta, or None and None where nothing can be said; `between` places lie from left to right.

    Nothing can be said where all points are equal and the days that they stand for are not. A delta of 1 means that no
    exception was seen in so many effective days, not that there is none, so the interval is laid round one half of an
    exception.
    """
    count = len(left) + len(right)
    effective = count / inflation_of_difference(left, {place + between: value for place, value in right.items()})
    present = [0.0] * len(left) + [1.0] * len(right)
    variance = concordance_variance([*left.values(), *right.values()], present) * count / effective
    margin = t_critical_value(effective - _FIELLER) * math.sqrt(variance) / (len(left) * len(right))
    if margin >= 1 or not variance:
        return None, None
    edge = 1 - 1 / effective
    centre, width = math.atanh(max(-edge, min(edge, delta))), math.atanh(margin)
    return min(math.tanh(centre - width), delta), max(math.tanh(centre + width), delta)
