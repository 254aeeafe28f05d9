"""A pause: days on which nothing is due and so nothing is missed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from carelog.domain.time.days import ONE_DAY
from carelog.errors import InvalidValue

DAYS_WITHOUT_USE = 14
"""After this many days without any use, the time without use counts as rest; nobody has to announce it."""


@dataclass(frozen=True, slots=True)
class Pause:
    """An announced pause from `first` to `last`, both included; `last` is None while no end is known.

    Raises InvalidValue when it ends before it begins.
    """

    id: str
    first: date
    last: date | None = None

    def __post_init__(self) -> None:
        if self.last is not None and self.last < self.first:
            raise InvalidValue("routine.pause-ends-before-it-begins")

    def __contains__(self, day: date) -> bool:
        return self.first <= day and (self.last is None or day <= self.last)


def quiet_stretches(days_with_use: Iterable[date], today: date) -> Sequence[tuple[date, date]]:
    """The first and last day of each stretch of DAYS_WITHOUT_USE days or more without use, the last up to yesterday.

    `today` counts as a day with use; days before the first of `days_with_use` are in no stretch.
    """
    used = sorted({day for day in days_with_use if day < today} | {today})
    return [
        (before + ONE_DAY, after - ONE_DAY)
        for before, after in pairwise(used)
        if (after - before).days > DAYS_WITHOUT_USE
    ]
