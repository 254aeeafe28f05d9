"""What went together with better days: an honest look at one journal, which never says why."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import TYPE_CHECKING

from carelog.domain.entry import Entry
from carelog.domain.mood import HIGHEST, LOWEST, MoodScale
from carelog.domain.statistics.association import DAYS_OVERALL
from carelog.domain.statistics.descriptive import level_of, median
from carelog.domain.statistics.resampling import Interval
from carelog.domain.time.days import Period
from carelog.review.coverage import known_part, speak_for
from carelog.review.days.rest_days import rest_in
from carelog.review.insights.comparisons import Comparison, Lag, compare
from carelog.review.insights.factors import Factor, factors_in
from carelog.review.insights.standing_out import standing_out

if TYPE_CHECKING:
    from carelog.journal import Journal

DAYS_LOOKED_AT = 365
"""So many days are looked at unless others are asked for."""

_MIDDLE = (LOWEST + HIGHEST) // 2
_LEVELS = {
    MoodScale.ONE_SIDED: ((4, 5), (3, 5), (5, 5), (2, 5)),
    MoodScale.TWO_SIDED: ((3, 3), (2, 4)),
}
"""The levels that a finding may count days on, the ones that say most first."""

_FEWEST = 0.1
"""Levels that hold a smaller share of the days than this, or all but this, do not tell days apart."""


class Ground(Enum):
    """Whether the days carry a comparison, and if not, why."""

    NO_MOODS = "no-moods"
    TOO_FEW_DAYS = "too-few-days"
    TOO_MANY_GAPS = "too-many-gaps"
    ENOUGH = "enough"


@dataclass(frozen=True, slots=True)
class Share:
    """`days` of so many had a mood on the levels of the finding; their readings went from `low` to `high`."""

    days: int
    of: int
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """A factor that went together with mood.

    `interval` is that of drawing days anew. `levels` are the lowest and the highest level that `shares` counts:
    of the days with and without the factor or, for a number, of up to three groups from low to high readings.
    """

    beside: Comparison
    interval: Interval
    levels: tuple[int, int]
    shares: tuple[Share, ...]

    @property
    def factor(self) -> Factor:
        """What went together with mood."""
        return self.beside.factor

    @property
    def is_day_after(self) -> bool:
        """Whether it is the mood of the next day."""
        return self.beside.lag is Lag.DAY_AFTER

    @property
    def is_with_better_days(self) -> bool:
        """Whether more of it went with better days, or on a two-sided scale with days nearer to level."""
        return self.beside.association.effect > 0


@dataclass(frozen=True, slots=True)
class Insights:
    """What went together in a period, which has no day before the journal's first and none to come.

    `days` of it have a mood. `compared` comparisons were made, the same day and the day after as two; `too_few`
    factors had too few days for either. `found` are at most five that stand out, the surest first and feelings
    last, and `more` says whether there are others. `people_left_out` says whether there was anything about people
    that was not asked for. `is_new` is a journal without any entry.
    """

    period: Period
    scale: MoodScale
    ground: Ground
    days: int
    compared: int = 0
    found: tuple[Finding, ...] = ()
    more: bool = False
    too_few: int = 0
    people_left_out: bool = False
    is_new: bool = False


def insights(
    journal: Journal,
    period: Period,
    today: date,
    *,
    people: bool = False,
    watched: Callable[[Sequence[Factor]], Iterable[Factor]] = iter,
) -> Insights:
    """What went together in a period, as it is known today; what is about people only when it is asked for.

    `watched` hands on the factors one by one and may show how far it is.
    """
    scale = journal.settings.mood.scale
    began = journal.entries.first_day()
    period = known_part(period, began, today)
    entries = journal.entries.matching(period)
    moods = _moods(entries)
    ground = _ground(len(moods), len(period))
    if ground is not Ground.ENOUGH:
        return Insights(period, scale, ground, len(moods), is_new=began is None)
    factors = factors_in(journal, period, entries, rest_in(journal, period, today), today)
    asked_for = [each for each in factors if people or not each.is_person]
    compared, too_few = _compared(watched(asked_for), _outcome(moods, scale))
    stands_out = standing_out(compared)
    return Insights(
        period,
        scale,
        ground,
        len(moods),
        compared=len(compared),
        found=tuple(_finding(beside, interval, moods, scale) for beside, interval in stands_out.found),
        more=stands_out.more,
        too_few=too_few,
        people_left_out=len(asked_for) < len(factors),
    )


def _moods(entries: Iterable[Entry]) -> dict[date, float]:
    scores: dict[date, list[int]] = {}
    for entry in entries:
        if entry.mood is not None:
            scores.setdefault(entry.day, []).append(entry.mood)
    return {day: median(scores[day]) for day in sorted(scores)}


def _ground(days: int, of: int) -> Ground:
    if not days:
        return Ground.NO_MOODS
    if days < DAYS_OVERALL:
        return Ground.TOO_FEW_DAYS
    return Ground.ENOUGH if speak_for(days, of) else Ground.TOO_MANY_GAPS


def _outcome(moods: Mapping[date, float], scale: MoodScale) -> Mapping[date, float]:
    """What is higher on better days: mood itself, or on a two-sided scale how near it is to level."""
    if scale is MoodScale.ONE_SIDED:
        return moods
    return {day: -abs(mood - _MIDDLE) for day, mood in moods.items()}


def _compared(factors: Iterable[Factor], outcome: Mapping[date, float]) -> tuple[list[Comparison], int]:
    """Every comparison that has enough days, and how many factors had too few for any."""
    compared: list[Comparison] = []
    too_few = 0
    for factor in factors:
        lags = (Lag.SAME_DAY,) if factor.same_day_only else tuple(Lag)
        enough = [each for lag in lags if (each := compare(factor, outcome, lag))]
        compared += enough
        too_few += not enough
    return compared, too_few


def _finding(beside: Comparison, interval: Interval, moods: Mapping[date, float], scale: MoodScale) -> Finding:
    groups = beside.groups()
    levels = _levels(beside, [[moods[day] for day in days] for days in groups], scale)
    return Finding(beside, interval, levels, tuple(_share(days, beside, moods, levels) for days in groups))


def _levels(beside: Comparison, groups: Sequence[Sequence[float]], scale: MoodScale) -> tuple[int, int]:
    """The levels to count days on, so that the shares tell days apart and say the same as the effect."""
    most, least = (groups[-1], groups[0]) if beside.factor.is_number else (groups[0], groups[-1])
    everything = [mood for group in groups for mood in group]

    def misfit(levels: tuple[int, int]) -> tuple[bool, bool]:
        difference = _on(levels, most) / len(most) - _on(levels, least) / len(least)
        share = _on(levels, everything) / len(everything)
        return difference * beside.association.effect <= 0, not _FEWEST <= share <= 1 - _FEWEST

    return min(_LEVELS[scale], key=misfit)


def _share(days: Sequence[date], beside: Comparison, moods: Mapping[date, float], levels: tuple[int, int]) -> Share:
    count = _on(levels, [moods[day] for day in days])
    if not beside.factor.is_number:
        return Share(count, len(days))
    readings = [beside.readings[day] for day in days]
    return Share(count, len(days), min(readings), max(readings))


def _on(levels: tuple[int, int], moods: Sequence[float]) -> int:
    lowest, highest = levels
    return sum(1 for mood in moods if lowest <= level_of(mood) <= highest)
