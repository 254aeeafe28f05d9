"""The routines and medicines of a packet: what was due, what was kept, what changed."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from carelog.domain.routines.cadence import Cadence, CadenceKind
from carelog.domain.routines.routine import DayState, Routine, RoutineDay, routine_day
from carelog.domain.routines.tick import Tick, TickState
from carelog.domain.text import clean_line
from carelog.domain.time.days import Period
from carelog.domain.time.when import WEEKDAYS

_EVERY_DAY = {CadenceKind.PER_DAY, CadenceKind.WEEKDAYS, CadenceKind.AS_NEEDED}


@dataclass(frozen=True, slots=True)
class Counts:
    """How many times something was due, and what became of them.

    `kept` includes the `small` ones, which are also those that reached part of an amount; `unnoted` is what nothing
    was noted for; `extra` were kept beside what was due.
    """

    due: int
    kept: int
    small: int
    skipped: int
    unnoted: int
    extra: int


@dataclass(frozen=True, slots=True)
class RoutinePart:
    """A routine. `began` and `ended` are days of the period; `obstacle` is what was last said about skipping it.

    `is_homework` says that it was agreed at an appointment.
    """

    name: str
    how_often: str
    counts: Counts
    began: date | None = None
    ended: date | None = None
    obstacle: str = ""
    is_homework: bool = False


@dataclass(frozen=True, slots=True)
class DoseChange:
    """A dose that was noted as new; `before` is empty for the first one."""

    day: date
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class MedicinePart:
    """A medicine, in the person's own words, and the changes of its dose within the period."""

    name: str
    dose: str
    how_often: str
    counts: Counts
    began: date | None
    ended: date | None
    changes: tuple[DoseChange, ...]


@dataclass(frozen=True, slots=True)
class Course:
    """A routine's way through a period: its ticks by day, the days that rest, and the day that is not over yet."""

    routine: Routine
    period: Period
    ticks: Mapping[date, Sequence[Tick]]
    resting: Container[date]
    today: date

    def days(self) -> Iterator[RoutineDay]:
        """Each day of the period as it stands."""
        for day in self.period:
            nearby = [tick for each in self.routine.cadence.days_that_count(day) for tick in self.ticks.get(each, ())]
            yield routine_day(self.routine, day, nearby, paused=day in self.resting)

    @property
    def asked_days(self) -> int:
        """The days of the period on which the routine was in use and not resting."""
        routine = self.routine
        return sum(
            day >= routine.started
            and (routine.archived is None or day < routine.archived)
            and (routine.is_medicine or day not in self.resting)
            for day in self.period
        )

    def counts(self) -> Counts:
        """What was due and what became of it.

        What is due so many times in a week or in some days has no day of its own: it is counted as that rate over
        the days in use, rounded down, so that a week cut in two by the period weighs as much as its days. Times
        that today still asks for are not due yet.
        """
        due = kept = skipped = small = times = 0
        for day in self.days():
            small += _small(day)
            times += day.kept
            on_day = day.asked if day.day != self.today else min(day.asked, len(day.ticks))
            due += on_day
            kept += min(day.kept, on_day)
            skipped += min(len(day.ticks) - day.kept, on_day - min(day.kept, on_day))
        cadence = self.routine.cadence
        if cadence.kind not in _EVERY_DAY:
            due = self.asked_days * cadence.times // (7 if cadence.kind is CadenceKind.PER_WEEK else cadence.days)
            kept = min(times, due)
            skipped = min(sum(_skips(ticks) for day, ticks in self.ticks.items() if day in self.period), due - kept)
        return Counts(due, kept, min(small, kept), skipped, due - kept - skipped, times - kept)


def routine_part(course: Course, *, homework: bool, obstacles: bool) -> RoutinePart:
    """One routine; with `obstacles` also the last words about skipping it."""
    routine = course.routine
    said = [
        tick.note
        for day in course.period
        for tick in course.ticks.get(day, ())
        if tick.state is TickState.SKIPPED and tick.note
    ]
    return RoutinePart(
        routine.name,
        in_words(routine.cadence),
        course.counts(),
        _within(course.period, routine.started),
        _within(course.period, routine.archived),
        clean_line(said[-1]) if said and obstacles else "",
        homework,
    )


def medicine_part(course: Course) -> MedicinePart:
    """One medicine with its dose on the last day and what changed."""
    routine = course.routine
    changes = [
        DoseChange(after.since, before.text if before else "", after.text)
        for before, after in zip((None, *routine.doses), routine.doses, strict=False)
        if after.since in course.period and (before is None or before.text != after.text)
    ]
    return MedicinePart(
        routine.name,
        routine.dose_on(course.period.last),
        in_words(routine.cadence),
        course.counts(),
        _within(course.period, routine.started),
        _within(course.period, routine.archived),
        tuple(changes),
    )


def in_words(cadence: Cadence) -> str:
    """How often, as a sentence says it, such as 3 times a week."""
    times = {1: "once", 2: "twice"}.get(cadence.times, f"{cadence.times} times")
    match cadence.kind:
        case CadenceKind.PER_DAY:
            return "every day" if cadence.times == 1 else f"{times} a day"
        case CadenceKind.WEEKDAYS:
            return ", ".join(WEEKDAYS[number][:3].capitalize() for number in sorted(cadence.weekdays))
        case CadenceKind.PER_WEEK:
            return f"{times} a week"
        case CadenceKind.PER_DAYS:
            return f"{times} in {cadence.days} days"
        case CadenceKind.INTERVAL:
            return "every day" if cadence.days == 1 else f"every {cadence.days} days"
        case CadenceKind.AS_NEEDED:
            return "as needed"


def _small(day: RoutineDay) -> int:
    if day.state is DayState.PARTLY and len(day.ticks) >= day.asked:
        return day.kept
    return sum(tick.state is TickState.SMALL for tick in day.ticks)


def _skips(ticks: Sequence[Tick]) -> int:
    return sum(not tick.kept for tick in ticks)


def _within(period: Period, day: date | None) -> date | None:
    return day if day is not None and day in period else None
