"""The appointments of a journal, and the agreements made at them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from carelog.domain.people.agreement import Agreement
from carelog.domain.people.appointment import Appointment
from carelog.journal.collections import given
from carelog.journal.collections.collection import DayCollection, WholeCollection
from carelog.journal.storage.dates import read_day, read_time
from carelog.journal.storage.rows import AGREEMENTS, APPOINTMENTS, ROUTINES, day_or_none, text_or_none
from carelog.journal.storage.table import Row

if TYPE_CHECKING:
    from datetime import timedelta

    from carelog.domain.people.contact import Contact
    from carelog.domain.routines.routine import Routine
    from carelog.journal.collections.routines import Routines


class Appointments(WholeCollection[Appointment]):
    """The appointments, by their first day."""

    table = APPOINTMENTS
    kind = Appointment
    arguments: ClassVar = {
        "day": given.day_to_come,
        "at": given.or_none(given.clock),
        "every": given.or_none(given.days_between),
        "until": given.or_none(given.day_to_come),
        "contact": given.or_none(given.id_in("contacts")),
    }
    key_prefix = "appointment."
    order = "day, coalesce(time, ''), id"

    def add(
        self,
        day: given.Day,
        *,
        at: given.Clock | None = None,
        every: int | timedelta | str | None = None,
        until: given.Day | None = None,
        contact: Contact | str | None = None,
    ) -> Appointment:
        """Add an appointment on a day and return it; a weekday is the next one.

        `at` is a time of day, `every` the days from one to the next, 1 to 366, or text such as 2w, `until` the last day
        that it may fall on, `contact` the person it is with. Raises InvalidValue for a value that cannot be used,
        NotFound for an unknown contact.
        """
        return self._insert_new(**self._arguments(locals()))

    def last_before(self, day: date) -> tuple[Appointment, date] | None:
        """The latest appointment before a day and the day it took place; None where there was none."""
        past = ((each, each.last_on_or_before(date.fromordinal(day.toordinal() - 1))) for each in self)
        return max(((each, on) for each, on in past if on), key=lambda found: found[1], default=None)

    def _read(self, row: Row) -> Appointment:
        return Appointment(
            id=row["id"],
            day=read_day(row["day"]),
            at=read_time(row["time"]) if row["time"] else None,
            every=row["every"],
            until=day_or_none(row["until"]),
            contact_id=row["contact_id"],
        )

    def _content(self, thing: Appointment) -> Row:
        return {
            "day": thing.day.isoformat(),
            "time": f"{thing.at:%H:%M}" if thing.at else None,
            "every": thing.every,
            "until": text_or_none(thing.until),
            "contact_id": thing.contact_id,
        }


class Agreements(WholeCollection[Agreement], DayCollection[Agreement]):
    """The agreements, earliest first."""

    table = AGREEMENTS
    kind = Agreement
    fields: ClassVar = {"appointment": "appointment_id", "routine": "routine_id"}
    arguments: ClassVar = {
        "text": given.text,
        "day": given.day,
        "appointment": given.or_none(given.id_in("appointments")),
        "routine": given.or_none(given.id_in("routines")),
    }
    key_prefix = "appointment.agreement-"
    order = "day, rowid"

    def add(
        self,
        text: str,
        *,
        day: given.Day | None = None,
        appointment: Appointment | str | None = None,
        routine: Routine | str | None = None,
    ) -> Agreement:
        """Add what was agreed today or on a `day`, and return it; the `routine` is what was made of it.

        Raises InvalidValue for a value that cannot be used, NotFound for an unknown appointment or routine.
        """
        return self._insert_new(**self._arguments(locals(), day=self._today))

    def add_as_routine(self, agreement: Agreement, routine: Routine, routines: Routines) -> Agreement:
        """Add an agreement and the routine made of it in one change, so that `undo` removes both.

        Return the agreement with the id of the routine. Raises InvalidValue when an active routine has that name.
        """
        from carelog.journal.collections.routines import content_of

        agreement = replace(agreement, routine_id=routine.id)
        routines.refuse_taken(routine.name)
        with self._store.change(self._now()) as change:
            change.put(ROUTINES, routine.id, content_of(routine))
            change.put(self.table, agreement.id, self._content(agreement))
        return agreement

    def _read(self, row: Row) -> Agreement:
        return Agreement(row["id"], read_day(row["day"]), row["text"], row["appointment_id"], row["routine_id"])

    def _content(self, thing: Agreement) -> Row:
        return {
            "day": thing.day.isoformat(),
            "text": thing.text,
            "appointment_id": thing.appointment_id,
            "routine_id": thing.routine_id,
        }
