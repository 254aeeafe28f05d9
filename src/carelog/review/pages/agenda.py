"""Events for a calendar that can remind of them: routines, meetings, planned activities and appointments."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, tzinfo
from enum import Enum
from typing import TYPE_CHECKING

from carelog.domain.people.contact import Contact, WayKind
from carelog.domain.people.meeting import Meeting, read_meeting
from carelog.domain.routines.cadence import CadenceKind
from carelog.domain.routines.routine import Routine
from carelog.domain.time.days import ONE_DAY
from carelog.review.people.contacts import zone_of
from carelog.wording.people.appointments import APPOINTMENT

if TYPE_CHECKING:
    from carelog.domain.people.activity import Activity
    from carelog.domain.people.appointment import Appointment
    from carelog.journal import Journal

_WEEKDAY_CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_WITHOUT_FIXED_DAYS = (CadenceKind.PER_WEEK, CadenceKind.PER_DAYS, CadenceKind.AS_NEEDED)

Recurrence = Mapping[str, object]
"""The parts of a recurrence rule (RFC 5545, 3.3.10); empty for an event that happens once."""


class AgendaKind(Enum):
    """The kinds of events. The length of an event and the time of its reminder depend on its kind."""

    ROUTINE = "routine"
    MEETING = "meeting"
    ACTIVITY = "activity"
    APPOINTMENT = "appointment"


@dataclass(frozen=True, slots=True)
class AgendaEvent:
    """An event. Its `uid` is the same in every agenda, so that importing a newer agenda replaces the event.

    `begins` is a naive wall-clock time in `zone`, which is None for the person's own zone, or a date without a time.
    """

    uid: str
    kind: AgendaKind
    title: str
    begins: datetime | date
    zone: tzinfo | None = None
    recurrence: Recurrence = field(default_factory=dict)
    place: str = ""
    link: str = ""


@dataclass(frozen=True, slots=True)
class Agenda:
    """The events, and the names of routines and groups without times that a calendar could use (`left_out`)."""

    events: tuple[AgendaEvent, ...]
    left_out: tuple[str, ...]

    def count(self, kind: AgendaKind) -> int:
        """How many different things of a kind there are; a routine at two times of day counts once."""
        return len({event.uid.rpartition("-")[0] for event in self.events if event.kind is kind})


def agenda(journal: Journal, day: date) -> Agenda:
    """Everything with a known time or day, from a day on."""
    events: list[AgendaEvent] = []
    left_out: list[str] = []
    for routine in journal.routines.active():
        found = list(_routine(routine, day, journal))
        events += found
        left_out += [] if found else [routine.name]
    for contact in journal.contacts:
        meeting = read_meeting(contact.meets)
        events += [_meeting(contact, meeting, day)] if meeting else []
        left_out += [contact.name] if contact.meets and not meeting else []
    planned = _activities(journal.activities.planned(), day)
    return Agenda((*events, *planned, *_appointments(journal, day)), tuple(left_out))


def _routine(routine: Routine, day: date, journal: Journal) -> Iterator[AgendaEvent]:
    """An event for each time of day of a routine; none if it has no time of day, or no fixed days.

    A time before the journal day begins belongs to the day before: in a calendar it is on the next date.
    """
    if routine.cadence.kind in _WITHOUT_FIXED_DAYS:
        return
    first, rule = _recurrence(routine, day, journal)
    for number, at in enumerate(routine.at):
        later = at < journal.settings.day_starts_at
        begins = datetime.combine(first + later * ONE_DAY, at)
        recurrence = _one_day_later(rule) if later else rule
        yield AgendaEvent(f"{routine.id}-{number}", AgendaKind.ROUTINE, routine.name, begins, recurrence=recurrence)


def _one_day_later(rule: Recurrence) -> Recurrence:
    weekdays = rule.get("byday")
    if not isinstance(weekdays, list):
        return rule
    numbers = sorted((_WEEKDAY_CODES.index(code) + 1) % 7 for code in weekdays)
    return {**rule, "byday": [_WEEKDAY_CODES[number] for number in numbers]}


def _recurrence(routine: Routine, day: date, journal: Journal) -> tuple[date, Recurrence]:
    """The first day of a routine from `day` on, and its recurrence rule."""
    cadence = routine.cadence
    first = max(day, routine.started)
    if cadence.kind is CadenceKind.WEEKDAYS:
        while first.weekday() not in cadence.weekdays:
            first += ONE_DAY
        return first, {"freq": "weekly", "byday": [_WEEKDAY_CODES[number] for number in sorted(cadence.weekdays)]}
    if cadence.kind is CadenceKind.INTERVAL:
        last = max((tick.day for tick in journal.ticks.of(routine, newest=1)), default=None)
        return max(first, last + cadence.days * ONE_DAY) if last else first, {"freq": "daily", "interval": cadence.days}
    return first, {"freq": "daily"}


def _meeting(contact: Contact, meeting: Meeting, day: date) -> AgendaEvent:
    begins = meeting.next_from(datetime.combine(day, time()))
    which = "" if meeting.which is None else str(meeting.which)
    days = [f"{which}{_WEEKDAY_CODES[number]}" for number in sorted(meeting.weekdays)]
    return AgendaEvent(
        f"{contact.id}-0",
        AgendaKind.MEETING,
        contact.name,
        begins,
        zone_of(contact),
        {"freq": "weekly" if meeting.which is None else "monthly", "byday": days},
        _way(contact, WayKind.ADDRESS),
        _way(contact, WayKind.WEB),
    )


def _activities(planned: Iterable[Activity], day: date) -> Iterator[AgendaEvent]:
    for each in planned:
        if each.planned_day and each.planned_day >= day:
            begins = datetime.combine(each.planned_day, each.planned_at) if each.planned_at else each.planned_day
            yield AgendaEvent(f"{each.id}-0", AgendaKind.ACTIVITY, each.text, begins)


def _appointments(journal: Journal, day: date) -> Iterator[AgendaEvent]:
    people = {contact.id: contact for contact in journal.contacts}
    for each in journal.appointments:
        first = each.next_on_or_after(day)
        if first is None:
            continue
        contact = people.get(each.contact_id or "")
        begins = datetime.combine(first, each.at) if each.at else first
        yield AgendaEvent(
            f"{each.id}-0",
            AgendaKind.APPOINTMENT,
            contact.name if contact else APPOINTMENT,
            begins,
            recurrence=_repeated(each),
            place=_way(contact, WayKind.ADDRESS) if contact else "",
            link=_way(contact, WayKind.WEB) if contact else "",
        )


def _repeated(appointment: Appointment) -> Recurrence:
    if appointment.every is None:
        return {}
    rule = {"freq": "daily", "interval": appointment.every}
    return rule | ({"until": appointment.until} if appointment.until else {})


def _way(contact: Contact, kind: WayKind) -> str:
    return next((way.value for way in contact.ways if way.kind is kind), "")
