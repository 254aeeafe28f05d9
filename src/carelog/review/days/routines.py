"""Routines on a day: whether they are due, what was noted, and the time of day that comes next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time
from typing import TYPE_CHECKING

from carelog.domain.routines.routine import DayState, Routine, RoutineDay
from carelog.domain.routines.slots import Slot, fill, has_come, into_day, nearest, planned_times
from carelog.domain.routines.tick import Tick
from carelog.domain.time.days import ONE_DAY, Moment, Period
from carelog.review.days.histories import Histories

if TYPE_CHECKING:
    from carelog.journal import Journal


@dataclass(frozen=True, slots=True)
class RoutineToday:
    """A routine on the present day.

    `next_at` is the time of day it is planned for next, None without a time or when it is no longer due; `later` says
    that this time has not come yet. `slots` are its planned times with what is noted for each, empty where ticks are
    counted a day; `unnoted` are those that are past with nothing noted.
    """

    day: RoutineDay
    next_at: time | None = None
    later: bool = False
    slots: tuple[Slot, ...] = ()
    unnoted: tuple[time, ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether something of it can still be noted."""
        return self.day.times_open > 0

    @property
    def is_due(self) -> bool:
        """Whether it is open and its time has come. A planned time that is past is open, but due no longer."""
        return self.is_open and not self.later and not (self.unnoted and self.next_at is None)


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


def routines_and_ticks(journal: Journal, day: date) -> tuple[list[Routine], TickLog]:
    """The active routines and their ticks of a day; those with a stock with all ticks since it was counted."""
    routines = journal.routines.active()
    counted = [routine.stock.first_day for routine in routines if routine.stock]
    return routines, ticks_for(journal, Period(day, day), since=min(counted, default=None))


def routines_today(
    routines: Sequence[Routine], ticks: TickLog, now: Moment, starts_at: time, known: Histories
) -> tuple[RoutineToday, ...]:
    """The routines that are due or were noted today, by time of day; those without a time come last."""
    day = known.today
    asked = (known.of(each).standing(day, ticks.on(each, day)) for each in by_time(routines, starts_at))
    return tuple(_today(each, now, starts_at) for each in asked if each.state is not DayState.NOT_DUE)


def brought_up_on_a_return(routines: Sequence[RoutineToday]) -> tuple[RoutineToday, ...]:
    """Of the routines of a day of return those to show: all that were noted, and one open one.

    Medicine is never paused: if any is open, all open medicines are shown then, and no other open routine.
    """
    still_open = [each for each in routines if each.is_open]
    medicines = [each for each in still_open if each.day.routine.is_medicine]
    kept_back = still_open[1:] if not medicines else [each for each in still_open if each not in medicines]
    return tuple(each for each in routines if each not in kept_back)


def by_time(routines: Sequence[Routine], starts_at: time) -> list[Routine]:
    """Routines in order of their first time of day; those without one come last, in their given order."""
    return sorted(routines, key=lambda each: min((into_day(at, starts_at) for at in each.at), default=2 * ONE_DAY))


def _today(day: RoutineDay, now: Moment, starts_at: time) -> RoutineToday:
    terms = day.routine.terms_on(day.day)
    slots = fill(planned_times(terms, starts_at), day.ticks)
    if slots:
        return _by_slots(day, slots, now, starts_at)
    times = terms.at
    if not times or not day.times_open:
        return RoutineToday(day)
    in_order = sorted(times, key=lambda each: into_day(each, starts_at))
    next_at = in_order[min(len(day.ticks), len(times) - 1)]
    return RoutineToday(day, next_at, later=not _has_come(next_at, day.day, now, starts_at))


def _by_slots(day: RoutineDay, slots: Sequence[Slot], now: Moment, starts_at: time) -> RoutineToday:
    """A slot is past once the next one has come, or is noted already by a tick shortly before its time."""
    if not day.times_open:
        return RoutineToday(day, slots=tuple(slots))
    come = [_has_come(slot.at, day.day, now, starts_at) for slot in slots]
    latest = max(sum(come) - 1, 0)
    if 0 < sum(come) < len(slots):
        number = nearest(slots, now.local.time(), starts_at)
        latest = latest if slots[number].is_open else number
    unnoted = tuple(slot.at for slot in slots[:latest] if slot.is_open)
    wanting = [number for number in range(latest, len(slots)) if slots[number].is_open]
    if not wanting and not unnoted:
        wanting = [latest]
    next_at = slots[wanting[0]].at if wanting else None
    later = bool(wanting) and not come[wanting[0]]
    return RoutineToday(day, next_at, later, tuple(slots), unnoted)


def _has_come(clock: time, day: date, now: Moment, starts_at: time) -> bool:
    today = now.day(starts_at)
    if day != today:
        return day < today
    return has_come(clock, now.local.time(), starts_at)
