"""Letters without accents: the form in which words and names are looked up, so that `cafe` finds `Café`.

Names are the same only where `carelog.domain.text.fold` says so: here `Zoë` and `Zoe` are alike, and stay two people.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from carelog.domain.text import fold

Thing = TypeVar("Thing")

_Folding = Callable[[str], str]
_Comparison = Callable[[str, str], bool]

_LEFT_OUT = frozenset((*range(200, 241), *range(10, 37)))
"""Combining classes (Unicode Standard Annex 44) of the marks that are left out.

They are 200 to 240, marks above, below or beside a letter, and 10 to 36, the points of Hebrew, Arabic and Syriac, which
most people do not write. Signs of Devanagari, Thai and other scripts of the kind have other classes and stay, because
without them a word is another.
"""

_BASE_LETTERS = {
    "æ": "ae",
    "œ": "oe",
    "ł": "l",
    "ø": "o",
    "đ": "d",
    "ð": "d",
    "ħ": "h",
    "ŧ": "t",
    "ŋ": "n",
    "þ": "th",
    "ı": "i",
    "ȷ": "j",
    "ɓ": "b",
    "ɖ": "d",
    "ɗ": "d",
    "ɨ": "i",
    "ƙ": "k",
    "ƴ": "y",
    "ƶ": "z",
    "ǥ": "g",
}
"""What is typed for small letters that Unicode does not take apart; ß is in its folding of case already."""
_UNSEEN = frozenset("\N{ZERO WIDTH NON-JOINER}\N{ZERO WIDTH JOINER}\N{ARABIC TATWEEL}") | frozenset(
    map(chr, range(0xFE00, 0xFE10))
)
"""Joiners, the stroke that lengthens Arabic words, and selectors of how a character looks."""


def plain_letters(text: str) -> str:
    """A text without case, accents, points and marks that nobody sees, in the letters that a keyboard without them has.

    It is the same for a text in any normal form, and for a text that it returned.
    """
    if text.isascii():
        return text.lower()
    import unicodedata

    plain = text.translate(_PLAIN)
    return plain if plain.isascii() else unicodedata.normalize("NFC", plain)


def meant_by(typed: str, things: Iterable[Thing], name_of: Callable[[Thing], str]) -> list[Thing]:
    """The things whose name a person may have typed; several where it is not clear which.

    A whole name that is spelled so, in any case, is meant. Else it may be one that begins so, or a whole name of the
    same letters without accents; else one that begins with these letters.
    """
    known = list(things)
    return (
        _fitting(typed, known, name_of, (fold, str.__eq__))
        or _fitting(typed, known, name_of, (fold, str.startswith), (plain_letters, str.__eq__))
        or _fitting(typed, known, name_of, (plain_letters, str.startswith))
    )


def spelled(typed: str, things: Iterable[Thing], name_of: Callable[[Thing], str]) -> list[Thing]:
    """The things whose whole name a person may have typed: those spelled so, else those of the same letters."""
    known = list(things)
    return _fitting(typed, known, name_of, (fold, str.__eq__)) or _fitting(
        typed, known, name_of, (plain_letters, str.__eq__)
    )


def _fitting(
    typed: str, things: Iterable[Thing], name_of: Callable[[Thing], str], *ways: tuple[_Folding, _Comparison]
) -> list[Thing]:
    """The things whose name fits in one of the ways."""
    wanted = [(folded, fits, letters) for folded, fits in ways if (letters := folded(typed))]
    return [each for each in things if any(fits(folded(name_of(each)), letters) for folded, fits, letters in wanted)]


class _PlainLetters(dict[int, str]):
    """The plain letters of each character by its code, found out when it is first met."""

    def __missing__(self, code: int) -> str:
        from unicodedata import combining, normalize

        kept = (each for each in normalize("NFD", fold(chr(code))) if each not in _UNSEEN)
        plain = (_BASE_LETTERS.get(each, each) for each in kept if combining(each) not in _LEFT_OUT)
        self[code] = normalize("NFC", "".join(plain))
        return self[code]


_PLAIN = _PlainLetters()
