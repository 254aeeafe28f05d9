"""An appointment with somebody who helps: once, or repeated at a fixed number of days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time, timedelta

from carelog.domain.ids import handle
from carelog.errors import InvalidValue

LONGEST_INTERVAL = 366


@dataclass(frozen=True, slots=True)
class Appointment:
    """An appointment on a day, at a wall-clock time or None where the time is not known yet.

    `every` is the number of days from one to the next (7 for weekly), None for a single one; `until` is the last day
    that a repeated one may fall on. `contact_id` is the contact it is with. Raises InvalidValue for an interval outside
    1 to 366 days.
    """

    id: str
    day: date
    at: time | None = None
    every: int | None = None
    until: date | None = None
    contact_id: str | None = None

    def __post_init__(self) -> None:
        if self.every is not None and self.every not in range(1, LONGEST_INTERVAL + 1):
            raise InvalidValue("appointment.interval-out-of-range", longest=LONGEST_INTERVAL)

    @property
    def handle(self) -> str:
        """The short name that lists show."""
        return handle(self.id)

    def last_on_or_before(self, day: date) -> date | None:
        """The latest of its days up to and with a day, or None when it begins later."""
        latest = min(day, self.until) if self.until else day
        if latest < self.day:
            return None
        return self.day if self.every is None else latest - timedelta(days=(latest - self.day).days % self.every)

    def next_on_or_after(self, day: date) -> date | None:
        """The earliest of its days from a day on, or None when all are over."""
        if day <= self.day:
            following = self.day
        elif self.every is None:
            return None
        else:
            following = day + timedelta(days=(self.day - day).days % self.every)
        return None if self.until and following > self.until else following
