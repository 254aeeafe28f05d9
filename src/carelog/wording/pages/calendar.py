"""The calendar page: counts of days, without any interpretation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carelog.wording.days import day_count

if TYPE_CHECKING:
    from collections.abc import Iterable

TODAY = "today"
THE_YEAR = "The year"
ON_PAUSE = "pause"


def nothing_that_year(year: int) -> str:
    """A year has no entries."""
    return f"Nothing is noted in {year}."


def coverage(days: int, of: int, *, paused: bool) -> str:
    """On how many days something was noted, and whether days of rest are left out of the count."""
    left_out = "; pauses and long stretches without use are not counted" if paused else ""
    return f"Entries on {days} of {day_count(of)}{left_out}."


def legend_item(word: str, days: int) -> str:
    """A level and its number of days, which is left out when it is 0."""
    return f"{word}: {days}" if days else word


def days_by_level(counts: Iterable[tuple[str, int]]) -> str:
    """Numbers of days, such as great on 4 days, good on 9, no entry on 2; those that are 0 are left out."""
    known = [(what, days) for what, days in counts if days]
    units = [" day" if days == 1 else " days" for _, days in known[:1]] + [""] * len(known)
    return ", ".join(f"{what} on {days}{unit}" for (what, days), unit in zip(known, units, strict=False))
