"""Appointments as pages show them: which comes next, with whom, and when the last one was."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from carelog.domain.people.appointment import Appointment

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from carelog.domain.people.contact import Contact
    from carelog.journal import Journal

SOON = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Coming:
    """An appointment, the next day it falls on (None when it is over), the last one before, and with whom."""

    appointment: Appointment
    next_day: date | None
    last_day: date | None
    who: str = ""


def appointments(journal: Journal, day: date, contacts: Iterable[Contact]) -> tuple[Coming, ...]:
    """All of them as they stand on a day: those to come first, soonest first, then those that are over."""
    people = {contact.id: contact.name for contact in contacts}
    yesterday = day - timedelta(days=1)
    found = [
        Coming(
            each,
            each.next_on_or_after(day),
            each.last_on_or_before(yesterday),
            people.get(each.contact_id or "", ""),
        )
        for each in journal.appointments
    ]
    to_come = [each for each in found if each.next_day]
    over = [each for each in found if not each.next_day]
    return (*sorted(to_come, key=lambda each: (str(each.next_day), str(each.appointment.at or ""))), *over)


def next_appointment(journal: Journal, day: date, contacts: Iterable[Contact]) -> Coming | None:
    """The next one within a week, or None."""
    first = next(iter(appointments(journal, day, contacts)), None)
    return first if first and first.next_day and first.next_day - day < SOON else None


def last_before(journal: Journal, day: date) -> date | None:
    """The latest day before a day that had an appointment, or None."""
    found = journal.appointments.last_before(day)
    return found[1] if found else None
