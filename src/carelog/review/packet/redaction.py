"""Redaction of words: every occurrence of a word on a page, in any case, is replaced by a bar."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from carelog.review.packet.packet import Packet
    from carelog.review.pages.life_chart import LifeChart

Page = TypeVar("Page", "Packet", "LifeChart")

STRUCK = "▮▮▮"
_NOT_REDACTED = {"audience", "sections", "left_out"}
"""Fields that hold carelog's own words and none of the person's."""


def with_words_struck(page: Page, words: Iterable[str]) -> Page:
    """The page with every occurrence of some words or names replaced by STRUCK, also within longer words.

    Case, the number of blanks and the encoding of accents make no difference. Empty words are ignored.
    """
    wanted = {spelled for word in words if word.strip() for spelled in _spellings(word)}
    if not wanted:
        return page
    found = re.compile("|".join(sorted(wanted, key=len, reverse=True)), re.IGNORECASE)
    changes = {
        field.name: _struck(getattr(page, field.name), found)
        for field in fields(page)
        if field.name not in _NOT_REDACTED
    }
    return replace(page, **changes)


def _spellings(word: str) -> Iterator[str]:
    """Patterns for a word: with accents composed and decomposed, and any white space between its parts."""
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
