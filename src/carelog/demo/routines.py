"""The demo's routines, and their ticks: kept, kept small, skipped, or not noted at all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, time

from carelog.demo.chance import Chance
from carelog.demo.days import Day
from carelog.demo.people import GROUP, MAYA
from carelog.demo.words import OBSTACLES, REMARKS
from carelog.domain.people.contact import Contact
from carelog.domain.routines.cadence import CadenceKind, read_cadence
from carelog.domain.routines.routine import Dose, Routine, RoutineKind
from carelog.domain.routines.stock import Stock
from carelog.domain.routines.tick import TickState
from carelog.domain.time.days import ONE_DAY, Period

_DOSE_CHANGED_DAYS_AGO, _COUNTED_DAYS_AGO, _DAYS_PER_DOSE = 61, 24, 3 * 365
_ON_GROUP_DAYS = frozenset({1, 3, 5})


@dataclass(frozen=True, slots=True)
class Habit:
    """A routine, and how often it is kept on a day with the level 3.

    `kept`, `small` and `skipped` are probabilities from 0 to 1; `hours` are the hours of the day at which it usually
    happens.
    """

    routine: Routine
    kept: float
    small: float = 0.0
    skipped: float = 0.0
    hours: tuple[float, ...] = (12.0,)


@dataclass(frozen=True, slots=True)
class DemoTick:
    """A tick of a routine, without its id, for its `planned` time; `hour` counts from the midnight of the day."""

    routine: Routine
    state: TickState
    hour: float
    amount: float | None = None
    note: str = ""
    planned: time | None = None


class TickGenerator:
    """Makes the ticks of routines day by day. Days come in order, because intervals count from the last time."""

    def __init__(self, habits: list[Habit], chance: Chance) -> None:
        self._habits = habits
        self._chance = chance
        self._last: dict[str, date] = {}

    def ticks(self, day: Day) -> Iterator[DemoTick]:
        """The ticks of all routines on a day."""
        for habit in self._habits:
            routine = habit.routine
            over = routine.archived is not None and day.date >= routine.archived
            if day.date >= routine.started and not over and (day.ticked or (day.paused and routine.is_medicine)):
                yield from self._ticks_of(habit, day)

    def _ticks_of(self, habit: Habit, day: Day) -> Iterator[DemoTick]:
        if not self._is_chosen(habit.routine, day):
            return
        ease = 0.0 if habit.routine.is_medicine else 0.07 * (day.level - 3)
        for number, hour in enumerate(habit.hours):
            kept = self._once(habit, ease, hour)
            if kept:
                self._last[habit.routine.id] = day.date
                yield replace(kept, planned=habit.routine.at[number] if habit.routine.at else None)

    def _is_chosen(self, routine: Routine, day: Day) -> bool:
        """Whether the invented person chooses a day for a routine."""
        match routine.cadence.kind:
            case CadenceKind.PER_WEEK:
                return day.date.weekday() in _ON_GROUP_DAYS or self._chance.happens(0.08)
            case CadenceKind.INTERVAL:
                last = self._last.get(routine.id)
                return last is None or (day.date - last).days >= routine.cadence.days
            case CadenceKind.AS_NEEDED:
                return self._chance.happens(0.35 if day.level < 2.6 else 0.08)
            case _:
                return True

    def _once(self, habit: Habit, ease: float, hour: float) -> DemoTick | None:
        chance, routine = self._chance, habit.routine
        drawn, at_hour = chance.random() - ease, hour + chance.near(0, 0.4)
        full, small = habit.kept, habit.kept + habit.small
        if drawn < full:
            amount = None if routine.target is None else float(5 * round(chance.between(routine.target, 45) / 5))
            note = chance.one_of(REMARKS) if not routine.is_medicine and chance.happens(0.06) else ""
            return DemoTick(routine, TickState.DONE, at_hour, amount, note)
        if drawn < small:
            amount = None if routine.target is None else float(chance.one_of((5, 10)))
            return DemoTick(routine, TickState.SMALL, at_hour, amount)
        if drawn < small + habit.skipped:
            note = "" if routine.is_medicine else chance.one_of(OBSTACLES)
            return DemoTick(routine, TickState.SKIPPED, at_hour, note=note)
        return None


def habits(period: Period, contacts: Mapping[str, Contact], chance: Chance, milliseconds: int) -> list[Habit]:
    """The demo's routines in the order in which they were added, with ids for an instant in milliseconds."""
    return [
        replace(habit, routine=replace(habit.routine, id=chance.row_id(milliseconds)))
        for habit in (
            _walk(period),
            _call(period, contacts[MAYA]),
            _medicine(period),
            Habit(_simple("Water the plants", "every 3 days", _after(period, 45)), kept=0.7, hours=(9.5,)),
            Habit(_simple("Ten quiet breaths", "as-needed", _after(period, 60)), kept=1.0, hours=(21.0,)),
            _stretch(period, contacts[GROUP]),
        )
    ]


def _walk(period: Period) -> Habit:
    routine = Routine(
        id="",
        name="Walk",
        started=period.first,
        at=(time(17, 30),),
        target=20,
        unit="min",
        small="once round the block",
        why="Evenings are lighter when I have been outside.",
    )
    return Habit(routine, kept=0.62, small=0.17, skipped=0.07, hours=(17.6,))


def _call(period: Period, contact: Contact) -> Habit:
    routine = Routine(
        id="",
        name="Call or see someone",
        started=_after(period, 20),
        cadence=read_cadence("3/week"),
        small="a message",
        why="I forget how much it helps.",
        contact_id=contact.id,
    )
    return Habit(routine, kept=0.74, small=0.12, skipped=0.04, hours=(19.0,))


def _medicine(period: Period) -> Habit:
    first = _after(period, 30)
    routine = Routine(
        id="",
        name="Medicine",
        started=first,
        cadence=read_cadence("2/day"),
        kind=RoutineKind.MEDICINE,
        at=(time(8), time(20)),
        doses=_doses(first, period.last),
        stock=Stock(period.last - _COUNTED_DAYS_AGO * ONE_DAY, amount=56, per_dose=1, refill_at=10),
    )
    return Habit(routine, kept=0.965, skipped=0.01, hours=(8.1, 20.1))


def _stretch(period: Period, contact: Contact) -> Habit:
    routine = Routine(
        id="",
        name="Evening stretch",
        started=period.first,
        small="shoulders only",
        contact_id=contact.id,
        archived=_after(period, 120),
    )
    return Habit(routine, kept=0.35, small=0.2, skipped=0.1, hours=(22.0,))


def _simple(name: str, cadence: str, started: date) -> Routine:
    return Routine(id="", name=name, started=started, cadence=read_cadence(cadence))


def _after(period: Period, days: int) -> date:
    return period.first + days * ONE_DAY


def _doses(first: date, today: date) -> tuple[Dose, ...]:
    """The doses of the medicine: one from the first day, one from 61 days ago, and one every third year before that."""
    since = [today - _DOSE_CHANGED_DAYS_AGO * ONE_DAY]
    while (earlier := since[0] - _DAYS_PER_DOSE * ONE_DAY) > first:
        since.insert(0, earlier)
    words = ("half a tablet", "one tablet")
    return tuple(Dose(day, words[number % 2]) for number, day in enumerate([first, *since]))
