"""The fields of the crisis card that can stay readable while the journal is locked."""

from __future__ import annotations

from enum import Enum

TITLES = ("dr", "mr", "mrs", "ms", "mx", "prof", "herr", "frau")


class CardField(Enum):
    """A field of the card that a person can leave readable, in the order of the questions about them."""

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


def first_name(name: str) -> str:
    """The first name in a full name. A title keeps the word after it: of “Dr Osei Mensah, Leeds” it is “Dr Osei”."""
    words = name.split()
    kept = 2 if words and words[0].rstrip(".").lower() in TITLES else 1
    return " ".join(words[:kept]).rstrip(",;")
