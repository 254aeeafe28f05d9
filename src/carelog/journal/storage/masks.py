"""Masks that hide a journal's words where others can see the screen.

Rows are masked as they are read, so that no page, sentence or program can show a word: it never gets one.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from carelog.domain.mood import NEUTRAL_WORDS
from carelog.domain.people.plan import Section
from carelog.domain.sign_rule import RuleKind, read_rule
from carelog.domain.text import fold
from carelog.errors import InvalidValue
from carelog.journal.storage.rows import COVER, PLAN_STEPS, ROUTINES, TABLES, TRACKERS, as_json, read_json
from carelog.journal.storage.table import AWAY_WITH, Row, Table, Value
from carelog.wording.masks import NUMBERED, NUMBERED_WORDS
from carelog.wording.program import HIDDEN

if TYPE_CHECKING:
    from carelog.settings import Settings

Mask = Callable[["Masks", Row], Value]
"""Makes the masked value of one column out of its row."""

_HIDDEN_NUMBER = f"{HIDDEN} 0"
"""A masked phone number: a number has to have a digit."""
_HIDDEN_EMAIL = f"{HIDDEN}@"
"""A masked address: an e-mail address has to have an @."""
_NUMBERS = ("phone", "text")
_SECTIONS = " ".join(section.value for section in Section)
_STEPS_BY_PLACE = f"""
    SELECT id FROM plan_steps WHERE deleted_at IS NULL AND {AWAY_WITH} IS NULL
    ORDER BY instr('{_SECTIONS}', section), position, id
"""
_IDS_IN_ORDER = {
    **{table.name: f"SELECT id FROM {table.name} ORDER BY created_at, id" for table in TABLES},
    PLAN_STEPS.name: _STEPS_BY_PLACE,
}
"""The things of each kind as they are numbered: by age; the steps of the plan by their place in it."""
_NAMES = {table.name: f"SELECT id, name FROM {table.name} WHERE deleted_at IS NULL" for table in (ROUTINES, TRACKERS)}


_COVERS = {
    table.name: f"SELECT id, cover FROM {table.name} WHERE deleted_at IS NULL AND cover IS NOT NULL"
    for table in TABLES
    if COVER in table.columns
}


def mask_settings(settings: Settings) -> Settings:
    """Settings for a screen that others can see: neutral words for moods, no streaks, no name."""
    words = replace(settings.mood, renamed=NEUTRAL_WORDS)
    return replace(settings, mood=words, streaks=False, name="")


class Masks:
    """The masks of one journal. A thing is called by its cover, else by its number, the same on every page."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._words: dict[str, str] = {}
        self._numbers = cache(self._read_numbers)
        self._covers = cache(self._read_covers)
        self._called_by_name = cache(self._read_called_by_name)

    def called(self, table: str, row_id: str) -> str:
        """What a thing is called: its cover where it has one, else its kind and its number."""
        return self.cover(table, row_id) or self.numbered_name(table, row_id)

    def masked(self, table: Table, row: Row) -> Row:
        """A row with its words masked. Empty columns stay empty; days, numbers and choices stay unchanged."""
        masks = _MASKS.get(table.name, {})
        return row | {column: mask(self, row) for column, mask in masks.items() if row.get(column)}

    def numbered_name(self, table: str, row_id: str) -> str:
        """The name of a thing made of its kind and its number, such as “routine 2”; 0 for an unknown id."""
        return NUMBERED[table].format(number=self._numbers(table).get(row_id, 0))

    def cover(self, table: str, row_id: str | None) -> str:
        """The cover of a thing; empty where it has none."""
        return self._covers(table).get(row_id or "", "")

    def mask_word(self, kind: str, word: str) -> str:
        """The mask of a tag or a feeling, such as “tag 3”: the same for every use of that word."""
        key = f"{kind} {fold(word)}"
        if key not in self._words:
            known = sum(each.startswith(f"{kind} ") for each in self._words)
            self._words[key] = NUMBERED_WORDS[kind].format(number=known + 1)
        return self._words[key]

    def mask_rule(self, text: str) -> str:
        """A sign's rule with the name in it masked; a rule that cannot be read is hidden as a whole."""
        try:
            rule = read_rule(text)
        except InvalidValue:
            return HIDDEN
        if not rule.name:
            return rule.text
        if rule.kind in (RuleKind.TAG, RuleKind.FEELING):
            return replace(rule, name=self.mask_word(rule.kind.value, rule.name)).text
        table = "routines" if rule.kind is RuleKind.NOT_DONE else "trackers"
        return replace(rule, name=self._called_by_name(table).get(fold(rule.name), HIDDEN)).text

    def _read_numbers(self, table: str) -> dict[str, int]:
        """The number of each thing by its id, from 1 in its order; deleted things keep their numbers, steps do not."""
        ids = self._connection.execute(_IDS_IN_ORDER[table])
        return {row[0]: number for number, row in enumerate(ids, 1)}

    def _read_covers(self, table: str) -> dict[str, str]:
        """The cover of each thing that has one, by its id."""
        return dict(map(tuple, self._connection.execute(_COVERS[table]))) if table in _COVERS else {}

    def _read_called_by_name(self, table: str) -> dict[str, str]:
        return {fold(name): self.called(table, row_id) for row_id, name in self._connection.execute(_NAMES[table])}


