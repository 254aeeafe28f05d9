"""The JSON of the pages, spelled out by hand: what `today`, `due` and `week` know, for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from carelog.exchange.serializers.activity_shape import activity_shape
from carelog.exchange.serializers.shapes import entry_shape, pause_shape, routine_day_shape
from carelog.exchange.serializers.sign_shape import standing_shape

if TYPE_CHECKING:
    from carelog.review.days.moods import DayMood
    from carelog.review.days.routines import RoutineToday
    from carelog.review.pages.today import Due, Today
    from carelog.review.pages.week import Week
    from carelog.review.people.contacts import NextMeeting


def today_shape(today: Today) -> dict[str, Any]:
    """A day as it stands."""
    return {
        "day": today.day.isoformat(),
        "mood": today.mood.median,
        "entries": [entry_shape(entry) for entry in today.entries],
        "routines": [routine_today_shape(each) for each in today.routines],
        "recent": [mood_shape(each) for each in today.recent],
        "pause": pause_shape(today.pause) if today.pause else None,
        "days_away": today.days_away,
        "low_stock": [{"name": each.routine.name, "left": each.left} for each in today.low_stock],
        "plan_unread": today.plan_unread,
        "meetings": [meeting_shape(each) for each in today.meetings],
        "signs": [standing_shape(each) for each in today.signs],
        "activities": [activity_shape(each.activity) for each in today.activities],
        "appointment": _appointment(today),
        "plan_after_hard_answers": today.plan_after_hard_answers,
        "out_of_touch": today.out_of_touch
        and {"name": today.out_of_touch.contact.name, "days": today.out_of_touch.days},
    }


def due_shape(due: Due) -> dict[str, Any]:
    """What is open at a moment, and what comes later."""
    return {
        "day": due.day.isoformat(),
        "due": [routine_today_shape(each) for each in due.now],
        "later": [routine_today_shape(each) for each in due.later],
    }


def week_shape(week: Week) -> dict[str, Any]:
    """A week, day by day."""
    return {
        "period": {"from": week.period.first.isoformat(), "to": week.period.last.isoformat()},
        "days": [
            mood_shape(mood)
            | {
                "notes": [entry.note for entry in entries if entry.note and not entry.private],
                "readings": {each.tracker.name: each.readings[number] for each in week.trackers},
                "routines": [routine_day_shape(each.days[number]) for each in week.routines],
            }
            for number, (mood, entries) in enumerate(zip(week.moods, week.entries, strict=True))
        ],
        "routines": [{"name": each.routine.name, "kept": each.kept, "due": each.due} for each in week.routines],
        "meetings": [meeting_shape(each) for each in week.meetings],
        "activities": [activity_shape(each.activity) for each in week.activities],
        "days_with_people": week.with_people,
        "days_with_purpose": week.with_purpose,
    }


def meeting_shape(meeting: NextMeeting) -> dict[str, Any]:
    """The next meeting of a group."""
    return {"name": meeting.contact.name, "at": meeting.at.rfc3339}


def mood_shape(mood: DayMood) -> dict[str, Any]:
    """The mood of a day; null is unknown."""
    return {
        "day": mood.day.isoformat(),
        "mood": mood.median,
        "lowest": mood.lowest,
        "highest": mood.highest,
        "entries": mood.entries,
    }


def routine_today_shape(routine: RoutineToday) -> dict[str, Any]:
    """A routine today, and when it is meant for next."""
    next_at = f"{routine.next_at:%H:%M}" if routine.next_at else None
    return routine_day_shape(routine.day) | {"next_at": next_at, "later": routine.later}


def _appointment(today: Today) -> dict[str, Any] | None:
    coming = today.appointment
    if coming is None or coming.next_day is None:
        return None
    at = coming.appointment.at
    return {
        "day": coming.next_day.isoformat(),
        "at": f"{at:%H:%M}" if at else None,
        "with_whom": coming.who or None,
        "topics": today.topics,
    }
