"""Routines on the days that are looked at: what they ask, what was noted, what comes next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import TYPE_CHECKING

from carelog.domain.routines.routine import DayState, Routine, RoutineDay, routine_day
from carelog.domain.routines.tick import Tick
from carelog.domain.time.days import ONE_DAY, Moment, Period

if TYPE_CHECKING:
    from carelog.journal import Journal


@dataclass(frozen=True, slots=True)
class RoutineToday:
    """A routine on the present day.

    `next_at` is the time of day it is meant for next, None when it has none or asks no more; `later` says that
    this time has not come yet.
    """

    day: RoutineDay
    next_at: time | None = None
    later: bool = False

    @property
    def is_open(self) -> bool:
        """Whether the day still asks for it."""
        return self.day.times_open > 0


@dataclass(frozen=True, slots=True)
class TickLog:
    """The ticks of a stretch of days, by routine."""

    by_routine: dict[str, list[Tick]]

    def of(self, routine: Routine, day: date, *, paused: bool = False) -> RoutineDay:
        """How a routine stands on a day of the stretch."""
        counting = routine.cadence.days_that_count(day)
        ticks = [tick for tick in self.by_routine.get(routine.id, ()) if tick.day in counting]
        return routine_day(routine, day, ticks, paused=paused)

    def all_of(self, routine: Routine) -> Sequence[Tick]:
        """Every tick of a routine in the stretch."""
        return self.by_routine.get(routine.id, ())


def ticks_for(journal: Journal, routines: Sequence[Routine], period: Period, *, since: date | None = None) -> TickLog:
    """The ticks that decide how routines stand in a period, and all from `since` on, in one query."""
    starts = [routine.cadence.days_that_count(period.first).first for routine in routines]
    first = min([period.first, *starts, since or period.first])
    by_routine: dict[str, list[Tick]] = {}
    for tick in journal.ticks.within(Period(first, period.last)):
        by_routine.setdefault(tick.routine_id, []).append(tick)
    return TickLog(by_routine)


def routines_today(
    routines: Sequence[Routine], ticks: TickLog, now: Moment, starts_at: time, day: date, *, paused: bool
) -> tuple[RoutineToday, ...]:
    """The routines that a day asks for or that were noted on it, by time of day; those without a time come last."""
    asked = (ticks.of(routine, day, paused=paused) for routine in by_time(routines, starts_at))
    return tuple(_today(each, now, starts_at) for each in asked if each.state is not DayState.NOT_DUE)


def by_time(routines: Sequence[Routine], starts_at: time) -> list[Routine]:
    """Routines in the order of their first time of day; those without one come last, as they were."""
    return sorted(routines, key=lambda each: min((into_day(at, starts_at) for at in each.at), default=2 * ONE_DAY))


def into_day(clock: time, starts_at: time) -> timedelta:
    """How far into a journal day a time of day is: times before the day starts belong to its end."""
    since_midnight = timedelta(hours=clock.hour, minutes=clock.minute)
    return since_midnight + ONE_DAY if clock < starts_at else since_midnight


def _today(day: RoutineDay, now: Moment, starts_at: time) -> RoutineToday:
    times = day.routine.at
    if not times or not day.times_open:
        return RoutineToday(day)
    in_order = sorted(times, key=lambda each: into_day(each, starts_at))
    next_at = in_order[min(len(day.ticks), len(times) - 1)]
    return RoutineToday(day, next_at, later=not _reached(next_at, day.day, now, starts_at))


def _reached(clock: time, day: date, now: Moment, starts_at: time) -> bool:
    today = now.day(starts_at)
    if day != today:
        return day < today
    return into_day(clock, starts_at) <= into_day(now.local.time(), starts_at)
