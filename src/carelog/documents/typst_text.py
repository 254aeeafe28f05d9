"""A person's text as Typst needs it: which way it runs, where a long word may break, which parts are emoji.

Typst has no direction of a paragraph by its first letter (its issue 5642), does not break a word that is wider than the
paper, and does not look at U+FE0F when it chooses a font (its issue 8388).
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from itertools import groupby

from carelog.domain.text import clean, clean_line

Words = str | dict[str, object]
"""Plain words, or what `words` in document.typ takes: runs with their direction and their language."""

_MOST_LINES = 100
"""More lines are laid out as several paragraphs: the time that one takes grows with the square of its lines."""
_LONGEST_STRETCH = 20
_UNBROKEN = re.compile(r"\S{41,}")
_BREAK_HERE = "\N{ZERO WIDTH SPACE}"
_NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"
_BREAKS_BY_ITSELF = frozenset("/-?&")
_EMOJI = re.compile(
    "[0-9#*]\ufe0f?\u20e3"
    "|(?:[^\\s\ufe0f\u200d][\U0001f3fb-\U0001f3ff]?\ufe0f?\u200d)*[^\\s\ufe0f]\ufe0f(?:\u200d[^\\s\ufe0f]\ufe0f?)*"
)
_NO_CHARACTERS = re.compile(
    f"[\ufdd0-\ufdef{''.join(chr(plane << 16 | end) for plane in range(17) for end in (0xFFFE, 0xFFFF))}]"
)
_SCRIPTS = (
    ("el", 0x370, 0x3FF),
    ("hy", 0x530, 0x58F),
    ("he", 0x590, 0x5FF),
    ("ar", 0x600, 0x6FF),
    ("hi", 0x900, 0x97F),
    ("bn", 0x980, 0x9FF),
    ("pa", 0xA00, 0xA7F),
    ("gu", 0xA80, 0xAFF),
    ("ta", 0xB80, 0xBFF),
    ("te", 0xC00, 0xC7F),
    ("kn", 0xC80, 0xCFF),
    ("ml", 0xD00, 0xD7F),
    ("si", 0xD80, 0xDFF),
    ("th", 0xE00, 0xE7F),
    ("lo", 0xE80, 0xEFF),
    ("my", 0x1000, 0x109F),
    ("ka", 0x10A0, 0x10FF),
    ("am", 0x1200, 0x139F),
    ("km", 0x1780, 0x17FF),
    ("ja", 0x3040, 0x30FF),
    ("zh", 0x3400, 0x9FFF),
    ("ko", 0xAC00, 0xD7A3),
)


def words(text: str) -> Words:
    """Text on one line, for headings, sentences and cells."""
    return _runs(clean_line(text), rtl=None)


def lines(text: str) -> list[Words]:
    """Text of several lines, as paragraphs: lines that run the same way together, an empty one between others.

    A line without a letter runs as the one before it. Blanks at the beginning of a line stay.
    """
    return [_runs("\n".join(some), rtl) for some, rtl in _paragraphs(clean(text))]


def runs_right_to_left(text: str) -> bool | None:
    """Whether the first letter with a direction runs from right to left; None without such a letter."""
    for each in text:
        direction = unicodedata.bidirectional(each)
        if direction in {"R", "AL"}:
            return True
        if direction == "L":
            return False
    return None


def breakable(text: str) -> str:
    """The same text, with places to break in words of more than 40 characters, such as addresses of pages."""
    return _UNBROKEN.sub(lambda found: "".join(_with_breaks(found[0])), text)


def language(text: str) -> str | None:
    """The language most letters point to by their script, for the voice that reads; None where the script says little.

    Latin, Cyrillic and others are written in by too many languages.
    """
    counted = Counter(map(_language_of, filter(str.isalpha, text)))
    if counted["ja"]:
        counted["ja"] += counted.pop("zh", 0)
    found = counted.most_common(1)
    return found[0][0] if found else None


def _runs(text: str, rtl: bool | None) -> Words:
    """The text with places to break; plain where it runs as English does and holds no emoji of two looks."""
    text = breakable(_NO_CHARACTERS.sub("\N{REPLACEMENT CHARACTER}", text))
    if text.isascii():
        return text
    rtl = runs_right_to_left(text) if rtl is None else rtl
    runs = list(_emoji_apart(text))
    spoken = language(text)
    if not rtl and not spoken and all(isinstance(each, str) for each in runs):
        return text
    return {"runs": runs, "rtl": bool(rtl), "language": spoken}


def _paragraphs(text: str) -> Iterator[tuple[list[str], bool]]:
    for rtl, group in groupby(_directed(text), key=lambda each: each[1]):
        kept = [_indented(line) for line, _ in group]
        yield from ((kept[start : start + _MOST_LINES], rtl) for start in range(0, len(kept), _MOST_LINES))


def _directed(text: str) -> Iterator[tuple[str, bool]]:
    rtl = False
    for line in text.split("\n"):
        found = runs_right_to_left(line)
        rtl = rtl if found is None else found
        yield line, rtl


def _indented(line: str) -> str:
    shown = line.expandtabs(4).rstrip(" ")
    rest = shown.lstrip(" ")
    return _NO_BREAK_SPACE * (len(shown) - len(rest)) + rest


def _with_breaks(word: str) -> Iterator[str]:
    stretch = 0
    for before, each in zip(f" {word}", word, strict=False):
        if stretch >= _LONGEST_STRETCH and _may_part(before, each):
            yield _BREAK_HERE
            stretch = 0
        stretch = 0 if each in _BREAKS_BY_ITSELF else stretch + 1
        yield each


def _may_part(before: str, after: str) -> bool:
    """Not inside what is read as one letter; scripts from U+0900 on break by rules of their own."""
    return before < "\u0900" and after < "\u0900" and not unicodedata.category(after).startswith("M")


def _emoji_apart(text: str) -> Iterator[str | list[str]]:
    """Runs of text; what has to be drawn by the font of emoji is a list of one."""
    end = 0
    for found in _EMOJI.finditer(text):
        if found.start() > end:
            yield text[end : found.start()]
        yield [found[0]]
        end = found.end()
    if end < len(text):
        yield text[end:]


def _language_of(letter: str) -> str | None:
    code = ord(letter)
    return next((spoken for spoken, first, last in _SCRIPTS if first <= code <= last), None)
