"""A week, Monday to Sunday: moods, readings, routines and words, day by day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from carelog.domain.entry import Entry
from carelog.domain.mood import MoodScale
from carelog.domain.people.activity import ActivityKind
from carelog.domain.routines.cadence import CadenceKind
from carelog.domain.routines.routine import DayState, Routine, RoutineDay
from carelog.domain.time.days import Moment, Period
from carelog.domain.tracker import Tracker
from carelog.review.days.activities import ShownActivity, activities_in
from carelog.review.days.belonging import days_with, days_with_people
from carelog.review.days.mood_counts import MoodCounts, count_moods
from carelog.review.days.moods import DayMood, moods_of
from carelog.review.days.readings import daily_readings
from carelog.review.days.rest_days import Rest, rest_in
from carelog.review.days.routines import TickLog, by_time, ticks_for
from carelog.review.people.contacts import NextMeeting, meetings_soon

if TYPE_CHECKING:
    from carelog.journal import Journal

_FIXED_DAYS = (CadenceKind.PER_DAY, CadenceKind.WEEKDAYS)


@dataclass(frozen=True, slots=True)
class TrackerWeek:
    """A tracker's reading on each of the seven days: the median of the day, None without a reading."""

    tracker: Tracker
    readings: tuple[float | None, ...]


@dataclass(frozen=True, slots=True)
class RoutineWeek:
    """A routine on each of the seven days, and how many times it was kept, small versions included.

    `due` is how many times it was due so far, without those that are still open today; None for a PER_DAYS, INTERVAL
    or AS_NEEDED routine, for which a single week does not determine it.
    """

    routine: Routine
    days: tuple[RoutineDay, ...]
    kept: int
    due: int | None


@dataclass(frozen=True, slots=True)
class Week:
    """An ISO week as known `today`; every sequence of days runs from Monday to Sunday.

    `meetings` are those to come, at most one for each contact, and only in the week of `today`. `activities` are those
    that are planned for the week or were done in it; `with_people` and `with_purpose` are numbers of days.
    """

    period: Period
    today: date
    moods: tuple[DayMood, ...]
    entries: tuple[tuple[Entry, ...], ...]
    trackers: tuple[TrackerWeek, ...]
    routines: tuple[RoutineWeek, ...]
    meetings: tuple[NextMeeting, ...] = ()
    activities: tuple[ShownActivity, ...] = ()
    with_people: int = 0
    with_purpose: int = 0
    scale: MoodScale = MoodScale.ONE_SIDED

    @property
    def number(self) -> int:
        """The week's number in the ISO calendar, 1 to 53."""
        return self.period.first.isocalendar().week

    @property
    def days_come(self) -> int:
        """How many of the seven days are not after today; days of rest are not counted."""
        return sum(1 for mood in self.moods if mood.day <= self.today and not mood.resting)

    @property
    def days_with_entries(self) -> int:
        """How many of the seven days have an entry."""
        return sum(1 for mood in self.moods if mood.entries)

    @property
    def mood_counts(self) -> MoodCounts:
        """The days with a mood by level, and how many are low or high."""
        return count_moods((mood.scores for mood in self.moods), self.scale)


def week(journal: Journal, day: date, today: date, now: Moment | None = None) -> Week:
    """The ISO week of a day, as known `today`. Without `now` it has no meetings."""
    period = Period.week_of(day)
    entries = journal.entries.matching(period)
    rest = rest_in(journal, period, today)
    return Week(
        period,
        today,
        moods=moods_of(period, entries, rest),
        entries=tuple(tuple(entry for entry in entries if entry.day == each) for each in period),
        trackers=_trackers(journal, period, entries),
        routines=_routines(journal, period, rest, today),
        activities=activities_in(journal, period, journal.contacts),
        with_people=len(days_with_people(journal, period)),
        with_purpose=len(days_with(journal, period, ActivityKind.PURPOSE)),
        meetings=_meetings(journal, period, now) if now and today in period else (),
        scale=journal.settings.mood.scale,
    )


def _trackers(journal: Journal, period: Period, entries: Sequence[Entry]) -> tuple[TrackerWeek, ...]:
    by_tracker = daily_readings(journal, entries)
    return tuple(TrackerWeek(tracker, tuple(map(by_day.get, period))) for tracker, by_day in by_tracker)


def _routines(journal: Journal, period: Period, rest: Rest, today: date) -> tuple[RoutineWeek, ...]:
    starts_at = journal.settings.day_starts_at
    routines = by_time([routine for routine in journal.routines if routine.started <= period.last], starts_at)
    ticks = ticks_for(journal, routines, period)
    weeks = (_routine_week(routine, period, ticks, rest, today) for routine in routines)
    return tuple(each for each in weeks if any(day.asked or day.ticks for day in each.days))


def _routine_week(routine: Routine, period: Period, ticks: TickLog, rest: Rest, today: date) -> RoutineWeek:
    days = tuple(
        RoutineDay(routine, day, DayState.NOT_DUE, kept=0, asked=0, amount=0.0, ticks=())
        if day > today or rest.is_quiet(day)
        else _in_hindsight(ticks.of(routine, day, paused=day in rest), today)
        for day in period
    )
    return RoutineWeek(routine, days, sum(map(_kept, days)), _due(routine, days, rest, today))


def _in_hindsight(day: RoutineDay, today: date) -> RoutineDay:
    """A day without ticks that is over is not due in hindsight, unless the routine has fixed days."""
    has_fixed_days = day.routine.cadence.kind in _FIXED_DAYS
    return day if has_fixed_days or day.day == today or day.ticks else replace(day, state=DayState.NOT_DUE)


def _kept(day: RoutineDay) -> int:
    """How many times it was kept, but no more often than it was due; amounts below the target count too."""
    if day.routine.cadence.kind is CadenceKind.AS_NEEDED:
        return day.kept
    return min(day.kept, max(day.asked, 1))


def _due(routine: Routine, days: Sequence[RoutineDay], rest: Rest, today: date) -> int | None:
    if routine.cadence.kind in _FIXED_DAYS:
        return sum(day.asked - (day.times_open if day.day == today else 0) for day in days)
    if routine.cadence.kind is CadenceKind.PER_WEEK:
        return min(routine.cadence.times, sum(1 for day in days if _is_in_use(routine, day.day, rest)))
    return None


def _is_in_use(routine: Routine, day: date, rest: Rest) -> bool:
    archived = routine.archived is not None and day >= routine.archived
    resting = rest.is_quiet(day) or (day in rest and not routine.is_medicine)
    return day >= routine.started and not archived and not resting


def _meetings(journal: Journal, period: Period, now: Moment) -> tuple[NextMeeting, ...]:
    soon = meetings_soon(journal, journal.contacts, now)
    return tuple(each for each in soon if each.at.local.date() <= period.last)
