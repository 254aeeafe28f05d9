"""What the page of streaks says: what was kept first, and nothing that ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carelog.wording.days import day_count, from_to, short_day

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

MEDICINES = "Medicines"
STRENGTH = "strength"
NOTHING_DUE = "nothing was due yet"
NOTHING_NOTED = "not noted as done in these weeks"
WEEK_BY_WEEK = "Week by week"

MARK_WORDS = {
    "done": "done",
    "small": "small version",
    "partly": "partly",
    "skipped": "skipped",
    "open": "open",
    "missed": "nothing noted",
    "bridged": "bridged",
    "paused": "pause",
}

_NUMBERS = ("One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight")


def weeks_title(weeks: int, first: date, last: date) -> str:
    """The weeks a page is about, such as Eight weeks, 28 Sep to 22 Nov 2026."""
    return f"{_NUMBERS[weeks - 1]} {'week' if weeks == 1 else 'weeks'}, {from_to(first, last, short=True)}"


def kept_of_due(kept: int, due: int) -> str:
    """How often a routine was kept of how often it was due; no count is made of never."""
    if not due:
        return NOTHING_DUE
    return f"kept {kept} of {due} due" if kept else NOTHING_NOTED


def week_label(monday: date) -> str:
    """The day with which a week begins, such as 28 Sep."""
    return f"{monday.day} {monday:%b}"


def week_kept(kept: int, due: int) -> str:
    """What was kept of what was due in one week."""
    return f"{kept} of {due}" if due else "nothing due"


def kept_as_needed(times: int) -> str:
    """How often something was done that is never due."""
    return {0: "not needed in these weeks", 1: "done once"}.get(times, f"done {times} times")


def among_them(small: int, skipped: int) -> str:
    """How many were small or skipped; nothing where none was."""
    parts = [f"{small} small" if small else "", f"{skipped} skipped" if skipped else ""]
    return ", ".join(part for part in parts if part)


def per_cent(strength: float) -> str:
    """A strength in whole per cent, rounded down, so that all of it is never said too early."""
    return f"{int(100 * strength + 1e-9)} %"


def runs(present: int, longest: int, *, in_days: bool) -> str:
    """The present run and the longest; nothing is said of a run that is not there."""
    if not longest:
        return ""
    counted = _days_or_times(present or longest, in_days=in_days)
    if not present:
        return f"longest run {counted}"
    if longest == 1:
        return f"run of {counted}"
    return f"run of {counted}, the longest" if present == longest else f"run of {counted}, longest {longest}"


def bridged(days: Sequence[date]) -> str:
    """Days without a note within a run that goes on over them."""
    return f"Bridged: {', '.join(map(short_day, days))}"


def _days_or_times(count: int, *, in_days: bool) -> str:
    if in_days:
        return day_count(count)
    return "1 time" if count == 1 else f"{count} times"
