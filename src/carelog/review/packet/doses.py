"""The doses of a medicine that is taken as needed, one by one: such a medicine is due on no day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from carelog.domain.routines.routine import Routine
    from carelog.domain.routines.tick import Tick


@dataclass(frozen=True, slots=True)
class TakenDose:
    """A dose that was taken on a day: the date on the wall clock, also after midnight.

    `clock` is the time of day, empty where only the day was noted. `amount` is in `unit`, or in doses where that is
    empty; None if no amount was noted.
    """

    day: date
    clock: str
    amount: float | None
    unit: str


def doses_as_needed(routine: Routine, ticks: Iterable[Tick]) -> tuple[TakenDose, ...]:
    """The doses taken on days on which a medicine was taken as needed, from its ticks in order of time."""
    return tuple(_taken(routine, tick) for tick in ticks if tick.kept and routine.is_as_needed_on(tick.day))


def _taken(routine: Routine, tick: Tick) -> TakenDose:
    day = tick.at.local.date() if tick.has_time else tick.day
    return TakenDose(day, tick.clock, tick.amount, routine.unit)
