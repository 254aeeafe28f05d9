"""The outreach of a journal: when the person had contact with someone."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, ClassVar

from carelog.domain.people.outreach import Helped, Reached
from carelog.domain.time.days import Moment
from carelog.errors import JournalDamaged
from carelog.journal.collections import given
from carelog.journal.collections.collection import DayCollection, WholeCollection
from carelog.journal.storage.dates import read_day
from carelog.journal.storage.rows import REACHED
from carelog.journal.storage.table import Row

if TYPE_CHECKING:
    from carelog.domain.people.contact import Contact


class ReachedPeople(WholeCollection[Reached], DayCollection[Reached]):
    """The contacts with people, in the order (at, id)."""

    table = REACHED
    kind = Reached
    arguments: ClassVar = {
        "contact": given.id_in("contacts"),
        "helped": given.or_none(given.choice(Helped)),
        "note": given.text,
        "at": given.moment,
    }
    key_prefix = "contact.outreach-"
    order = "at, id"

    def add(
        self,
        contact: Contact | str,
        *,
        helped: Helped | str | None = None,
        note: str = "",
        at: given.When | None = None,
    ) -> Reached:
        """Add that the person was in touch with somebody, now or `at` a moment, and return it.

        `contact` is the contact, or their name, id or handle; `helped` is yes, some or no. Raises InvalidValue for a
        value that cannot be used, NotFound or AmbiguousName for the contact.
        """
        values = self._arguments(locals(), at=self._clock.now())
        return self._insert_new(day=self._day_of(values["at"]), **values)

    def _changed(self, old: Reached, values: dict[str, Any]) -> Reached:
        return self._moved(old, values)

    def last_days(self) -> dict[str, date]:
        """The latest day of contact with each person, by the id of the contact; what cannot be read is left out."""
        statement = "SELECT DISTINCT contact_id, day FROM reached WHERE deleted_at IS NULL"
        last: dict[str, date] = {}
        for contact_id, text in self._store.rows(statement):
            try:
                day = self._day(text)
            except JournalDamaged as problem:
                self._store.left_out.append(problem)
                continue
            last[contact_id] = max(day, last.get(contact_id, day))
        return last

    def _read(self, row: Row) -> Reached:
        return Reached(
            id=row["id"],
            contact_id=row["contact_id"],
            at=Moment.of_milliseconds(row["at"], row["utc_offset"]),
            day=read_day(row["day"]),
            helped=Helped(row["helped"]) if row["helped"] else None,
            note=row["note"],
        )

    def _content(self, thing: Reached) -> Row:
        return {
            "contact_id": thing.contact_id,
            "at": thing.at.milliseconds,
            "utc_offset": thing.at.offset,
            "day": thing.day.isoformat(),
            "helped": thing.helped.value if thing.helped else None,
            "note": thing.note,
        }
