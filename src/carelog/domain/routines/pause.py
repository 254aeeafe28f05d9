"""A pause: days on which nothing is due and nothing is missed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from carelog.domain.time.days import ONE_DAY
from carelog.errors import InvalidValue

DAYS_WITHOUT_USE = 14
"""So many days without any use count as a pause that nobody had to announce."""


@dataclass(frozen=True, slots=True)
class Pause:
    """A stretch of days from `first` up to and with `last`, or without an end yet.

    Raises InvalidValue when it ends before it begins.
    """

    id: str
    first: date
    last: date | None = None

    def __post_init__(self) -> None:
        if self.last is not None and self.last < self.first:
            raise InvalidValue("A pause cannot end before it begins.")

    def __contains__(self, day: date) -> bool:
        return self.first <= day and (self.last is None or day <= self.last)


def quiet_stretches(days_with_use: Iterable[date], today: date) -> Sequence[tuple[date, date]]:
    """The stretches of DAYS_WITHOUT_USE days or more between days with use, and up to yesterday: first and last day."""
    used = sorted({day for day in days_with_use if day < today} | {today})
    return [
        (before + ONE_DAY, after - ONE_DAY)
        for before, after in pairwise(used)
        if (after - before).days > DAYS_WITHOUT_USE
    ]
