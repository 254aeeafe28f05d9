"""What was due before terms had dates, as carelog counted it until then: no old journal may come out worse."""

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date

from carelog.domain.routines.cadence import CadenceKind
from carelog.domain.routines.due import DueDay
from carelog.domain.routines.routine import NO_TICKS, Routine, TickCounts
from carelog.domain.time.days import ONE_DAY, Period


@dataclass(frozen=True)
class HistoryBeforeTerms:
    """A routine, its ticks by day and its days of rest, as known `today`."""

    routine: Routine
    noted: Mapping[date, TickCounts]
    today: date
    paused: AbstractSet[date] = frozenset()
    quiet: AbstractSet[date] = frozenset()

    def is_paused(self, day: date) -> bool:
        """Whether the routine is not due on a day because of an announced pause; never true of medicine."""
        return day in self.paused and not self.routine.is_medicine

    def asks_on(self, day: date) -> bool:
        """Whether the routine was in use on a day that was no day of rest for it."""
        routine = self.routine
        in_use = day >= routine.started and (routine.archived is None or day < routine.archived)
        return in_use and day not in self.quiet and not self.is_paused(day)

    def due_days(self, period: Period) -> list[DueDay]:
        """The days of a period on which the routine was due, oldest first, none after today."""
        begin, last = max(period.first, self.routine.started), min(period.last, self.today)
        if last < begin:
            return []
        match self.routine.cadence.kind:
            case CadenceKind.PER_DAY | CadenceKind.WEEKDAYS:
                found = [self._day(day) for day in Period(begin, last)]
            case CadenceKind.PER_WEEK | CadenceKind.PER_DAYS:
                found = [each for window in self._windows(begin) for each in self._of_window(window)]
            case CadenceKind.INTERVAL:
                found = list(self._of_intervals(begin))
            case _:
                found = []
        known = [each for each in found if (each.due or each.open) and begin <= each.day <= last]
        if not self.routine.is_medicine:
            return known
        unknown = [DueDay(day) for day in self.quiet if begin <= day <= last]
        return sorted([*known, *unknown], key=lambda each: each.day)

    def _day(self, day: date) -> DueDay:
        cadence, noted = self.routine.cadence, self.noted.get(day, NO_TICKS)
        is_due = self.asks_on(day) and (cadence.kind is CadenceKind.PER_DAY or day.weekday() in cadence.weekdays)
        asked = cadence.most_a_day if is_due else 0
        kept = min(noted.kept, asked)
        skipped = min(noted.skipped, asked - kept)
        left = asked - kept - skipped
        small = kept if not left and noted.is_below_target(self.routine.target) else min(noted.small, kept)
        return DueDay(day, kept, small, skipped, *((0, left) if day >= self.today else (left, 0)))

    def _windows(self, begin: date) -> Iterator[Period]:
        cadence, started = self.routine.cadence, self.routine.started
        days = 7 if cadence.kind is CadenceKind.PER_WEEK else cadence.days
        first = Period.week_of(begin).first
        if cadence.kind is not CadenceKind.PER_WEEK:
            first = begin - (begin - started).days % days * ONE_DAY
        while first <= self.today:
            yield Period(first, first + (days - 1) * ONE_DAY)
            first += days * ONE_DAY

    def _of_window(self, window: Period) -> Iterator[DueDay]:
        times = self.routine.cadence.times
        noted = {
            day: each for day in window if self.routine.started <= day <= self.today and (each := self.noted.get(day))
        }
        kept = [day for day, each in noted.items() if each.kept][:times]
        skipped = [day for day, each in noted.items() if not each.kept][: times - len(kept)]
        in_use = [day for day in window if self.asks_on(day)]
        past = [day for day in in_use if day not in noted and day < self.today]
        remaining = [day for day in in_use if day not in noted and day >= self.today]
        due = times * len(in_use) // len(window)
        missing = max(due - len(kept) - len(skipped) - len(remaining), 0)
        missed = past[len(past) - missing :]
        for day in sorted([*kept, *skipped, *missed]):
            yield self._missed(day) if day in missed else self._noted(day)

    def _of_intervals(self, begin: date) -> Iterator[DueDay]:
        days, started = self.routine.cadence.days, self.routine.started
        first = min((day for day in self.noted if started <= day < begin), default=started)
        unnoted, counted = days - 1, None
        for day in Period(first, max(first, self.today)):
            if day in self.noted:
                if unnoted >= days - 1 or counted is None or (day - counted).days >= days:
                    counted = day
                    yield self._noted(day)
                unnoted = 0
            elif day < self.today and self.asks_on(day):
                unnoted += 1
                if unnoted == 2 * days - 1:
                    yield self._missed(day)
                    unnoted = days - 1

    def _noted(self, day: date) -> DueDay:
        """A day with a tick, on which the routine was due once."""
        noted = self.noted[day]
        if not noted.kept:
            return DueDay(day, skipped=1)
        return DueDay(day, kept=1, small=int(not noted.done or noted.is_below_target(self.routine.target)))

    @staticmethod
    def _missed(day: date) -> DueDay:
        return DueDay(day, missed=1)
