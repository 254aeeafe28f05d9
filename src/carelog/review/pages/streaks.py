"""Each routine over the last eight weeks: how often it was kept, how firmly, day by day, and runs on request."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum
from typing import TYPE_CHECKING

from carelog.domain.routines.cadence import CadenceKind
from carelog.domain.routines.due import DueDay, RoutineHistory
from carelog.domain.routines.routine import NOTHING, DayState, Noted, Routine
from carelog.domain.routines.streak import Runs, runs
from carelog.domain.routines.strength import NEGLIGIBLE, Strength, frequency_of, strength
from carelog.domain.time.days import ONE_DAY, Moment, Period
from carelog.review.days.rest_days import Rest, days_away, rest_in
from carelog.review.days.routines import RoutineToday, by_time

if TYPE_CHECKING:
    from carelog.journal import Journal

WEEKS_SHOWN = 8
_THE_BEGINNING, _DISTANT = date(1899, 1, 1), date(9000, 12, 31)
_FURTHEST_STRETCH = 366 * ONE_DAY


class DayMark(Enum):
    """What became of a routine on one day.

    MISSED was due, is over and has no note; BRIDGED is a miss within a run; what is NOT_DUE was not asked for, or
    nothing is known of the day.
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


@dataclass(frozen=True, slots=True)
class RunCounts:
    """The present and the longest run in due days that were kept, 0 without one, and the misses that they bridge."""

    present: int
    longest: int
    bridged: tuple[date, ...]


