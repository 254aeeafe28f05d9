"""Calendar years: the mood of every day since the journal began, and counts of days for each month and year."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING

from carelog.domain.mood import MoodScale
from carelog.domain.time.days import LATEST, Period
from carelog.review.days.mood_counts import MoodCounts, count_moods
from carelog.review.days.moods import DayMood
from carelog.review.days.rest_days import Rest, rest_in

if TYPE_CHECKING:
    from carelog.journal import Journal


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts of days, each day counted once.

    `moods` counts the days with a mood. `unscored` days have entries without a mood, `empty` days have no entry, and
    `resting` days have none because of a pause or a long time without use.
    """

    moods: MoodCounts
    unscored: int
    empty: int
    resting: int

    @property
    def levels(self) -> Mapping[int, int]:
        """The number of days on each level from 1 to 5."""
        return self.moods.levels

    @property
    def noted(self) -> int:
        """The number of days with an entry."""
        return self.moods.days + self.unscored

    @property
    def of(self) -> int:
        """The number of days on which an entry could be expected: all but the days of rest."""
        return self.noted + self.empty


@dataclass(frozen=True, slots=True)
class CalendarYear:
    """A calendar year, and those of its days that are between the journal's first entry and today; perhaps none."""

    year: int
    days: tuple[DayMood, ...]
    scale: MoodScale = MoodScale.ONE_SIDED

    @property
    def tally(self) -> Tally:
        """The counts of the year."""
        return tally_of(self.days, self.scale)

    @property
    def months(self) -> tuple[tuple[date, Tally], ...]:
        """The first day and the counts of each month that has days."""
        by_month = groupby(self.days, key=lambda each: each.day.replace(day=1))
        return tuple((month, tally_of(days, self.scale)) for month, days in by_month)


@dataclass(frozen=True, slots=True)
class Calendar:
    """Consecutive years as known `today`; `is_new` says that the journal has no entry at all."""

    years: tuple[CalendarYear, ...]
    today: date
    is_new: bool = False
    scale: MoodScale = MoodScale.ONE_SIDED

    @property
    def days(self) -> tuple[DayMood, ...]:
        """The days of all years."""
        return tuple(day for year in self.years for day in year.days)

    @property
    def tally(self) -> Tally:
        """The counts of all years."""
        return tally_of(self.days, self.scale)


def calendar(journal: Journal, year: int, today: date, years: int = 1, period: Period | None = None) -> Calendar:
    """The calendar of a year, or of the last `years` years up to it, from the year of the journal's first entry on.

    Days before the first entry and after today are left out, and so is today until something is noted: nothing is
    missing on them. A period takes the place of the years: those that it touches are shown, and only its own days.
    """
    year, years = (period.last.year, period.last.year - period.first.year + 1) if period else (year, years)
    began, scale = journal.entries.first_day(), journal.settings.mood.scale
    if began is None:
        return Calendar((CalendarYear(year, ()),), today, is_new=True)
    first = min(max(year - years + 1, began.year), year)
    asked = period or Period(date(first, 1, 1), date(year, 12, 31))
    days = _days(journal, max(asked.first, date(first, 1, 1), began), min(asked.last, today), today)
    by_year = {number: tuple(each) for number, each in groupby(days, key=lambda each: each.day.year)}
    shown = (CalendarYear(each, by_year.get(each, ()), scale) for each in range(first, year + 1))
    return Calendar(tuple(shown), today, scale=scale)


def tally_of(days: Iterable[DayMood], scale: MoodScale) -> Tally:
    """The counts of some days."""
    known = list(days)
    moods = count_moods((day.scores for day in known), scale)
    resting = sum(1 for day in known if day.resting)
    empty = sum(1 for day in known if not day.entries) - resting
    return Tally(moods, len(known) - moods.days - empty - resting, empty, resting)


def _days(journal: Journal, first: date, last: date, today: date) -> Sequence[DayMood]:
    if last < first:
        return ()
    period = Period(first, last)
    noted = journal.entries.moods(period)
    resting = _resting(rest_in(journal, period, today), period)
    return [
        DayMood(day, tuple(score for score in moods if score is not None), len(moods), day in resting and not moods)
        for day in period
        if (moods := noted.get(day, ())) or day != today
    ]


def _resting(rest: Rest, period: Period) -> set[date]:
    """The days of rest within a period as a set, because `day in rest` is too slow for each day of decades."""
    pauses = (Period(each.first, each.last or LATEST) for each in rest.pauses)
    found = (each.clipped(period) for each in (*rest.quiet, *pauses))
    return {day for within in found if within for day in within}
