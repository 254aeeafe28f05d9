"""A day and a month in words, in the languages whose exports are known to write them so."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

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

_OTHERWISE = {"janner": 1, "feber": 2, "mrt": 3, "setiembre": 9}
_SHORTEST = 3
_PIECE = re.compile(r"(?<![0-9])(?P<day>[0-9]{1,2})(?![0-9])(?:(?:st|nd|rd|th|er|o)\b)?|(?P<word>[^\W\d_]+)")
_LITTLE_WORDS = {"de", "d", "of", "the", "den", "le", "el"}


def day_and_month(text: str) -> tuple[int, int] | None:
    """The day and the month of a text such as “18 May”, “April 12”, “3 février” or “3 de março”, else None.

    A month may be shortened to three letters or more where that fits one month only.
    """
    pieces = list(_PIECE.finditer(_bare(text)))
    days = [int(piece["day"]) for piece in pieces if piece["day"]]
    words = [piece["word"] for piece in pieces if piece["word"] and piece["word"] not in _LITTLE_WORDS]
    if len(days) != 1 or len(words) != 1:
        return None
    month = _month(words[0])
    return (days[0], month) if month else None


def _month(word: str) -> int | None:
    names = _names()
    if word in names:
        return names[word]
    begun = {month for name, month in names.items() if len(word) >= _SHORTEST and name.startswith(word)}
    return begun.pop() if len(begun) == 1 else None


@cache
def _names() -> dict[str, int]:
    known = {_bare(name): month for year in _MONTHS for month, name in enumerate(year.split(), start=1)}
    return known | _OTHERWISE


def _bare(text: str) -> str:
    """Lower case without accents: exports differ in how they write them."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in apart if not unicodedata.combining(letter))
