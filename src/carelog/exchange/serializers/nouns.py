"""The JSON of entries, trackers, contacts, routines, ticks, pauses and the lock, spelled out by hand.

Keys are added, never renamed: programs read them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

    from carelog.domain.entry import Entry
    from carelog.domain.lock import LockStatus
    from carelog.domain.people.contact import Contact, Way
    from carelog.domain.routines.pause import Pause
    from carelog.domain.routines.routine import Routine, RoutineDay
    from carelog.domain.routines.terms import Terms
    from carelog.domain.routines.tick import Tick
    from carelog.domain.tracker import Tracker
    from carelog.review.days.stock import StockLeft


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
        "cover": tracker.cover or None,
        "archived": tracker.archived.isoformat() if tracker.archived else None,
    }


def tracker_readings_shape(tracker: Tracker, noted: Iterable[Entry]) -> dict[str, Any]:
    """A tracker, and the readings of it in these entries."""
    readings = [
        {"at": each.at.rfc3339, "day": each.day.isoformat(), "value": each.readings[tracker.name], "entry": each.id}
        for each in noted
        if tracker.name in each.readings
    ]
    return {"tracker": tracker_shape(tracker), "readings": readings}


def contact_shape(contact: Contact, *, reachable_now: bool | None) -> dict[str, Any]:
    """A contact; whether they are reachable is null where their hours are not known."""
    return {
        "id": contact.id,
        "handle": contact.handle,
        "name": contact.name,
        "called": contact.called or None,
        "role": contact.role.value,
        "cover": contact.cover or None,
        "crisis_order": contact.crisis_order,
        "not_on_card": contact.not_on_card,
        "ways": list(map(way_shape, contact.ways)),
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


def way_shape(way: Way) -> dict[str, Any]:
    """One way to reach somebody."""
    return {"kind": way.kind.value, "value": way.value, "label": way.label or None}


def routine_shape(routine: Routine) -> dict[str, Any]:
    """A routine."""
    stock = routine.stock
    return {
        "id": routine.id,
        "handle": routine.handle,
        "name": routine.name,
        "cover": routine.cover or None,
        "kind": routine.kind.value,
        "every": routine.cadence.text,
        "at": [f"{each:%H:%M}" for each in routine.at],
        "target": routine.target,
        "unit": routine.unit,
        "terms": [terms_shape(each) for each in routine.all_terms],
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
            "counted_at": stock.counted_at.rfc3339 if stock.counted_at else None,
            "former": [{"until": each.until.isoformat(), "per_dose": each.amount} for each in stock.former],
        },
        "started": routine.started.isoformat(),
        "archived": routine.archived.isoformat() if routine.archived else None,
    }


def stock_left_shape(stock: StockLeft) -> dict[str, Any]:
    """What is left of a medicine, and until when that is about enough."""
    return {
        "name": stock.routine.name,
        "left": stock.left,
        "lasts_until": stock.lasts_until.isoformat() if stock.lasts_until else None,
        "count_is_wrong": stock.is_wrong,
    }


def terms_shape(terms: Terms) -> dict[str, Any]:
    """How often a routine is due, when and how much, from a day on; null is since ever."""
    return {
        "since": terms.since.isoformat() if terms.since else None,
        "every": terms.cadence.text,
        "at": [f"{each:%H:%M}" for each in terms.at],
        "target": terms.target,
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
        "planned": f"{tick.planned:%H:%M}" if tick.planned else None,
        "again": tick.again,
    }


def routine_day_shape(standing: RoutineDay) -> dict[str, Any]:
    """A routine on one day, with the terms of that day."""
    terms = standing.routine.terms_on(standing.day)
    return {
        "name": standing.routine.name,
        "handle": standing.routine.handle,
        "kind": standing.routine.kind.value,
        "day": standing.day.isoformat(),
        "state": standing.state.value,
        "kept": standing.kept,
        "asked": standing.asked,
        "amount": standing.amount,
        "target": terms.target,
        "unit": standing.routine.unit,
        "at": [f"{each:%H:%M}" for each in terms.at],
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
