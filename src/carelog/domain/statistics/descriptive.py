"""Statistics of one person's days. Moods are steps of a ladder and not lengths, so medians and not means."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from carelog.domain.score import HIGHEST, LOWEST
from carelog.domain.time.days import ONE_DAY

PAIRS_FOR_INSTABILITY = 10
"""With fewer pairs of consecutive days, the size of a usual step is not known."""

FALSE_DISCOVERY_RATE = 0.10
"""The largest share of findings, on average, that may be chance."""

CONFIDENCE = 0.95
"""How often, in the long run, a range of carelog holds the truth: one kind of range on every page."""

_MIDDLE = (LOWEST + HIGHEST) / 2
_NORMAL_QUANTILE = 1.959963984540054
"""How many standard deviations either way hold CONFIDENCE of a normal distribution."""

_FEWEST_DEGREES_OF_FREEDOM = 3
_DAYS_OF_THE_LINE, _FEWEST_OF_THE_LINE = 7, 4
"""Of how many days a point of the line is the median, and how many of them have to be known."""


@dataclass(frozen=True, slots=True)
class Instability:
    """How far mood usually moves from one day to the next.

    `typical_step` is in levels, 0 to 4: the root of the mean squared difference (√MSSD). `pairs` is the number of
    truly consecutive days that it rests on.
    """

    typical_step: float
    pairs: int


def median(values: Sequence[float]) -> float:
    """The middle of the values; between two middle ones, the point half way.

    Raises ValueError without values.
    """
    return quantile(values, 0.5)


def quartiles(values: Sequence[float]) -> tuple[float, float]:
    """The values below which a quarter and three quarters of the sorted list lie.

    Raises ValueError without values.
    """
    return quantile(values, 0.25), quantile(values, 0.75)


def quantile(values: Sequence[float], share: float) -> float:
    """The value at a share from 0 to 1 of the sorted list, interpolated linearly between neighbours.

    This is definition 7 of Hyndman and Fan (1996), The American Statistician 50:361, which spreadsheets use too.
    Raises ValueError without values.
    """
    if not values:
        raise ValueError("no values")
    ladder = sorted(values)
    place = share * (len(ladder) - 1)
    below = int(place)
    above = min(below + 1, len(ladder) - 1)
    return ladder[below] + (ladder[above] - ladder[below]) * (place - below)


def rolling_median(values: Sequence[float | None]) -> list[float | None]:
    """For each day the median of that day and the six before it; None where fewer than four of these are known.

    It looks back and never ahead, so that a day's place on the line does not change when tomorrow is noted.
    """
    smooth: list[float | None] = []
    for end in range(1, len(values) + 1):
        known = [value for value in values[max(0, end - _DAYS_OF_THE_LINE) : end] if value is not None]
        smooth.append(median(known) if len(known) >= _FEWEST_OF_THE_LINE else None)
    return smooth


def level_of(mood: float) -> int:
    """The level 1 to 5 that stands for a day's median; half way between two it is the one nearer to the middle.

    Rounding to the middle makes no day more extreme than it was noted, on a one-sided or a two-sided scale.
    """
    return math.ceil(mood - 0.5) if mood > _MIDDLE else math.floor(mood + 0.5)


def instability(days: Mapping[date, float]) -> Instability | None:
    """How far mood usually moves from one day to the next: √MSSD over truly consecutive days.

    None with fewer than PAIRS_FOR_INSTABILITY pairs of days.
    Source: Jahng, Wood and Trull (2008), Psychological Methods 13:354.
    """
    steps = [days[day + ONE_DAY] - mood for day, mood in days.items() if day + ONE_DAY in days]
    if len(steps) < PAIRS_FOR_INSTABILITY:
        return None
    return Instability(math.sqrt(sum(step * step for step in steps) / len(steps)), len(steps))


def benjamini_hochberg(p_values: Sequence[float]) -> list[bool]:
    """Which of many p-values stand out, so that on average at most FALSE_DISCOVERY_RATE of those that do are chance.

    Looking at many comparisons makes some stand out by chance, so the more there are, the smaller a p-value has to be.
    Source: Benjamini and Hochberg (1995), Journal of the Royal Statistical Society B 57:289.
    """
    order = sorted(range(len(p_values)), key=p_values.__getitem__)
    surer = (rank for rank, place in enumerate(order, 1) if p_values[place] <= FALSE_DISCOVERY_RATE * rank / len(order))
    last = max(surer, default=0)
    kept = set(order[:last])
    return [place in kept for place in range(len(p_values))]


def t_critical_value(degrees_of_freedom: float) -> float:
    """Student's t for CONFIDENCE: an interval of so many standard errors either way holds the truth that often.

    About 2 for many degrees of freedom, more for few, and infinite under three, when nothing can be said.
    Accurate to 2 %. Source: Wallace (1959), Annals of Mathematical Statistics 30:1121.
    """
    if degrees_of_freedom < _FEWEST_DEGREES_OF_FREEDOM:
        return math.inf
    z = _NORMAL_QUANTILE / _wallace_factor(degrees_of_freedom)
    return math.sqrt(degrees_of_freedom * math.expm1(z**2 / degrees_of_freedom))


def t_p_value(t: float, degrees_of_freedom: float) -> float:
    """The two-sided p-value, 0 to 1, of an estimate that is `t` standard errors from no effect.

    1 under three degrees of freedom. Source: as for `t_critical_value`.
    """
    if degrees_of_freedom < _FEWEST_DEGREES_OF_FREEDOM:
        return 1.0
    distance = math.sqrt(degrees_of_freedom * math.log1p(t * t / degrees_of_freedom))
    z = _wallace_factor(degrees_of_freedom) * distance
    return math.erfc(z / math.sqrt(2))


def _wallace_factor(degrees_of_freedom: float) -> float:
    return (8 * degrees_of_freedom + 1) / (8 * degrees_of_freedom + 3)
