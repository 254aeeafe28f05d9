"""Insights: which factors went together with better days in one journal. They never give a reason."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum
from typing import TYPE_CHECKING

from carelog.domain.mood import HIGHEST, LOWEST, MoodScale
from carelog.domain.statistics.association import DAYS_OVERALL
from carelog.domain.statistics.descriptive import level_of, median
from carelog.domain.statistics.resampling import Interval
from carelog.domain.time.days import Period
from carelog.review.days.moods import scores_by_day
from carelog.review.days.rest_days import Rest, covers_half, days_asked_for, known_part, rest_in
from carelog.review.insights.comparisons import Comparison, Lag, compare
from carelog.review.insights.factors import Factor, factors_in
from carelog.review.insights.standing_out import standing_out

if TYPE_CHECKING:
    from carelog.journal import Journal

DAYS_LOOKED_AT = 365
"""The days that are looked at by default."""

_MIDDLE = (LOWEST + HIGHEST) // 2
_LEVELS = {
    MoodScale.ONE_SIDED: ((4, 5), (3, 5), (5, 5), (2, 5)),
    MoodScale.TWO_SIDED: ((3, 3), (2, 4)),
}
"""The ranges of levels on which a finding may count days, in order of preference."""

_SMALLEST_SHARE = 0.1
"""A range of levels with a smaller share of the days than this, or with all but this, does not distinguish days."""


class Ground(Enum):
    """Whether there are enough days for comparisons, and if not, why."""

    NO_MOODS = "no-moods"
    TOO_FEW_DAYS = "too-few-days"
    TOO_MANY_GAPS = "too-many-gaps"
    ENOUGH = "enough"


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
    """A factor that went together with mood.

    `interval` is the bootstrap interval of the effect. `shares` count the days with a mood from the lowest to the
    highest of `levels`: of the days with and without the factor or, for a number, of up to three groups from low to
    high readings.
    """

    comparison: Comparison
    interval: Interval
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


@dataclass(frozen=True, slots=True)
class Insights:
    """The findings of a `period`, which begins no earlier than the journal and ends no later than today.

    `days` of it have a mood. `compared` is the number of comparisons that were made, those with the same day and with
    the day after counted apart; `too_few` factors had too few days for either. `found` are at most five findings, the
    most certain first and feelings last, and `more` says whether there are others. `people_left_out` says whether
    factors about people were left out because they were not asked for. `is_new` is true of a journal without entries.

    `paused` of the days have no entry because of an announced pause. With too many gaps, `enough_in_last` is in how
    many of the last days there are enough, None where no part of the period is; `ended_on` is its last day where that
    was before today, else None.
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
    paused: int = 0
    enough_in_last: int | None = None
    ended_on: date | None = None

    @property
    def days_asked_for(self) -> int:
        """The number of days without those of an announced pause that have no entry."""
        return len(self.period) - self.paused


def insights(
    journal: Journal,
    period: Period,
    today: date,
    *,
    people: bool = False,
    watched: Callable[[Sequence[Factor]], Iterable[Factor]] = iter,
) -> Insights:
    """Find factors that went together with mood in a period, as known `today`.

    Factors about people are compared only with `people`. `watched` yields the factors one by one to the comparison; it
    can show progress, or leave factors out.
    """
    scale = journal.settings.mood.scale
    began = journal.entries.first_day()
    period = known_part(period, began, today)
    entries = journal.entries.matching(period)
    moods = {day: median(noted) for day, noted in sorted(scores_by_day(entries).items())}
    rest = rest_in(journal, period, today)
    noted = {entry.day for entry in entries}
    paused = len(period) - days_asked_for(period, noted, rest)
    ground = _ground(len(moods), len(period) - paused)
    if ground is not Ground.ENOUGH:
        shorter = _enough_in_last(period, moods, noted, rest) if ground is Ground.TOO_MANY_GAPS else None
        over = period.last if period.last < today else None
        about = Insights(period, scale, ground, len(moods), is_new=began is None, paused=paused)
        return replace(about, enough_in_last=shorter, ended_on=over)
    factors = factors_in(journal, period, entries, rest, today)
    asked_for = [each for each in factors if people or not each.is_person]
    compared, too_few = _compared(watched(asked_for), _outcome(moods, scale))
    stands_out = standing_out(compared)
    return Insights(
        period,
        scale,
        ground,
        len(moods),
        compared=len(compared),
        found=tuple(_finding(comparison, interval, moods, scale) for comparison, interval in stands_out.found),
        more=stands_out.more,
        too_few=too_few,
        people_left_out=len(asked_for) < len(factors),
        paused=paused,
    )


def _ground(days: int, of: int) -> Ground:
    if not days:
        return Ground.NO_MOODS
    if days < DAYS_OVERALL:
        return Ground.TOO_FEW_DAYS
    return Ground.ENOUGH if covers_half(days, of) else Ground.TOO_MANY_GAPS


def _enough_in_last(period: Period, moods: Container[date], noted: Container[date], rest: Rest) -> int | None:
    """The most of the last days of a period that are enough for comparisons, None where no part of it is."""
    days = asked_for = 0
    longest = None
    for number, day in enumerate(reversed(list(period)), start=1):
        days += day in moods
        asked_for += day in noted or rest.pause_on(day) is None
        if _ground(days, asked_for) is Ground.ENOUGH:
            longest = number
    return longest


def _outcome(moods: Mapping[date, float], scale: MoodScale) -> Mapping[date, float]:
    """A value for each day that is higher on better days: mood or, on a two-sided scale, its distance to level × -1."""
    if scale is MoodScale.ONE_SIDED:
        return moods
    return {day: -abs(mood - _MIDDLE) for day, mood in moods.items()}


def _compared(factors: Iterable[Factor], outcome: Mapping[date, float]) -> tuple[list[Comparison], int]:
    """All comparisons with enough days, and the number of factors that had too few for any."""
    compared: list[Comparison] = []
    too_few = 0
    for factor in factors:
        lags = (Lag.SAME_DAY,) if factor.same_day_only else tuple(Lag)
        enough = [each for lag in lags if (each := compare(factor, outcome, lag))]
        compared += enough
        too_few += not enough
    return compared, too_few


def _finding(comparison: Comparison, interval: Interval, moods: Mapping[date, float], scale: MoodScale) -> Finding:
    groups = comparison.groups()
    levels = _levels(comparison, [[moods[day] for day in days] for days in groups], scale)
    return Finding(comparison, interval, levels, tuple(_share(days, comparison, moods, levels) for days in groups))


def _levels(comparison: Comparison, groups: Sequence[Sequence[float]], scale: MoodScale) -> tuple[int, int]:
    """The range of levels to count days on, chosen so that the shares differ and have the direction of the effect."""
    most, least = (groups[-1], groups[0]) if comparison.factor.is_number else (groups[0], groups[-1])
    everything = [mood for group in groups for mood in group]

    def misfit(levels: tuple[int, int]) -> tuple[bool, bool]:
        difference = _on(levels, most) / len(most) - _on(levels, least) / len(least)
        share = _on(levels, everything) / len(everything)
        return difference * comparison.association.effect <= 0, not _SMALLEST_SHARE <= share <= 1 - _SMALLEST_SHARE

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
