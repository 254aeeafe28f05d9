"""Appointments, what was agreed at them, and topics to bring to the next one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carelog.wording.days import short_day
from carelog.wording.people.activities import when

if TYPE_CHECKING:
    from datetime import date, time

NONE_YET = "No appointments yet. Add the next one: carelog appointment add tuesday 14:30"
NOTHING_AGREED = "Nothing is kept yet. What you agree on next time: carelog appointment note a walk every second day"
NEEDS_WHEN = "Say when: carelog appointment add tuesday 14:30"
NEEDS_WORDS = 'Say what: carelog appointment note "walk, 20 minutes, every second day"'
NEEDS_TOPIC = 'Say what: carelog bring "the nights"'
ASK_WHEN = "When is it"
ASK_WHOM = "With whom, one of your contacts (Enter leaves it open)"
ASK_EVERY = "Does it come round, such as 1w or 2w (Enter: once)"
NOTHING_TO_BRING = "Nothing to bring yet. What you want to talk about: carelog bring the nights"
NOTHING_OPEN = "There is nothing open. “carelog bring list --all” shows what you talked about."
NAME_ONE = "Name one by its handle, or all with --all."
APPOINTMENT = "Appointment"


def not_an_interval(given: str) -> str:
    """The interval of a repeating appointment cannot be read."""
    return f"“{given}” is not a length of time carelog understands. Examples: 1w, 2w, 10 days; off for once."


def added(day: date, at: time | None, who: str, every: int | None) -> str:
    """An appointment was added; `every` is its interval in days."""
    return f"Kept: {appointment(day, at, who)}{', ' + interval(every) if every else ''}."


def appointment(day: date, at: time | None, who: str) -> str:
    """An appointment in words, such as Tue 24 Nov 14:30 with Dr Ashgrove."""
    return f"{when(day, at)}{f' with {who}' if who else ''}"


def interval(every: int | None) -> str:
    """An interval in days as words, such as every 2 weeks; empty for None."""
    if every is None:
        return ""
    count, unit = (every // 7, "week") if every % 7 == 0 else (every, "day")
    return f"every {unit}" if count == 1 else f"every {count} {unit}s"


def ahead(day: date, at: time | None, who: str, topics: int) -> str:
    """The next appointment on one line of a page, and the number of topics to bring."""
    with_whom = f"appointment with {who}" if who else "appointment"
    return f"{when(day, at)}: {with_whom}{f', {topics} to bring' if topics else ''}"


def agreed(day: date, routine: str) -> str:
    """An agreement was kept, and the routine that was made of it, if any."""
    kept = f"Kept with {short_day(day)}."
    return f"{kept} “{routine}” is a routine now, due from today." if routine else kept


def brought(text: str, open_topics: int) -> str:
    """A topic was added."""
    return f"Kept for next time: {text}. {open_topics} to bring." if open_topics > 1 else f"Kept for next time: {text}."


def talked(count: int) -> str:
    """Topics were marked as done."""
    return f"Done: {count}. They stay in “carelog bring list --all”."
