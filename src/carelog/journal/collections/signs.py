"""The signs a person knows of themselves."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from carelog.domain.sign import Sign
from carelog.journal.collections.collection import NamedCollection, WholeCollection
from carelog.journal.storage.rows import SIGNS, Row, day_or_none, text_or_none


class Signs(WholeCollection[Sign], NamedCollection[Sign]):
    """The signs, in the order they were made; people call them by their text."""

    table = SIGNS
    noun = "sign"

    def mark_spoken(self, signs: Iterable[Sign], day: date) -> None:
        """Keep that signs were shown on a day; `undo` still takes back what the person did."""
        with self._store.change(self._now(), in_passing=True) as change:
            for sign in signs:
                change.put(self.table, sign.id, self._content(replace(sign, spoken=day)))

    def _read(self, row: Row) -> Sign:
        return Sign(
            id=row["id"],
            text=row["text"],
            rule=row["rule"],
            step=row["step"],
            snoozed=day_or_none(row["snoozed"]),
            spoken=day_or_none(row["spoken"]),
        )

    def _content(self, thing: Sign) -> Row:
        return {
            "text": thing.text,
            "rule": thing.rule,
            "step": thing.step,
            "snoozed": text_or_none(thing.snoozed),
            "spoken": text_or_none(thing.spoken),
        }
