"""All entries of a period one by one, which only pages for the person themselves have."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from carelog.domain.numbers import show_number

if TYPE_CHECKING:
    from carelog.domain.entry import Entry
    from carelog.domain.mood import MoodWords


@dataclass(frozen=True, slots=True)
class EntryPart:
    """An entry: day and time, score (or None) and its word, feelings, pairs of tracker and reading, and note."""

    day: date
    time: str
    score: int | None
    word: str
    feelings: tuple[str, ...]
    readings: tuple[tuple[str, str], ...]
    note: str


def entry_parts(entries: Iterable[Entry], words: MoodWords) -> tuple[EntryPart, ...]:
    """The parts of a packet for entries by day, those of a day in their order."""
    return tuple(
        EntryPart(
            entry.day,
            entry.at.clock,
            entry.mood,
            words.word(entry.mood) if entry.mood is not None else "",
            entry.feelings,
            tuple((name, show_number(value)) for name, value in entry.readings.items()),
            entry.note,
        )
        for entry in sorted(entries, key=lambda entry: entry.day)
    )
