"""An agenda as iCalendar (RFC 5545), with alarms, so that reminders reach a phone. Written by `icalendar`."""

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
_HEAD = 400
_BEGINNING = datetime(2020, 1, 1, tzinfo=UTC)
_MINUTES = {AgendaKind.ROUTINE: 10, AgendaKind.MEETING: 60, AgendaKind.ACTIVITY: 30, AgendaKind.APPOINTMENT: 50}
_BEFORE = {AgendaKind.ROUTINE: 0, AgendaKind.MEETING: 60, AgendaKind.ACTIVITY: 30, AgendaKind.APPOINTMENT: 60}
_MORNING = timedelta(hours=9)
_ZONES_FOR = timedelta(days=3660)


def agenda_ics(agenda: Agenda, now: datetime, *, neutral: bool) -> bytes:
    """The agenda as a calendar file. With `neutral` no title, place or link of the person's is in it.

    Every event keeps its UID and gets a higher SEQUENCE with every minute, so that a newer file takes the place of an
    older one. Times without a zone are those of the wall, wherever the phone is.
    """
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    for event in agenda.events:
        calendar.add_component(_event(event, now.astimezone(UTC), neutral=neutral))
    calendar.add_missing_timezones(first_date=now.date(), last_date=now.date() + _ZONES_FOR)
    return bytes(calendar.to_ical())


def is_agenda(file: Path) -> bool:
    """Whether a file is an agenda that carelog wrote, which a newer one may replace."""
    try:
        with file.open("rb") as content:
            return f"PRODID:{PRODUCT}".encode() in content.read(_HEAD)
    except OSError:
        return False


def _event(event: AgendaEvent, now: datetime, *, neutral: bool) -> Event:
    from icalendar import Event

    written = Event()
    written.add("uid", f"{event.uid}@carelog")
    written.add("dtstamp", now)
    written.add("last-modified", now)
    written.add("sequence", (now - _BEGINNING) // timedelta(minutes=1))
    written.add("summary", agenda_words.NEUTRAL if neutral else clean(event.title))
    _add_times(written, event)
    if event.recurrence:
        written.add("rrule", dict(event.recurrence))
    if event.place and not neutral:
        written.add("location", clean(event.place))
    if event.link and not neutral:
        written.add("description", clean(event.link))
    _add_alarm(written, event)
    return written


def _add_times(written: Event, event: AgendaEvent) -> None:
    if isinstance(event.begins, datetime):
        begins = event.begins.replace(tzinfo=event.zone)
        written.add("dtstart", begins)
        written.add("duration", timedelta(minutes=_MINUTES[event.kind]))
    else:
        written.add("dtstart", event.begins)


def _add_alarm(written: Event, event: AgendaEvent) -> None:
    from icalendar import Alarm

    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", agenda_words.NEUTRAL)
    timed = isinstance(event.begins, datetime)
    alarm.add("trigger", -timedelta(minutes=_BEFORE[event.kind]) if timed else _MORNING)
    written.add_component(alarm)
