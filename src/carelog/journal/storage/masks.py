"""What stands in for the words of a journal where others can see the screen.

Rows are masked as they are read, so that no page, sentence or program can show a word that it never got.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from carelog.domain.mood import NEUTRAL_WORDS
from carelog.domain.sign_rule import RuleKind, read_rule
from carelog.domain.text import fold
from carelog.errors import InvalidValue
from carelog.journal.storage.rows import ROUTINES, TABLES, TRACKERS, Row, Table, Value, as_json, read_json
from carelog.wording.program import HIDDEN

if TYPE_CHECKING:
    from carelog.settings import Settings

NUMBERED = {
    "contacts": "person",
    "routines": "routine",
    "trackers": "scale",
    "activities": "activity",
    "signs": "sign",
    "plan_steps": "step",
    "topics": "topic",
    "agreements": "agreement",
}
"""What each thing is called whose own name is hidden, before its number."""

_DIGIT_FOR_NUMBERS = f"{HIDDEN} 0"
_NO_EMAIL = f"{HIDDEN}@"


def shown_discreetly(settings: Settings) -> Settings:
    """The settings for pages that others can see: neutral words for moods, no runs of days, no name."""
    words = replace(settings.mood, renamed=NEUTRAL_WORDS)
    return replace(settings, mood=words, streaks=False, name="")


class Discretion:
    """The masks of one journal: things are called by their number in it, which stays the same from page to page."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._words: dict[str, str] = {}
        self._numbers = cache(self._counted)
        self._named = cache(self._by_name)

    def masked(self, table: Table, row: Row) -> Row:
        """A row without its words; what is empty stays empty, and days, numbers and choices stay as they are."""
        masks = _MASKS.get(table.name, {})
        return row | {column: mask(self, row) for column, mask in masks.items() if row.get(column)}

    def called(self, table: str, row_id: str) -> str:
        """What a thing is called: its kind and its number."""
        return f"{NUMBERED.get(table, table)} {self._numbers(table).get(row_id, 0)}"

    def word(self, kind: str, word: str) -> str:
        """What stands for a tag or a feeling: the same wherever it stands on a page."""
        masked = self._words.setdefault(f"{kind} {fold(word)}", "")
        if not masked:
            known = sum(each.startswith(f"{kind} ") for each in self._words)
            masked = self._words[f"{kind} {fold(word)}"] = f"{kind} {known}"
        return masked

    def rule(self, text: str) -> str:
        """A sign's rule with what stands for the name in it; one that cannot be read says nothing."""
        try:
            rule = read_rule(text)
        except InvalidValue:
            return HIDDEN
        if not rule.name:
            return rule.text
        if rule.kind in (RuleKind.TAG, RuleKind.FEELING):
            return replace(rule, name=self.word(rule.kind.value, rule.name)).text
        table = "routines" if rule.kind is RuleKind.NOT_DONE else "trackers"
        return replace(rule, name=self._named(table).get(fold(rule.name), HIDDEN)).text

    def _counted(self, table: str) -> dict[str, int]:
        """Numbers from 1 in the order in which things were written; deleted ones keep theirs."""
        ids = self._connection.execute(_IN_ORDER[table])
        return {row[0]: number for number, row in enumerate(ids, 1)}

    def _by_name(self, table: str) -> dict[str, str]:
        return {fold(name): self.called(table, row_id) for row_id, name in self._connection.execute(_NAMES[table])}


Mask = Callable[[Discretion, Row], Value]

_IN_ORDER = {table.name: f"SELECT id FROM {table.name} ORDER BY created_at, id" for table in TABLES}
_NAMES = {table.name: f"SELECT id, name FROM {table.name} WHERE deleted_at IS NULL" for table in (ROUTINES, TRACKERS)}


def _hide(_: Discretion, __: Row) -> Value:
    return HIDDEN


def _leave_out(_: Discretion, __: Row) -> Value:
    return ""


def _number(table: str) -> Mask:
    return lambda discretion, row: discretion.called(table, row["id"])


def _words(column: str, kind: str) -> Mask:
    def masked(discretion: Discretion, row: Row) -> Value:
        return as_json([discretion.word(kind, word) for word in read_json(row[column])])

    return masked


def _ways(_: Discretion, row: Row) -> Value:
    values = {"phone": _DIGIT_FOR_NUMBERS, "text": _DIGIT_FOR_NUMBERS, "email": _NO_EMAIL}
    return as_json([[kind, values.get(kind, HIDDEN), ""] for kind, _value, _label in read_json(row["ways"])])


def _doses(_: Discretion, row: Row) -> Value:
    return as_json([[since, HIDDEN if text else ""] for since, text in read_json(row["doses"])])


def _rule(discretion: Discretion, row: Row) -> Value:
    return discretion.rule(row["rule"])


_MASKS: Mapping[str, Mapping[str, Mask]] = {
    "entries": {"note": _hide, "feelings": _words("feelings", "feeling"), "tags": _words("tags", "tag")},
    "imports": {"source": _hide},
    "trackers": {"name": _number("trackers"), "unit": _leave_out},
    "contacts": {
        "name": _number("contacts"),
        "ways": _ways,
        **dict.fromkeys(("hours", "say", "note", "zone", "agreed_to", "meets"), _leave_out),
    },
    "routines": {
        "name": _number("routines"),
        "doses": _doses,
        **dict.fromkeys(("unit", "small", "why"), _leave_out),
    },
    "ticks": {"note": _hide},
    "plan_steps": {"text": _number("plan_steps")},
    "kind_words": {"text": _hide, "from_whom": _leave_out},
    "reached": {"note": _hide},
    "activities": {"text": _number("activities"), "note": _hide},
    "signs": {"text": _number("signs"), "rule": _rule, "step": _hide},
    "agreements": {"text": _number("agreements")},
    "topics": {"text": _number("topics")},
    "answered": {"questionnaire": _hide},
    "shares": {"whom": _hide},
}
"""What each column of words becomes. A test holds this against the columns that a delete blanks."""
