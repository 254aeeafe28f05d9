"""Letters without accents: the form in which words and names are looked up, so that `cafe` finds `Café`.

Names are the same only where `carelog.domain.text.fold` says so: here `Zoë` and `Zoe` are alike, and stay two people.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

from carelog.domain.text import fold

Thing = TypeVar("Thing")

_Folding = Callable[[str], str]
_Comparison = Callable[[str, str], bool]

_LEFT_OUT = frozenset((*range(200, 241), *range(10, 37), 1))
"""Combining classes (Unicode Standard Annex 44) of the marks that are left out.

They are 200 to 240, marks above, below or beside a letter, 10 to 36, the points of Hebrew, Arabic and Syriac, which
most people do not write, and 1, lines through a letter, as in a name that is crossed out. Signs of Devanagari, Thai and
other scripts of the kind have other classes and stay, because without them a word is another.
"""
_AROUND = "Me"
"""The category of marks around a letter, such as those of the keys 1 to 9, which are left out too."""

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

_OF_ARABIC_KEYBOARDS = {
    **dict.fromkeys("یىے", "ي"),
    **dict.fromkeys("ہھةە", "ه"),
    "ک": "ك",
    "ٱ": "ا",
}
"""Letters for which Arabic, Persian and Urdu keyboards have different ones: علی is stored as علي too."""

_ON_A_KEYBOARD = {
    **dict.fromkeys("‘’‛ʹʻʼʽʾʿ′‵׳ꞌ❛❜`ˋˊ\N{ACUTE ACCENT}\N{GREEK OXIA}", "'"),
    **dict.fromkeys("“”„‟″״", '"'),
    **dict.fromkeys("‐‒–—―−⁃־", "-"),
    **dict.fromkeys("⁄∕", "/"),
}
"""What is typed for apostrophes, quotation marks and dashes, which telephones set in print: O’Brien, Anna‑Lena."""
_TYPED_AS = _BASE_LETTERS | _OF_ARABIC_KEYBOARDS | _ON_A_KEYBOARD

_UNSEEN = frozenset(
    map(
        chr,
        (
            *(0xAD, 0x34F, 0x61C, 0x640, 0x115F, 0x1160, 0x17B4, 0x17B5, *range(0x180B, 0x1810)),
            *(*range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070), 0x3164),
            *(*range(0xFE00, 0xFE10), 0xFEFF, 0xFFA0, *range(0xFFF0, 0xFFFE), *range(0x1BCA0, 0x1BCA4)),
            *(*range(0x1D173, 0x1D17B), *range(0xE0000, 0xE1000)),
        ),
    )
)
"""What nobody sees or types: the characters that Unicode calls Default_Ignorable_Code_Point (DerivedCoreProperties.txt
of Unicode 16), such as soft hyphens, joiners and selectors of how a character looks; the stroke that lengthens Arabic
words; and U+FFF9 to U+FFFD, the last of which stands for a soft hyphen in a text that was cleaned."""

_WITHOUT_BLANKS = (
    *((0x0E00, 0x0EFF), (0x1000, 0x109F), (0x1780, 0x17FF)),
    *((0x3040, 0x30FF), (0x3400, 0x9FFF), (0xAC00, 0xD7AF), (0xF900, 0xFAFF), (0xFF66, 0xFF9F), (0x20000, 0x3FFFF)),
)
"""First and last codes of the letters of Thai, Lao, Burmese and Khmer, and of Japanese, Chinese and Korean."""

_FIRST_MARK = "\N{COMBINING GRAVE ACCENT}"
"""No character before it becomes one with the letter that it follows."""


def plain_letters(text: str) -> str:
    """A text without case, accents, points and marks that nobody sees, in the letters that a keyboard without them has.

    Digits of every script are 0 to 9. It is the same for a text in any normal form, but for an accent that stands by
    itself, which NFKC takes for a blank; and for a text that it returned.
    """
    if text.isascii():
        return _plain_ascii(text)
    import unicodedata

    plain = text.translate(_PLAIN)
    return plain if plain.isascii() else unicodedata.normalize("NFC", plain)


def plain_parts(text: str) -> Iterator[tuple[str, str]]:
    """The parts of a text, each a letter with all that belongs to it, and the plain letters of each.

    The parts one after the other are the text, and their plain letters are `plain_letters` of it.
    """
    if text.isascii():
        yield from zip(text, _plain_ascii(text), strict=True)
        return
    begin, plain = 0, [_PLAIN[ord(text[0])]]
    for place, each in enumerate(text[1:], 1):
        letters = _PLAIN[ord(each)]
        if letters and _begins_a_part(plain, letters):
            yield text[begin:place], _composed(plain)
            begin, plain = place, []
        plain.append(letters)
    yield text[begin:], _composed(plain)


def has_no_blanks(text: str) -> bool:
    """Whether a text has a letter of a script in which words stand without blanks between them, or with endings."""
    return not text.isascii() and any(any(first <= ord(one) <= last for first, last in _WITHOUT_BLANKS) for one in text)


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


def begun_within(typed: str, things: Iterable[Thing], name_of: Callable[[Thing], str]) -> list[Thing]:
    """The things in whose name a word begins as a person typed: `lib` and `the library` mean `visit the library`."""
    known = list(things)
    return _fitting(typed, known, name_of, (fold, _begins_a_word)) or _fitting(
        typed, known, name_of, (plain_letters, _begins_a_word)
    )


def _fitting(
    typed: str, things: Iterable[Thing], name_of: Callable[[Thing], str], *ways: tuple[_Folding, _Comparison]
) -> list[Thing]:
    """The things whose name fits in one of the ways."""
    wanted = [(folded, fits, letters) for folded, fits in ways if (letters := folded(typed))]
    return [each for each in things if any(fits(folded(name_of(each)), letters) for folded, fits, letters in wanted)]


def _begins_a_word(name: str, letters: str) -> bool:
    before = "" if has_no_blanks(letters) else r"(?<!\w)"
    return re.search(before + re.escape(letters), name) is not None


def _plain_ascii(text: str) -> str:
    return text.lower().replace("`", "'")


def _begins_a_part(before: Sequence[str], letters: str) -> bool:
    """Whether letters stand by themselves after those of the part before them, and do not become one with them."""
    if letters[0] < _FIRST_MARK:
        return True
    from unicodedata import combining, normalize

    if combining(letters[0]):
        return False
    part = _composed(before)
    return normalize("NFC", part + letters) == part + letters


def _composed(plain: Sequence[str]) -> str:
    if len(plain) == 1:
        return plain[0]
    from unicodedata import normalize

    return normalize("NFC", "".join(plain))


class _PlainLetters(dict[int, str]):
    """The plain letters of each character by its code, found out when it is first met."""

    def __missing__(self, code: int) -> str:
        from unicodedata import normalize

        one = chr(code)
        kept = filter(_is_kept, normalize("NFD", _TYPED_AS.get(one) or fold(one)))
        self[code] = normalize("NFC", "".join(map(_typed, kept)))
        return self[code]


def _is_kept(one: str) -> bool:
    from unicodedata import category, combining

    return not (one in _UNSEEN or combining(one) in _LEFT_OUT or category(one) == _AROUND)


def _typed(one: str) -> str:
    from unicodedata import digit

    number = digit(one, None)
    return _TYPED_AS.get(one, one) if number is None else str(number)


_PLAIN = _PlainLetters()
