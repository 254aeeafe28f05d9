"""The outreach of a journal: when the person had contact with someone."""

from __future__ import annotations

from datetime import date

from carelog.domain.people.outreach import Helped, Reached
from carelog.domain.time.days import Moment, Period
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
        """The latest day of contact with each person, by the id of the contact."""
        statement = "SELECT contact_id, max(day) AS day FROM reached WHERE deleted_at IS NULL GROUP BY contact_id"
        return {row["contact_id"]: self._day(row["day"]) for row in self._store.rows(statement)}

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
