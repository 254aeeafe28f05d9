"""The strength of a routine, 0 to 1: the score of Loop Habit Tracker, which sinks slowly where a streak would end."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil, exp2, log, sqrt

from carelog.domain.routines.cadence import Cadence, CadenceKind

NEGLIGIBLE = 1e-12
"""A day with a smaller weight changes no digit that is shown."""

_HALF_LIFE = 13
"""Days in which the strength of something daily halves when nothing is noted; Loop's own constant."""


@dataclass(frozen=True, slots=True)
class Frequency:
    """How often a routine is due: `times` in `days`, at most once a day.

    With `adds_up`, amounts of several days are added up to reach a target that is due once in `days`.
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
        """The factor by which a day without any tick reduces the strength: 0.5 to the power of √(times a day) / 13."""
        return exp2(-sqrt(self.per_day) / _HALF_LIFE)

    @property
    def window(self) -> tuple[int, int]:
        """The times that are full marks within a sliding window, and the days of this window.

        Both are doubled for a routine that is not daily, so that it may move from one day of a week to another; amounts
        that add up can move without that.
        """
        return (self.times, self.days) if self.days == 1 or self.adds_up else (2 * self.times, 2 * self.days)

    @property
    def memory_days(self) -> int:
        """The number of days after which older ones weigh less than NEGLIGIBLE."""
        return ceil(log(NEGLIGIBLE) / log(self.multiplier))


@dataclass(frozen=True, slots=True)
class Strength:
    """A strength (`value`, 0 to 1), and the weight, 1 to 0, that the days before the first known one have in it."""

    value: float
    unknown_weight: float


def frequency_of(cadence: Cadence, target: float | None = None) -> Frequency | None:
    """The frequency of a cadence; None for AS_NEEDED, which has no strength.

    A routine that is due several times a day counts as daily, because the share of the times that were kept is part of
    the day's value. With a `target` that is due once in several days, amounts add up over these days.
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
    """The strength after one more day with a value from 0 (nothing done) to 1 (all of it): s · m + v · (1 − m).

    Source: `Score.compute` of Loop Habit Tracker, whose published values are tests here.
    """
    return before * multiplier + value * (1 - multiplier)


def strength(days: Iterable[tuple[Frequency | None, float | None]]) -> Strength:
    """The strength after consecutive days, oldest first, beginning with 0; each day has its own frequency.

    A share says how much of a day's task was done, 0 to 1. A day without a share, or without a frequency, leaves the
    strength unchanged.
    """
    value, unknown_weight, in_window = 0.0, 1.0, 0.0
    present, multiplier, wanted = None, 1.0, 1
    before: list[float] = []
    recent: deque[float] = deque()
    for frequency, share in days:
        if frequency and frequency != present:
            present, multiplier, (wanted, length) = frequency, frequency.multiplier, frequency.window
            recent = deque([*[0.0] * length, *before][-length:], maxlen=length)
            in_window = sum(recent)
        before.append(share or 0.0)
        if recent:
            in_window += (share or 0.0) - recent[0]
            recent.append(share or 0.0)
        if frequency and share is not None:
            value = next_strength(multiplier, value, min(in_window / wanted, 1.0))
            unknown_weight *= multiplier
    return Strength(min(max(value, 0.0), 1.0), unknown_weight)
