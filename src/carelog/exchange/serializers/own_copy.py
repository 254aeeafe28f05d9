"""How a copy that carelog made of a whole journal is told from the files of other apps."""

from __future__ import annotations

from carelog.exchange.files import source

OWN = "carelog"
"""What the format is called on the command line."""
KIND = "journal"
LARGEST = 400_000_000
"""The most bytes of a copy that is read: 200,000 entries are a quarter of it."""

_BEGINNING = 200


def is_whole_journal(content: bytes) -> bool:
    """Whether a file begins as such a copy does."""
    start = content[:_BEGINNING]
    return b'"carelog"' in start and f'"document": "{KIND}"'.encode() in start


def most_bytes(start: bytes) -> int:
    """How much of a file that begins so is read at most."""
    return LARGEST if is_whole_journal(start) else source.usual_limit(start)
