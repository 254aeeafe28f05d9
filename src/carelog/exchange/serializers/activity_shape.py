"""The JSON of activities, spelled out by hand: keys are added, never renamed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from carelog.domain.people.activity import Activity


def activity_shape(activity: Activity) -> dict[str, Any]:
    """An activity."""
    return {
        "id": activity.id,
        "handle": activity.handle,
        "text": activity.text,
        "kind": activity.kind.value,
        "state": activity.state.value,
        "planned_day": activity.planned_day.isoformat() if activity.planned_day else None,
        "planned_at": f"{activity.planned_at:%H:%M}" if activity.planned_at else None,
        "with_whom": activity.contact_id,
        "expected": activity.expected,
        "day": activity.day.isoformat() if activity.day else None,
        "at": activity.at.rfc3339 if activity.at else None,
        "pleasure": activity.pleasure,
        "mastery": activity.mastery,
        "closeness": activity.closeness,
        "note": activity.note,
    }
