"""Midnight sharp is how programs write a day of which they know no time."""

from __future__ import annotations

from datetime import date, datetime, time

_MIDNIGHT = time(0)


def day_at_midnight(when: datetime) -> datetime | date:
    """The day of a time that is midnight sharp on the clock, to the microsecond; any other time as it is."""
    return when.date() if when.time() == _MIDNIGHT else when
