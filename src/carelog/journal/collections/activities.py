"""The activities of a journal: planned, done or skipped."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, ClassVar

from carelog.domain.people.activity import Activity, ActivityKind, ActivityState
from carelog.domain.time.days import Moment
from carelog.errors import NotFound
from carelog.journal.collections import given
from carelog.journal.collections.collection import DayCollection, WholeCollection
from carelog.journal.collections.named_collection import NamedCollection
from carelog.journal.storage.dates import read_time
from carelog.journal.storage.rows import ACTIVITIES, day_or_none, text_or_none
from carelog.journal.storage.table import AWAY_WITH, Row

if TYPE_CHECKING:
    from carelog.domain.people.contact import Contact


class Activities(WholeCollection[Activity], DayCollection[Activity], NamedCollection[Activity]):
    """The activities, by the day they were done or else are planned for; those without a day come last.

    A planned activity can be found by its text, or by a word of it.
    """

    table = ACTIVITIES
    kind = Activity
    arguments: ClassVar = {
        "text": given.text,
        "kind": given.choice(ActivityKind),
        "state": given.choice(ActivityState),
        "planned_day": given.or_none(given.day_to_come),
        "planned_at": given.or_none(given.clock),
        "contact": given.or_none(given.id_in("contacts")),
        "expected": given.or_none(given.whole),
        "at": given.or_none(given.moment),
        "pleasure": given.or_none(given.whole),
        "mastery": given.or_none(given.whole),
        "closeness": given.or_none(given.whole),
        "note": given.text,
    }
    day_of_row = "coalesce(day, planned_day)"
    key_prefix = "activity."
    found_by_any_word = True
    order = "coalesce(day, planned_day) IS NULL, coalesce(day, planned_day), coalesce(at, 0), planned_at, id"
    live = ACTIVITIES.live

    def add(
        self,
        text: str,
        *,
        kind: ActivityKind | str = ActivityKind.FUN,
        state: ActivityState | str = ActivityState.PLANNED,
        planned_day: given.Day | None = None,
        planned_at: given.Clock | None = None,
        contact: Contact | str | None = None,
        expected: int | None = None,
        at: given.When | None = None,
        pleasure: int | None = None,
        mastery: int | None = None,
        closeness: int | None = None,
        note: str = "",
    ) -> Activity:
        """Add an activity and return it: a planned one, or one that was done, partly done or skipped.

        `kind` is connection, purpose, movement, rest, fun or practical. A planned one may have a `planned_day`, a time
        `planned_at` and the pleasure that is `expected`; another `state` has the moment `at` which it was, without
        which it is now. Ratings (`expected`, `pleasure`, `mastery`, `closeness`) are 0 to 10. `contact` is with whom.
        Raises InvalidValue for a value that cannot be used, NotFound for an unknown contact.
        """
        return self._insert_new(**self._with_moment(self._arguments(locals())))

    def planned(self) -> list[Activity]:
        """The activities that are planned and neither done nor skipped yet."""
        return self._select("AND state = ?", (ActivityState.PLANNED.value,))

    def _changed(self, old: Activity, values: dict[str, Any]) -> Activity:
        if values.keys().isdisjoint(("state", "at")):
            return replace(old, **values)
        return replace(old, **self._with_moment({"state": old.state, "at": old.at} | values))

    def _with_moment(self, values: dict[str, Any]) -> dict[str, Any]:
        """The values with the moment and the day of an activity that is not planned any more: without one, now."""
        moment = values["at"]
        if moment is None and values["state"] is not ActivityState.PLANNED:
            moment = self._clock.now()
        return values | {"at": moment, "day": None if moment is None else self._day_of(moment)}

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
