"""What a calendar can remind of: routines at their times, meetings, planned activities, appointments."""

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

_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_WITHOUT_CERTAIN_DAYS = (CadenceKind.PER_WEEK, CadenceKind.PER_DAYS, CadenceKind.AS_NEEDED)

Recurrence = Mapping[str, object]
"""A rule of RFC 5545, 3.3.10, part by part; empty for what happens once."""


class AgendaKind(Enum):
    """What an event is; each is reminded of so many minutes before it begins, and lasts so many."""

    ROUTINE = "routine"
    MEETING = "meeting"
    ACTIVITY = "activity"
    APPOINTMENT = "appointment"


@dataclass(frozen=True, slots=True)
class AgendaEvent:
    """Something at a time. `uid` is the same in every agenda, so that a newer one takes the place of an older.

    `begins` is a wall-clock time, in `zone` where that is not the person's own; a date where the day alone is known.
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
    """The events, and the names of routines and groups whose times are not certain enough for a calendar."""

    events: tuple[AgendaEvent, ...]
    left_out: tuple[str, ...]

    def count(self, kind: AgendaKind) -> int:
        """How many different things of a kind there are; a routine at two times of day is one."""
        return len({event.uid.rpartition("-")[0] for event in self.events if event.kind is kind})


def agenda(journal: Journal, day: date) -> Agenda:
    """Everything with a certain time, from a day on."""
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
    """A routine at each of its times; none where it has no time or no certain days."""
    if routine.cadence.kind in _WITHOUT_CERTAIN_DAYS:
        return
    first, rule = _recurrence(routine, day, journal)
    for number, at in enumerate(routine.at):
        begins = datetime.combine(first, at)
        yield AgendaEvent(f"{routine.id}-{number}", AgendaKind.ROUTINE, routine.name, begins, recurrence=rule)


def _recurrence(routine: Routine, day: date, journal: Journal) -> tuple[date, Recurrence]:
    """The first day from `day` on, and the rule."""
    cadence = routine.cadence
    first = max(day, routine.started)
    if cadence.kind is CadenceKind.WEEKDAYS:
        while first.weekday() not in cadence.weekdays:
            first += ONE_DAY
        return first, {"freq": "weekly", "byday": [_DAYS[number] for number in sorted(cadence.weekdays)]}
    if cadence.kind is CadenceKind.INTERVAL:
        last = max((tick.day for tick in journal.ticks.of(routine, newest=1)), default=None)
        return max(first, last + cadence.days * ONE_DAY) if last else first, {"freq": "daily", "interval": cadence.days}
    return first, {"freq": "daily"}


def _meeting(contact: Contact, meeting: Meeting, day: date) -> AgendaEvent:
    begins = meeting.next_from(datetime.combine(day, time()))
    which = "" if meeting.which is None else str(meeting.which)
    days = [f"{which}{_DAYS[number]}" for number in sorted(meeting.weekdays)]
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
            recurrence=_round(each),
            place=_way(contact, WayKind.ADDRESS) if contact else "",
            link=_way(contact, WayKind.WEB) if contact else "",
        )


def _round(appointment: Appointment) -> Recurrence:
    if appointment.every is None:
        return {}
    rule = {"freq": "daily", "interval": appointment.every}
    return rule | ({"until": appointment.until} if appointment.until else {})


def _way(contact: Contact, kind: WayKind) -> str:
    return next((way.value for way in contact.ways if way.kind is kind), "")
