"""The page of trends: moods of a period by day, level and weekday, their slope, and readings of trackers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from carelog.domain.entry import Entry
from carelog.domain.mood import MoodScale
from carelog.domain.statistics.descriptive import (
    Instability,
    instability,
    median,
    quartiles,
    rolling_median,
)
from carelog.domain.statistics.halves import sides
from carelog.domain.statistics.trend import Trend, trend
from carelog.domain.time.days import Period
from carelog.domain.tracker import Tracker
from carelog.review.days.curves import Curve, Stage, curve, stages
from carelog.review.days.mood_counts import MoodCounts, count_moods
from carelog.review.days.mood_halves import MoodHalves, mood_halves
from carelog.review.days.moods import DayMood, moods_of, scores_by_day
from carelog.review.days.readings import daily_readings
from carelog.review.days.rest_days import covers_half, days_asked_for, known_part, rest_in
from carelog.review.days.scores import Scores, all_scores

if TYPE_CHECKING:
    from carelog.journal import Journal

DAYS_SHOWN = 90
"""The days that are looked at by default."""

_FEWEST_FOR_QUARTILES = 8
_YEAR = 366
_WEEKS_A_YEAR = 365.2425 / 7


@dataclass(frozen=True, slots=True)
class WeekdayMood:
    """The number of days with a mood on one weekday (Monday is 0), and their median, None without any.

    `both` of the days were both low and high, on a two-sided scale; the median is that of the others.
    """

    weekday: int
    days: int
    median: float | None
    both: int = 0


@dataclass(frozen=True, slots=True)
class TrackerTrend:
    """The readings of a tracker, one for each day (the median of the day), with `lowest`, `highest` and `median`."""

    tracker: Tracker
    curve: Curve
    days: int
    lowest: float
    highest: float
    median: float


@dataclass(frozen=True, slots=True)
class Change:
    """The slope of mood in levels per week or, for a period of more than a year, per year (`yearly`); below 0 it fell.

    Its interval is from `low` to `high`; both are None where it is too early to tell how sure the slope is.
    `could_show` is the smallest change over the whole period, in levels, that days like these show four times in five.
    """

    amount: float
    low: float | None
    high: float | None
    yearly: bool
    could_show: float | None = None


@dataclass(frozen=True, slots=True)
class Trends:
    """A period as a whole, from no earlier than the first entry of the journal to no later than today.

    Days of an announced pause are not asked for. Where fewer than half of the other days have a mood, `median` and
    `quartiles` are None, `weekdays` is empty and `slope` is too early to say, because the days without one may have
    been unlike these. `instability` is None unless it was asked for and there are enough days. `last_noted` is the
    journal's latest day with an entry, None in a new journal. `scores` are the questionnaires that have a total in the
    period. `halves` compares these days with as many before, None where there are too few of them.
    """

    period: Period
    moods: tuple[DayMood, ...]
    curve: Curve
    stages: tuple[Stage, ...]
    slope: Trend
    weekdays: tuple[WeekdayMood, ...]
    trackers: tuple[TrackerTrend, ...]
    instability: Instability | None = None
    last_noted: date | None = None
    scores: tuple[Scores, ...] = ()
    scale: MoodScale = MoodScale.ONE_SIDED
    halves: MoodHalves | None = None

    @property
    def by_day(self) -> dict[date, float]:
        """The mood of each day that has one."""
        return _by_day(self.moods)

    @property
    def days_with_mood(self) -> int:
        """The number of days with a mood."""
        return self.slope.days

    @property
    def days_with_entries(self) -> int:
        """The number of days with an entry, with a mood or without."""
        return sum(1 for mood in self.moods if mood.entries)

    @property
    def days_of_rest(self) -> int:
        """The number of days without an entry because of a pause or a long time without use."""
        return sum(1 for mood in self.moods if mood.resting)

    @property
    def speaks_for_all(self) -> bool:
        """Whether at least half of the days have a mood."""
        return covers_half(self.days_with_mood, self.days_asked_for)

    @property
    def days_asked_for(self) -> int:
        """The number of days without those of an announced pause that have no entry."""
        return self.slope.of

    @property
    def median(self) -> float | None:
        """The median mood of the days, 1 to 5; None if fewer than half of the days have a mood."""
        return median(list(self.by_day.values())) if self.speaks_for_all else None

    @property
    def quartiles(self) -> tuple[float, float] | None:
        """The quartiles of the moods of the days; None where the median is None, and for fewer than eight days."""
        enough = self.speaks_for_all and self.days_with_mood >= _FEWEST_FOR_QUARTILES
        return quartiles(list(self.by_day.values())) if enough else None

    @property
    def change(self) -> Change | None:
        """The slope per week, or per year for a long period; None where it is too early to say."""
        slope, yearly = self.slope, len(self.period) > _YEAR
        if slope.per_week is None:
            return None
        times = _WEEKS_A_YEAR if yearly else 1.0
        low, high = (None if bound is None else bound * times for bound in (slope.low, slope.high))
        return Change(slope.per_week * times, low, high, yearly, slope.could_show)

    @property
    def counts(self) -> MoodCounts:
        """The days with a mood by level, and how many are low or high."""
        return count_moods((mood.scores for mood in self.moods), self.scale)

    @property
    def levels(self) -> Mapping[int, int]:
        """The number of days on each level from 1 to 5."""
        return self.counts.levels

    @property
    def smooth(self) -> list[float | None]:
        """For each day the median of the seven days up to it; None where fewer than four of these have a mood."""
        return rolling_median([mood.median for mood in self.moods])


def trends(journal: Journal, period: Period, today: date, *, with_instability: bool = False) -> Trends:
    """The trends of a period, as known `today`; days before the journal began and days to come are left out."""
    asked, period = period, known_part(period, journal.entries.first_day(), today)
    before, after = sides(period)
    looked_at = Period(min(before.first, period.first), period.last)
    noted = journal.entries.within(looked_at)
    entries, rest = [entry for entry in noted if entry.day in period], rest_in(journal, period, today)
    moods = moods_of(period, entries, rest)
    by_day = _by_day(moods)
    asked_for = days_asked_for(looked_at, {entry.day for entry in noted}, rest)
    days = len(asked_for.intersection(period))
    scale = journal.settings.mood.scale
    slope, enough = trend(by_day, period, asked=days), covers_half(len(by_day), days)
    return Trends(
        period,
        moods,
        curve=curve(by_day, period),
        stages=stages(by_day, period, asked_for, {mood.day for mood in moods if mood.is_both(scale)}),
        slope=slope,
        weekdays=_weekdays(moods, scale) if enough else (),
        trackers=_trackers(journal, entries, period),
        instability=instability(by_day) if with_instability and enough else None,
        last_noted=journal.entries.last_day(),
        scores=_scores(journal, asked) if len(journal.answered) else (),
        scale=scale,
        halves=mood_halves(scores_by_day(noted), before, after, scale, asked_for),
    )


def _by_day(moods: Iterable[DayMood]) -> dict[date, float]:
    return {mood.day: middle for mood in moods if (middle := mood.median) is not None}


def _weekdays(moods: Iterable[DayMood], scale: MoodScale) -> tuple[WeekdayMood, ...]:
    found: list[list[float]] = [[] for _ in range(7)]
    both = [0] * 7
    for mood in moods:
        if mood.is_both(scale):
            both[mood.day.weekday()] += 1
        elif (middle := mood.median) is not None:
            found[mood.day.weekday()].append(middle)
    return tuple(
        WeekdayMood(weekday, len(middles) + both[weekday], median(middles) if middles else None, both[weekday])
        for weekday, middles in enumerate(found)
    )


def _trackers(journal: Journal, entries: Sequence[Entry], period: Period) -> tuple[TrackerTrend, ...]:
    return tuple(_tracker(tracker, by_day, period) for tracker, by_day in daily_readings(journal, entries))


def _tracker(tracker: Tracker, by_day: Mapping[date, float], period: Period) -> TrackerTrend:
    readings = list(by_day.values())
    return TrackerTrend(tracker, curve(by_day, period), len(readings), min(readings), max(readings), median(readings))


def _scores(journal: Journal, period: Period) -> tuple[Scores, ...]:
    """The questionnaires that have a total in the period."""
    found = (each.within(period) for each in all_scores(journal))
    return tuple(each for each in found if each.totals)
