"""The pages of the terminal: today, the week, lists, and the footer of the pager."""

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
NOTHING_LISTED = "Nothing is listed here yet."
KEYS = "Space or Enter goes on, b goes back, q leaves"
KEYS_AT_END = "q or Enter leaves; nothing stays on the screen"

STATE_WORDS = {
    "open": "nothing noted",
    "partly": "partly",
    "done": "done",
    "small": "small version",
    "skipped": "skipped",
}
OPEN = "open"


def day_and_number(day: date) -> str:
    """A day within a known week, such as Mon 16."""
    return f"{day:%a} {day.day}"


def week_title(number: int, first: date, last: date) -> str:
    """A week's number and its days, such as Week 47, 16 to 22 November 2026."""
    return f"Week {number}, {from_to(first, last)}"


def levels(lowest: int, highest: int) -> str:
    """The range of moods on a day, such as 2 to 5; empty when they are equal."""
    return f"{lowest} to {highest}" if lowest != highest else ""


def day_range(lowest: int, highest: int, entries: int) -> str:
    """The range of moods on a day and the number of entries; empty for a single entry."""
    parts = [levels(lowest, highest), f"{entries} entries" if entries > 1 else ""]
    return ", ".join(part for part in parts if part)


def days_noted(days: int, of: int) -> str:
    """On how many days something was noted."""
    return f"Entries on {days} of {day_count(of)}."


def on_pause(last: date | None) -> str:
    """A pause is running; medicine is due all the same."""
    end = f"until {short_day(last)}" if last else "until you say “carelog resume”"
    return f"On pause {end}. Only medicine is listed."


def stock_left(name: str, left: str) -> str:
    """How much of a medicine is left, shown when a refill is near."""
    return f"{name}: {left} left."


def more_entries(count: int) -> str:
    """A page shows fewer entries than the day has."""
    return f"and {count} earlier: carelog log"


def more_routines(count: int) -> str:
    """A page shows fewer routines than the day has."""
    return f"and {count} more: carelog today --plain"


def comes_at(clock: time, *, later: bool) -> str:
    """The time of day at which something open is due; `later` says that it is still to come."""
    return f"at {clock:%H:%M}" if later else f"from {clock:%H:%M}"


def or_small(small: str) -> str:
    """The smallest version counts too."""
    return f"or small: {small}"


def kept_count(kept: int, due: int | None) -> str:
    """How often a routine was kept, out of how often it was due where that is known; empty when it never was."""
    if kept == 0:
        return ""
    if due is not None and kept <= due:
        return f"{kept} of {due}"
    return "once" if kept == 1 else f"{kept} times"


def meeting(name: str, at: Moment) -> str:
    """When a group meets next."""
    return f"{short_day(at.local.date())} {at.clock}: {name}"
