"""The kinds of values that the columns of a journal hold, and what is wrong with one that is not of its kind.

Days and times are read by the same functions as when a page reads them. A moment is compared with the bounds that
`Moment` has, because nearly every row has other ones.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import Enum
from typing import Any

from carelog.domain.numbers import LARGEST
from carelog.domain.row_fault import Fault
from carelog.domain.text import LONGEST_TEXT, clean_line
from carelog.domain.time.days import FIRST_YEAR, FURTHEST_OFFSET, LAST_YEAR, Moment
from carelog.journal.storage.dates import read_day, read_time
from carelog.journal.storage.errors import UNREADABLE
from carelog.journal.storage.rows import read_json

_ID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"
ID_PATTERN = re.compile(_ID)
USUAL_READINGS = rf'{{"{_ID}":-?(?:0|[1-9][0-9]{{0,10}})(?:\.[0-9]+)?}}'
"""A pattern of the JSON of one reading below a hundred milliards, in the way in which it is written."""

_NOTHING = "(?!)"
"""A pattern that no text has."""
_REMEMBERED = 20_000
"""How many values of a column are remembered: the days of 50 years."""
_FIRST_MOMENT = Moment(datetime(FIRST_YEAR, 1, 1, tzinfo=UTC)).milliseconds
_LAST_MOMENT = Moment(datetime(LAST_YEAR, 12, 31, 23, 59, 59, 999_000, tzinfo=UTC)).milliseconds


@dataclass(frozen=True, slots=True)
class Kind:
    """What a column may hold: values of some `types` that can be read, and NULL where it `may_be_null`.

    For a wrong value `read` returns None or False, or raises something of UNREADABLE. `in_sql` is the same question to
    SQLite, where `{0}` stands for the column: a value of one of the types of which it is true is right, and of any
    other `read` decides. That values are of their types is what SQLite's own check says of STRICT tables. `varies` says
    that every row has another value.
    """

    fault: Fault
    read: Callable[[Any], object]
    types: tuple[type, ...] = (str,)
    may_be_null: bool = False
    in_sql: str = ""
    varies: bool = False

    def fault_in(self, value: object) -> Fault | None:
        """What is wrong with a value, or None."""
        if value is None:
            return None if self.may_be_null else Fault.MISSING
        if type(value) not in self.types:
            return Fault.WRONG_TYPE
        try:
            read = self.read(value)
        except UNREADABLE:
            return self.fault
        return self.fault if read is None or read is False else None

    def are_all_right(self, values: Collection[object]) -> bool:
        """Whether it is certain of all values that nothing is wrong with them: asked together, that takes less time."""
        given = [value for value in values if value is not None]
        if not set(map(type, given)) <= set(self.types) or (len(given) < len(values) and not self.may_be_null):
            return False
        try:
            read = list(map(self.read, given))
        except UNREADABLE:
            return False
        return None not in read and False not in read

    def asked_in_sql(self, column: str) -> str:
        """The question to SQLite about a column: not true, or NULL, where a value is wrong."""
        asked = f"({self.in_sql.format(column)})"
        return f"({column} IS NULL OR {asked})" if self.may_be_null else asked


class RightValues:
    """The values of a kind that were found right: of a day, a word or a list there are many alike.

    It remembers so many of them that what nearly all rows have otherwise, such as readings, takes no room.
    """

    def __init__(self, kind: Kind) -> None:
        self._kind = kind
        self._right: set[object] = set()

    def has(self, value: object) -> bool:
        """Whether a value is right."""
        return value in self._right or self.has_all((value,)) or self._kind.fault_in(value) is None

    def has_all(self, values: Collection[object]) -> bool:
        """Whether it is certain that all values are right."""
        if self._kind.varies:
            return self._kind.are_all_right(values)
        new = set(values) - self._right
        if not self._kind.are_all_right(new):
            return False
        if len(self._right) + len(new) > _REMEMBERED:
            self._right.clear()
        self._right |= new
        return True


def or_null(kind: Kind) -> Kind:
    """The kind, or NULL."""
    return replace(kind, may_be_null=True)


def whole(lowest: int, highest: int) -> Kind:
    """Whole numbers from the lowest to the highest."""
    in_sql = f"{{0}} BETWEEN {lowest} AND {highest}"
    return Kind(Fault.OUT_OF_RANGE, lambda number: lowest <= number <= highest, (int,), in_sql=in_sql)


def number(lowest: float = -LARGEST) -> Kind:
    """Finite numbers from the lowest on."""
    return Kind(Fault.OUT_OF_RANGE, lambda number: lowest <= number <= LARGEST, (float, int))


def word(words: type[Enum]) -> Kind:
    """The values of an enumeration."""
    return Kind(Fault.UNKNOWN_WORD, words)


def matching(pattern: str) -> Kind:
    """Texts that are a pattern from end to end."""
    return Kind(Fault.NOT_USABLE_TEXT, re.compile(pattern).fullmatch)


def json_of(read: Callable[[Any], object], kind: type = list, usual: str = "") -> Kind:
    """JSON of a kind that can be read: `read` does not return False, nor raise.

    `usual` is a pattern of texts of which that is certain, where nearly every row has another one.
    """
    is_usual = re.compile(usual or _NOTHING).fullmatch

    def reads(text: str) -> bool:
        if is_usual(text):
            return True
        value = read_json(text)
        return type(value) is kind and read(value) is not False

    return Kind(Fault.NOT_ITS_JSON, reads)


TEXT = Kind(
    Fault.NOT_USABLE_TEXT,
    lambda text: len(text) <= LONGEST_TEXT,
    in_sql=f"length(CAST({{0}} AS BLOB)) <= {LONGEST_TEXT}",
)
NAME = Kind(Fault.NOT_USABLE_TEXT, lambda text: len(text) <= LONGEST_TEXT and clean_line(text) != "")
POINTER = Kind(Fault.NOT_AN_ID, ID_PATTERN.fullmatch)
ROW_ID = replace(POINTER, varies=True)
MOMENT = replace(whole(_FIRST_MOMENT, _LAST_MOMENT), fault=Fault.NOT_A_MOMENT)
OFFSET = whole(-FURTHEST_OFFSET, FURTHEST_OFFSET)
DAY = Kind(Fault.NOT_A_DAY, read_day)
CLOCK = Kind(Fault.NOT_A_TIME, read_time)
YES_OR_NO = whole(0, 1)
