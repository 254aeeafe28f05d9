"""The agenda, a file for calendar apps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carelog.wording.counts import counted

if TYPE_CHECKING:
    from collections.abc import Sequence

NEUTRAL = "Reminder"
MAY_BE_COPIED = (
    "A calendar app may copy it to an account; with --neutral no title of yours is in it. "
    "Importing a newer file replaces the events of this one."
)


def written(place: str, routines: int, meetings: int, activities: int, appointments: int) -> str:
    """An agenda was written, with the number of its events."""
    nouns = (
        (routines, "routine", ""),
        (meetings, "meeting", ""),
        (activities, "activity", "activities"),
        (appointments, "appointment", ""),
    )
    events = [counted(count, one, several) for count, one, several in nouns if count]
    return f"Written to {place}: {', '.join(events) or 'no events'}. {MAY_BE_COPIED}"


def left_out(names: Sequence[str]) -> str:
    """What is not in the agenda, because it has no fixed day and time."""
    return f"Without a certain day and time, and so not in it: {', '.join(names)}."
