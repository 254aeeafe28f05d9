"""Parse a day and a month that is written as a word, in the languages in which apps export dates so."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

_MONTHS = (
    "january february march april may june july august september october november december",
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "januar februar märz april mai juni juli august september oktober november dezember",
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "januari februari maart april mei juni juli augustus september oktober november december",
)
"""English, French, German, Spanish, Italian, Portuguese and Dutch, January first."""

_OTHER_NAMES = {"janner": 1, "feber": 2, "mrt": 3, "setiembre": 9}
_SHORTEST = 3
_DAY_OR_WORD = re.compile(r"(?<![0-9])(?P<day>[0-9]{1,2})(?![0-9])(?:(?:st|nd|rd|th|er|o)\b)?|(?P<word>[^\W\d_]+)")
_LITTLE_WORDS = {"de", "d", "of", "the", "den", "le", "el"}


def day_and_month(text: str) -> tuple[int, int] | None:
    """The day and the month of a text such as “18 May”, “April 12”, “3 février” or “3 de março”; None for another text.

    A month may be shortened to three letters or more if it still fits only one month. The day is not checked.
    """
    parts = list(_DAY_OR_WORD.finditer(without_accents(text)))
    days = [int(part["day"]) for part in parts if part["day"]]
    words = [part["word"] for part in parts if part["word"] and part["word"] not in _LITTLE_WORDS]
    if len(days) != 1 or len(words) != 1:
        return None
    month = month_of_word(words[0])
    return (days[0], month) if month else None


@lru_cache(maxsize=256)
def month_of_word(word: str) -> int | None:
    """The month, 1 to 12, that a word names in full or by its first three letters or more; None for another word."""
    names, word = _names(), without_accents(word)
    if word in names:
        return names[word]
    fitting = {month for name, month in names.items() if len(word) >= _SHORTEST and name.startswith(word)}
    return fitting.pop() if len(fitting) == 1 else None


@cache
def _names() -> dict[str, int]:
    names = {without_accents(name): month for year in _MONTHS for month, name in enumerate(year.split(), start=1)}
    return names | _OTHER_NAMES


def without_accents(text: str) -> str:
    """The text in lower case without accents, because some exports leave them out."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))
