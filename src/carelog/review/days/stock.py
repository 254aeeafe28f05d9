"""How much of a medicine is left, and how long that lasts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from carelog.domain.routines.routine import Routine, routine_day
from carelog.domain.routines.stock import lasts_until
from carelog.domain.routines.tick import Tick


@dataclass(frozen=True, slots=True)
class StockLeft:
    """How much of a medicine is `left`, in the units the person counts in, never below zero.

    It `lasts_until` about that day, None where nothing is left or the medicine is taken as needed. The count `is_wrong`
    when more was taken than it had.
    """

    routine: Routine
    left: float
    lasts_until: date | None = None
    is_wrong: bool = False

    @property
    def is_low(self) -> bool:
        """Whether it is time for a refill, by the number the person chose."""
        refill_at = self.routine.stock.refill_at if self.routine.stock else None
        return refill_at is not None and self.left <= refill_at


def stock_left(routine: Routine, ticks: Sequence[Tick], day: date) -> StockLeft | None:
    """What is left of a medicine on a day, None without a stock.

    `ticks` are its ticks since the stock was counted and those that decide whether it is due on the day, in order.
    """
    stock = routine.stock
    if stock is None:
        return None
    balance = stock.balance(ticks, routine.doses_in)
    times_open = routine_day(routine, day, ticks).times_open
    left = max(balance, 0.0)
    until = lasts_until(left / stock.per_dose, routine.cadence, day, times_open) if routine.archived is None else None
    return StockLeft(routine, left, until, is_wrong=balance < 0)
