"""Words struck from a packet: wherever the person finds them, in any case, something else stands in their place."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from carelog.review.packet.packet import Packet

STRUCK = "▮▮▮"
_OF_THE_PAGE = {"audience", "left_out"}
"""What the page says of itself is no word of the person."""


def with_words_struck(packet: Packet, words: Iterable[str]) -> Packet:
    """The packet without some words, names among them; each is struck wherever it stands, also within a word.

    Case, blanks and the way an accent is stored make no difference.
    """
    wanted = {spelled for word in words if word.strip() for spelled in _spellings(word)}
    if not wanted:
        return packet
    found = re.compile("|".join(sorted(wanted, key=len, reverse=True)), re.IGNORECASE)
    changes = {
        field.name: _struck(getattr(packet, field.name), found)
        for field in fields(packet)
        if field.name not in _OF_THE_PAGE
    }
    return replace(packet, **changes)


def _spellings(word: str) -> Iterator[str]:
    """A word as a pattern: accents in one character or in two, and any blanks between the parts of a name."""
    for form in ("NFC", "NFD"):
        yield r"\s+".join(map(re.escape, unicodedata.normalize(form, word).split()))


def _struck(value: Any, found: re.Pattern[str]) -> Any:
    if isinstance(value, Enum):
        return value
    if isinstance(value, str):
        return found.sub(STRUCK, value)
    if isinstance(value, tuple):
        return tuple(_struck(each, found) for each in value)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{each.name: _struck(getattr(value, each.name), found) for each in fields(value)})
    return value
