"""What the calendar says: counts of days, from the highest level down, and nothing about what they mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carelog.wording.days import day_count

if TYPE_CHECKING:
    from collections.abc import Iterable

TODAY = "today"
THE_YEAR = "The year"
ON_PAUSE = "pause"


def nothing_that_year(year: int) -> str:
    """A year holds no entry."""
    return f"Nothing is noted in {year}."


def coverage(days: int, of: int, *, paused: bool) -> str:
    """On how many days something was noted, and whether days of rest were left out of the count."""
    left_out = "; pauses and long stretches without use are not counted" if paused else ""
    return f"Entries on {days} of {day_count(of)}{left_out}."


def counted(word: str, days: int) -> str:
    """How many days stood on a level, beside its mark; nothing is said of none."""
    return f"{word}: {days}" if days else word


def told_days(counts: Iterable[tuple[str, int]]) -> str:
    """What some days hold, such as great on 4 days, good on 9, no entry on 2; nothing is said of none."""
    known = [(what, days) for what, days in counts if days]
    units = [" day" if days == 1 else " days" for _, days in known[:1]] + [""] * len(known)
    return ", ".join(f"{what} on {days}{unit}" for (what, days), unit in zip(known, units, strict=False))
