"""The activities of a journal: planned, done or skipped."""

from __future__ import annotations

from datetime import date

from carelog.domain.people.activity import Activity, ActivityKind, ActivityState
from carelog.domain.time.days import Moment, Period
from carelog.errors import NotFound
from carelog.journal.collections.collection import NOT_AWAY, NamedCollection, WholeCollection
from carelog.journal.storage.dates import read_time
from carelog.journal.storage.rows import ACTIVITIES, AWAY_WITH, Row, day_or_none, text_or_none


class Activities(WholeCollection[Activity], NamedCollection[Activity]):
    """The activities, by the day they were done or else are planned for; those without a day come last.

    A planned activity can be found by its text.
    """

    table = ACTIVITIES
    key_prefix = "activity."
    order = "coalesce(day, planned_day) IS NULL, coalesce(day, planned_day), coalesce(at, 0), planned_at, id"
    live = NOT_AWAY

    def planned(self) -> list[Activity]:
        """The activities that are planned and neither done nor skipped yet."""
        return self._select("AND state = ?", (ActivityState.PLANNED.value,))

    def days(self, period: Period) -> set[date]:
        """The days of a period on which an activity was done or skipped."""
        return self._days(period)

    def within(self, period: Period) -> list[Activity]:
        """The activities that were done or skipped in a period, or are planned for a day of it."""
        bounds = (period.first.isoformat(), period.last.isoformat())
        return self._select("AND coalesce(day, planned_day) BETWEEN ? AND ?", bounds)

    def named_even_noted(self, name: str) -> Activity:
        """The activity that a name means: a planned one, else one that was done or skipped.

        Raises NotFound or AmbiguousName.
        """
        try:
            return self.named(name)
        except NotFound:
            return self._named_among(lambda: [each for each in self if not each.is_planned], name)

    def _candidates(self) -> list[Activity]:
        return self.planned()

    def _read(self, row: Row) -> Activity:
        return Activity(
            id=row["id"],
            text=row["text"],
            kind=ActivityKind(row["kind"]),
            state=ActivityState(row["state"]),
            planned_day=day_or_none(row["planned_day"]),
            planned_at=read_time(row["planned_at"]) if row["planned_at"] else None,
            contact_id=row["contact_id"],
            expected=row["expected"],
            at=None if row["at"] is None else Moment.of_milliseconds(row["at"], row["utc_offset"]),
            day=day_or_none(row["day"]),
            pleasure=row["pleasure"],
            mastery=row["mastery"],
            closeness=row["closeness"],
            note=row["note"],
        )

    def _content(self, thing: Activity) -> Row:
        return {
            "text": thing.text,
            "kind": thing.kind.value,
            "planned_day": text_or_none(thing.planned_day),
            "planned_at": f"{thing.planned_at:%H:%M}" if thing.planned_at else None,
            "contact_id": thing.contact_id,
            "expected": thing.expected,
            "state": thing.state.value,
            "at": thing.at.milliseconds if thing.at else None,
            "utc_offset": thing.at.offset if thing.at else None,
            "day": text_or_none(thing.day),
            "pleasure": thing.pleasure,
            "mastery": thing.mastery,
            "closeness": thing.closeness,
            "note": thing.note,
            AWAY_WITH: None,
        }
