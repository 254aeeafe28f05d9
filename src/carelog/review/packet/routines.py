"""The routines and medicines of a packet: how often they were due and kept, and what changed."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from carelog.domain.routines.due import RoutineHistory
from carelog.domain.routines.routine import Routine
from carelog.domain.routines.tick import Tick, TickState
from carelog.domain.text import clean_line
from carelog.domain.time.days import Period
from carelog.review.days.histories import histories
from carelog.review.days.rest_days import Rest
from carelog.review.days.routines import ticks_for
from carelog.review.packet.doses import TakenDose, doses_as_needed
from carelog.wording.days import by_day
from carelog.wording.files import packet_routines as packet_words

if TYPE_CHECKING:
    from carelog.journal import Journal


@dataclass(frozen=True, slots=True)
class Counts:
    """How many times a routine was due, and how many of these were kept, skipped or not noted.

    `kept` includes the `small` ones: small versions, and amounts below the target. `unnoted` times were due, can no
    longer be kept and have no tick; `extra` times were kept without being due. On `unknown` days carelog was not used,
    and nothing is known of them.
    """

    due: int
    kept: int
    small: int
    skipped: int
    unnoted: int
    extra: int
    unknown: int = 0


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
    """A routine in a period: its history, and its ticks of these days in order of time."""

    history: RoutineHistory
    period: Period
    ticks: Sequence[Tick]

    @property
    def routine(self) -> Routine:
        """The routine itself."""
        return self.history.routine

    @property
    def how_often(self) -> str:
        """How often it was due, with the days on which that changed."""
        said = [(terms.since, packet_words.how_often(terms.cadence)) for terms in self.routine.terms_in(self.period)]
        return by_day(said, with_year=self.period.first.year != self.period.last.year)

    def counts(self) -> Counts:
        """How many times it was due in the period, and how many of these were kept, skipped or not noted.

        Times that are still open do not count as due.
        """
        found = self.history.due_days(self.period)
        kept = sum(each.kept for each in found)
        times = sum(each.times for day, each in self.history.noted.items() if day in self.period)
        return Counts(
            due=sum(each.due for each in found),
            kept=kept,
            small=sum(each.small for each in found),
            skipped=sum(each.skipped for each in found),
            unnoted=sum(each.missed for each in found),
            extra=times - kept,
            unknown=self.history.unknown_days(self.period),
        )


@dataclass(frozen=True, slots=True)
class RoutinesInPeriod:
    """All routines of a period, and its days of rest."""

    period: Period
    rest: Rest
    routines: Sequence[RoutineInPeriod]

    @property
    def paused(self) -> int:
        """On how many days the person had announced a pause."""
        return sum(self.rest.pause_on(day) is not None for day in self.period)

    @property
    def resting(self) -> int:
        """On how many days no routine was due, from the first day of any on."""
        started = min((each.routine.started for each in self._habits), default=None)
        return sum(started is not None and day >= started and day in self.rest for day in self.period)

    def medicines(self) -> tuple[MedicinePart, ...]:
        """The medicines."""
        return tuple(medicine_part(each) for each in self.routines if each.routine.is_medicine)

    def habits(self, homework: Collection[str], *, obstacles: bool) -> tuple[RoutinePart, ...]:
        """The other routines that were due, kept, begun or ended; `homework` are the ids of those agreed on."""
        parts = [routine_part(each, homework=each.routine.id in homework, obstacles=obstacles) for each in self._habits]
        return tuple(part for part in parts if any((part.counts.due, part.counts.extra, part.began, part.ended)))

    @property
    def _habits(self) -> list[RoutineInPeriod]:
        return [each for each in self.routines if not each.routine.is_medicine]


def routines_in(journal: Journal, period: Period) -> RoutinesInPeriod:
    """The routines that are in use in a period or were noted in it."""
    ticks = ticks_for(journal, period)
    routines = [each for each in journal.routines if each.is_in_use_in(period) or ticks.all_of(each)]
    known = histories(journal, routines, period, journal.today)
    found = [RoutineInPeriod(known.of(routine), period, ticks.all_of(routine)) for routine in routines]
    return RoutinesInPeriod(period, known.rest, found)


def routine_part(found: RoutineInPeriod, *, homework: bool, obstacles: bool) -> RoutinePart:
    """The part for one routine; with `obstacles` also the last note about skipping it."""
    routine = found.routine
    obstacle_notes = [tick.note for tick in found.ticks if tick.state is TickState.SKIPPED and tick.note]
    return RoutinePart(
        routine.name,
        found.how_often,
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
        found.how_often,
        found.counts(),
        _within(found.period, routine.started),
        _within(found.period, routine.archived),
        tuple(changes),
        doses_as_needed(routine, found.ticks),
    )


def _within(period: Period, day: date | None) -> date | None:
    return day if day is not None and day in period else None
