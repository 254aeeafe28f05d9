"""Redaction of words: every occurrence of a word on a page, in any case, with or without accents, becomes a bar."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from typing import TYPE_CHECKING, Any, TypeVar

from carelog.domain.letters import plain_letters

if TYPE_CHECKING:
    from carelog.review.packet.packet import Packet
    from carelog.review.pages.life_chart import LifeChart

Page = TypeVar("Page", "Packet", "LifeChart")

STRUCK = "▮▮▮"
_NOT_REDACTED = {"audience", "sections", "left_out"}
"""Fields that hold carelog's own words and none of the person's."""


def with_words_struck(page: Page, words: Iterable[str]) -> Page:
    """The page with every occurrence of some words or names replaced by STRUCK, also within longer words.

    Case, accents and the number of blanks make no difference: whoever types a name without its accents means it with
    them too. Empty words are ignored.
    """
    spelled = [word for word in words if word.strip()]
    if not spelled:
        return page
    strike = _Strike(spelled)
    changes = {
        field.name: _struck(getattr(page, field.name), strike)
        for field in fields(page)
        if field.name not in _NOT_REDACTED
    }
    return replace(page, **changes)


class _Strike:
    """Strikes words from a text as they are spelled, and then in plain letters."""

    def __init__(self, words: Iterable[str]) -> None:
        spellings = {spelling for word in words for spelling in _spellings(word)}
        letters = {_pattern("".join(map(plain_letters, _composed(word)))) for word in words} - {""}
        self._spelled = re.compile(_one_of(spellings), re.IGNORECASE)
        self._letters = re.compile(_one_of(letters)) if letters else None

    def __call__(self, text: str) -> str:
        text = self._spelled.sub(STRUCK, text)
        return text if self._letters is None else _without(self._letters, _composed(text))


def _without(letters: re.Pattern[str], text: str) -> str:
    """The text with a bar in place of what is found in its plain letters; a letter that is found in part goes whole."""
    plain = [plain_letters(each) for each in text]
    places = [place for place, each in enumerate(plain) for _ in each]
    kept, end = [], 0
    for found in letters.finditer("".join(plain)):
        begin = places[found.start()]
        if begin < end:
            continue
        kept += [text[end:begin], STRUCK]
        end = places[found.end() - 1] + 1
        while end < len(text) and not plain[end]:
            end += 1
    return "".join((*kept, text[end:])) if kept else text


def _composed(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def _spellings(word: str) -> Iterator[str]:
    """Patterns for a word: with accents composed and decomposed."""
    for form in ("NFC", "NFD"):
        yield _pattern(unicodedata.normalize(form, word))


def _pattern(word: str) -> str:
    """The pattern of a word, with any white space between its parts."""
    return r"\s+".join(map(re.escape, word.split()))


def _one_of(patterns: Iterable[str]) -> str:
    return "|".join(sorted(patterns, key=len, reverse=True))


def _struck(value: Any, strike: _Strike) -> Any:
    if isinstance(value, Enum):
        return value
    if isinstance(value, str):
        return strike(value)
    if isinstance(value, tuple):
        return tuple(_struck(each, strike) for each in value)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{each.name: _struck(getattr(value, each.name), strike) for each in fields(value)})
    return value