@dataclass(frozen=True, slots=True)
class RoutineStreak:
    """A routine over a period of whole weeks, as far as they have come.

    `due` counts what was due and is no longer open: what was kept, `small` ones included, skipped or missed.
    `times` is how often it was kept in all, also beside what was due. `strength` is from 0 to 1, None for what is
    needed now and then. `weeks` are what was kept and due in each week, `marks` one for each day up to today.
    `runs` are there where they are asked for.
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

    @property
    def runs_in_days(self) -> bool:
        """Whether a run counts days, and not times that have no day of their own."""
        return self.routine.cadence.kind in (CadenceKind.PER_DAY, CadenceKind.WEEKDAYS)


@dataclass(frozen=True, slots=True)
class Streaks:
    """The routines in use over a period of whole weeks up to today, and medicines apart from them.

    After a return, on the day of it, `days_away` says how long ago the journal was last used, and `brought_up` is
    what `today` brings up then: what was noted and one open thing.
    """

    period: Period
    routines: tuple[RoutineStreak, ...]
    medicines: tuple[RoutineStreak, ...]
    days_away: int | None = None
    brought_up: tuple[RoutineToday, ...] = ()

    @property
    def welcome_back(self) -> bool:
        """Whether today ends two weeks or more without any use."""
        return self.days_away is not None

    @property
    def shown(self) -> tuple[RoutineStreak, ...]:
        """All of them, medicines last; on the day of a return those that were kept before, without what is open."""
        all_of_them = (*self.routines, *self.medicines)
        if not self.welcome_back:
            return all_of_them
        return tuple(_without_open(each) for each in all_of_them if each.times)


def streaks(journal: Journal, day: date, now: Moment) -> Streaks:
    """The last eight ISO weeks up to and with `day`, the running one among them, as they are known on that day."""
    monday = Period.week_of(day).first
    period = Period(monday - (WEEKS_SHOWN - 1) * 7 * ONE_DAY, day)
    routines = by_time(journal.routines.active(), journal.settings.day_starts_at)
    with_runs = journal.settings.streaks
    known = _Known.since(journal, _THE_BEGINNING, period) if with_runs else _enough(journal, routines, period)
    found = [_streak(known.history(routine), known, with_runs=with_runs) for routine in routines]
    away = days_away(journal, known.rest, day)
    return Streaks(
        period,
        tuple(each for each in found if not each.routine.is_medicine),
        tuple(each for each in found if each.routine.is_medicine),
        days_away=away,
        brought_up=_brought_up(journal, day, now) if away is not None else (),
    )


@dataclass(frozen=True, slots=True)
class _Known:
    """What the journal says of all days from the first of a span on; `period` is the part of it that is shown."""

    span: Period
    period: Period
    noted: Mapping[str, Mapping[date, Noted]]
    rest: Rest
    paused: frozenset[date]
    quiet: frozenset[date]

    @classmethod
    def since(cls, journal: Journal, first: date, period: Period) -> _Known:
        """What is known of the days from `first` on, or, where nothing was noted for longer, from the first note on."""
        noted = journal.ticks.noted(Period(first, period.last))
        if first == _THE_BEGINNING:
            first = min((day for days in noted.values() for day in days), default=period.last)
            first = min(first, period.first)
        rest = rest_in(journal, Period(first, period.last), period.last)
        announced = (Period(pause.first, pause.last or _DISTANT) for pause in rest.pauses)
        nearby = Period(first, period.last + _FURTHEST_STRETCH)
        return cls(Period(first, period.last), period, noted, rest, _days(announced, nearby), _days(rest.quiet, nearby))

    def history(self, routine: Routine) -> RoutineHistory:
        """A routine with what is known of it."""
        return RoutineHistory(routine, self.noted.get(routine.id, {}), self.period.last, self.paused, self.quiet)

    def strength(self, history: RoutineHistory) -> Strength | None:
        """The strength of a routine, None for what is needed now and then; from no more days than move it."""
        frequency = frequency_of(history.routine.cadence, history.routine.target)
        if frequency is None:
            return None
        lately = Period(max(self.span.first, _so_far_back(self.span.last, frequency.memory)), self.span.last)
        found = strength(frequency, history.shares(lately))
        return found if found.unknown <= NEGLIGIBLE else strength(frequency, history.shares(self.span))

    def is_enough_for(self, routine: Routine) -> bool:
        """Whether no day before the span can still move the strength of a routine."""
        if routine.started >= self.span.first:
            return True
        found = self.strength(self.history(routine))
        return found is None or found.unknown <= NEGLIGIBLE


def _enough(journal: Journal, routines: Iterable[Routine], period: Period) -> _Known:
    """What is known of as many days as move a strength: more of them where many rest or were skipped."""
    frequencies = (frequency_of(routine.cadence, routine.target) for routine in routines)
    days = max((each.memory for each in frequencies if each), default=0)
    while True:
        first = min(_so_far_back(period.last, days), period.first - _FURTHEST_STRETCH)
        known = _Known.since(journal, first, period)
        if first <= _THE_BEGINNING or all(map(known.is_enough_for, routines)):
            return known
        days *= 2


def _so_far_back(day: date, days: int) -> date:
    """So many days before a day, and some for those that rest; no further than there can be notes."""
    return day - min(days * 5 // 4 * ONE_DAY, day - _THE_BEGINNING)


def _days(stretches: Iterable[Period], within: Period) -> frozenset[date]:
    found = (
        Period(max(each.first, within.first), min(each.last, within.last)) for each in stretches if _meet(each, within)
    )
    return frozenset(day for stretch in found for day in stretch)


def _meet(one: Period, other: Period) -> bool:
    return one.first <= other.last and other.first <= one.last


def _streak(history: RoutineHistory, known: _Known, *, with_runs: bool) -> RoutineStreak:
    period, found = known.period, known.strength(history)
    whole = history.due_days(known.span if with_runs else period)
    due = {each.day: each for each in whole if each.day in period}
    counts = _run_counts(runs(whole, bridging=not history.routine.is_medicine)) if with_runs else None
    bridged = counts.bridged if counts else ()
    return RoutineStreak(
        history.routine,
        due=sum(each.due for each in due.values()),
        kept=sum(each.kept for each in due.values()),
        small=sum(each.small for each in due.values()),
        skipped=sum(each.skipped for each in due.values()),
        missed=sum(each.missed for each in due.values()),
        times=sum(history.noted[day].kept for day in period if day in history.noted),
        strength=found.value if found else None,
        weeks=_weeks(due, period),
        marks=tuple(_mark(history, day, due.get(day), day in bridged) for day in period),
        runs=counts,
    )


def _run_counts(found: Runs) -> RunCounts:
    both = [run for run in (found.present, found.longest) if run]
    bridged = sorted({day for run in both for day in run.bridged})
    present, longest = found.present, found.longest
    return RunCounts(present.kept if present else 0, longest.kept if longest else 0, tuple(bridged))


def _weeks(due: Mapping[date, DueDay], period: Period) -> tuple[tuple[int, int], ...]:
    counts = []
    for number in range(WEEKS_SHOWN):
        week = Period.week_of(period.first + number * 7 * ONE_DAY)
        of_week = [each for day, each in due.items() if day in week]
        counts.append((sum(each.kept for each in of_week), sum(each.due for each in of_week)))
    return tuple(counts)


_MARK_OF = {
    DayState.DONE: DayMark.DONE,
    DayState.SMALL: DayMark.SMALL,
    DayState.PARTLY: DayMark.PARTLY,
    DayState.SKIPPED: DayMark.SKIPPED,
}


def _without_open(streak: RoutineStreak) -> RoutineStreak:
    marks = (DayMark.NOT_DUE if mark is DayMark.OPEN else mark for mark in streak.marks)
    return replace(streak, marks=tuple(marks))


def _mark(history: RoutineHistory, day: date, due: DueDay | None, bridged: bool) -> DayMark:
    routine = history.routine
    state = history.noted.get(day, NOTHING).state(routine.cadence.most_a_day, routine.target)
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
