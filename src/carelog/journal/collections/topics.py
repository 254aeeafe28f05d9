"""The topics of a journal: what the person wants to talk about at an appointment."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from carelog.domain.people.topic import Topic
from carelog.journal.collections import given
from carelog.journal.collections.collection import DayCollection, WholeCollection
from carelog.journal.storage.dates import read_day
from carelog.journal.storage.rows import TOPICS, day_or_none, text_or_none
from carelog.journal.storage.table import Row

if TYPE_CHECKING:
    from carelog.domain.entry import Entry


class Topics(WholeCollection[Topic], DayCollection[Topic]):
    """The topics, earliest first."""

    table = TOPICS
    kind = Topic
    arguments: ClassVar = {
        "text": given.text,
        "day": given.day,
        "entry": given.or_none(given.id_in("entries")),
        "done": given.or_none(given.day),
    }
    key_prefix = "appointment.topic-"
    order = "day, rowid"

    def add(
        self,
        text: str,
        *,
        entry: Entry | str | None = None,
        day: given.Day | None = None,
        done: given.Day | None = None,
    ) -> Topic:
        """Add what the person wants to bring to an appointment, of today or of a `day`, and return it.

        `text` has up to 500 characters; `entry` is one to look at together; `done` is the day on which it was talked
        about. Raises InvalidValue for a value that cannot be used, NotFound for an unknown entry.
        """
        return self._insert_new(**self._arguments(locals(), day=self._today))

    def open(self) -> list[Topic]:
        """The topics that were not talked about yet."""
        return self._select("AND done IS NULL", ())

    def _read(self, row: Row) -> Topic:
        return Topic(row["id"], read_day(row["day"]), row["text"], row["entry_id"], day_or_none(row["done"]))

    def _content(self, thing: Topic) -> Row:
        return {
            "day": thing.day.isoformat(),
            "text": thing.text,
            "entry_id": thing.entry_id,
            "done": text_or_none(thing.done),
        }
