"""Recognise a full copy of a journal, as carelog writes it, among the files of other apps."""

from __future__ import annotations

from carelog.exchange.files import source

OWN = "carelog"
"""The name of the format on the command line."""
KIND = "journal"
"""The value of “document” in the head of the file."""
LARGEST = 400_000_000
"""The most bytes of a full copy: one of 200,000 entries has a quarter of that."""

_BEGINNING = 200


def is_full_copy(content: bytes) -> bool:
    """Whether a file begins as a full copy does."""
    start = content[:_BEGINNING]
    return b'"carelog"' in start and f'"document": "{KIND}"'.encode() in start


def most_bytes(start: bytes) -> int:
    """The most bytes that are read of a file with this beginning, a full copy or any other."""
    return LARGEST if is_full_copy(start) else source.usual_limit(start)
