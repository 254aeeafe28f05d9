"""What charts say in words, for those who hear them or cannot see colours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carelog.wording.days import from_to, short_day

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

MOOD, CALENDAR = "Mood day by day", "Mood as a calendar"
DAY, DAYS, WORD, TOTAL, BAND = "Day", "Days", "Word", "Total", "Published band"
ROUTINE, DUE, KEPT, SMALL = "Routine", "Due", "Kept", "Small or in part"
NO_MOOD = "no mood noted"
WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def moods(first: date, last: date, days: int, lowest: str, highest: str) -> str:
    """A line of moods."""
    noted = "1 day has" if days == 1 else f"{days} days have"
    return (
        f"From {from_to(first, last)} {noted} a mood, from {lowest} to {highest}. A dot is a day; the line is the "
        "middle of seven days, drawn where at least four of them have a mood."
    )


def no_moods(first: date, last: date) -> str:
    """A line without moods."""
    return f"From {from_to(first, last)} no day has a mood."


def calendar(first: date, last: date, counts: Sequence[int], unknown: int) -> str:
    """A calendar of moods: how many squares of each."""
    told = ", ".join(f"{score} on {count}" for score, count in enumerate(counts, 1))
    days = from_to(first, last)
    return f"A square for each day from {days}, darker for lower moods: {told}, hollow on {unknown} without."


def score(day: date, total: int, band: str) -> str:
    """One total."""
    return f"{short_day(day)} {total} ({band})"


def scores(name: str, least: int, most: int, said: Sequence[str]) -> str:
    """Totals over time."""
    return f"{name}, from {least} to {most}: {', '.join(said)}."


def of(kept: int, due: int) -> str:
    """So many of so many."""
    return f"{kept} of {due}"


def kept(routines: Sequence[tuple[str, int, int]]) -> str:
    """How much of each was kept."""
    return f"Kept of what was due: {', '.join(f'{name} {of(count, due)}' for name, count, due in routines)}."
