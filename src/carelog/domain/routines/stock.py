"""The stock of a medicine: what was counted, what each dose takes of it, and how long it lasts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from math import floor

from carelog.domain.numbers import checked_number
from carelog.domain.routines.cadence import Cadence
from carelog.domain.routines.slots import taken
from carelog.domain.routines.tick import Tick
from carelog.domain.time.days import ONE_DAY, Moment
from carelog.errors import InvalidValue

_DECIMALS = 9
"""Halves and thirds of a dose are added up as floats; what differs beyond these decimals is no amount."""

_LONGEST_DAYS = 3660
"""A stock that would last longer than ten years has no day on which it ends."""


@dataclass(frozen=True, slots=True)
class FormerPerDose:
    """How much a dose took on the days before `until`, in the units the person counts in."""

    until: date
    amount: float


@dataclass(frozen=True, slots=True)
class Stock:
    """The `amount` of a medicine on the day it was `counted`, in the units the person counts in, and its use.

    `counted_at` is the moment of the count, and `before` are the ids of ticks of that very moment that were noted
    before it; without it, as in old journals, the whole day counts as after the count. Each dose takes `per_dose`, and
    what the `former` ones say on days before; when `refill_at` or less is left, it is time for a refill. Raises
    InvalidValue for numbers that are negative or not finite, or a dose of zero.
    """

    counted: date
    amount: float
    per_dose: float = 1
    refill_at: float | None = None
    counted_at: Moment | None = None
    before: frozenset[str] = frozenset()
    former: tuple[FormerPerDose, ...] = ()

    def __post_init__(self) -> None:
        counted = [checked_number(each, "routine.stock") for each in (self.amount, self.refill_at or 0)]
        per_doses = (self.per_dose, *(former.amount for former in self.former))
        doses = [checked_number(each, "routine.per-dose") for each in per_doses]
        if min(counted) < 0 or min(doses) <= 0:
            raise InvalidValue("routine.stock-below-zero")
        object.__setattr__(self, "former", tuple(sorted(self.former, key=lambda each: each.until)))

    @property
    def first_day(self) -> date:
        """The first day whose ticks can be after the count: on a journey, a moment later can be on an earlier day."""
        return self.counted - ONE_DAY if self.counted_at else self.counted

    def per_dose_on(self, day: date) -> float:
        """How much a dose took on a day."""
        return next((each.amount for each in self.former if day < each.until), self.per_dose)

    def counted_anew(self, amount: float, day: date, at: Moment, noted: Iterable[Tick] = ()) -> Stock:
        """The stock counted at a moment of a day; what was taken before, as `noted`, is no part of it."""
        before = frozenset(tick.id for tick in noted if tick.at.instant == at.instant)
        return Stock(day, amount, self.per_dose, self.refill_at, at, before)

    def with_per_dose(self, per_dose: float, day: date) -> Stock:
        """The stock with another amount for each dose from a day on."""
        former = [each for each in self.former if each.until < day]
        before = self.per_dose_on(day - ONE_DAY)
        if day > self.counted and before != per_dose:
            former.append(FormerPerDose(day, before))
        return replace(self, per_dose=per_dose, former=tuple(former))

    def balance(self, ticks: Sequence[Tick], doses_in: Callable[[Tick], float]) -> float:
        """The amount less what was taken since the count; below zero, more was taken than there can have been.

        `ticks` are in order; `doses_in` says how many doses a kept tick took.
        """
        used = (self.per_dose_on(tick.day) * doses_in(tick) for tick in taken(ticks) if self._is_after_count(tick))
        return round(self.amount - sum(used), _DECIMALS)

    def _is_after_count(self, tick: Tick) -> bool:
        if self.counted_at is None:
            return tick.day >= self.counted
        return tick.at.instant >= self.counted_at.instant and tick.id not in self.before


def lasts_until(doses: float, cadence: Cadence, day: date, times_open: int) -> date | None:
    """The last day for which a number of doses is enough, where `times_open` are still due on `day`.

    It follows the rate of the cadence, so it is about right where a routine has no fixed days. None as needed, without
    a dose left, and beyond ten years.
    """
    rate = cadence.times_a_day
    days = floor((doses - times_open) / rate + 1 / 10**_DECIMALS) if rate else _LONGEST_DAYS
    return day + max(days, 0) * ONE_DAY if doses > 0 and days < _LONGEST_DAYS else None
