"""The fields of the crisis card that can stay readable while the journal is locked."""

from __future__ import annotations

from enum import Enum


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
