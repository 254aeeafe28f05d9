"""Days and times of day in columns: read in the form in which they are written, and in years that pages can show."""

from __future__ import annotations

from datetime import date, time

from carelog.domain.time.days import EARLIEST, LATEST


def read_day(text: str) -> date:
    """The day in a column. Raises ValueError where it is not an ISO date such as 2026-11-22, or out of range."""
    day = date.fromisoformat(text)
    if not EARLIEST <= day <= LATEST or day.isoformat() != text:
        raise ValueError
    return day


def read_time(text: str) -> time:
    """The time of day in a column. Raises ValueError where it is not written as 21:30 is."""
    clock = time.fromisoformat(text)
    if clock.isoformat("minutes") != text:
        raise ValueError
    return clock
