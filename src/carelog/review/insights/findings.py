"""A comparison as a finding: on which levels its days are counted, and how many there are in each group."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from carelog.domain.entry import Entry
from carelog.domain.mood import MIDDLE, MoodScale
from carelog.domain.statistics.descriptive import level_of, median
from carelog.review.days.moods import scores_by_day
from carelog.review.insights.comparisons import Comparison, Lag
from carelog.review.insights.factors import Factor

_LEVELS = {
    MoodScale.ONE_SIDED: ((4, 5), (3, 5), (5, 5), (2, 5)),
    MoodScale.TWO_SIDED: ((3, 3), (2, 4)),
}
"""The ranges of levels on which a finding may count days, in order of preference."""

_SMALLEST_SHARE = 0.1
"""A range of levels with a smaller share of the days than this, or with all but this, does not distinguish days."""


@dataclass(frozen=True, slots=True)
class Share:
    """How many `days` of a group of `of` days had a mood on the levels of a finding.

    For a factor that is a number, the readings of the group are from `low` to `high`.
    """

    days: int
    of: int
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """A factor beside mood, and whether they went together is in its `comparison`.

    `shares` count the days with a mood from the lowest to the highest of `levels`: of the days with and without the
    factor or, for a number, of up to three groups from low to high readings.
    """

    comparison: Comparison
    levels: tuple[int, int]
    shares: tuple[Share, ...]

    @property
    def factor(self) -> Factor:
        """What went together with mood."""
        return self.comparison.factor

    @property
    def is_day_after(self) -> bool:
        """Whether it is about the mood of the day after."""
        return self.comparison.lag is Lag.DAY_AFTER

    @property
    def is_with_better_days(self) -> bool:
        """Whether the factor went with better days, which on a two-sided scale are those nearer to level."""
        return self.comparison.association.effect > 0

    @property
    def counts_agree(self) -> bool:
        """Whether the counted shares differ in the direction of the effect."""
        first, last = (share.days / share.of for share in (self.shares[0], self.shares[-1]))
        with_it, without = (last, first) if self.factor.is_number else (first, last)
        return with_it != without and (with_it > without) == self.is_with_better_days


def moods_by_day(entries: Iterable[Entry], scale: MoodScale) -> dict[date, float]:
    """The mood of each day that has one, 1 to 5, in the order of the days; it is higher on better days.

    On a two-sided scale it is as far below level as the entries of the day were from level, either way, in the middle:
    a day with both ends is no level day.
    """
    by_day = sorted(scores_by_day(entries).items())
    if scale is MoodScale.ONE_SIDED:
        return {day: median(scores) for day, scores in by_day}
    return {day: MIDDLE - median([abs(score - MIDDLE) for score in scores]) for day, scores in by_day}


def finding_of(comparison: Comparison, moods: Mapping[date, float], scale: MoodScale) -> Finding:
    """The finding of a comparison, counted by the moods of `moods_by_day`."""
    groups = comparison.groups()
    levels = _levels(comparison, [[moods[day] for day in days] for days in groups], scale)
    return Finding(comparison, levels, tuple(_share(days, comparison, moods, levels) for days in groups))


def _levels(comparison: Comparison, groups: Sequence[Sequence[float]], scale: MoodScale) -> tuple[int, int]:
    """The range of levels to count days on.

    Where days differ, the shares differ in the direction of the effect. Where they do not, the shares are not looked
    at: whoever chooses among the ranges by them finds one that differs by chance.
    """
    most, least = (groups[-1], groups[0]) if comparison.factor.is_number else (groups[0], groups[-1])
    everything = [mood for group in groups for mood in group]

    def misfit(levels: tuple[int, int]) -> tuple[bool, bool]:
        difference = _on(levels, most) / len(most) - _on(levels, least) / len(least)
        share = _on(levels, everything) / len(everything)
        is_other_way = comparison.differs and difference * comparison.association.effect <= 0
        return is_other_way, not _SMALLEST_SHARE <= share <= 1 - _SMALLEST_SHARE

    return min(_LEVELS[scale], key=misfit)


def _share(days: Sequence[date], comparison: Comparison, moods: Mapping[date, float], levels: tuple[int, int]) -> Share:
    count = _on(levels, [moods[day] for day in days])
    if not comparison.factor.is_number:
        return Share(count, len(days))
    readings = [comparison.readings[day] for day in days]
    return Share(count, len(days), min(readings), max(readings))


def _on(levels: tuple[int, int], moods: Sequence[float]) -> int:
    """How many of the moods are within a range of levels."""
    lowest, highest = levels
    return sum(1 for mood in moods if lowest <= level_of(mood) <= highest)
