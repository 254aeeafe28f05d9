"""The appointments, and what was agreed at them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from typing import TYPE_CHECKING

from carelog.domain.people.agreement import Agreement
from carelog.domain.people.appointment import Appointment
from carelog.journal.collections.collection import WholeCollection
from carelog.journal.storage.rows import AGREEMENTS, APPOINTMENTS, ROUTINES, Row, day_or_none, text_or_none

if TYPE_CHECKING:
    from carelog.domain.routines.routine import Routine
    from carelog.journal.collections.routines import Routines


class Appointments(WholeCollection[Appointment]):
    """The appointments, by their first day."""

    table = APPOINTMENTS
    noun = "appointment"
    order = "day, coalesce(time, ''), id"

    def last_before(self, day: date) -> tuple[Appointment, date] | None:
        """The appointment that was latest before a day, and the day it was on; None where there was none."""
        past = ((each, each.last_on_or_before(date.fromordinal(day.toordinal() - 1))) for each in self)
        return max(((each, on) for each, on in past if on), key=lambda found: found[1], default=None)

    def _read(self, row: Row) -> Appointment:
        return Appointment(
            id=row["id"],
            day=date.fromisoformat(row["day"]),
            at=time.fromisoformat(row["time"]) if row["time"] else None,
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


class Agreements(WholeCollection[Agreement]):
    """What was agreed, earliest first."""

    table = AGREEMENTS
    noun = "agreement"
    order = "day, rowid"

    def add_as_routine(self, agreement: Agreement, routine: Routine, routines: Routines) -> Agreement:
        """Keep what was agreed and the routine it becomes in one change, so that `undo` takes both back.

        Raises InvalidValue when a routine in use has that name.
        """
        kept = replace(agreement, routine_id=routine.id)
        routines.refuse_taken(routine.name)
        from carelog.journal.collections.routines import content_of

        with self._store.change(self._now()) as change:
            change.put(ROUTINES, routine.id, content_of(routine))
            change.put(self.table, kept.id, self._content(kept))
        return kept

    def _read(self, row: Row) -> Agreement:
        return Agreement(
            row["id"], date.fromisoformat(row["day"]), row["text"], row["appointment_id"], row["routine_id"]
        )

    def _content(self, thing: Agreement) -> Row:
        return {
            "day": thing.day.isoformat(),
            "text": thing.text,
            "appointment_id": thing.appointment_id,
            "routine_id": thing.routine_id,
        }
