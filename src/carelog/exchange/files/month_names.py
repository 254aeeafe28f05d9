"""Parse a day and a month that is written as a word, in the languages of date_words.py.

Some words are another month in another language: listopad is November in Polish and October in Croatian. Such a word is
never guessed; `settled` reads it where the other words of the file leave one language only.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache, lru_cache

from carelog.exchange.files.date_words import MONTHS, SHORTENED, numbered, without_accents
from carelog.exchange.files.weekday_names import week_in

_SHORTEST = 3
_DAY_OR_WORD = re.compile(r"(?<![0-9])(?P<day>[0-9]{1,2})(?![0-9])(?:(?:st|nd|rd|th|er|o)\b)?|(?P<word>[^\W\d_]+)")
_WORD = re.compile(r"[^\W\d_]+")
_LITTLE_WORDS = {"de", "d", "of", "the", "den", "le", "el"}
_EAST_ASIAN = re.compile(r"([0-9]{1,2})[月월] ?([0-9]{1,2})[日일]")
_ENGLISH = MONTHS["en"].split()


def day_and_month(text: str) -> tuple[int, int] | None:
    """The day and the month of a text such as “18 May”, “3 février”, “7 września” or “3月9日”; None for another text.

    A month may be shortened to three letters or more if it still fits only one month. The day is not checked.
    """
    if found := _EAST_ASIAN.match(text.strip()):
        return int(found[2]), int(found[1])
    parts = list(_DAY_OR_WORD.finditer(without_accents(text)))
    days = [int(part["day"]) for part in parts if part["day"]]
    words = [part["word"] for part in parts if part["word"] and part["word"] not in _LITTLE_WORDS]
    if len(days) != 1 or len(words) != 1:
        return None
    month = month_of_word(words[0])
    return (days[0], month) if month else None


@lru_cache(maxsize=256)
def month_of_word(word: str) -> int | None:
    """The month, 1 to 12, that a word names in every language that has it; None where they differ, or none has it."""
    months = _meanings(without_accents(word))
    return months.pop() if len(months) == 1 else None


def names_open_month(text: str) -> bool:
    """Whether a word of a text is one month in one language and another in another."""
    return any(len(_meanings(word)) > 1 for word in _WORD.findall(without_accents(text)))


def settled(texts: Iterable[str]) -> Callable[[str], str]:
    """A function that writes a month in English where only the language of all `texts` together tells it.

    `texts` are dates as they are written, with or without the day of the week. Where they fit several languages in
    which the word is another month, or none, the function returns a text as it is.
    """
    words = {word for text in texts for word in _WORD.findall(without_accents(text))}
    open_words = set(filter(names_open_month, words))
    languages = [each for each in MONTHS if open_words and _fits(each, words)]
    found = {word: {_names(each)[word] for each in languages if word in _names(each)} for word in open_words}
    english = {word: _ENGLISH[months.pop() - 1] for word, months in found.items() if len(months) == 1}
    return lambda text: _WORD.sub(lambda word: english.get(without_accents(word[0]), word[0]), text)


def _fits(language: str, words: Iterable[str]) -> bool:
    """Whether each word that names a month or a day of the week anywhere does so in a language."""
    return all(_is_of(language, word) for word in words if any(_is_of(each, word) for each in MONTHS))


def _is_of(language: str, word: str) -> bool:
    names = _names(language).keys() | week_in(language).keys()
    is_short = language in SHORTENED and len(word) >= _SHORTEST and any(name.startswith(word) for name in names)
    return word in names or is_short


def _meanings(word: str) -> set[int]:
    """The months that a word without accents names, in all languages together.

    A whole name or a listed short form counts before one that is shortened.
    """
    listed = {_names(language)[word] for language in MONTHS if word in _names(language)}
    if listed or len(word) < _SHORTEST:
        return listed
    shortened = {month for each in SHORTENED for name, month in _names(each).items() if name.startswith(word)}
    return shortened if len(shortened) == 1 else set()


@cache
def _names(language: str) -> dict[str, int]:
    return numbered(MONTHS[language], 1)
