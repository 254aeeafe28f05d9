"""How Loop Habit Tracker writes down what was noted on a day.

The numbers are those of its database; its newer CSV export has words for some of them. Source: docs/importing.md.
"""

from __future__ import annotations

from datetime import date

from carelog.exchange.pipeline.habits import Check, Mark

UNKNOWN, NO, YES_AUTO, YES_MANUAL, SKIP = -1, 0, 1, 2, 3
"""YES_AUTO is a day that the habit's frequency covers: nothing was done on it, so it is no check."""

NUMBERS = {"UNKNOWN": UNKNOWN, "NO": NO, "YES_AUTO": YES_AUTO, "YES_MANUAL": YES_MANUAL, "SKIP": SKIP}

_MARKS = {NO: Mark.NOT_DONE, YES_MANUAL: Mark.DONE, SKIP: Mark.SKIPPED}
_PARTS = 1000
"""Amounts are kept in thousandths."""


def check_of(day: date, value: int, note: str, line: int, *, has_amounts: bool) -> Check:
    """What a value means on a day of a habit."""
    if has_amounts and value not in (UNKNOWN, NO, SKIP):
        return Check(day, Mark.DONE, value / _PARTS, note, line) if value > 0 else Check(day, Mark.NOTHING, None, note)
    return Check(day, _MARKS.get(value, Mark.NOTHING), None, note, line)
