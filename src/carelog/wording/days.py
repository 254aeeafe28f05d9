"""Days and times in words, and what is said about them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, time

WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def day_name(day: date) -> str:
    """A day in words, such as Monday 3 November 2025."""
    return f"{day:%A} {day.day} {day:%B} {day.year}"


def short_day(day: date) -> str:
    """A day in a few letters, such as Mon 3 Nov."""
    return f"{day:%a} {day.day} {day:%b}"


def from_to(first: date, last: date, *, short: bool = False) -> str:
    """A period, such as 26 October to 22 November 2026, or with `short` months 26 Oct to 22 Nov 2026."""
    month = "%b" if short else "%B"
    end = f"{last.day} {last:{month}} {last.year}"
    if first == last:
        return end
    if first.year != last.year:
        return f"{first.day} {first:{month}} {first.year} to {end}"
    return f"{first.day} to {end}" if first.month == last.month else f"{first.day} {first:{month}} to {end}"


def day_count(days: int) -> str:
    """A number of days, such as 2 days."""
    return "1 day" if days == 1 else f"{days} days"


def counted_for(day: date, starts_at: time) -> str:
    """A question was answered in the small hours, and the answer counts for the day before."""
    return f"Noted for {short_day(day)}; before {starts_at:%H:%M} counts as {day:%A}."


def skipped_time(asked: str, used: str) -> str:
    """The time does not exist, because the clocks were put forward."""
    return f"The clocks skipped {asked} that day, so it is noted as {used}."


def repeated_time(asked: str) -> str:
    """The time came twice, because the clocks were put back."""
    return f"{asked} came twice that day; the first is meant."
