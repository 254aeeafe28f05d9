"""The JSON of turning to people, spelled out by hand: keys are added, never renamed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from carelog.exchange.serializers.shapes import contact_shape

if TYPE_CHECKING:
    from carelog.domain.people.outreach import Reached
    from carelog.review.people.helplines import Helpline
    from carelog.review.people.reach import Reach


def reach_shape(found: Reach) -> dict[str, Any]:
    """A proposal: one person, or nobody now and who is next."""
    reachable = True if found.known else None
    following = found.following
    return {
        "contact": contact_shape(found.contact, reachable_now=reachable) if found.contact else None,
        "message": found.message or None,
        "next": following
        and {
            "contact": contact_shape(following, reachable_now=False),
            "from": found.opens.rfc3339 if found.opens else None,
        },
        "lines": [_line(line) for line in found.lines],
    }


def reached_shape(reached: Reached) -> dict[str, Any]:
    """Contact with someone."""
    return {
        "id": reached.id,
        "handle": reached.handle,
        "contact": reached.contact_id,
        "day": reached.day.isoformat(),
        "at": reached.at.rfc3339,
        "helped": reached.helped.value if reached.helped else None,
        "note": reached.note,
    }


def _line(line: Helpline) -> dict[str, Any]:
    return {
        "name": line.name,
        "phone": line.number or None,
        "text": line.text or None,
        "hours": line.hours or None,
        "checked": line.checked,
    }
