"""The full notes of a packet, day by day, with as much beside them as the page may show."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from carelog.domain.audience import Section

if TYPE_CHECKING:
    from carelog.domain.entry import Entry
    from carelog.domain.mood import MoodWords


@dataclass(frozen=True, slots=True)
class NotePart:
    """One full note: its time of day, and the score (or None), its word, and the feelings of the same entry."""

    time: str
    score: int | None
    word: str
    feelings: tuple[str, ...]
    text: str


@dataclass(frozen=True, slots=True)
class NotesOfDay:
    """The notes of one day, in order of time."""

    day: date
    notes: tuple[NotePart, ...]


def notes_by_day(entries: Iterable[Entry], words: MoodWords, contents: Collection[Section]) -> tuple[NotesOfDay, ...]:
    """The notes of entries in order of time, with moods and feelings where these are among the contents of the page."""
    days: dict[date, list[NotePart]] = {}
    for entry in entries:
        if entry.note:
            score = entry.mood if Section.MOOD in contents else None
            word = words.word(score) if score is not None else ""
            feelings = entry.feelings if Section.FEELINGS in contents else ()
            days.setdefault(entry.day, []).append(NotePart(entry.at.clock, score, word, feelings, entry.note))
    return tuple(NotesOfDay(day, tuple(days[day])) for day in sorted(days))
