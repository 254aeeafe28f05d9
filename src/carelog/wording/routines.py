"""Routines, ticks and pauses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carelog.wording.days import day_name, short_day
from carelog.wording.program import typed

if TYPE_CHECKING:
    from datetime import date

ONLY_MEDICINE = "A dose or a stock belongs to a medicine: carelog routine add NAME --kind medicine"
NO_SMALL_MEDICINE = "A medicine has no small version. To note that you left it out today: carelog skip"
ASK_ROUTINE = "What is it called"
ASK_EVERY = "How often: daily, mon,wed,fri, 3/week, 2/day, every 3 days, as-needed"
ASK_AT = "At which time of day, such as 08:00 (Enter skips)"
ASK_SMALL = "The smallest version that counts on a hard day (Enter skips)"
ASK_WHY = "What it is for (Enter skips)"
ASK_AGAIN = "Note it once more?"
NEEDS_AGAIN = "To note it once more, add --again."
NO_ROUTINES = "Nothing comes round yet. Add something small: carelog routine add walk"
PAUSE_ENDS_LATER = "A pause ends on a later day, such as: carelog pause 2w"
NOTHING_DUE = "Nothing is due."


def routine_added(name: str) -> str:
    """A routine was added, due from today."""
    return f"Added “{name}”. When it is done: carelog done {typed(name)}"


def routine_changed(name: str) -> str:
    """A routine was changed."""
    return f"Changed “{name}”. “carelog undo” takes it back."


def already_noted(name: str, clock: str) -> str:
    """A routine that is due once was already noted today."""
    return f"Already noted {clock}: {name}."


def ticked(names: list[str], clock: str, *, small: bool) -> str:
    """Routines were noted as done."""
    return f"Noted {', '.join(names)}{', the small version' if small else ''}, {clock}."


def skipped(names: list[str]) -> str:
    """Routines were noted as skipped."""
    return f"Skipped: {', '.join(names)}."


def last_time(name: str, day: date, clock: str, state: str, ago: int) -> str:
    """When a routine was last noted; `ago` is in days."""
    when = {0: "today", 1: "yesterday"}.get(ago, f"{ago} days ago")
    return f"{name}: {state} {when}, {day_name(day)}, {clock}."


def never_noted(name: str) -> str:
    """A routine was never noted."""
    return f"{name}: nothing is noted yet."


def paused(last: date | None, back: date | None) -> str:
    """A pause begins; `back` is the day after its last day."""
    if last is None or back is None:
        return "Paused. Nothing is due, medicine excepted. When you want to go on: carelog resume"
    return f"Paused up to and with {day_name(last)}; it goes on {day_name(back)}. Medicine stays due."


def resumed(day: date) -> str:
    """A pause was ended."""
    return f"Welcome back. From {short_day(day)} on, things come round again."
