"""How firmly a routine is kept: the score of Loop Habit Tracker, which sinks slowly where a streak would end."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil, exp2, log, sqrt

from carelog.domain.routines.cadence import Cadence, CadenceKind

NEGLIGIBLE = 1e-12
"""A day whose weight is smaller moves no digit that anybody reads."""

_HALF_LIFE = 13
"""Days in which the strength of something daily halves when nothing is noted; Loop's own constant."""


@dataclass(frozen=True, slots=True)
class Frequency:
    """So many times in so many days; as often as there are days is once a day.

    With `adds_up` the amounts of those days add up to what is asked for once in them.
    """

    times: int
    days: int
    adds_up: bool = False

    def __post_init__(self) -> None:
        if self.times >= self.days:
            object.__setattr__(self, "times", 1)
            object.__setattr__(self, "days", 1)

    @property
    def per_day(self) -> float:
        """Times a day, above 0 and at most 1."""
        return self.times / self.days

    @property
    def multiplier(self) -> float:
        """What a day leaves of the strength before it: 0.5 to the power of √(times a day) / 13."""
        return exp2(-sqrt(self.per_day) / _HALF_LIFE)

    @property
    def window(self) -> tuple[int, int]:
        """The times that fill the last days, and those days.

        Both are doubled for what is not daily, so that a routine may move from one day of a week to another; an amount
        that adds up may do that without.
        """
        return (self.times, self.days) if self.days == 1 or self.adds_up else (2 * self.times, 2 * self.days)

    @property
    def memory(self) -> int:
        """The days after which older ones weigh less than NEGLIGIBLE."""
        return ceil(log(NEGLIGIBLE) / log(self.multiplier))


@dataclass(frozen=True, slots=True)
class Strength:
    """A strength from 0 to 1, and the weight that days before the first one known still have in it, 1 to 0."""

    value: float
    unknown: float


def frequency_of(cadence: Cadence, target: float | None = None) -> Frequency | None:
    """How often a cadence asks; None for what is needed now and then, which has no strength.

    What is due several times a day is due daily: how many of the times were kept is the day's share. An amount to reach
    that is asked for once in some days adds up over them.
    """
    adds_up = target is not None and cadence.times == 1
    match cadence.kind:
        case CadenceKind.PER_DAY:
            return Frequency(1, 1)
        case CadenceKind.WEEKDAYS:
            return Frequency(len(cadence.weekdays), 7)
        case CadenceKind.PER_WEEK:
            return Frequency(cadence.times, 7, adds_up)
        case CadenceKind.PER_DAYS | CadenceKind.INTERVAL:
            return Frequency(cadence.times, cadence.days, adds_up)
        case _:
            return None


def next_strength(multiplier: float, before: float, value: float) -> float:
    """The strength after a day whose value is from 0 (nothing) to 1 (all that is asked): s · m + v · (1 − m).

    Source: `Score.compute` of Loop Habit Tracker, whose published values are tests here.
    """
    return before * multiplier + value * (1 - multiplier)


def strength(frequency: Frequency, shares: Iterable[float | None]) -> Strength:
    """The strength after consecutive days, oldest first, from nothing.

    A share says how much of a day's task was done, 0 to 1; None is a day that keeps the strength as it is.
    """
    wanted, days = frequency.window
    multiplier = frequency.multiplier
    value, unknown, in_window = 0.0, 1.0, 0.0
    recent: deque[float] = deque([0.0] * days, maxlen=days)
    for share in shares:
        in_window += (share or 0.0) - recent[0]
        recent.append(share or 0.0)
        if share is not None:
            value = next_strength(multiplier, value, min(in_window / wanted, 1.0))
            unknown *= multiplier
    return Strength(min(max(value, 0.0), 1.0), unknown)
