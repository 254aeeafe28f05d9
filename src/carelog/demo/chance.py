"""Chance that repeats itself: the same seed throws the same dice."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random
from typing import TypeVar

from carelog.domain.ids import new_id

Thing = TypeVar("Thing")


class Chance(Random):
    """Seeded chance, in the words that invented years are told in. It guards no secret."""

    def happens(self, probability: float) -> bool:
        """Whether something happens that does so with a probability from 0 to 1."""
        return self.random() < probability

    def one_of(self, things: Sequence[Thing]) -> Thing:
        """One of several things, each as likely as the others."""
        return things[int(self.random() * len(things))]

    def between(self, low: float, high: float) -> float:
        """A number from `low` to `high`, each as likely as the others."""
        return low + (high - low) * self.random()

    def near(self, middle: float, spread: float) -> float:
        """A number around a middle, normally distributed with that standard deviation."""
        return self.gauss(middle, spread)

    def row_id(self, milliseconds: int) -> str:
        """An id as the journal makes them for an instant, and the same again for the same seed."""
        return new_id(milliseconds, self.randbytes(10))
