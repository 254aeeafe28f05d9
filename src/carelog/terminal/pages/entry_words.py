"""An entry's words, as lists show them and as a page for one entry does."""

from __future__ import annotations

from collections.abc import Mapping

from carelog.domain.entry import Entry
from carelog.domain.numbers import show_number
from carelog.wording import pages as pages_words


def note_of(entry: Entry, *, revealed: bool = False) -> str:
    """The note; of a private entry only that it is private, unless it was asked for by its handle."""
    return entry.note if revealed or not entry.private else pages_words.PRIVATE_WORDS


def details_of(entry: Entry, units: Mapping[str, str], *, revealed: bool = False) -> list[str]:
    """Feelings, tags and readings, such as “calm, tired”, “#walk” and “sleep 7.5 h”; none of a private entry."""
    if entry.private and not revealed:
        return []
    readings = (f"{name} {_reading(number, units.get(name, ''))}" for name, number in entry.readings.items())
    parts = (", ".join(entry.feelings), " ".join(f"#{tag}" for tag in entry.tags), ", ".join(readings))
    return [part for part in parts if part]


def first_words(entry: Entry, units: Mapping[str, str]) -> str:
    """One line that tells an entry from others: its note, else its details."""
    return " ".join(note_of(entry).split()) or " · ".join(details_of(entry, units))


def _reading(number: float, unit: str) -> str:
    return f"{show_number(number)} {unit}".strip()
