"""Appointments as pages show them: with the name of the contact, and the next and the last day of each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from carelog.domain.people.appointment import Appointment
from carelog.domain.people.called import called
from carelog.domain.time.days import ONE_DAY

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from carelog.domain.people.contact import Contact
    from carelog.domain.time.days import Period
    from carelog.journal import Journal

SOON = timedelta(days=7)
"""An appointment within this time is shown on the page of today."""


@dataclass(frozen=True, slots=True)
class ShownAppointment:
    """An appointment on a day: its next day from then on, its last day before, each None if there is none.

    The last day `was_planned` where it was calculated from a repeat and nothing was noted at it. `contact` is
    the one it is with; None without one, or if the contact was removed.
    """

    appointment: Appointment
    next_day: date | None
    last_day: date | None
    was_planned: bool = False
    contact: Contact | None = None

    @property
    def who(self) -> str:
        """What the contact is called; empty without one."""
        return called(self.contact) if self.contact else ""

    def is_within(self, period: Period | None) -> bool:
        """Whether its next day, or the one that is over, lies within a period; every appointment is, without one."""
        return period is None or any(day in period for day in (self.next_day, self.last_day) if day)


def appointments(journal: Journal, day: date, contacts: Iterable[Contact]) -> tuple[ShownAppointment, ...]:
    """All appointments on a day: first those to come, the soonest first, then those that are over."""
    people = {contact.id: contact for contact in contacts}
    yesterday, noted = day - timedelta(days=1), noted_days(journal)
    found = [
        ShownAppointment(
            each,
            each.next_on_or_after(day),
            last := each.last_on_or_before(yesterday),
            was_planned=last is not None and last not in noted,
            contact=people.get(each.contact_id or ""),
        )
        for each in journal.appointments
    ]
    to_come = [each for each in found if each.next_day]
    over = [each for each in found if not each.next_day]
    return (*sorted(to_come, key=lambda each: (str(each.next_day), str(each.appointment.at or ""))), *over)


def next_appointment(journal: Journal, day: date, contacts: Iterable[Contact]) -> ShownAppointment | None:
    """The next appointment if it is less than a week away, else None."""
    first = next(iter(appointments(journal, day, contacts)), None)
    return first if first and first.next_day and first.next_day - day < SOON else None


def noted_days(journal: Journal) -> frozenset[date]:
    """The days of appointments that a person noted; those that a repeat adds are planned until something is.

    Noted are the day that was typed, days on which something was agreed, and the last day before a topic was talked
    about. Days to come can be among them.
    """
    typed = (each.day for each in journal.appointments)
    agreed = (each.day for each in journal.agreements)
    talked = (last_before(journal, each.done + ONE_DAY) or each.done for each in journal.topics if each.done)
    return frozenset((*typed, *agreed, *talked))


def last_before(journal: Journal, day: date) -> date | None:
    """The latest day before `day` that an appointment fell on, planned or noted, or None."""
    found = journal.appointments.last_before(day)
    return found[1] if found else None
