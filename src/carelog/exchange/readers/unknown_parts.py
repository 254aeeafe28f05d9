"""Keep what a reader does not know of an entry: its words go to the note, and a remark names it once."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from typing import Any

from carelog.domain.numbers import show_number
from carelog.domain.text import clean_line
from carelog.exchange.files.foreign_database import NO_NUMBER
from carelog.exchange.files.remark import Remark
from carelog.wording.files import imports as words

MOST_NAMED = 20
"""The most unknown parts of the entries of one file that are named."""


class UnknownParts:
    """Collects the parts of the entries of one file that are not `known` to its reader."""

    def __init__(self, known: Container[str]) -> None:
        self._known = known
        self._names: dict[str, None] = {}

    def lines(self, entry: Mapping[str, Any]) -> list[str]:
        """A line for each unknown part of an entry that holds something, such as “energy: 3”."""
        found = {name: text for name, value in entry.items() if name not in self._known and (text := text_in(value))}
        self._names |= dict.fromkeys(found)
        return [f"{clean_line(name)}: {text}" for name, text in found.items()]

    @property
    def remarks(self) -> list[Remark]:
        """A remark for each unknown part that was met so far."""
        return [Remark(0, words.unknown_part(clean_line(name))) for name in list(self._names)[:MOST_NAMED]]


def about_columns(names: Iterable[str]) -> list[Remark]:
    """A remark for each column of a table that its reader does not know."""
    return [Remark(1, words.unknown_column(name)) for name in names]


def text_in(value: Any) -> str:
    """A value of a JSON file as text: what is in lists and tables stands between commas; empty where there is nothing.

    A yes, a no and a zero are nothing, because apps write them where nobody said anything.
    """
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, bool) or not value:
        return ""
    if isinstance(value, int | float):
        return show_number(value) if abs(value) < NO_NUMBER else ""
    if isinstance(value, dict):
        return ", ".join(f"{name}: {text}" for name, each in value.items() if (text := text_in(each)))
    return ", ".join(text for each in value if (text := text_in(each)))
