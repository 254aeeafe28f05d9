"""The journal as a diary: entries and ticks day by day, without private entries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from carelog.domain.statistics.descriptive import median
from carelog.domain.time.days import EARLIEST, LATEST, Period

if TYPE_CHECKING:
    from carelog.domain.entry import Entry
    from carelog.domain.routines.routine import Routine
    from carelog.domain.routines.tick import Tick, TickState
    from carelog.journal import Journal

EVERY_DAY = Period(EARLIEST, LATEST)


@dataclass(frozen=True, slots=True)
class DiaryDay:
    """A day on which something was noted: its entries in order of time, and its ticks, each with its routine."""

    day: date
    entries: tuple[Entry, ...] = ()
    ticks: tuple[tuple[Routine, Tick], ...] = ()

    @property
    def mood(self) -> float | None:
        """The median of the day's scores, 1 to 5; None without any."""
        scores = [entry.mood for entry in self.entries if entry.mood is not None]
        return median(scores) if scores else None

    @property
    def readings(self) -> dict[str, float]:
        """The median of the day's readings, by name of the tracker."""
        numbers: dict[str, list[float]] = {}
        for entry in self.entries:
            for name, number in entry.readings.items():
                numbers.setdefault(name, []).append(number)
        return {name: median(several) for name, several in numbers.items()}

    def ticked(self, state: TickState) -> list[str]:
        """The names of the routines that have a tick with a state, without duplicates."""
        return list(dict.fromkeys(routine.name for routine, tick in self.ticks if tick.state is state))


@dataclass(frozen=True, slots=True)
class Diary:
    """The days on which something was noted, earliest first, and the unit of each tracker that has one."""

    days: tuple[DiaryDay, ...]
    units: Mapping[str, str]

    @property
    def entries(self) -> int:
        """The number of entries."""
        return sum(len(day.entries) for day in self.days)


def diary(journal: Journal, period: Period) -> Diary:
    """The diary of a period. Private entries are left out, as if they had never been written."""
    entries: defaultdict[date, list[Entry]] = defaultdict(list)
    for entry in journal.as_shared().entries.within(period):
        entries[entry.day].append(entry)
    ticks = _ticks(journal, period)
    days = (DiaryDay(day, tuple(entries[day]), tuple(ticks[day])) for day in sorted({*entries, *ticks}))
    return Diary(tuple(days), {tracker.name: tracker.unit for tracker in journal.trackers if tracker.unit})


def _ticks(journal: Journal, period: Period) -> defaultdict[date, list[tuple[Routine, Tick]]]:
    routines = {routine.id: routine for routine in journal.routines}
    ticks: defaultdict[date, list[tuple[Routine, Tick]]] = defaultdict(list)
    for tick in journal.ticks.within(period):
        if tick.routine_id in routines:
            ticks[tick.day].append((routines[tick.routine_id], tick))
    return ticks
