"""What of the crisis card stays readable without a key when the journal is locked."""

from __future__ import annotations

from enum import Enum


class CardField(Enum):
    """A part of the card that a person can leave in the open, in the order in which they are asked."""

    NAMES = "names"
    FULL_NAMES = "full-names"
    NUMBERS = "numbers"
    OTHER_WAYS = "other-ways"
    HOURS = "hours"
    SAY = "say"
    LINES = "lines"
    SENTENCE = "sentence"
    STEPS = "steps"
    KIND = "kind"


TITLES = ("dr", "mr", "mrs", "ms", "mx", "prof", "herr", "frau")


def first_name(name: str) -> str:
    """The first name in a name, with a title that stands before it; “Dr Osei” stays as it is."""
    words = name.split()
    many = 2 if words and words[0].rstrip(".").lower() in TITLES else 1
    return " ".join(words[:many])