def _hide(_: Masks, __: Row) -> Value:
    return HIDDEN


def _leave_out(_: Masks, __: Row) -> Value:
    return ""


def _number(table: str) -> Mask:
    return lambda masks, row: masks.numbered_name(table, row["id"])


def _called(table: str) -> Mask:
    return lambda masks, row: masks.called(table, row["id"])


def _step(masks: Masks, row: Row) -> Value:
    """A step about somebody with a cover is that cover; any other is called by its number."""
    return masks.cover("contacts", row["contact_id"]) or masks.numbered_name("plan_steps", row["id"])


def _unless_covered(is_plain: Callable[[str], bool], column: str) -> Mask:
    """Times of somebody with a cover stay where they can be read as times, so that `reach` can reckon with them."""
    return lambda _, row: row[column] if row.get(COVER) and is_plain(row[column]) else ""


def _words(column: str, kind: str) -> Mask:
    def masked(masks: Masks, row: Row) -> Value:
        return as_json([masks.mask_word(kind, word) for word in read_json(row[column])])

    return masked


def _ways(_: Masks, row: Row) -> Value:
    """Numbers of somebody with a cover stay, because they are there to be called; an address has a name in it."""
    if row.get(COVER):
        kept = [[kind, value, ""] for kind, value, _label in read_json(row["ways"]) if kind in _NUMBERS]
        return as_json(kept)
    values = {"phone": _HIDDEN_NUMBER, "text": _HIDDEN_NUMBER, "email": _HIDDEN_EMAIL}
    return as_json([[kind, values.get(kind, HIDDEN), ""] for kind, _value, _label in read_json(row["ways"])])


def _are_hours(text: str) -> bool:
    from carelog.domain.people.hours import read_hours

    return read_hours(text) is not None


def _is_a_meeting(text: str) -> bool:
    from carelog.domain.people.meeting import read_meeting

    return read_meeting(text) is not None


def _doses(_: Masks, row: Row) -> Value:
    return as_json([[since, HIDDEN if text else ""] for since, text in read_json(row["doses"])])


def _rule(masks: Masks, row: Row) -> Value:
    return masks.mask_rule(row["rule"])


_MASKS: Mapping[str, Mapping[str, Mask]] = {
    "entries": {"note": _hide, "feelings": _words("feelings", "feeling"), "tags": _words("tags", "tag")},
    "imports": {"source": _hide},
    "trackers": {"name": _called("trackers"), "unit": _leave_out},
    "contacts": {
        "name": _called("contacts"),
        "ways": _ways,
        "hours": _unless_covered(_are_hours, "hours"),
        "meets": _unless_covered(_is_a_meeting, "meets"),
        "zone": _unless_covered(bool, "zone"),
        **dict.fromkeys(("say", "note", "agreed_to", "called"), _leave_out),
    },
    "routines": {
        "name": _called("routines"),
        "doses": _doses,
        **dict.fromkeys(("unit", "small", "why"), _leave_out),
    },
    "ticks": {"note": _hide},
    "plan_steps": {"text": _step},
    "kind_words": {"text": _hide, "from_whom": _leave_out},
    "reached": {"note": _hide},
    "activities": {"text": _number("activities"), "note": _hide},
    "signs": {"text": _called("signs"), "rule": _rule, "step": _hide},
    "goals": {"text": _number("goals")},
    "agreements": {"text": _number("agreements")},
    "topics": {"text": _number("topics")},
    "answered": {"questionnaire": _hide},
    "shares": {"whom": _hide},
}
"""The mask of each column that holds words. A test compares these with the columns that a delete blanks."""
