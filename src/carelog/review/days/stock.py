"""How much of a medicine is left, and how long that lasts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from carelog.domain.routines.due import RoutineHistory
from carelog.domain.routines.routine import Routine
from carelog.domain.routines.stock import lasts_until
from carelog.domain.routines.tick import Tick
from carelog.domain.time.days import Period
from carelog.review.days.histories import histories

if TYPE_CHECKING:
    from carelog.journal import Journal


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


def stocks_left(journal: Journal, routines: Iterable[Routine]) -> list[StockLeft]:
    """What is left today of the medicines that have a stock."""
    counted, today = [routine for routine in routines if routine.stock], journal.today
    known = histories(journal, counted, Period(today, today), today) if counted else None
    found = (stock_left(known.of(each), journal.ticks.of(each)) for each in counted) if known else ()
    return [each for each in found if each]


def stock_left(history: RoutineHistory, ticks: Sequence[Tick]) -> StockLeft | None:
    """What is left of a medicine on the day of its history, None without a stock.

    `ticks` are its ticks since the stock was counted and those of the day, in order.
    """
    routine, day = history.routine, history.today
    stock = routine.stock
    if stock is None:
        return None
    balance = stock.balance(ticks, routine.doses_in)
    times_open = history.standing(day, [tick for tick in ticks if tick.day == day]).times_open
    left = max(balance, 0.0)
    until = lasts_until(left / stock.per_dose, routine.cadence, day, times_open) if routine.archived is None else None
    return StockLeft(routine, left, until, is_wrong=balance < 0)
