"""Serialize an agenda as iCalendar (RFC 5545) with alarms, so that a phone can remind the person."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from carelog.domain.text import clean
from carelog.review.pages.agenda import AgendaKind
from carelog.wording.files import agenda as agenda_words

if TYPE_CHECKING:
    from icalendar import Event

    from carelog.review.pages.agenda import Agenda, AgendaEvent

PRODUCT = "-//carelog//agenda//EN"
"""The PRODID by which a later carelog recognises its own agenda."""

_HEAD_BYTES = 400
_SEQUENCE_START = datetime(2020, 1, 1, tzinfo=UTC)
_MINUTES_LONG = {
    AgendaKind.ROUTINE: 10,
    AgendaKind.MEETING: 60,
    AgendaKind.ACTIVITY: 30,
    AgendaKind.APPOINTMENT: 50,
}
_MINUTES_AHEAD = {AgendaKind.ROUTINE: 0, AgendaKind.MEETING: 60, AgendaKind.ACTIVITY: 30, AgendaKind.APPOINTMENT: 60}
"""How many minutes before an event its alarm is."""
_MORNING = timedelta(hours=9)
"""The time of the alarm of an event without a time."""
_TIMEZONES_FOR = timedelta(days=3660)


def agenda_ics(agenda: Agenda, now: datetime, *, neutral: bool) -> bytes:
    """Serialize an agenda as a calendar file; with `neutral` it has no titles, places or links.

    An event keeps its UID, and its SEQUENCE is the number of minutes since 2020, so that a newer file replaces an older
    one. Times without a zone are local times wherever the phone is.
    """
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    for event in agenda.events:
        calendar.add_component(_event(event, now.astimezone(UTC), neutral=neutral))
    calendar.add_missing_timezones(first_date=now.date(), last_date=now.date() + _TIMEZONES_FOR)
    return bytes(calendar.to_ical())


def is_agenda(file: Path) -> bool:
    """Whether a file is an agenda that carelog wrote, so that a newer one may replace it; False if unreadable."""
    try:
        with file.open("rb") as content:
            return f"PRODID:{PRODUCT}".encode() in content.read(_HEAD_BYTES)
    except OSError:
        return False


def _event(event: AgendaEvent, now: datetime, *, neutral: bool) -> Event:
    from icalendar import Event

    component = Event()
    component.add("uid", f"{event.uid}@carelog")
    component.add("dtstamp", now)
    component.add("last-modified", now)
    component.add("sequence", (now - _SEQUENCE_START) // timedelta(minutes=1))
    component.add("summary", agenda_words.NEUTRAL if neutral else clean(event.title))
    _add_times(component, event)
    if event.recurrence:
        component.add("rrule", dict(event.recurrence))
    if event.place and not neutral:
        component.add("location", clean(event.place))
    if event.link and not neutral:
        component.add("description", clean(event.link))
    _add_alarm(component, event)
    return component


def _add_times(component: Event, event: AgendaEvent) -> None:
    if isinstance(event.begins, datetime):
        begins = event.begins.replace(tzinfo=event.zone)
        component.add("dtstart", begins)
        component.add("duration", timedelta(minutes=_MINUTES_LONG[event.kind]))
    else:
        component.add("dtstart", event.begins)


def _add_alarm(component: Event, event: AgendaEvent) -> None:
    from icalendar import Alarm

    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", agenda_words.NEUTRAL)
    has_time = isinstance(event.begins, datetime)
    alarm.add("trigger", -timedelta(minutes=_MINUTES_AHEAD[event.kind]) if has_time else _MORNING)
    component.add_component(alarm)
