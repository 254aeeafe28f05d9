"""The kind words of a journal: what others said that helped."""

from __future__ import annotations

from typing import ClassVar

from carelog.domain.people.kind_word import KindWord
from carelog.journal.collections import given
from carelog.journal.collections.collection import DayCollection, WholeCollection
from carelog.journal.storage.dates import read_day
from carelog.journal.storage.rows import KIND_WORDS
from carelog.journal.storage.table import AWAY_WITH, Row


class KindWords(WholeCollection[KindWord], DayCollection[KindWord]):
    """The kind words, earliest first."""

    table = KIND_WORDS
    kind = KindWord
    arguments: ClassVar = {"text": given.text, "from_whom": given.text, "day": given.day}
    key_prefix = "plan.kind-word-"
    order = "day, id"
    live = KIND_WORDS.live
    covered = "FALSE"

    def add(self, text: str, *, from_whom: str = "", day: given.Day | None = None) -> KindWord:
        """Add what somebody said that helped, of today or of a `day`, and return it; `text` has up to 500 characters.

        Raises InvalidValue for a value that cannot be used, CardNotWritten when the words are saved but the crisis card
        could not be updated.
        """
        return self._insert_new(**self._arguments(locals(), day=self._today))

    def newest(self) -> KindWord | None:
        """The latest kind word, or None."""
        found = self._select("ORDER BY day DESC, rowid DESC LIMIT 1", (), ordered=True)
        return found[0] if found else None

    def _read(self, row: Row) -> KindWord:
        return kind_word_of(row)

    def _content(self, thing: KindWord) -> Row:
        return {"day": thing.day.isoformat(), "text": thing.text, "from_whom": thing.from_whom, AWAY_WITH: None}


def kind_word_of(row: Row) -> KindWord:
    """The kind word in a row. Raises ValueError, KeyError or TypeError when the row is damaged."""
    return KindWord(row["id"], read_day(row["day"]), row["text"], row["from_whom"])
