"""The clock, and the only module that asks the machine for the time, but for `carelog.crisis.opening`.

CARELOG_NOW (RFC 3339, such as 2026-11-22T21:30:00+01:00) fixes the clock and its offset, for tests, demos and pictures.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from enum import Enum

from carelog.domain.time.days import Moment
from carelog.errors import InvalidValue


class Resolution(Enum):
    """Whether a wall-clock time exists once, never or twice, because clocks change twice a year in many places."""

    EXACT = "exact"
    SKIPPED = "skipped"
    REPEATED = "repeated"


class Clock:
    """Gives the present moment and converts wall-clock times to moments.

    `read` returns the present as a datetime with an offset; `zone` is the time zone of a fixed clock, or None for the
    machine's own zone, daylight saving included.
    """

    __slots__ = ("read", "zone")

    def __init__(self, read: Callable[[], datetime], zone: tzinfo | None = None) -> None:
        self.read = read
        self.zone = zone

    def now(self) -> Moment:
        """The present moment."""
        return Moment.of(self.read())

    def at(self, instant: datetime) -> Moment:
        """The moment of an aware datetime, with the offset that the clock's zone had then."""
        return Moment.of(instant.astimezone(self.zone))

    def resolve(self, shown: datetime) -> tuple[Moment, Resolution]:
        """The moment at which the wall clock showed a naive datetime, and whether that time is unique.

        A time that the clock skipped is moved forward by the length of the gap; of a time that it showed twice the
        first is returned.
        """
        first = shown.replace(fold=0, tzinfo=self.zone).astimezone(self.zone)
        second = shown.replace(fold=1, tzinfo=self.zone).astimezone(self.zone)
        if first.replace(tzinfo=None) != shown:
            return Moment.of(max(first, second)), Resolution.SKIPPED
        same = first.utcoffset() == second.utcoffset()
        return Moment.of(first), Resolution.EXACT if same else Resolution.REPEATED


def system_clock() -> Clock:
    """The machine's clock, or a fixed one if CARELOG_NOW is set.

    Raises InvalidValue when CARELOG_NOW is not a time with an offset.
    """
    fixed = os.environ.get("CARELOG_NOW", "")
    return fixed_clock(fixed) if fixed else Clock(lambda: datetime.now(UTC).astimezone())


def fixed_clock(rfc3339: str) -> Clock:
    """A clock that always shows the same time.

    Raises InvalidValue unless the text is a time with an offset.
    """
    try:
        standing = datetime.fromisoformat(rfc3339)
        offset = standing.utcoffset()
    except ValueError:
        offset = None
    if offset is None:
        raise InvalidValue("time.fixed-clock-without-offset", text=rfc3339)
    return Clock(lambda: standing, timezone(offset // timedelta(minutes=1) * timedelta(minutes=1)))
