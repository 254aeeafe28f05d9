"""The agenda for a phone's calendar."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

NEUTRAL = "Reminder"
NOTHING = (
    "Nothing has a certain time yet: routines with --at, groups with --meets, activities with --when, appointments."
)
MAY_BE_COPIED = (
    "A calendar app may copy it to an account; with --neutral no title of yours is in it. "
    "Importing a newer file replaces the events of this one."
)


def written(place: str, routines: int, meetings: int, activities: int, appointments: int) -> str:
    """An agenda was written, and what is in it."""
    parts = [
        _counted(routines, "routine"),
        _counted(meetings, "meeting"),
        _counted(activities, "activity", "activities"),
        _counted(appointments, "appointment"),
    ]
    return f"Written to {place}: {', '.join(filter(None, parts)) or 'no events'}. {MAY_BE_COPIED}"


def left_out(names: Sequence[str]) -> str:
    """What has no certain days or times."""
    return f"Without a certain day and time, and so not in it: {', '.join(names)}."


def _counted(count: int, one: str, several: str = "") -> str:
    return f"{count} {one if count == 1 else several or f'{one}s'}" if count else ""
