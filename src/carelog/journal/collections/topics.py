"""The topics of a journal: what the person wants to talk about at an appointment."""

from __future__ import annotations

from carelog.domain.people.topic import Topic
from carelog.journal.collections.collection import WholeCollection
from carelog.journal.storage.dates import read_day
from carelog.journal.storage.rows import TOPICS, Row, day_or_none, text_or_none


class Topics(WholeCollection[Topic]):
    """The topics, earliest first."""

    table = TOPICS
    key_prefix = "appointment.topic-"
    order = "day, rowid"

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
