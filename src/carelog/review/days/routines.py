"""Routines on a day: whether they are due, what was noted, and the time of day that comes next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import TYPE_CHECKING

from carelog.domain.routines.routine import DayState, Routine, RoutineDay
from carelog.domain.routines.tick import Tick
from carelog.domain.time.days import ONE_DAY, Moment, Period
from carelog.review.days.histories import Histories

if TYPE_CHECKING:
    from carelog.journal import Journal


@dataclass(frozen=True, slots=True)
class RoutineToday:
    """A routine on the present day.

    `next_at` is the time of day it is planned for next, None without a time or when it is no longer due; `later` says
    that this time has not come yet.
    """

    day: RoutineDay
    next_at: time | None = None
    later: bool = False

    @property
    def is_open(self) -> bool:
        """Whether it is still due."""
        return self.day.times_open > 0


@dataclass(frozen=True, slots=True)
class TickLog:
    """The ticks of a period, by id of the routine."""

    by_routine: dict[str, list[Tick]]

    def on(self, routine: Routine, day: date) -> Sequence[Tick]:
        """The ticks of a routine on a day of the period, in order of time."""
        return [tick for tick in self.by_routine.get(routine.id, ()) if tick.day == day]

    def all_of(self, routine: Routine) -> Sequence[Tick]:
        """All ticks of a routine in the period."""
        return self.by_routine.get(routine.id, ())


def ticks_for(journal: Journal, period: Period, *, since: date | None = None) -> TickLog:
    """Read in one query all ticks of a period, and all from `since` on."""
    by_routine: dict[str, list[Tick]] = {}
    for tick in journal.ticks.within(Period(min(period.first, since or period.first), period.last)):
        by_routine.setdefault(tick.routine_id, []).append(tick)
    return TickLog(by_routine)


def routines_today(
    routines: Sequence[Routine], ticks: TickLog, now: Moment, starts_at: time, known: Histories
) -> tuple[RoutineToday, ...]:
    """The routines that are due or were noted today, by time of day; those without a time come last."""
    day = known.today
    asked = (known.of(each).standing(day, ticks.on(each, day)) for each in by_time(routines, starts_at))
    return tuple(_today(each, now, starts_at) for each in asked if each.state is not DayState.NOT_DUE)


def by_time(routines: Sequence[Routine], starts_at: time) -> list[Routine]:
    """Routines in order of their first time of day; those without one come last, in their given order."""
    return sorted(routines, key=lambda each: min((into_day(at, starts_at) for at in each.at), default=2 * ONE_DAY))


def into_day(clock: time, starts_at: time) -> timedelta:
    """The time since the midnight at which a journal day begins; times before the day starts are after 24 hours."""
    since_midnight = timedelta(hours=clock.hour, minutes=clock.minute)
    return since_midnight + ONE_DAY if clock < starts_at else since_midnight


def _today(day: RoutineDay, now: Moment, starts_at: time) -> RoutineToday:
    times = day.routine.at
    if not times or not day.times_open:
        return RoutineToday(day)
    in_order = sorted(times, key=lambda each: into_day(each, starts_at))
    next_at = in_order[min(len(day.ticks), len(times) - 1)]
    return RoutineToday(day, next_at, later=not _has_come(next_at, day.day, now, starts_at))


def _has_come(clock: time, day: date, now: Moment, starts_at: time) -> bool:
    today = now.day(starts_at)
    if day != today:
        return day < today
    return into_day(clock, starts_at) <= into_day(now.local.time(), starts_at)
