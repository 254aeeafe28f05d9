"""The values that Loop Habit Tracker stores for a day of a habit.

The numbers are those of its database; its newer CSV export has names for some of them. Source: docs/importing.md.
"""

from __future__ import annotations

from datetime import date

from carelog.exchange.pipeline.habits import Check, Mark

UNKNOWN, NO, YES_AUTO, YES_MANUAL, SKIP = -1, 0, 1, 2, 3
"""YES_AUTO is a day that is covered by the habit's frequency; nothing was done on it, so it does not count as done."""

NUMBERS = {"UNKNOWN": UNKNOWN, "NO": NO, "YES_AUTO": YES_AUTO, "YES_MANUAL": YES_MANUAL, "SKIP": SKIP}

_MARKS = {NO: Mark.NOT_DONE, YES_MANUAL: Mark.DONE, SKIP: Mark.SKIPPED}
_PARTS_PER_UNIT = 1000
"""Amounts are stored in thousandths."""


def check_of(day: date, value: int, note: str, line: int, *, has_amounts: bool) -> Check:
    """The check that a value means on a day; `has_amounts` is whether the habit counts amounts."""
    if has_amounts and value not in (UNKNOWN, NO, SKIP):
        if value <= 0:
            return Check(day, Mark.NOTHING, None, note)
        return Check(day, Mark.DONE, value / _PARTS_PER_UNIT, note, line)
    return Check(day, _MARKS.get(value, Mark.NOTHING), None, note, line)
