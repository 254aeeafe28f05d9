"""A seeded random generator with the methods that the demo needs."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random
from typing import TypeVar

from carelog.domain.ids import new_id

Thing = TypeVar("Thing")


class Chance(Random):
    """A random generator that repeats itself for the same seed. It must not be used for secrets."""

    def happens(self, probability: float) -> bool:
        """True with a probability from 0 to 1."""
        return self.random() < probability

    def one_of(self, things: Sequence[Thing]) -> Thing:
        """One of several things, all equally likely."""
        return things[int(self.random() * len(things))]

    def between(self, low: float, high: float) -> float:
        """A uniformly distributed number from `low` to `high`."""
        return low + (high - low) * self.random()

    def near(self, middle: float, spread: float) -> float:
        """A normally distributed number with a mean (`middle`) and a standard deviation (`spread`)."""
        return self.gauss(middle, spread)

    def row_id(self, milliseconds: int) -> str:
        """An id like those of the journal, for an instant in milliseconds since 1970, but repeatable."""
        return new_id(milliseconds, self.randbytes(10))
