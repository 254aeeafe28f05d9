"""A routine: something small that is repeated, such as a walk, medicine or an evening without screens."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, time
from enum import Enum
from itertools import takewhile
from typing import Any

from carelog.domain.ids import handle
from carelog.domain.numbers import checked_number
from carelog.domain.routines.cadence import Cadence, CadenceKind
from carelog.domain.routines.slots import states_by_slot, taken
from carelog.domain.routines.stock import Stock
from carelog.domain.routines.terms import Stretch, Terms, changed_terms, stretches, terms_on
from carelog.domain.routines.tick import Noted, Tick, TickState
from carelog.domain.text import LONGEST_COVER, checked_line, checked_name, checked_text
from carelog.domain.time.days import ONE_DAY, Period
from carelog.errors import InvalidValue

DAILY = Cadence(CadenceKind.PER_DAY)
_AT_REST = Cadence(CadenceKind.AS_NEEDED)


class RoutineKind(Enum):
    """A HABIT, or a MEDICINE: it has no small version, and a general pause does not apply to it."""

    HABIT = "habit"
    MEDICINE = "medicine"


@dataclass(frozen=True, slots=True)
class Dose:
    """The dose that a person takes `since` a day, in their own words. carelog never advises one.

    Raises InvalidValue for an empty text.
    """

    since: date
    text: str

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", checked_name(self.text, "routine.dose"))


@dataclass(frozen=True, slots=True)
class Routine:
    """Something to do again and again.

    It is in use from the day it `started` until the day before it was `archived`. `target` is an amount for each day
    in `unit`; `at` are the times of day it is planned for; `small` describes the smallest version that still counts;
    `contact_id` is the contact it is done with. `terms` are the earlier and the present cadence, times and target by
    date; without any, the present ones held always. `cover` is what others may read in place of the name, empty where
    nothing was chosen. Raises InvalidValue for an empty name, a target that is not above
    zero, or a small version of a medicine.
    """

    id: str
    name: str
    started: date
    cadence: Cadence = DAILY
    kind: RoutineKind = RoutineKind.HABIT
    at: tuple[time, ...] = ()
    target: float | None = None
    unit: str = ""
    small: str = ""
    why: str = ""
    contact_id: str | None = None
    doses: tuple[Dose, ...] = ()
    stock: Stock | None = None
    archived: date | None = None
    terms: tuple[Terms, ...] = ()
    cover: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "name", checked_name(self.name, "routine.name"))
        object.__setattr__(self, "unit", checked_line(self.unit, "text.unit", longest=30))
        object.__setattr__(self, "small", checked_line(self.small, "routine.small"))
        object.__setattr__(self, "why", checked_text(self.why, "routine.why"))
        object.__setattr__(self, "cover", checked_line(self.cover, "text.cover", longest=LONGEST_COVER))
        object.__setattr__(self, "at", tuple(sorted(self.at)))
        object.__setattr__(self, "doses", tuple(sorted(self.doses, key=lambda dose: dose.since)))
        object.__setattr__(self, "terms", tuple(sorted(self.terms, key=lambda terms: terms.since or date.min)))
        if self.target is not None and checked_number(self.target, "routine.target") <= 0:
            raise InvalidValue("routine.target-not-above-zero")
        if self.is_medicine and self.small:
            raise InvalidValue("routine.small-medicine")

    @property
    def handle(self) -> str:
        """The short name that lists show."""
        return handle(self.id)

    @property
    def is_medicine(self) -> bool:
        """Whether it is a medicine."""
        return self.kind is RoutineKind.MEDICINE

    def dose_on(self, day: date) -> str:
        """The latest dose that began on or before a day; empty if none was noted."""
        return next((dose.text for dose in reversed(self.doses) if dose.since <= day), "")

    def counts_amounts_on(self, day: date) -> bool:
        """Whether an amount says how many doses were taken; it does not in a unit of which no target says more."""
        return not self.unit or self.terms_on(day).target is not None

    def doses_in(self, tick: Tick) -> float:
        """How many doses a kept tick took, halves included.

        An amount is a number of doses, or a share of the target of that day, which is what the doses of a day come to.
        """
        terms = self.terms_on(tick.day)
        if tick.amount is None or not self.counts_amounts_on(tick.day):
            return 1.0
        return tick.amount if terms.target is None else tick.amount / terms.target * terms.cadence.most_a_day

    @property
    def all_terms(self) -> tuple[Terms, ...]:
        """All terms in order of time, of which the last are the present ones, also where they held always."""
        since = self.terms[-1].since if self.terms else None
        return (*self.terms[:-1], Terms(since, self.cadence, self.at, self.target))

    @property
    def asked_so_since(self) -> date | None:
        """The day since which it is due as often and at the same times as now, None where that was always so."""
        same = takewhile(lambda each: (each.cadence, each.at) == (self.cadence, self.at), reversed(self.all_terms))
        return [each.since for each in same][-1]

    def terms_on(self, day: date) -> Terms:
        """The terms that hold on a day."""
        return terms_on(self.all_terms, day)

    def is_as_needed_on(self, day: date) -> bool:
        """Whether it is done as needed on a day, and so never due."""
        return self.terms_on(day).cadence.kind is CadenceKind.AS_NEEDED

    def is_in_use_in(self, period: Period) -> bool:
        """Whether any day of a period is between its beginning and its end."""
        return self.started <= period.last and (self.archived is None or self.archived > period.first)

    def terms_in(self, period: Period) -> tuple[Terms, ...]:
        """The terms that hold on any day of a period, in order of time."""
        later = (each for each in self.all_terms if each.since and period.first < each.since <= period.last)
        return (self.terms_on(period.first), *later)

    def is_asked_for_in(self, period: Period) -> bool:
        """Whether it is ever due in a period, and not merely done as needed."""
        return any(each.cadence.kind is not CadenceKind.AS_NEEDED for each in self.terms_in(period))

    @property
    def stretches(self) -> tuple[Stretch, ...]:
        """The days on which it is in use, by cadence and in order of time."""
        return stretches(self.all_terms, self.started, self.archived and self.archived - ONE_DAY)

    def with_terms(self, since: date | None, changes: Mapping[str, Any]) -> Routine:
        """The routine with its `cadence`, `at` or `target` changed since a day, or since ever where that is None."""
        terms = changed_terms(self.all_terms, since if since and since > self.started else None, changes)
        newest, kept = terms[-1], terms if len(terms) > 1 else ()
        return replace(self, cadence=newest.cadence, at=newest.at, target=newest.target, terms=kept)

    def taken_up_again(self, day: date) -> Routine:
        """The archived routine in use from a day on, as it was: it was due on no day in between."""
        in_use = replace(self, archived=None)
        if self.archived is None or self.archived >= day:
            return in_use
        held = {"cadence": self.cadence, "at": self.at, "target": self.target}
        resting = in_use.with_terms(self.archived, {"cadence": _AT_REST, "at": (), "target": None})
        return resting.with_terms(day, held)


class DayState(Enum):
    """The state of a routine on one day."""

    OPEN = "open"
    PARTLY = "partly"
    DONE = "done"
    SMALL = "small"
    SKIPPED = "skipped"
    NOT_DUE = "not-due"


@dataclass(frozen=True, slots=True)
class TickCounts:
    """The ticks of a routine on one day, counted by state; those of one planned time count once.

    `amount` is the sum of the amounts of the kept ticks, in the routine's unit, or None if one of them has no amount.
    `more` is how many times it was taken beyond that on purpose, for a planned time that counts already.
    """

    done: int = 0
    small: int = 0
    skipped: int = 0
    amount: float | None = 0.0
    more: int = 0

    @property
    def kept(self) -> int:
        """How many times it was kept, small versions included."""
        return self.done + self.small

    @property
    def times(self) -> int:
        """How many times it was done in all, also beyond a planned time that counts already."""
        return self.kept + self.more

    def takes_more(self, asked: Terms) -> bool:
        """Whether one more tick of the day makes sense: amounts add up, and a skipped time can still be kept."""
        open_ended = asked.target is not None or asked.cadence.kind is CadenceKind.AS_NEEDED
        return open_ended or self.kept < asked.cadence.most_a_day

    def is_below_target(self, target: float | None) -> bool:
        """Whether amounts were noted that add up to less than the target, without a small version among them."""
        if target is None or self.amount is None:
            return False
        return self.done > 0 and not self.small and self.amount < target

    def share(self, asked: Routine | Terms) -> float:
        """The share of a day's task that was done, 0 to 1, by the terms of that day.

        A small version counts as all of it, an amount as its share of the target. Skipped times reduce the task.
        """
        if not self.kept:
            return 0.0
        times = min(self.kept / max(asked.cadence.most_a_day - self.skipped, 1), 1.0)
        if asked.target is not None and self.amount is not None and self.is_below_target(asked.target):
            return min(times, self.amount / asked.target)
        return times

    def state(self, asked: int, target: float | None) -> DayState:
        """The state on a day on which the routine was due `asked` times, with a `target` amount or None."""
        if not self.kept and not self.skipped:
            return DayState.OPEN if asked else DayState.NOT_DUE
        if self.kept + self.skipped < asked:
            return DayState.PARTLY if self.kept else DayState.OPEN
        if not self.kept:
            return DayState.SKIPPED
        if self.is_below_target(target):
            return DayState.PARTLY
        return DayState.DONE if self.done else DayState.SMALL


NO_TICKS = TickCounts()
"""A day without any tick."""


def counts_of(ticks: Sequence[Noted]) -> TickCounts:
    """The counts of the ticks of one day, which are in order."""
    states = Counter(states_by_slot(ticks))
    amounts = [tick.amount for tick in ticks if tick.state is not TickState.SKIPPED]
    total = None if None in amounts else sum(amount or 0.0 for amount in amounts)
    done, small = states[TickState.DONE], states[TickState.SMALL]
    return TickCounts(done, small, states[TickState.SKIPPED], total, len(taken(ticks)) - done - small)


@dataclass(frozen=True, slots=True)
class RoutineDay:
    """A routine on one day: its state, how many times it was `kept` and was due (`asked`), and the day's ticks.

    `amount` is the sum of the amounts of the kept ticks, in the routine's unit. A routine can be kept on a day on which
    it was not due.
    """

    routine: Routine
    day: date
    state: DayState
    kept: int
    asked: int
    amount: float
    ticks: tuple[Tick, ...]

    @property
    def skipped(self) -> int:
        """How many times it was skipped; a planned time that was kept all the same is not."""
        return counts_of(self.ticks).skipped

    @property
    def times_open(self) -> int:
        """How many times it is still due on that day."""
        if self.asked and self.state in (DayState.OPEN, DayState.PARTLY):
            return max(self.asked - self.kept - self.skipped, 1)
        return 0
