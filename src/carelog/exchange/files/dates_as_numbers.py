"""Parse dates that programs write as one number: a count since 1970, or year, month and day without separators."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_COUNT = re.compile(r"[0-9]+(?:\.[0-9]{1,9})?")
_UNITS = {10: timedelta(seconds=1), 13: timedelta(milliseconds=1), 16: timedelta(microseconds=1)}
"""The unit of a count since 1970 by its digits: the years 2001 to 2286 have as many."""
_COMPACT = re.compile(r"((?:19|20)[0-9]{2})([0-9]{2})([0-9]{2})")


def read_counted_date(text: str) -> datetime | date | None:
    """The instant of a count of seconds, milliseconds or microseconds since 1970, or the day of a number like 20250309.

    None for any other text.
    """
    if found := _COMPACT.fullmatch(text):
        with suppress(ValueError):
            return date(*map(int, found.groups()))
        return None
    unit = _UNITS.get(len(text.partition(".")[0]))
    if unit is None or not _COUNT.fullmatch(text):
        return None
    with suppress(OverflowError):
        return _EPOCH + float(text) * unit
    return None
