"""What is due of a routine, day by day, told in the plainest way: to check what counts it in fewer steps."""

from collections.abc import Callable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from datetime import date
from functools import partial

from carelog.domain.routines.cadence import Cadence, CadenceKind
from carelog.domain.routines.routine import Routine, TickCounts
from carelog.domain.routines.terms import Terms
from carelog.domain.time.days import ONE_DAY, Period

LONG_WITHOUT_USE = 14


@dataclass(frozen=True)
class Told:
    """A routine and everything else that decides what is due of it."""

    routine: Routine
    noted: Mapping[date, TickCounts]
    today: date
    paused: AbstractSet[date] = frozenset()
    quiet: AbstractSet[date] = frozenset()
    parts: list[tuple[Cadence, list[date]]] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Cut the days in use where the cadence changes; days to come are looked at as far as a window reaches."""
        last = self.today + 400 * ONE_DAY
        for day in Period(self.routine.started, last) if self.routine.started <= last else ():
            if self.routine.archived is None or day < self.routine.archived:
                cadence = self.terms(day).cadence
                if not self.parts or self.parts[-1][0] != cadence:
                    self.parts.append((cadence, []))
                self.parts[-1][1].append(day)

    def terms(self, day: date) -> Terms:
        """The terms of a day."""
        held = self.routine.terms or (Terms(None, self.routine.cadence, self.routine.at, self.routine.target),)
        begun = [each for each in held if each.since is not None and each.since <= day]
        return begun[-1] if begun else held[0]

    def rests(self, day: date) -> bool:
        """Whether the routine is not asked for on a day."""
        return day in self.quiet or (day in self.paused and not self.routine.is_medicine)

    def days(self) -> dict[date, tuple[int, int, int]]:
        """Kept, skipped and missed times of each day that has any."""
        found: dict[date, tuple[int, int, int]] = {}
        in_use = {day for _, days in self.parts for day in days}
        for day, noted in self.noted.items():
            kind = self.terms(day).cadence.kind
            if day not in in_use and day <= self.today and kind is not CadenceKind.AS_NEEDED:
                most = self.terms(day).cadence.times if kind is CadenceKind.PER_DAY else 1
                kept = min(noted.kept, most)
                found[day] = (kept, min(noted.skipped, most - kept), 0)
        for cadence, days in self.parts:
            match cadence.kind:
                case CadenceKind.PER_DAY | CadenceKind.WEEKDAYS:
                    found |= self._fixed(cadence, days)
                case CadenceKind.PER_WEEK:
                    found |= self._windows(cadence, days, 7, lambda day: day.isocalendar()[:2])
                case CadenceKind.PER_DAYS:
                    found |= self._windows(cadence, days, cadence.days, partial(_number, days[0], cadence.days))
                case CadenceKind.INTERVAL:
                    found |= self._interval(cadence.days, days)
        return {day: each for day, each in found.items() if any(each) and day <= self.today}

    def _fixed(self, cadence: Cadence, days: list[date]) -> dict[date, tuple[int, int, int]]:
        found = {}
        for day in days:
            due = cadence.kind is CadenceKind.PER_DAY or day.weekday() in cadence.weekdays
            if day > self.today or not due or self.rests(day):
                continue
            noted = self.noted.get(day, TickCounts())
            kept = min(noted.kept, cadence.times)
            skipped = min(noted.skipped, cadence.times - kept)
            found[day] = (kept, skipped, 0 if day == self.today else cadence.times - kept - skipped)
        return found

    def _windows(
        self, cadence: Cadence, days: list[date], length: int, name_of: Callable[[date], object]
    ) -> dict[date, tuple[int, int, int]]:
        groups: dict[object, list[date]] = {}
        for day in days:
            groups.setdefault(name_of(day), []).append(day)
        found = {}
        archived = self.routine.archived
        over = [
            day for day in self.noted if archived and archived <= day <= self.today and days[-1] == archived - ONE_DAY
        ]
        for name, group in groups.items():
            left, asks = cadence.times, cadence.times * sum(not self.rests(day) for day in group) // length
            for kept in (True, False):
                for day in [*group, *(day for day in over if name_of(day) == name)]:
                    if left and day <= self.today and day in self.noted and bool(self.noted[day].kept) == kept:
                        found[day] = (int(kept), int(not kept), 0)
                        left -= 1
                        asks -= 1
            free = [day for day in group if day not in self.noted and not self.rests(day)]
            asks -= sum(day >= self.today for day in free)
            for day in reversed([day for day in free if day < self.today]):
                if asks > 0:
                    found[day] = (0, 0, 1)
                    asks -= 1
        return found

    def _interval(self, days: int, part: list[date]) -> dict[date, tuple[int, int, int]]:
        found = {}
        before = [day for day in self.noted if self.routine.started <= day < part[0]]
        counted = max(before, default=None)
        waited = days - 1
        if counted:
            waited = min(
                sum(not self.rests(day) for day in Period(counted, part[0]) if counted < day < part[0]), waited
            )
        for day in part:
            if day > self.today:
                break
            if day in self.noted:
                if counted is None or (day - counted).days >= days:
                    counted = day
                    found[day] = (int(self.noted[day].kept > 0), int(not self.noted[day].kept), 0)
                waited = 0
            elif day < self.today and not self.rests(day):
                waited += 1
                if waited >= 2 * days - 1 and (waited - (days - 1)) % days == 0:
                    found[day] = (0, 0, 1)
        return found


def _number(first: date, length: int, day: date) -> int:
    return (day - first).days // length


def quiet_days(used: AbstractSet[date], first: date, today: date) -> set[date]:
    """The days from `first` on that belong to more than two weeks without any use; before the first use all do."""
    quiet = set()
    for day in Period(first, today):
        if day in used or day == today:
            continue
        before = max((each for each in used if each < day), default=None)
        after = min((each for each in used if each > day and each < today), default=today)
        if before is None or (after - before).days > LONG_WITHOUT_USE:
            quiet.add(day)
    return quiet
