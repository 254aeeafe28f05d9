"""The JSON of appointments, agreements and topics, spelled out by hand: keys are added, never renamed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from datetime import date

    from carelog.domain.people.agreement import Agreement
    from carelog.domain.people.appointment import Appointment
    from carelog.domain.people.topic import Topic


def appointment_shape(appointment: Appointment) -> dict[str, Any]:
    """An appointment."""
    return {
        "id": appointment.id,
        "handle": appointment.handle,
        "day": appointment.day.isoformat(),
        "at": f"{appointment.at:%H:%M}" if appointment.at else None,
        "every_days": appointment.every,
        "until": _day(appointment.until),
        "with_whom": appointment.contact_id,
    }


def agreement_shape(agreement: Agreement) -> dict[str, Any]:
    """What was agreed."""
    return {
        "id": agreement.id,
        "handle": agreement.handle,
        "day": agreement.day.isoformat(),
        "text": agreement.text,
        "appointment": agreement.appointment_id,
        "routine": agreement.routine_id,
    }


def topic_shape(topic: Topic) -> dict[str, Any]:
    """Something to bring."""
    return {
        "id": topic.id,
        "handle": topic.handle,
        "day": topic.day.isoformat(),
        "text": topic.text,
        "entry": topic.entry_id,
        "done": _day(topic.done),
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
