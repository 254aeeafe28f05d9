"""The only place that asks the machine for the time.

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
    """What became of a time read off a wall: clocks jump twice a year in many places."""

    EXACT = "exact"
    SKIPPED = "skipped"
    REPEATED = "repeated"


class Clock:
    """Tells the present moment and turns what a wall clock shows into moments.

    `read` gives the present as a datetime with an offset; `zone` is the fixed zone of a clock that is fixed, or
    None for the machine's own rules, daylight saving included.
    """

    __slots__ = ("read", "zone")

    def __init__(self, read: Callable[[], datetime], zone: tzinfo | None = None) -> None:
        self.read = read
        self.zone = zone

    def now(self) -> Moment:
        """The present moment."""
        return Moment.of(self.read())

    def at(self, instant: datetime) -> Moment:
        """The moment of an instant, with the offset that the wall clock had then."""
        return Moment.of(instant.astimezone(self.zone))

    def resolve(self, shown: datetime) -> tuple[Moment, Resolution]:
        """The moment at which the wall clock showed a naive datetime.

        A time that was skipped moves on by the length of the gap, as the clock did; of a time that came twice
        the first is meant.
        """
        first = shown.replace(fold=0, tzinfo=self.zone).astimezone(self.zone)
        second = shown.replace(fold=1, tzinfo=self.zone).astimezone(self.zone)
        if first.replace(tzinfo=None) != shown:
            return Moment.of(max(first, second)), Resolution.SKIPPED
        same = first.utcoffset() == second.utcoffset()
        return Moment.of(first), Resolution.EXACT if same else Resolution.REPEATED


def system_clock() -> Clock:
    """The machine's clock, or the one that CARELOG_NOW fixes.

    Raises InvalidValue when CARELOG_NOW is not a time with an offset.
    """
    fixed = os.environ.get("CARELOG_NOW", "")
    return fixed_clock(fixed) if fixed else Clock(lambda: datetime.now(UTC).astimezone())


def fixed_clock(rfc3339: str) -> Clock:
    """A clock that stands still.

    Raises InvalidValue unless the text is a time with an offset.
    """
    try:
        standing = datetime.fromisoformat(rfc3339)
        offset = standing.utcoffset()
    except ValueError:
        offset = None
    if offset is None:
        raise InvalidValue(f"CARELOG_NOW is “{rfc3339}”; it needs a time with an offset: 2026-11-22T21:30:00+01:00.")
    return Clock(lambda: standing, timezone(offset // timedelta(minutes=1) * timedelta(minutes=1)))
