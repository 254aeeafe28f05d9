"""Each routine over the last eight weeks: how often it was kept, its strength, a mark for each day, and runs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum
from typing import TYPE_CHECKING

from carelog.domain.routines.due import DueDay, RoutineHistory
from carelog.domain.routines.routine import DayState, Routine
from carelog.domain.routines.streak import Runs, runs_in_one_unit
from carelog.domain.routines.strength import NEGLIGIBLE, Strength, frequency_of, strength
from carelog.domain.time.days import EARLIEST, ONE_DAY, Moment, Period
from carelog.review.days.histories import LONGEST_WINDOW, Histories, histories
from carelog.review.days.rest_days import days_away
from carelog.review.days.routines import RoutineToday, by_time

if TYPE_CHECKING:
    from carelog.journal import Journal

WEEKS_SHOWN = 8


class DayMark(Enum):
    """The mark for a routine on one day.

    MISSED was due, is over and has no tick; BRIDGED is a miss within a run; NOT_DUE is a day on which it was not due,
    or of which nothing is known.
    """

    DONE = "done"
    SMALL = "small"
    PARTLY = "partly"
    SKIPPED = "skipped"
    OPEN = "open"
    MISSED = "missed"
    BRIDGED = "bridged"
    PAUSED = "paused"
    NOT_DUE = "not-due"


_MARK_OF = {
    DayState.DONE: DayMark.DONE,
    DayState.SMALL: DayMark.SMALL,
    DayState.PARTLY: DayMark.PARTLY,
    DayState.SKIPPED: DayMark.SKIPPED,
}


@dataclass(frozen=True, slots=True)
class RunCounts:
    """The kept days of the present and of the longest run, 0 without one, and the misses that these bridge."""

    present: int
    longest: int
    bridged: tuple[date, ...]


@dataclass(frozen=True, slots=True)
class RoutineStreak:
    """A routine over a period of weeks, of which the last may not be over.

    `due` times are those that were kept (`small` versions included), skipped or missed; times that are still open do
    not count. `times` is how often it was kept in all, due or not; on `unknown` days the journal was not used, and
    nothing is known of them. `strength` is from 0 to 1, None for AS_NEEDED. `weeks` are pairs of kept and due times for
    each week, `marks` one mark for each day up to today. `runs` is None unless the person switched runs on.
    """

    routine: Routine
    due: int
    kept: int
    small: int
    skipped: int
    missed: int
    times: int
    strength: float | None
    weeks: tuple[tuple[int, int], ...]
    marks: tuple[DayMark, ...]
    runs: RunCounts | None = None
    unknown: int = 0

    @property
    def runs_in_days(self) -> bool:
        """Whether a run counts days, because the routine is due on fixed days."""
        return self.routine.cadence.has_fixed_days


@dataclass(frozen=True, slots=True)
class Streaks:
    """The routines in use over a period of weeks up to today, and medicines apart from them.

    On the day of a return, `days_away` is how many days ago the journal was last used, and `brought_up` are the
    routines that `Today.brought_up` shows then; on other days they are None and empty.
    """

    period: Period
    routines: tuple[RoutineStreak, ...]
    medicines: tuple[RoutineStreak, ...]
    days_away: int | None = None
    brought_up: tuple[RoutineToday, ...] = ()

    @property
    def welcome_back(self) -> bool:
        """Whether today is the day of a return, after two weeks or more without any use."""
        return self.days_away is not None

    @property
    def set_aside(self) -> int:
        """How many routines the page leaves out on the day of a return."""
        if not self.welcome_back:
            return 0
        on_page = {each.routine.id for each in self.shown} | {each.day.routine.id for each in self.brought_up}
        return sum(each.routine.id not in on_page for each in (*self.routines, *self.medicines))

    @property
    def shown(self) -> tuple[RoutineStreak, ...]:
        """All routines, medicines last; on the day of a return only those that were kept, and no open marks."""
        all_of_them = (*self.routines, *self.medicines)
        if not self.welcome_back:
            return all_of_them
        return tuple(_without_open(each) for each in all_of_them if each.times)


def streaks(
    journal: Journal,
    day: date,
    now: Moment,
    only: Sequence[Routine] | None = None,
    period: Period | None = None,
) -> Streaks:
    """The streaks of all routines, or those in `only`, as known on `day`.

    They are over a period that begins on a Monday and ends on `day` or before; else over the last eight ISO weeks.
    """
    period = period or _usual_weeks(day)
    routines = by_time(journal.routines.active() if only is None else only, journal.settings.day_starts_at)
    with_runs = journal.settings.streaks
    known = (
        histories(journal, routines, period, day, since=EARLIEST)
        if with_runs
        else _enough_days(journal, routines, period, day)
    )
    span = Period(known.span.first, period.last)
    found = [_streak(known.of(routine), span, period, with_runs=with_runs) for routine in routines]
    away = days_away(journal, known.rest, day) if period.last == day else None
    return Streaks(
        period,
        tuple(each for each in found if not each.routine.is_medicine),
        tuple(each for each in found if each.routine.is_medicine),
        days_away=away,
        brought_up=_brought_up(journal, day, now) if away is not None else (),
    )


def weeks_of(period: Period) -> int:
    """How many weeks a period touches that begins on a Monday."""
    return (len(period) + 6) // 7


def _usual_weeks(day: date) -> Period:
    return Period(Period.week_of(day).first - (WEEKS_SHOWN - 1) * 7 * ONE_DAY, day)


def _without_open(streak: RoutineStreak) -> RoutineStreak:
    marks = (DayMark.NOT_DUE if mark is DayMark.OPEN else mark for mark in streak.marks)
    return replace(streak, marks=tuple(marks))


def _enough_days(journal: Journal, routines: Sequence[Routine], period: Period, today: date) -> Histories:
    """Read as many days as influence the strengths of routines: more of them where many days are skipped or at rest."""
    frequencies = (frequency_of(each.cadence, each.target) for routine in routines for each in routine.all_terms)
    days = max((each.memory_days for each in frequencies if each), default=0)
    while True:
        first = min(_days_back(period.last, days), period.first - LONGEST_WINDOW)
        known = histories(journal, routines, period, today, since=first)
        if first <= EARLIEST or all(_is_enough(known, routine, period.last) for routine in routines):
            return known
        days *= 2


def _is_enough(known: Histories, routine: Routine, last: date) -> bool:
    """Whether no day before the span can influence the strength of a routine."""
    if routine.started >= known.span.first:
        return True
    found = _strength(known.of(routine), Period(known.span.first, last))
    return found is None or found.unknown_weight <= NEGLIGIBLE


def _strength(history: RoutineHistory, span: Period) -> Strength | None:
    """The strength of a routine, None for AS_NEEDED, computed from no more of the latest days than influence it."""
    routine = history.routine
    if frequency_of(routine.cadence, routine.target) is None:
        return None
    frequencies = (frequency_of(each.cadence, each.target) for each in routine.all_terms)
    days = max(each.memory_days for each in frequencies if each)
    latest = Period(max(span.first, _days_back(span.last, days)), span.last)
    found = strength(history.shares(latest))
    return found if found.unknown_weight <= NEGLIGIBLE else strength(history.shares(span))


def _days_back(day: date, days: int) -> date:
    """The day that is `days` before a day, and a quarter more for days of rest; no earlier than EARLIEST."""
    return day - min(days * 5 // 4 * ONE_DAY, day - EARLIEST)


def _streak(history: RoutineHistory, span: Period, period: Period, *, with_runs: bool) -> RoutineStreak:
    routine, found = history.routine, _strength(history, span)
    all_due = history.due_days(span if with_runs else period)
    due = {each.day: each for each in all_due if each.day in period}
    counts = _run_counts(_runs(routine, all_due)) if with_runs else None
    bridged = counts.bridged if counts else ()
    return RoutineStreak(
        routine,
        due=sum(each.due for each in due.values()),
        kept=sum(each.kept for each in due.values()),
        small=sum(each.small for each in due.values()),
        skipped=sum(each.skipped for each in due.values()),
        missed=sum(each.missed for each in due.values()),
        times=sum(history.noted[day].times for day in period if day in history.noted),
        unknown=history.unknown_days(period),
        strength=found.value if found else None,
        weeks=_weeks(due, period),
        marks=tuple(_mark(history, day, due.get(day), day in bridged) for day in period),
        runs=counts,
    )


def _runs(routine: Routine, due: Sequence[DueDay]) -> Runs:
    begun = [(stretch.first, stretch.cadence.has_fixed_days) for stretch in routine.stretches]
    return runs_in_one_unit(due, begun, bridging=not routine.is_medicine)


def _run_counts(found: Runs) -> RunCounts:
    both = [run for run in (found.present, found.longest) if run]
    bridged = sorted({day for run in both for day in run.bridged})
    present, longest = found.present, found.longest
    return RunCounts(present.kept if present else 0, longest.kept if longest else 0, tuple(bridged))


def _weeks(due: Mapping[date, DueDay], period: Period) -> tuple[tuple[int, int], ...]:
    counts = []
    for number in range(weeks_of(period)):
        week = Period.week_of(period.first + number * 7 * ONE_DAY)
        of_week = [each for day, each in due.items() if day in week]
        counts.append((sum(each.kept for each in of_week), sum(each.due for each in of_week)))
    return tuple(counts)


def _mark(history: RoutineHistory, day: date, due: DueDay | None, bridged: bool) -> DayMark:
    state = history.state_of(due or DueDay(day))
    if bridged:
        return DayMark.BRIDGED
    if state in _MARK_OF:
        return _MARK_OF[state]
    if due and due.missed:
        return DayMark.MISSED
    if day == history.today and history.is_open():
        return DayMark.OPEN
    return DayMark.PAUSED if history.is_paused(day) and day >= history.routine.started else DayMark.NOT_DUE


def _brought_up(journal: Journal, day: date, now: Moment) -> tuple[RoutineToday, ...]:
    from carelog.review.pages.today import today

    return today(journal, day, now).brought_up
