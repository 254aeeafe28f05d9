"""A fault in a row of the journal: a value that its column cannot have, so that no page can show the row."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Fault(Enum):
    """What is wrong with a value. The values are those of the JSON output."""

    MISSING = "missing"
    WRONG_TYPE = "wrong-type"
    NOT_AN_ID = "not-an-id"
    NOT_A_MOMENT = "not-a-moment"
    NOT_A_DAY = "not-a-day"
    NOT_A_TIME = "not-a-time"
    UNKNOWN_WORD = "unknown-word"
    OUT_OF_RANGE = "out-of-range"
    NOT_USABLE_TEXT = "not-usable-text"
    NOT_ITS_JSON = "not-its-json"
    POINTS_AT_NOTHING = "points-at-nothing"
    AT_ODDS = "at-odds"
    """Each value is one that its column can have, but they do not go together."""


@dataclass(frozen=True, slots=True)
class RowFault:
    """A fault of one row: its table, its `number` in SQLite, its handle, the column, and what is wrong.

    `row` is its number where its id is at fault too; `column` is empty where it is the whole row. No value of the row
    is in it.
    """

    table: str
    number: int
    row: str
    column: str
    fault: Fault
