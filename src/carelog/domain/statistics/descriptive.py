"""Numbers that describe one person's days; moods are steps of a ladder, so medians and not means."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from carelog.domain.mood import HIGHEST, LOWEST, SCORES
from carelog.domain.time.days import ONE_DAY

PAIRS_FOR_INSTABILITY = 10
"""With fewer steps from one day to the next, the size of a usual step is not known."""

_MIDDLE = (LOWEST + HIGHEST) / 2


@dataclass(frozen=True, slots=True)
class Instability:
    """How far mood usually moves from one day to the next.

    `typical_step` is in levels, 0 to 4: the root of the mean squared difference (√MSSD). `pairs` says how many
    truly consecutive days it rests on.
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
    """The value at a share from 0 to 1 of the sorted list, on the line between neighbours.

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


def rolling_median(values: Sequence[float | None], days: int = 7, at_least: int = 4) -> list[float | None]:
    """For each day the median of that day and the ones before it, `days` in all; None where too few are known.

    It looks back and never ahead, so that a day's place on the line does not change when tomorrow is noted.
    """
    smooth: list[float | None] = []
    for end in range(1, len(values) + 1):
        known = [value for value in values[max(0, end - days) : end] if value is not None]
        smooth.append(median(known) if len(known) >= at_least else None)
    return smooth


def level_of(mood: float) -> int:
    """The level 1 to 5 that stands for a day's median; half way between two it is the one nearer to the middle.

    So no day counts as better or worse than it was noted, and on a two-sided scale none as further from level.
    """
    return math.ceil(mood - 0.5) if mood > _MIDDLE else math.floor(mood + 0.5)


def levels(moods: Iterable[float]) -> dict[int, int]:
    """How many of the moods stand on each level from 1 to 5, as `level_of` places them."""
    counts = Counter(map(level_of, moods))
    return {level: counts[level] for level in SCORES}


def instability(days: Mapping[date, float]) -> Instability | None:
    """How far mood usually moves from one day to the next: √MSSD over truly consecutive days.

    None with fewer than PAIRS_FOR_INSTABILITY pairs of days.
    Source: Jahng, Wood and Trull (2008), Psychological Methods 13:354.
    """
    steps = [days[day + ONE_DAY] - mood for day, mood in days.items() if day + ONE_DAY in days]
    if len(steps) < PAIRS_FOR_INSTABILITY:
        return None
    return Instability(math.sqrt(sum(step * step for step in steps) / len(steps)), len(steps))
