"""Goals, activities, and people and purpose of a packet as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from carelog.review.packet.activities import ActivityPart
    from carelog.review.packet.goals import GoalPart
    from carelog.review.packet.together import BelongingPart


def goal(part: GoalPart) -> dict[str, Any]:
    """A goal with its ratings by day."""
    return {
        "text": part.text,
        "since": part.since.isoformat(),
        "put_down": part.put_down.isoformat() if part.put_down else None,
        "ratings": [{"day": day.isoformat(), "rating": rating} for day, rating in part.ratings],
    }


def belonging(part: BelongingPart) -> dict[str, Any]:
    """Counts of days, and of activities by their state and beside what was expected."""
    return {
        "days_with_people": part.with_people,
        "days_with_purpose": part.with_purpose,
        "reached": part.reached,
        "activities": {
            "done": part.done,
            "partly": part.partly,
            "skipped": part.skipped,
            "better_than_expected": part.better,
            "as_expected": part.as_expected,
            "worse_than_expected": part.worse,
        },
    }


def activity(part: ActivityPart) -> dict[str, Any]:
    """An activity with its ratings before and after."""
    return {
        "day": part.day.isoformat(),
        "text": part.text,
        "in_part": part.in_part,
        "expected": part.expected,
        "pleasure": part.pleasure,
        "mastery": part.mastery,
        "closeness": part.closeness,
    }
