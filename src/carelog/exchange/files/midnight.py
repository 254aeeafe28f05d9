"""Midnight is how programs write a day of which they know no time; two rules tell it from the midnight of a clock.

Apps that note the time to the second or finer (Journey, Diarium, Tickmate, Daily You), and the properties of day files,
are never at midnight sharp by chance: there each such time is a day, by `day_at_midnight`. A file with minutes can be,
and a table whose dates a spreadsheet wrote shows itself as a whole: there midnight is a day only where every time is
midnight, by `are_only_midnights`.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from datetime import date, datetime, time

MIDNIGHT = time()


def day_at_midnight(when: datetime) -> datetime | date:
    """The day of a time that is midnight sharp on the clock, to the microsecond; any other time as it is."""
    return when.date() if when.time() == MIDNIGHT else when


def read_iso_time(text: str) -> datetime | date | None:
    """The time in a text of ISO 8601, or its day where it is midnight sharp; None where it cannot be read."""
    with suppress(ValueError):
        return day_at_midnight(datetime.fromisoformat(text.strip()))
    return None


def are_only_midnights(written: Iterable[datetime | date]) -> bool:
    """Whether there are several times and each is midnight; one alone does not show how they were written."""
    times = [when.time() for when in written if isinstance(when, datetime)]
    return len(times) > 1 and set(times) == {MIDNIGHT}
