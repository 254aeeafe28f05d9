"""The kinds of values that the columns of a journal hold, and what is wrong with one that is not of its kind.

Days and times are read by the same functions as when a page reads them. A moment is compared with the bounds that
`Moment` has, because nearly every row has other ones.
"""

from __future__ import annotations

import re
from collections.abc import Callable
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

ID_PATTERN = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")

_FIRST_MOMENT = Moment(datetime(FIRST_YEAR, 1, 1, tzinfo=UTC)).milliseconds
_LAST_MOMENT = Moment(datetime(LAST_YEAR, 12, 31, 23, 59, 59, 999_000, tzinfo=UTC)).milliseconds


@dataclass(frozen=True, slots=True)
class Kind:
    """What a column may hold: values of some `types` that can be read, and NULL where it `may_be_null`.

    For a wrong value `read` returns None or False, or raises something of UNREADABLE. `varies` says that nearly every
    row has another value.
    """

    fault: Fault
    read: Callable[[Any], object]
    types: tuple[type, ...] = (str,)
    may_be_null: bool = False
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


def or_null(kind: Kind) -> Kind:
    """The kind, or NULL."""
    return replace(kind, may_be_null=True)


def whole(lowest: int, highest: int) -> Kind:
    """Whole numbers from the lowest to the highest."""
    return Kind(Fault.OUT_OF_RANGE, lambda number: lowest <= number <= highest, (int,))


def number(lowest: float = -LARGEST) -> Kind:
    """Finite numbers from the lowest on."""
    return Kind(Fault.OUT_OF_RANGE, lambda number: lowest <= number <= LARGEST, (float, int))


def word(words: type[Enum]) -> Kind:
    """The values of an enumeration."""
    return Kind(Fault.UNKNOWN_WORD, words)


def matching(pattern: str) -> Kind:
    """Texts that are a pattern from end to end."""
    return Kind(Fault.NOT_USABLE_TEXT, re.compile(pattern).fullmatch)


def json_of(read: Callable[[Any], object], kind: type = list) -> Kind:
    """JSON of a kind that can be read: `read` does not return False, nor raise."""

    def reads(text: str) -> bool:
        value = read_json(text)
        return type(value) is kind and read(value) is not False

    return Kind(Fault.NOT_ITS_JSON, reads)


TEXT = Kind(Fault.NOT_USABLE_TEXT, lambda text: len(text) <= LONGEST_TEXT, varies=True)
NAME = Kind(Fault.NOT_USABLE_TEXT, lambda text: len(text) <= LONGEST_TEXT and clean_line(text) != "")
POINTER = Kind(Fault.NOT_AN_ID, ID_PATTERN.fullmatch)
ROW_ID = replace(POINTER, varies=True)
MOMENT = Kind(Fault.NOT_A_MOMENT, lambda at: _FIRST_MOMENT <= at <= _LAST_MOMENT, (int,), varies=True)
OFFSET = whole(-FURTHEST_OFFSET, FURTHEST_OFFSET)
DAY = Kind(Fault.NOT_A_DAY, read_day)
CLOCK = Kind(Fault.NOT_A_TIME, read_time)
YES_OR_NO = whole(0, 1)
