"""Titles and text alternatives of charts, for screen readers and for people who cannot see the colours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carelog.wording.days import from_to, short_day

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

MOOD, CALENDAR = "Mood day by day", "Mood as a calendar"
DAY, DAYS, WORD, TOTAL, BAND = "Day", "Days", "Word", "Total", "Published band"
NO_MOOD = "no mood noted"


def moods(first: date, last: date, days: int, lowest: str, highest: str) -> str:
    """The line chart of moods."""
    noted = "1 day has" if days == 1 else f"{days} days have"
    return (
        f"From {from_to(first, last)} {noted} a mood, from {lowest} to {highest}. A dot is a day; the line is the "
        "middle of seven days, drawn where at least four of them have a mood."
    )


def no_moods(first: date, last: date) -> str:
    """The line chart of moods, without any mood."""
    return f"From {from_to(first, last)} no day has a mood."


def calendar(first: date, last: date, counts: Sequence[int], unknown: int) -> str:
    """The calendar of moods; `counts` are the numbers of days with the moods 1 to 5."""
    by_level = ", ".join(f"{score} on {count}" for score, count in enumerate(counts, 1))
    days = from_to(first, last)
    return f"A square for each day from {days}, darker for lower moods: {by_level}, hollow on {unknown} without."


def score(day: date, total: int, band: str) -> str:
    """One total of a questionnaire."""
    return f"{short_day(day)} {total} ({band})"


def scores(name: str, least: int, most: int, totals: Sequence[str]) -> str:
    """The chart of a questionnaire's totals over time, `least` and `most` being the ends of its scale."""
    return f"{name}, from {least} to {most}: {', '.join(totals)}."
