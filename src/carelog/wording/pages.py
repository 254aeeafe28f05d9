"""What the pages of the terminal say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carelog.wording.days import day_count, from_to, short_day

if TYPE_CHECKING:
    from datetime import date, time

    from carelog.domain.time.days import Moment

WELCOME_BACK = "Welcome back."
NOTHING_TODAY = "Nothing is noted today yet."
NO_ENTRIES = "No entries here."
NO_ENTRY = "no entry"
NO_MOOD = "noted without a mood"
NOTHING_THAT_WEEK = "Nothing is noted in this week."
PRIVATE_WORDS = "(private)"
TWO_WEEKS = "two weeks"
MOOD = "mood"
WORDS = "words"


STATE_WORDS = {
    "open": "nothing noted",
    "partly": "partly",
    "done": "done",
    "small": "small version",
    "skipped": "skipped",
}
OPEN = "open"


def day_and_number(day: date) -> str:
    """A day of a week that is known, such as Mon 16."""
    return f"{day:%a} {day.day}"


def week_title(number: int, first: date, last: date) -> str:
    """A week's number and its days, such as Week 47, 16 to 22 November 2026."""
    return f"Week {number}, {from_to(first, last)}"


def levels(lowest: int, highest: int) -> str:
    """How far a day went, such as 2 to 5; nothing where one number says it all."""
    return f"{lowest} to {highest}" if lowest != highest else ""


def day_range(lowest: int, highest: int, entries: int) -> str:
    """How far a day went, and how much was noted; nothing where one number says it all."""
    parts = [levels(lowest, highest), f"{entries} entries" if entries > 1 else ""]
    return ", ".join(part for part in parts if part)


def days_noted(days: int, of: int) -> str:
    """On how many days something was noted."""
    return f"Entries on {days} of {day_count(of)}."


def on_pause(last: date | None) -> str:
    """A pause runs, which medicine does not take part in."""
    end = f"until {short_day(last)}" if last else "until you say “carelog resume”"
    return f"On pause {end}. Only medicine is listed."


def stock_left(name: str, left: str) -> str:
    """How much of a medicine is left, when it is time to think of a refill."""
    return f"{name}: {left} left."


def more_entries(count: int) -> str:
    """A page shows fewer entries than the day has."""
    return f"and {count} earlier: carelog log"


def more_routines(count: int) -> str:
    """A page shows fewer routines than the day has."""
    return f"and {count} more: carelog today --plain"


def comes_at(clock: time, *, later: bool) -> str:
    """The time of day that something open is meant for; it has come already unless it comes `later`."""
    return f"at {clock:%H:%M}" if later else f"from {clock:%H:%M}"


def or_small(small: str) -> str:
    """The smallest version counts too."""
    return f"or small: {small}"


def kept_count(kept: int, due: int | None) -> str:
    """How often a routine was kept, of how often it was due where that is known; nothing is said of never."""
    if kept == 0:
        return ""
    if due is not None and kept <= due:
        return f"{kept} of {due}"
    return "once" if kept == 1 else f"{kept} times"


NOTHING_LISTED = "Nothing is listed here yet."


def meeting(name: str, at: Moment) -> str:
    """When somebody's group meets next."""
    return f"{short_day(at.local.date())} {at.clock}: {name}"
