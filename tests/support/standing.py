"""How a routine stands on a day, by all of its ticks."""

from collections.abc import Sequence
from datetime import date

from carelog.domain.routines.due import RoutineHistory
from carelog.domain.routines.routine import Routine, RoutineDay, counts_of
from carelog.domain.routines.tick import Tick


def standing(routine: Routine, day: date, ticks: Sequence[Tick], *, paused: bool = False) -> RoutineDay:
    """The state of a routine on a day that is today. `ticks` are in any order and also those of other days."""
    in_order = sorted(ticks, key=lambda tick: (tick.at, tick.id))
    by_day = {each.day: [tick for tick in in_order if tick.day == each.day] for each in in_order}
    noted = {each: counts_of(of_day) for each, of_day in by_day.items()}
    history = RoutineHistory(routine, noted, day, frozenset([day]) if paused else frozenset())
    return history.standing(day, by_day.get(day, []))
