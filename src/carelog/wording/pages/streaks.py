"""The streaks page: what was kept comes first, and no sentence is about a streak that ended."""

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
    """The title of the page, such as Eight weeks, 28 Sep to 22 Nov 2026."""
    return f"{_NUMBERS[weeks - 1]} {'week' if weeks == 1 else 'weeks'}, {from_to(first, last, short=True)}"


def kept_of_due(kept: int, due: int) -> str:
    """How often a routine was kept, out of how often it was due; never kept is not given as 0."""
    if not due:
        return NOTHING_DUE
    return f"kept {kept} of {due} due" if kept else NOTHING_NOTED


def week_label(monday: date) -> str:
    """The label of a week by its first day, such as 28 Sep."""
    return f"{monday.day} {monday:%b}"


def week_kept(kept: int, due: int) -> str:
    """How often a routine was kept in one week, out of how often it was due."""
    return f"{kept} of {due}" if due else "nothing due"


def kept_as_needed(times: int) -> str:
    """How often a routine was done that is never due."""
    return {0: "not needed in these weeks", 1: "done once"}.get(times, f"done {times} times")


def among_them(small: int, skipped: int) -> str:
    """How many of the kept ones were small, and how many were skipped; empty when both are 0."""
    parts = [f"{small} small" if small else "", f"{skipped} skipped" if skipped else ""]
    return ", ".join(part for part in parts if part)


def per_cent(strength: float) -> str:
    """A strength as a whole percentage, rounded down, so that 100 % is not reached too early."""
    return f"{int(100 * strength + 1e-9)} %"


def runs(present: int, longest: int, *, in_days: bool) -> str:
    """The present run and the longest one; empty when there was no run."""
    if not longest:
        return ""
    counted = _days_or_times(present or longest, in_days=in_days)
    if not present:
        return f"longest run {counted}"
    if longest == 1:
        return f"run of {counted}"
    return f"run of {counted}, the longest" if present == longest else f"run of {counted}, longest {longest}"


def bridged(days: Sequence[date]) -> str:
    """The days without a tick over which a run goes on."""
    return f"Bridged: {', '.join(map(short_day, days))}"


def _days_or_times(count: int, *, in_days: bool) -> str:
    if in_days:
        return day_count(count)
    return "1 time" if count == 1 else f"{count} times"
