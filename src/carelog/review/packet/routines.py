"""The routines and medicines of a packet: how often they were due and kept, and what changed."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from carelog.domain.routines.cadence import CadenceKind
from carelog.domain.routines.routine import DayState, Routine, RoutineDay, routine_day
from carelog.domain.routines.tick import Tick, TickState
from carelog.domain.text import clean_line
from carelog.domain.time.days import Period
from carelog.review.packet.doses import TakenDose, doses_as_needed
from carelog.wording.files import packet as packet_words

_EVERY_DAY = {CadenceKind.PER_DAY, CadenceKind.WEEKDAYS, CadenceKind.AS_NEEDED}


@dataclass(frozen=True, slots=True)
class Counts:
    """How many times a routine was due, and how many of these were kept, skipped or not noted.

    `kept` includes the `small` ones: small versions, and amounts below the target. `unnoted` times were due and have no
    tick; `extra` times were kept without being due.
    """

    due: int
    kept: int
    small: int
    skipped: int
    unnoted: int
    extra: int


@dataclass(frozen=True, slots=True)
class RoutinePart:
    """A routine in a period. `began` and `ended` are None unless they are days of the period.

    `obstacle` is the last note about skipping it. `is_homework` says that it was agreed at an appointment.
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
    """A change of a dose on a day; `before` is empty for the first dose."""

    day: date
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class MedicinePart:
    """A medicine in a period, in the person's own words: its last dose, and the changes of the dose.

    `taken` are the doses one by one on days on which it was taken as needed.
    """

    name: str
    dose: str
    how_often: str
    counts: Counts
    began: date | None
    ended: date | None
    changes: tuple[DoseChange, ...]
    taken: tuple[TakenDose, ...] = ()


@dataclass(frozen=True, slots=True)
class RoutineInPeriod:
    """A routine in a period, with its ticks by day, the days of rest, and `today`, which is not over yet.

    `ticks` also hold the days before the period that decide whether the routine was due at its beginning.
    """

    routine: Routine
    period: Period
    ticks: Mapping[date, Sequence[Tick]]
    resting: Container[date]
    today: date

    def days(self) -> Iterator[RoutineDay]:
        """The state of the routine on each day of the period."""
        for day in self.period:
            nearby = [tick for each in self.routine.cadence.days_that_count(day) for tick in self.ticks.get(each, ())]
            yield routine_day(self.routine, day, nearby, paused=day in self.resting)

    @property
    def asked_days(self) -> int:
        """The number of days of the period on which the routine was in use and not at rest."""
        routine = self.routine
        return sum(
            day >= routine.started
            and (routine.archived is None or day < routine.archived)
            and (routine.is_medicine or day not in self.resting)
            for day in self.period
        )

    def counts(self) -> Counts:
        """How many times it was due in the period, and how many of these were kept, skipped or not noted.

        A routine that is due a number of times in a week or in some days has no fixed days: its rate is applied to the
        days in use, rounded down, so that a week that the period cuts in two counts in proportion. Times that are still
        open today do not count as due.
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


def routine_part(found: RoutineInPeriod, *, homework: bool, obstacles: bool) -> RoutinePart:
    """The part for one routine; with `obstacles` also the last note about skipping it."""
    routine = found.routine
    obstacle_notes = [
        tick.note
        for day in found.period
        for tick in found.ticks.get(day, ())
        if tick.state is TickState.SKIPPED and tick.note
    ]
    return RoutinePart(
        routine.name,
        packet_words.how_often(routine.cadence),
        found.counts(),
        _within(found.period, routine.started),
        _within(found.period, routine.archived),
        clean_line(obstacle_notes[-1]) if obstacle_notes and obstacles else "",
        homework,
    )


def medicine_part(found: RoutineInPeriod) -> MedicinePart:
    """The part for one medicine, with its dose on the last day of the period."""
    routine = found.routine
    changes = [
        DoseChange(after.since, before.text if before else "", after.text)
        for before, after in zip((None, *routine.doses), routine.doses, strict=False)
        if after.since in found.period and (before is None or before.text != after.text)
    ]
    return MedicinePart(
        routine.name,
        routine.dose_on(found.period.last),
        packet_words.how_often(routine.cadence),
        found.counts(),
        _within(found.period, routine.started),
        _within(found.period, routine.archived),
        tuple(changes),
        doses_as_needed(routine, (tick for day in found.period for tick in found.ticks.get(day, ()))),
    )


def _small(day: RoutineDay) -> int:
    if day.state is DayState.PARTLY and len(day.ticks) >= day.asked:
        return day.kept
    return sum(tick.state is TickState.SMALL for tick in day.ticks)


def _skips(ticks: Sequence[Tick]) -> int:
    return sum(not tick.kept for tick in ticks)


def _within(period: Period, day: date | None) -> date | None:
    return day if day is not None and day in period else None
