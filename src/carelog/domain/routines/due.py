"""What was due of a routine, day by day, and how much of it was kept, skipped or missed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from carelog.domain.routines.cadence import CadenceKind
from carelog.domain.routines.routine import NO_TICKS, DayState, Routine, RoutineDay, TickCounts
from carelog.domain.routines.terms import Stretch, Terms, terms_on
from carelog.domain.routines.tick import Tick
from carelog.domain.time.days import ONE_DAY, Period

if TYPE_CHECKING:
    from carelog.domain.routines.strength import Frequency


@dataclass(frozen=True, slots=True)
class DueDay:
    """How many times a routine was `kept`, `skipped` and `missed` on a day; `kept` includes `small` versions.

    A missed time was due, can no longer be kept and has no tick. `open` times are due today and can still be kept, so
    they are not in `due`. A day on which all counts are 0 is one of which nothing is known.
    """

    day: date
    kept: int = 0
    small: int = 0
    skipped: int = 0
    missed: int = 0
    open: int = 0

    @property
    def due(self) -> int:
        """How many times it was due, without those that are still open."""
        return self.kept + self.skipped + self.missed


@dataclass(frozen=True, slots=True)
class RoutineHistory:
    """A routine, its ticks by day and its days of rest, as known `today`.

    `paused` are the days of announced pauses, in which medicine takes no part. `quiet` are the days of long stretches
    without any use of the journal, of which nothing is known. All numbers of a routine on any page come from here.
    """

    routine: Routine
    noted: Mapping[date, TickCounts]
    today: date
    paused: AbstractSet[date] = frozenset()
    quiet: AbstractSet[date] = frozenset()
    _terms: tuple[Terms, ...] = field(init=False, repr=False)
    _stretches: tuple[Stretch, ...] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_terms", self.routine.all_terms)
        object.__setattr__(self, "_stretches", self.routine.stretches)

    def is_paused(self, day: date) -> bool:
        """Whether the routine is not due on a day because of an announced pause; never true of medicine."""
        return day in self.paused and not self.routine.is_medicine

    def is_in_use(self, day: date) -> bool:
        """Whether a day is between the beginning and the end of the routine."""
        return self.routine.started <= day and (self.routine.archived is None or day < self.routine.archived)

    def asks_on(self, day: date) -> bool:
        """Whether the routine was in use on a day that was no day of rest for it."""
        return self.is_in_use(day) and day not in self.quiet and not self.is_paused(day)

    def asked_on(self, day: date) -> int:
        """How many times it asked to be done on a day, before anything was noted on it.

        A week or stretch of days begins anew where the routine or its cadence did; an interval goes on from the last
        time, whatever the cadence was then.
        """
        if not self.asks_on(day):
            return 0
        stretch = next(each for each in self._stretches if day in each)
        counting = stretch.cadence.days_that_count(day)
        from_then = counting.first if stretch.cadence.kind is CadenceKind.INTERVAL else stretch.first
        before = {each: 1 for each in counting if each >= from_then and each in self.noted}
        return stretch.cadence.asked_on(day, before, self.routine.started)

    def is_open(self) -> bool:
        """Whether it is due today and has not been noted often enough."""
        noted = self.noted.get(self.today, NO_TICKS)
        return noted.kept + noted.skipped < self.asked_on(self.today)

    def still_to_come(self, week: Period) -> int:
        """How many times an ISO week that is not over still asks for a PER_WEEK routine; 0 for any other."""
        stretch = next((each for each in self._stretches if self.today in each), None)
        if self.today not in week or stretch is None or stretch.cadence.kind is not CadenceKind.PER_WEEK:
            return 0
        return max(self._share(stretch, week) - sum(each.due for each in self._of_window(stretch, week)), 0)

    def unknown_days(self, period: Period) -> int:
        """The number of days of a period on which it was in use and of which nothing is known."""
        return sum(1 for day in self.quiet if day in period and day <= self.today and self.is_in_use(day))

    def shares(self, period: Period) -> Iterator[tuple[Frequency | None, float | None]]:
        """For each day of a period its frequency and the share of its task that was done, as input for `strength`.

        The share is from 0 to 1, and None for a day that leaves the strength unchanged: one that was skipped, or a day
        of rest on which nothing was kept (medicine has no days of rest). Today counts only once it is done, and later
        days never.
        """
        from carelog.domain.routines.strength import frequency_of

        rests = not self.routine.is_medicine
        frequencies = {terms: frequency_of(terms.cadence, terms.target) for terms in self._terms}
        for day in period:
            noted, terms = self.noted.get(day, NO_TICKS), terms_on(self._terms, day)
            share = noted.share(terms)
            if not noted.kept and (noted.skipped or (rests and (day in self.paused or day in self.quiet))):
                yield frequencies[terms], None
            elif day < self.today or (day == self.today and share >= 1):
                yield frequencies[terms], share

    def standing(self, day: date, ticks: Sequence[Tick]) -> RoutineDay:
        """The state of the routine on a day; `ticks` are its ticks of that day in order of time."""
        due = next(iter(self.due_days(Period(day, day))), DueDay(day))
        return self.standing_of(due, ticks)

    def standing_of(self, due: DueDay, ticks: Sequence[Tick]) -> RoutineDay:
        """The state of the routine on a day of `due_days`; `ticks` are its ticks of that day in order of time."""
        noted, state = self.noted.get(due.day, NO_TICKS), self.state_of(due)
        amount = sum(tick.amount or 0.0 for tick in ticks if tick.kept)
        return RoutineDay(self.routine, due.day, state, noted.kept, due.due + due.open, amount, tuple(ticks))

    def state_of(self, due: DueDay) -> DayState:
        """The state of the routine on a day of `due_days`, or on another one with a DueDay of no times."""
        target = terms_on(self._terms, due.day).target
        return self.noted.get(due.day, NO_TICKS).state(due.due + due.open, target)

    def due_days(self, period: Period) -> list[DueDay]:
        """The days of a period on which the routine was due, oldest first, none after today.

        A PER_WEEK routine is judged by ISO weeks, a PER_DAYS one by windows of `days` days from the day it began. A
        window with days of rest asks for its share of `times`, rounded down, and so does one that the beginning or end
        of the routine or a change of its cadence cuts; ticks beyond that share count as due too, up to `times`. While a
        window is not over, only times that its remaining days cannot hold are missed. Missed times are placed on the
        last of its days without a tick. An INTERVAL routine is missed when it stays open for another `days` days.

        A tick before the routine began or after it ended was due on its own day, and nothing is missed around it. For
        medicine, the result includes days of which nothing is known.
        """
        last = min(period.last, self.today)
        if last < period.first:
            return []
        asked = Period(period.first, last)
        found = {each.day: each for each in self._by_themselves(asked)}
        for stretch in self._stretches:
            if stretch.first <= last and (stretch.last is None or stretch.last >= asked.first):
                found |= {each.day: each for each in self._of_stretch(stretch, asked) if each.day in asked}
        if self.today in asked and self.today not in found and self.is_open():
            found[self.today] = DueDay(self.today, open=1)
        if self.routine.is_medicine:
            found |= {day: DueDay(day) for day in self._unknown(asked) if day not in found}
        return [found[day] for day in sorted(found)]

    def _by_themselves(self, asked: Period) -> Iterator[DueDay]:
        """The days with ticks on which the routine was not in use."""
        for day, noted in self.noted.items():
            cadence = terms_on(self._terms, day).cadence
            if day in asked and not self.is_in_use(day) and cadence.kind is not CadenceKind.AS_NEEDED:
                most = min(noted.kept + noted.skipped, cadence.most_a_day)
                yield self._day(day, most) if cadence.kind is CadenceKind.PER_DAY else self._noted(day)

    def _unknown(self, asked: Period) -> Iterator[date]:
        """The quiet days while it was in use, and the days between the first tick and the beginning."""
        yield from (day for day in self.quiet if day in asked and self.is_in_use(day))
        first_tick = min(self.noted, default=self.routine.started)
        yield from (day for day in asked if first_tick < day < self.routine.started)

    def _of_stretch(self, stretch: Stretch, asked: Period) -> Iterator[DueDay]:
        cadence = stretch.cadence
        within = Period(max(asked.first, stretch.first), min(asked.last, stretch.last or asked.last))
        match cadence.kind:
            case CadenceKind.PER_DAY | CadenceKind.WEEKDAYS:
                for day in within:
                    if self.asks_on(day) and (cadence.kind is CadenceKind.PER_DAY or day.weekday() in cadence.weekdays):
                        yield self._day(day, cadence.most_a_day)
            case CadenceKind.PER_WEEK | CadenceKind.PER_DAYS:
                for window in windows(stretch, within):
                    yield from self._of_window(stretch, window)
            case CadenceKind.INTERVAL:
                yield from self._of_intervals(stretch, within.last)
            case _:
                pass

    def _day(self, day: date, asked: int) -> DueDay:
        noted, target = self.noted.get(day, NO_TICKS), terms_on(self._terms, day).target
        kept = min(noted.kept, asked)
        skipped = min(noted.skipped, asked - kept)
        left = asked - kept - skipped
        small = kept if not left and noted.is_below_target(target) else min(noted.small, kept)
        return DueDay(day, kept, small, skipped, *((0, left) if day >= self.today else (left, 0)))

    def _of_window(self, stretch: Stretch, window: Period) -> Iterator[DueDay]:
        times, days = stretch.cadence.times, [day for day in window if day in stretch]
        noted = {
            day: each
            for day in window
            if day <= self.today and (day in stretch or self._is_after(stretch, day)) and (each := self.noted.get(day))
        }
        kept = [day for day, each in noted.items() if each.kept][:times]
        skipped = [day for day, each in noted.items() if not each.kept][: times - len(kept)]
        in_use = [day for day in days if self.asks_on(day)]
        past = [day for day in in_use if day not in noted and day < self.today]
        remaining = [day for day in in_use if day not in noted and day >= self.today]
        missing = max(self._share(stretch, window) - len(kept) - len(skipped) - len(remaining), 0)
        missed = past[len(past) - missing :]
        for day in sorted([*kept, *skipped, *missed]):
            yield DueDay(day, missed=1) if day in missed else self._noted(day)

    def _is_after(self, stretch: Stretch, day: date) -> bool:
        """Whether a day is after the end of the routine, which came in a stretch; a tick then helps its last window."""
        archived = self.routine.archived
        return archived is not None and day >= archived and stretch.last == archived - ONE_DAY

    def _share(self, stretch: Stretch, window: Period) -> int:
        """How many times a window asks for, by those of its days on which the routine was in use and not at rest."""
        in_use = sum(1 for day in window if day in stretch and self.asks_on(day))
        return stretch.cadence.times * in_use // len(window)

    def _of_intervals(self, stretch: Stretch, last: date) -> Iterator[DueDay]:
        """The due days of an INTERVAL routine.

        A tick counts when the routine was due, or a whole interval after the last tick that counted. `unnoted` is the
        number of days in use since the last tick or miss; the routine is due once it reaches `days` - 1.
        """
        days = stretch.cadence.days
        began = self.routine.started
        counted = max((day for day in self.noted if began <= day < stretch.first), default=None)
        unnoted = days - 1 if counted is None else min(self._waited(counted, stretch.first), days - 1)
        for day in Period(stretch.first, last):
            if day in self.noted:
                if unnoted >= days - 1 or counted is None or (day - counted).days >= days:
                    counted = day
                    yield self._noted(day)
                unnoted = 0
            elif day < self.today and self.asks_on(day):
                unnoted += 1
                if unnoted == 2 * days - 1:
                    yield DueDay(day, missed=1)
                    unnoted = days - 1

    def _waited(self, since: date, until: date) -> int:
        """The days between two days that were no days of rest."""
        between = (since + number * ONE_DAY for number in range(1, (until - since).days))
        return sum(1 for day in between if day not in self.quiet and not self.is_paused(day))

    def _noted(self, day: date) -> DueDay:
        """A day with a tick, on which the routine was due once."""
        noted, target = self.noted[day], terms_on(self._terms, day).target
        if not noted.kept:
            return DueDay(day, skipped=1)
        return DueDay(day, kept=1, small=int(not noted.done or noted.is_below_target(target)))


def windows(stretch: Stretch, within: Period) -> Iterator[Period]:
    """The weeks or windows of days of a stretch that hold any of the days `within`, each in its full length."""
    days, first = 7, Period.week_of(within.first).first
    if stretch.cadence.kind is CadenceKind.PER_DAYS:
        days = stretch.cadence.days
        first = within.first - (within.first - stretch.first).days % days * ONE_DAY
    while first <= within.last:
        yield Period(first, first + (days - 1) * ONE_DAY)
        first += days * ONE_DAY
