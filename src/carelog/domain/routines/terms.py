"""The terms of a routine: how often it is due, when, and how much of it, from a day on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time

from carelog.domain.routines.cadence import Cadence


@dataclass(frozen=True, slots=True)
class Terms:
    """What a routine asks for `since` a day, or since ever where that is None.

    `at` are the planned times of day in order, `target` is an amount for each day in the routine's unit.
    """

    since: date | None
    cadence: Cadence
    at: tuple[time, ...] = ()
    target: float | None = None
