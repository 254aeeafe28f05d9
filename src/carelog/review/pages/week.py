"""A week, Monday to Sunday: moods, readings, routines and words, day by day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from carelog.domain.entry import Entry
from carelog.domain.mood import MoodScale
from carelog.domain.people.activity import ActivityKind
from carelog.domain.routines.due import DueDay, RoutineHistory
from carelog.domain.routines.routine import Routine, RoutineDay
from carelog.domain.time.days import Moment, Period
from carelog.domain.tracker import Tracker
from carelog.review.days.activities import ShownActivity, activities_in
from carelog.review.days.belonging import days_with, days_with_people
from carelog.review.days.histories import histories
from carelog.review.days.mood_counts import MoodCounts, count_moods
from carelog.review.days.moods import DayMood, moods_of
from carelog.review.days.readings import daily_readings
from carelog.review.days.rest_days import Rest, rest_in
from carelog.review.days.routines import TickLog, by_time, ticks_for
from carelog.review.people.contacts import NextMeeting, meetings_soon

if TYPE_CHECKING:
    from carelog.journal import Journal


@dataclass(frozen=True, slots=True)
class TrackerWeek:
    """A tracker's reading on each of the seven days: the median of the day, None without a reading."""

    tracker: Tracker
    readings: tuple[float | None, ...]


@dataclass(frozen=True, slots=True)
class RoutineWeek:
    """A routine on each of the seven days, and how many times it was kept, small versions included.

    `due` is how many times it was due so far, without those that are still open; None for an AS_NEEDED routine. `open`
    is how many times the rest of the week asks for it, where the week determines that and not the day. `unknown` is the
    number of days on which the journal was not used, so that nothing is known of them.
    """

    routine: Routine
    days: tuple[RoutineDay, ...]
    kept: int
    due: int | None
    open: int = 0
    unknown: int = 0


@dataclass(frozen=True, slots=True)
class Week:
    """An ISO week as known `today`; every sequence of days runs from Monday to Sunday.

    `meetings` are those to come, at most one for each contact, and only in the week of `today`. `activities` are those
    that are planned for the week or were done in it. On the days of a pause there is neither a meeting nor a plan.
    `with_people` and `with_purpose` are numbers of days.
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
    entries = journal.entries.within(period)
    rest = rest_in(journal, period, today)
    return Week(
        period,
        today,
        moods=moods_of(period, entries, rest),
        entries=tuple(tuple(entry for entry in entries if entry.day == each) for each in period),
        trackers=_trackers(journal, period, entries),
        routines=_routines(journal, period, today),
        activities=activities_in(journal, period, journal.contacts, rest),
        with_people=len(days_with_people(journal, period)),
        with_purpose=len(days_with(journal, period, ActivityKind.PURPOSE)),
        meetings=_meetings(journal, period, now, rest) if now and today in period else (),
        scale=journal.settings.mood.scale,
    )


def _trackers(journal: Journal, period: Period, entries: Sequence[Entry]) -> tuple[TrackerWeek, ...]:
    by_tracker = daily_readings(journal, entries)
    return tuple(TrackerWeek(tracker, tuple(map(by_day.get, period))) for tracker, by_day in by_tracker)


def _routines(journal: Journal, period: Period, today: date) -> tuple[RoutineWeek, ...]:
    routines = by_time(list(journal.routines), journal.settings.day_starts_at)
    ticks, known = ticks_for(journal, period), histories(journal, routines, period, today)
    weeks = (_routine_week(known.of(routine), period, ticks) for routine in routines)
    return tuple(each for each in weeks if any(day.asked or day.ticks for day in each.days))


def _routine_week(history: RoutineHistory, period: Period, ticks: TickLog) -> RoutineWeek:
    routine = history.routine
    due = {each.day: each for each in history.due_days(period)}
    days = tuple(
        history.standing_of(due.get(day, DueDay(day)), ticks.on(routine, day) if day <= history.today else ())
        for day in period
    )
    is_due = routine.is_asked_for_in(period)
    return RoutineWeek(
        routine,
        days,
        kept=sum(each.kept for each in due.values()) if is_due else sum(day.kept for day in days),
        due=sum(each.due for each in due.values()) if is_due else None,
        open=history.still_to_come(period),
        unknown=history.unknown_days(period),
    )


def _meetings(journal: Journal, period: Period, now: Moment, rest: Rest) -> tuple[NextMeeting, ...]:
    soon = meetings_soon(journal, journal.contacts, now)
    days = ((each, each.at.local.date()) for each in soon)
    return tuple(each for each, day in days if day <= period.last and not rest.pause_on(day))
