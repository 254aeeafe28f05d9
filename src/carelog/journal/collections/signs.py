"""The signs of a journal: a person's own warning signs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import ClassVar

from carelog.domain.sign import Hold, Sign
from carelog.journal.collections import given
from carelog.journal.collections.collection import COVERED, WholeCollection
from carelog.journal.collections.named_collection import NamedCollection
from carelog.journal.storage.rows import SIGNS, as_json, day_or_none, read_json, text_or_none
from carelog.journal.storage.table import AWAY_WITH, Row


class Signs(WholeCollection[Sign], NamedCollection[Sign]):
    """The signs, in order of creation; their name is their text."""

    table = SIGNS
    kind = Sign
    arguments: ClassVar = {
        "text": given.text,
        "rule": given.rule,
        "step": given.text,
        "holds": given.choices(Hold),
        "cover": given.text,
        "snoozed": given.or_none(given.day_to_come),
    }
    key_prefix = "sign."
    found_by_any_word = True
    covered = COVERED
    live = SIGNS.live

    def add(
        self, text: str, *, rule: str, step: str, holds: str | Hold | Iterable[str | Hold] = (), cover: str = ""
    ) -> Sign:
        """Add a sign and return it.

        `rule` says when it has come true, such as “sleep below 5 on 3 of 5 days”; `step` is what the person wants to do
        then; `holds` are drafts and plans, which are asked about once more. Raises InvalidValue for a value that
        cannot be used, and where its cover is what another sign is called.
        """
        return self._insert_new(**self._arguments(locals()))

    def insert(self, thing: Sign) -> Sign:
        """Add a complete sign and return it. Raises InvalidValue where its cover is what another sign is called."""
        self.refuse_cover_taken(thing)
        return super().insert(thing)

    def mark_spoken(self, signs: Iterable[Sign], day: date) -> None:
        """Record that signs were shown on a day; the record for `undo` is left alone."""
        with self._store.change(self._now(), keeps_undo=True) as change:
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
            holds=tuple(map(Hold, read_json(row["holds"]) or ())),
            cover=row["cover"] or "",
        )

    def _content(self, thing: Sign) -> Row:
        return {
            "text": thing.text,
            "rule": thing.rule,
            "step": thing.step,
            "snoozed": text_or_none(thing.snoozed),
            "spoken": text_or_none(thing.spoken),
            "holds": as_json([hold.value for hold in thing.holds] or None),
            "cover": thing.cover or None,
            AWAY_WITH: None,
        }
