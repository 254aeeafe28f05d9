"""What was due of a routine, day by day, and what became of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date

from carelog.domain.routines.cadence import CadenceKind
from carelog.domain.routines.routine import NOTHING, Noted, Routine
from carelog.domain.time.days import ONE_DAY, Period


@dataclass(frozen=True, slots=True)
class DueDay:
    """A day on which something was due: how many times it was kept (`small` ones included), skipped and missed.

    Missed is what was due, is open no longer and has no note. `open` is what today still asks for; it is not due
    yet. A day without any of these is one of which nothing is known.
    """

    day: date
    kept: int = 0
    small: int = 0
    skipped: int = 0
    missed: int = 0
    open: int = 0

    @property
    def due(self) -> int:
        """How many times it was due."""
        return self.kept + self.skipped + self.missed


@dataclass(frozen=True, slots=True)
class RoutineHistory:
    """A routine, what was noted of it by day, and the days that rest as they are known `today`.

    `paused` are days that were taken off, which medicine does not take part in; `quiet` are those of stretches
    without any use, of which nothing is known.
    """

    routine: Routine
    noted: Mapping[date, Noted]
    today: date
    paused: AbstractSet[date] = frozenset()
    quiet: AbstractSet[date] = frozenset()

    def is_paused(self, day: date) -> bool:
        """Whether a pause that was announced takes the routine off on a day."""
        return day in self.paused and not self.routine.is_medicine

    def asks_on(self, day: date) -> bool:
        """Whether the routine is in use on a day, and the day does not rest."""
        routine = self.routine
        in_use = day >= routine.started and (routine.archived is None or day < routine.archived)
        return in_use and day not in self.quiet and not self.is_paused(day)

    def is_open(self) -> bool:
        """Whether today still asks for it."""
        if not self.asks_on(self.today):
            return False
        counting = self.routine.cadence.days_that_count(self.today)
        counts = {day: each.kept + each.skipped for day in counting if (each := self.noted.get(day))}
        asked = self.routine.cadence.asked_on(self.today, counts, self.routine.started)
        return counts.get(self.today, 0) < asked

    def shares(self, period: Period) -> Iterator[float | None]:
        """The share of every day's task that was done, for `strength`; None on days that keep it as it is.

        Those are days that were skipped and days of rest, on which nothing was kept; medicine knows no rest. Today
        counts once it is done: until then nothing has been left out.
        """
        rests = not self.routine.is_medicine
        for day in period:
            noted = self.noted.get(day, NOTHING)
            share = noted.share(self.routine)
            if not noted.kept and (noted.skipped or (rests and (day in self.paused or day in self.quiet))):
                yield None
            elif day < self.today or (day == self.today and share >= 1):
                yield share

    def due_days(self, period: Period) -> list[DueDay]:
        """The days of a period that had something due, oldest first, none after today.

        What is due so many times in a week is judged by ISO weeks, what is due so many times in some days by
        stretches of so many days from the day it began. Such a stretch asks for as much of its times as it has
        days that do not rest, rounded down, and for what was noted beside that up to its times; one that is not
        over has missed only what its days cannot hold any more. What it has missed stands on the last of its days
        that have no note. What comes round every so many days, counted from the last time, is missed when it stays
        open for as many days again. For medicine, days of which nothing is known are among the days.
        """
        begin, last = max(period.first, self.routine.started), min(period.last, self.today)
        if last < begin:
            return []
        match self.routine.cadence.kind:
            case CadenceKind.PER_DAY | CadenceKind.WEEKDAYS:
                found = [self._day(day) for day in Period(begin, last)]
            case CadenceKind.PER_WEEK | CadenceKind.PER_DAYS:
                found = [each for stretch in self._stretches(begin) for each in self._of_stretch(stretch)]
            case CadenceKind.INTERVAL:
                found = list(self._rounds(begin))
            case _:
                found = []
        known = [each for each in found if (each.due or each.open) and begin <= each.day <= last]
        if not self.routine.is_medicine:
            return known
        unknown = [DueDay(day) for day in self.quiet if begin <= day <= last]
        return sorted([*known, *unknown], key=lambda each: each.day)

    def _day(self, day: date) -> DueDay:
        cadence, noted = self.routine.cadence, self.noted.get(day, NOTHING)
        is_due = self.asks_on(day) and (cadence.kind is CadenceKind.PER_DAY or day.weekday() in cadence.weekdays)
        asked = cadence.most_a_day if is_due else 0
        kept = min(noted.kept, asked)
        skipped = min(noted.skipped, asked - kept)
        left = asked - kept - skipped
        small = kept if not left and noted.is_part_of(self.routine.target) else min(noted.small, kept)
        return DueDay(day, kept, small, skipped, *((0, left) if day >= self.today else (left, 0)))

    def _stretches(self, begin: date) -> Iterator[Period]:
        cadence, started = self.routine.cadence, self.routine.started
        days = 7 if cadence.kind is CadenceKind.PER_WEEK else cadence.days
        first = Period.week_of(begin).first
        if cadence.kind is not CadenceKind.PER_WEEK:
            first = begin - (begin - started).days % days * ONE_DAY
        while first <= self.today:
            yield Period(first, first + (days - 1) * ONE_DAY)
            first += days * ONE_DAY

    def _of_stretch(self, stretch: Period) -> Iterator[DueDay]:
        times = self.routine.cadence.times
        noted = {
            day: each for day in stretch if self.routine.started <= day <= self.today and (each := self.noted.get(day))
        }
        kept = [day for day, each in noted.items() if each.kept][:times]
        skipped = [day for day, each in noted.items() if not each.kept][: times - len(kept)]
        able = [day for day in stretch if self.asks_on(day)]
        over = [day for day in able if day not in noted and day < self.today]
        left = [day for day in able if day not in noted and day >= self.today]
        wanted = times * len(able) // len(stretch)
        missing = max(wanted - len(kept) - len(skipped) - len(left), 0)
        missed = over[len(over) - missing :]
        for day in sorted([*kept, *skipped, *missed]):
            yield self._missed(day) if day in missed else self._noted(day)

    def _rounds(self, begin: date) -> Iterator[DueDay]:
        """What comes round every so many days: a time counts when it was due, or as long after the last that did."""
        days, started = self.routine.cadence.days, self.routine.started
        first = min((day for day in self.noted if started <= day < begin), default=started)
        without, counted = days - 1, None
        for day in Period(first, max(first, self.today)):
            if day in self.noted:
                if without >= days - 1 or counted is None or (day - counted).days >= days:
                    counted = day
                    yield self._noted(day)
                without = 0
            elif day < self.today and self.asks_on(day):
                without += 1
                if without == 2 * days - 1:
                    yield self._missed(day)
                    without = days - 1

    def _noted(self, day: date) -> DueDay:
        """A day on which one time was due, and noted."""
        noted = self.noted[day]
        if not noted.kept:
            return DueDay(day, skipped=1)
        return DueDay(day, kept=1, small=int(not noted.done or noted.is_part_of(self.routine.target)))

    @staticmethod
    def _missed(day: date) -> DueDay:
        return DueDay(day, missed=1)
