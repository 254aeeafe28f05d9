"""Redaction of words: every occurrence of a word on a page, however it is stored and typed, becomes a bar."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from typing import TYPE_CHECKING, Any, TypeVar

from carelog.domain.letters import has_no_blanks, plain_letters, plain_parts

if TYPE_CHECKING:
    from carelog.review.packet.packet import Packet
    from carelog.review.pages.life_chart import LifeChart

Page = TypeVar("Page", "Packet", "LifeChart")

STRUCK = "▮▮▮"
_NOT_REDACTED = {"audience", "sections", "left_out"}
"""Fields that hold carelog's own words and none of the person's."""


class Strike:
    """Strikes some words or names: in a text by calling it, and on a whole page.

    Whatever finds a word strikes it, also within longer words: its plain letters (`carelog.domain.letters`), with any
    blanks between them. So case, accents, the form in which characters are stored and what nobody sees make no
    difference. A longer word goes whole, because its rest would say what was struck; where a script has no blanks
    between words, no more than the word goes. Empty words are ignored.
    """

    def __init__(self, words: Iterable[str]) -> None:
        self._words = [word for word in words if word.strip()]

    def __call__(self, text: str) -> str:
        """The text with STRUCK in place of each word, and of words that overlap once."""
        kept, end = [], 0
        for first, last in self.places(text):
            kept += [text[end:first], STRUCK]
            end = last
        return "".join((*kept, text[end:]))

    def places(self, text: str) -> list[tuple[int, int]]:
        """Where something is struck in a text: the first character of each place and the one after its last."""
        return list(_merged(_whole_words(text, *place) for place in self._places(text)))

    def page(self, page: Page) -> Page:
        """The page with every text on it struck."""
        if not self._words:
            return page
        changes = {
            field.name: _struck(getattr(page, field.name), self)
            for field in fields(page)
            if field.name not in _NOT_REDACTED
        }
        return replace(page, **changes)

    def _places(self, text: str) -> Iterator[tuple[int, int]]:
        """Where the words are in a text: the first character and the one after the last."""
        letters = plain_letters(text)
        in_letters: list[tuple[int, int]] = []
        for word in self._words:
            pattern = _pattern(plain_letters(word))
            if pattern:
                in_letters += _found(pattern, letters)
            else:
                yield from _found(_pattern(word), text)
        if in_letters:
            borders = _borders(text)
            yield from ((borders[first][0], borders[last - 1][1]) for first, last in in_letters)


def longer_words(page: Packet | LifeChart, word: str) -> list[str]:
    """The longer words of a page that are struck with a word, each once, in lower case and in order."""
    strike = Strike([word])
    letters = plain_letters(word).strip()
    texts = [
        text for field in fields(page) if field.name not in _NOT_REDACTED for text in _texts(getattr(page, field.name))
    ]
    struck = {plain_letters(text[first:last]) for text in texts for first, last in strike.places(text)}
    return sorted(each for each in struck if each.split() != letters.split())


def _texts(value: Any) -> Iterator[str]:
    """Every text in a part of a page, but for choices of a list."""
    if isinstance(value, str) and not isinstance(value, Enum):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from _texts(each)
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield from _texts(getattr(value, field.name))


def _whole_words(text: str, first: int, last: int) -> tuple[int, int]:
    """A place in a text, to the ends of the words in which it begins and ends."""
    while first > 0 and _is_one_word(text[first - 1], text[first]):
        first -= 1
    while last < len(text) and _is_one_word(text[last - 1], text[last]):
        last += 1
    return first, last


def _is_one_word(before: str, after: str) -> bool:
    """Whether two characters side by side are of one word."""
    return _is_of_a_word(before) and _is_of_a_word(after) and not has_no_blanks(before + after)


def _is_of_a_word(one: str) -> bool:
    return one.isalnum() or (not one.isascii() and not plain_letters(one).strip() and not one.isspace())


def _pattern(word: str) -> str:
    """The pattern of a word, with any white space between its parts; empty where it has none."""
    return r"\s+".join(map(re.escape, word.split()))


def _found(pattern: str, text: str) -> Iterator[tuple[int, int]]:
    """Every place of a pattern, also where one begins within another."""
    return (each.span(1) for each in re.finditer(f"(?=({pattern}))", text))


def _borders(text: str) -> list[tuple[int, int]]:
    """Where the part begins and ends that each of the plain letters of a text is of."""
    borders: list[tuple[int, int]] = []
    end = 0
    for part, letters in plain_parts(text):
        begin, end = end, end + len(part)
        borders += [(begin, end)] * len(letters)
    return borders


def _merged(places: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The places in order, those that overlap as one."""
    last = None
    for begin, end in sorted(places):
        if last is not None and begin < last[1]:
            last = (last[0], max(last[1], end))
            continue
        if last is not None:
            yield last
        last = (begin, end)
    if last is not None:
        yield last


def _struck(value: Any, strike: Strike) -> Any:
    if isinstance(value, Enum):
        return value
    if isinstance(value, str):
        return strike(value)
    if isinstance(value, tuple):
        return tuple(_struck(each, strike) for each in value)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{each.name: _struck(getattr(value, each.name), strike) for each in fields(value)})
    return value
