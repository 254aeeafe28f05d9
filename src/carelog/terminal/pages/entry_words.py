"""The words of an entry as `log`, `show` and pages print them; those of private ones stay hidden unless `revealed`."""

from __future__ import annotations

from collections.abc import Mapping

from carelog.domain.entry import Entry
from carelog.wording.counts import amount
from carelog.wording.lists import listed
from carelog.wording.pages import common as common_words
from carelog.wording.punctuation import named


def note_of(entry: Entry, *, revealed: bool = False) -> str:
    """The note of an entry; for a private one a placeholder unless `revealed`."""
    return entry.note if revealed or not entry.private else common_words.PRIVATE_WORDS


def details_of(entry: Entry, units: Mapping[str, str], *, revealed: bool = False) -> list[str]:
    """Feelings, tags and readings, such as “calm, tired”, “#walk” and “sleep 7.5 h”; an empty list for private ones."""
    if entry.private and not revealed:
        return []
    readings = (named(name, amount(number, units.get(name, ""))) for name, number in entry.readings.items())
    parts = (listed(entry.feelings), " ".join(f"#{tag}" for tag in entry.tags), listed(readings))
    return [part for part in parts if part]


def first_words(entry: Entry, units: Mapping[str, str]) -> str:
    """One line to recognise an entry by: its note, or its details if it has no note."""
    return " ".join(note_of(entry).split()) or " · ".join(details_of(entry, units))
