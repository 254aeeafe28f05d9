"""Parse a day of the week that is written as a word, in the languages of date_words.py."""

from __future__ import annotations

from functools import cache, lru_cache

from carelog.exchange.files.date_words import SHORTENED, WEEKS, numbered, without_accents

_OF_TWO_LETTERS = ("mo di mi do fr sa so", "ma di wo do vr za zo")
"""The short names in German and in Dutch, Monday first."""
_SHORTEST = 3


@cache
def week_in(language: str) -> dict[str, int]:
    """The days of the week in a language, 0 for Monday, by their names without accents."""
    return numbered(WEEKS[language], 0)


@lru_cache(maxsize=256)
def weekday_of_word(word: str) -> int | None:
    """The day of the week, 0 for Monday, that a word names in full or by three letters or more; None for another."""
    word = without_accents(word)
    if len(word) < _SHORTEST:
        return _short_names().get(word)
    fitting = {week_in(each)[word] for each in WEEKS if word in week_in(each)}
    fitting = fitting or {day for each in SHORTENED for name, day in week_in(each).items() if name.startswith(word)}
    return fitting.pop() if len(fitting) == 1 else None


@cache
def _short_names() -> dict[str, int]:
    return {name: day for week in _OF_TWO_LETTERS for day, name in enumerate(week.split())}
