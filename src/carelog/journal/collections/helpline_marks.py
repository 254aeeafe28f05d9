"""The marks on built-in helplines: hidden from the card, or checked by the person."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

from carelog.domain.people.helpline_mark import HelplineMark
from carelog.domain.text import fold
from carelog.journal.collections import given
from carelog.journal.collections.collection import WholeCollection
from carelog.journal.storage.rows import HELPLINE_MARKS, day_or_none, text_or_none
from carelog.journal.storage.table import Row


class HelplineMarks(WholeCollection[HelplineMark]):
    """The marks, at most one for each helpline."""

    table = HELPLINE_MARKS
    kind = HelplineMark
    arguments: ClassVar = {
        "country": given.text,
        "name": given.text,
        "hidden": given.flag,
        "checked_on": given.or_none(given.day),
    }
    key_prefix = "helpline."
    order = "country, name, id"

    def add(
        self, country: str, name: str, *, hidden: bool | None = None, checked_on: given.Day | None = None
    ) -> HelplineMark:
        """Mark a helpline and return the mark; an argument that is None leaves that part of an earlier mark unchanged.

        `country` is a code such as GB, `name` that of the helpline. Raises InvalidValue for a value that cannot be
        used, CardNotWritten when the mark is saved but the crisis card could not be updated.
        """
        place = self._values({"country": country, "name": name})
        mark = self._mark_on(**place) or HelplineMark(self.new_id(), **place)
        values = {"hidden": hidden, "checked_on": checked_on}
        changes = {name: value for name, value in values.items() if value is not None}
        return self.insert(replace(mark, **self._values(changes)))

    def unhide(self, country: str, name: str) -> HelplineMark:
        """Put a helpline back on the card and return its mark; one that has none needs none for that.

        Raises InvalidValue for what is no text, CardNotWritten when the mark is saved but the crisis card could not be
        updated.
        """
        place = self._values({"country": country, "name": name})
        mark = self._mark_on(**place)
        return self.edit(mark, hidden=False) if mark else HelplineMark(self.new_id(), **place)

    def _mark_on(self, country: str, name: str) -> HelplineMark | None:
        return next((each for each in self if (each.country, fold(each.name)) == (country, fold(name))), None)

    def _read(self, row: Row) -> HelplineMark:
        return mark_of(row)

    def _content(self, thing: HelplineMark) -> Row:
        return {
            "country": thing.country,
            "name": thing.name,
            "hidden": int(thing.hidden),
            "checked_on": text_or_none(thing.checked_on),
        }


def mark_of(row: Row) -> HelplineMark:
    """The mark in a row. Raises ValueError, KeyError or TypeError when the row is damaged."""
    return HelplineMark(row["id"], row["country"], row["name"], bool(row["hidden"]), day_or_none(row["checked_on"]))
