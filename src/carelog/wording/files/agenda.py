"""The agenda, a file for calendar apps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carelog.language import gettext as _
from carelog.language import plural
from carelog.wording.lists import listed

if TYPE_CHECKING:
    from collections.abc import Sequence

NEUTRAL = _("Reminder")
MAY_BE_COPIED = _(
    "A calendar app may copy this file to an account and to other devices. To have no names and no medicines in it: "
    "--neutral. Importing a newer file replaces the events of this one."
)


def written(place: str, routines: int, meetings: int, activities: int, appointments: int) -> str:
    """An agenda was written, with the number of its events."""
    events = [
        plural(routines, "{count} routine", "{count} routines") if routines else "",
        plural(meetings, "{count} meeting", "{count} meetings") if meetings else "",
        plural(activities, "{count} activity", "{count} activities") if activities else "",
        plural(appointments, "{count} appointment", "{count} appointments") if appointments else "",
    ]
    if any(events):
        said = _("Written to {place}: {events}.").format(place=place, events=listed(filter(None, events)))
    else:
        said = _("Written to {place}: no events.").format(place=place)
    return f"{said} {MAY_BE_COPIED}"


def left_out(names: Sequence[str]) -> str:
    """What is not in the agenda, because it has no fixed day and time."""
    return _("Without a certain day and time, and so not in it: {names}.").format(names=listed(names))
