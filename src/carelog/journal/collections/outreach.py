"""The outreach of a journal: when the person had contact with someone."""

from __future__ import annotations

from datetime import date

from carelog.domain.people.outreach import Helped, Reached
from carelog.domain.time.days import Moment, Period
from carelog.errors import JournalDamaged
from carelog.journal.collections.collection import WholeCollection
from carelog.journal.storage.dates import read_day
from carelog.journal.storage.rows import REACHED, Row


class ReachedPeople(WholeCollection[Reached]):
    """The contacts with people, in the order (at, id)."""

    table = REACHED
    key_prefix = "contact.outreach-"
    order = "at, id"

    def days(self, period: Period) -> set[date]:
        """The days of a period with contact to somebody."""
        return self._days(period)

    def within(self, period: Period) -> list[Reached]:
        """The contacts with people in a period, in the order (at, id)."""
        return self._select("AND day BETWEEN ? AND ?", (period.first.isoformat(), period.last.isoformat()))

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
