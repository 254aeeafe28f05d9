"""The JSON of entries, trackers, contacts, routines, ticks, pauses and the lock, spelled out by hand.

Keys are added, never renamed: programs read them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from carelog.domain.entry import Entry
    from carelog.domain.lock import LockStatus
    from carelog.domain.people.contact import Contact
    from carelog.domain.routines.pause import Pause
    from carelog.domain.routines.routine import Routine, RoutineDay
    from carelog.domain.routines.tick import Tick
    from carelog.domain.tracker import Tracker


def entry_shape(entry: Entry) -> dict[str, Any]:
    """An entry."""
    return {
        "id": entry.id,
        "handle": entry.handle,
        "day": entry.day.isoformat(),
        "at": entry.at.rfc3339,
        "mood": entry.mood,
        "note": entry.note,
        "feelings": list(entry.feelings),
        "tags": list(entry.tags),
        "readings": dict(entry.readings),
        "private": entry.private,
    }


def tracker_shape(tracker: Tracker) -> dict[str, Any]:
    """A tracker."""
    return {
        "id": tracker.id,
        "handle": tracker.handle,
        "name": tracker.name,
        "unit": tracker.unit,
        "min": tracker.minimum,
        "max": tracker.maximum,
        "better": tracker.better.value,
        "about": tracker.about and tracker.about.value,
        "archived": tracker.archived.isoformat() if tracker.archived else None,
    }


def contact_shape(contact: Contact, *, reachable_now: bool | None) -> dict[str, Any]:
    """A contact; whether they are reachable is null where their hours are not known."""
    return {
        "id": contact.id,
        "handle": contact.handle,
        "name": contact.name,
        "role": contact.role.value,
        "crisis_order": contact.crisis_order,
        "ways": [{"kind": way.kind.value, "value": way.value, "label": way.label or None} for way in contact.ways],
        "good_for": [each.value for each in contact.good_for],
        "hours": contact.hours or None,
        "zone": contact.zone or None,
        "reachable_now": reachable_now,
        "meets": contact.meets or None,
        "agreed": contact.agreed_on.isoformat() if contact.agreed_on else None,
        "agreed_to": contact.agreed_to or None,
        "keep_in_touch": contact.keep_in_touch,
        "say": contact.say or None,
        "note": contact.note or None,
    }


def routine_shape(routine: Routine) -> dict[str, Any]:
    """A routine."""
    stock = routine.stock
    return {
        "id": routine.id,
        "handle": routine.handle,
        "name": routine.name,
        "kind": routine.kind.value,
        "every": routine.cadence.text,
        "at": [f"{each:%H:%M}" for each in routine.at],
        "target": routine.target,
        "unit": routine.unit,
        "small": routine.small,
        "why": routine.why,
        "with_whom": routine.contact_id,
        "doses": [{"since": dose.since.isoformat(), "dose": dose.text} for dose in routine.doses],
        "stock": stock
        and {
            "counted": stock.counted.isoformat(),
            "amount": stock.amount,
            "per_dose": stock.per_dose,
            "refill_at": stock.refill_at,
        },
        "started": routine.started.isoformat(),
        "archived": routine.archived.isoformat() if routine.archived else None,
    }


def tick_shape(tick: Tick) -> dict[str, Any]:
    """A tick."""
    return {
        "id": tick.id,
        "handle": tick.handle,
        "routine": tick.routine_id,
        "day": tick.day.isoformat(),
        "at": tick.at.rfc3339,
        "state": tick.state.value,
        "amount": tick.amount,
        "note": tick.note,
    }


def routine_day_shape(standing: RoutineDay) -> dict[str, Any]:
    """A routine on one day."""
    return {
        "name": standing.routine.name,
        "handle": standing.routine.handle,
        "kind": standing.routine.kind.value,
        "day": standing.day.isoformat(),
        "state": standing.state.value,
        "kept": standing.kept,
        "asked": standing.asked,
        "amount": standing.amount,
        "target": standing.routine.target,
        "unit": standing.routine.unit,
        "at": [f"{each:%H:%M}" for each in standing.routine.at],
        "small": standing.routine.small,
        "dose": standing.routine.dose_on(standing.day),
    }


def pause_shape(pause: Pause) -> dict[str, Any]:
    """A pause."""
    return {
        "first": pause.first.isoformat(),
        "last": pause.last.isoformat() if pause.last else None,
    }


def lock_shape(standing: LockStatus) -> dict[str, Any]:
    """The lock, without anything that opens it."""
    return {
        "state": standing.state.value,
        "key_at_hand": standing.key_is_cached,
        "cache_minutes": standing.minutes,
        "ways": list(standing.ways),
        "card": list(standing.ticked),
        "sealed": standing.sealed,
    }
