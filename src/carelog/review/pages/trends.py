"""A stretch of days as a whole: how moods lay and moved, by level and weekday, and the readings beside them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from carelog.domain.entry import Entry
from carelog.domain.statistics.descriptive import (
    Instability,
    instability,
    levels,
    median,
    quartiles,
    rolling_median,
)
from carelog.domain.statistics.trend import Trend, trend
from carelog.domain.time.days import Period
from carelog.domain.tracker import Tracker
from carelog.review.coverage import known_part, speak_for
from carelog.review.days.curves import Curve, Stage, curve, stages
from carelog.review.days.moods import DayMood, moods_of
from carelog.review.days.readings import daily_readings
from carelog.review.days.rest_days import rest_in
from carelog.review.days.scores import Scores, all_scores

if TYPE_CHECKING:
    from carelog.journal import Journal

DAYS_SHOWN = 90
"""So many days are looked at unless others are asked for."""

_FEWEST_FOR_QUARTERS = 8
_YEAR = 366
_WEEKS_A_YEAR = 365.2425 / 7


@dataclass(frozen=True, slots=True)
class WeekdayMood:
    """The moods of all Mondays, of all Tuesdays, and so on: Monday is 0. `median` is None where none was noted."""

    weekday: int
    days: int
    median: float | None


@dataclass(frozen=True, slots=True)
class TrackerTrend:
    """A tracker's readings, one a day: the day's median. `lowest` and `highest` are of these, in the tracker's unit."""

    tracker: Tracker
    curve: Curve
    days: int
    lowest: float
    highest: float
    median: float


@dataclass(frozen=True, slots=True)
class Change:
    """How many levels mood rose (below 0: fell) every week, or every year where a week's part is too small to tell.

    It may have been anything from `low` to `high`.
    """

    amount: float
    low: float
    high: float
    yearly: bool


@dataclass(frozen=True, slots=True)
class Trends:
    """A period as a whole.

    `period` has no day before the journal's first and none to come. What speaks for all of it (`middle`,
    `weekdays`, the slope) is None, empty or too early where fewer than half of its days have a mood: the days that
    were left out may have been unlike the others. `instability` is None unless it was asked for and can be known.
    `last_noted` is the journal's latest day with an entry; None in a new journal. `scores` are the
    questionnaires that have a total in the period.
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

    @property
    def by_day(self) -> dict[date, float]:
        """The mood of each day that has one."""
        return _by_day(self.moods)

    @property
    def days_with_mood(self) -> int:
        """How many days have a mood."""
        return self.slope.days

    @property
    def days_with_entries(self) -> int:
        """How many days have an entry, with a mood or without."""
        return sum(1 for mood in self.moods if mood.entries)

    @property
    def days_of_rest(self) -> int:
        """How many days belong to a pause or to a long stretch without any use."""
        return sum(1 for mood in self.moods if mood.resting)

    @property
    def speaks_for_all(self) -> bool:
        """Whether at least half of the days have a mood."""
        return speak_for(self.days_with_mood, len(self.period))

    @property
    def median(self) -> float | None:
        """The mood in the middle of all days; None where it would speak for days that nobody noted."""
        return median(list(self.by_day.values())) if self.speaks_for_all else None

    @property
    def quartiles(self) -> tuple[float, float] | None:
        """The moods between which the middle half of the days lies; None where the median is, and under eight days."""
        enough = self.speaks_for_all and self.days_with_mood >= _FEWEST_FOR_QUARTERS
        return quartiles(list(self.by_day.values())) if enough else None

    @property
    def change(self) -> Change | None:
        """The slope as people read it; None where it is too early to say."""
        slope, yearly = self.slope, len(self.period) > _YEAR
        if slope.per_week is None or slope.low is None or slope.high is None:
            return None
        times = _WEEKS_A_YEAR if yearly else 1.0
        return Change(slope.per_week * times, slope.low * times, slope.high * times, yearly)

    @property
    def levels(self) -> dict[int, int]:
        """How many days were on each level, from 1 to 5."""
        return levels(self.by_day.values())

    @property
    def smooth(self) -> list[float | None]:
        """For each day the median of the seven days up to it; None where fewer than four of them have a mood."""
        return rolling_median([mood.median for mood in self.moods])


def trends(journal: Journal, period: Period, today: date, *, with_instability: bool = False) -> Trends:
    """The period as it is known today; days before the journal began and days to come are left out."""
    asked, period = period, known_part(period, journal.entries.first_day(), today)
    entries = journal.entries.matching(period)
    moods = moods_of(period, entries, rest_in(journal, period, today))
    by_day = _by_day(moods)
    slope = trend(by_day, period)
    for_all = speak_for(len(by_day), len(period))
    return Trends(
        period,
        moods,
        curve=curve(by_day, period),
        stages=stages(by_day, period),
        slope=slope,
        weekdays=_weekdays(by_day) if for_all else (),
        trackers=_trackers(journal, entries, period),
        instability=instability(by_day) if with_instability and for_all else None,
        last_noted=journal.entries.last_day(),
        scores=_scores(journal, asked) if len(journal.answered) else (),
    )


def _by_day(moods: Iterable[DayMood]) -> dict[date, float]:
    return {mood.day: middle for mood in moods if (middle := mood.median) is not None}


def _scores(journal: Journal, period: Period) -> tuple[Scores, ...]:
    """The questionnaires that have a total in the period."""
    found = (each.within(period) for each in all_scores(journal))
    return tuple(each for each in found if each.totals)


def _weekdays(by_day: Mapping[date, float]) -> tuple[WeekdayMood, ...]:
    found: list[list[float]] = [[] for _ in range(7)]
    for day, mood in by_day.items():
        found[day.weekday()].append(mood)
    return tuple(
        WeekdayMood(weekday, len(moods), median(moods) if moods else None) for weekday, moods in enumerate(found)
    )


def _trackers(journal: Journal, entries: Sequence[Entry], period: Period) -> tuple[TrackerTrend, ...]:
    return tuple(_tracker(tracker, by_day, period) for tracker, by_day in daily_readings(journal, entries))


def _tracker(tracker: Tracker, by_day: Mapping[date, float], period: Period) -> TrackerTrend:
    readings = list(by_day.values())
    return TrackerTrend(tracker, curve(by_day, period), len(readings), min(readings), max(readings), median(readings))
