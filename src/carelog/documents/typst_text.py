"""A person's text as Typst needs it: its direction, places to break long words, and which parts are emoji.

Typst does not take the direction of a paragraph from its first letter (its issue 5642), does not break a word that is
wider than the paper, and ignores U+FE0F when it chooses a font (its issue 8388).
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from itertools import groupby

from carelog.domain.text import clean, clean_line

Words = str | dict[str, object]
"""Plain text, or what `words` in document.typ takes: runs of text with their direction and language."""

_MOST_LINES = 100
"""The most lines of one paragraph: the time to lay it out grows with the square of its lines."""
_DEEPEST_INDENT = 40
"""The most blanks that are kept at the beginning of a line."""
_LONG_WORD = re.compile(r"[^ \n]{41,}")
_LONGEST_STRETCH, _LONGEST_STRETCH_OF_OTHERS = 20, 200
_MOST_MARKS, _WIDEST_LINE = 1_000, 250
"""The most characters without width on a line of at most this many others: Typst panics on lines over 65,535 bytes."""
_JOINER, _VIRAMA = "\N{ZERO WIDTH JOINER}", 9
_BREAK_HERE = "\N{ZERO WIDTH SPACE}"
_NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"
_WITHOUT_WIDTH = frozenset(
    "\u115f\u1160\u3164\uffa0\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
)
"""Fillers, and blanks that Typst lets hang over the end of a line."""
_EMOJI = re.compile(
    "[0-9#*]\ufe0f?\u20e3"
    "|(?:[^\\s\ufe0f\u200d][\U0001f3fb-\U0001f3ff]?\ufe0f?\u200d)*[^\\s\ufe0f]\ufe0f(?:\u200d[^\\s\ufe0f]\ufe0f?)*"
)
_NONCHARACTERS = re.compile(
    f"[\ufdd0-\ufdef{''.join(chr(plane << 16 | end) for plane in range(17) for end in (0xFFFE, 0xFFFF))}]"
)
_LANGUAGES = (
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
"""Languages that have a script mostly to themselves, with the first and last code point of its block."""


def words(text: str) -> Words:
    """Text on one line, for headings, paragraphs and cells."""
    return _runs(clean_line(text), rtl=None)


def lines(text: str) -> list[Words]:
    """Text of several lines as paragraphs, a new one wherever the direction changes.

    A line without letters has the direction of the line before. Blanks at the beginning of lines are kept.
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
    """The text with places to break in words of more than 40 characters, such as URLs."""
    return "".join(_with_breaks(text)) if _LONG_WORD.search(text) else text


def language(text: str) -> str | None:
    """The language that the script of most letters suggests, as an ISO 639 code for the voice of a screen reader.

    None for Latin, Cyrillic and other scripts that many languages share.
    """
    counts = Counter(map(_language_of, filter(str.isalpha, text)))
    if counts["ja"]:
        counts["ja"] += counts.pop("zh", 0)
    found = counts.most_common(1)
    return found[0][0] if found else None


def _runs(text: str, rtl: bool | None) -> Words:
    """The text with places to break; a plain string if it is left to right, without emoji and of no known language."""
    text = breakable(_NONCHARACTERS.sub("\N{REPLACEMENT CHARACTER}", text))
    if text.isascii():
        return text
    rtl = runs_right_to_left(text) if rtl is None else rtl
    runs = list(_split_at_emoji(text))
    spoken = language(text)
    if not rtl and not spoken and all(isinstance(each, str) for each in runs):
        return text
    return {"runs": runs, "rtl": bool(rtl), "language": spoken}


def _split_at_emoji(text: str) -> Iterator[str | list[str]]:
    """Runs of text; an emoji that needs the emoji font is a list of one."""
    end = 0
    for found in _EMOJI.finditer(text):
        if found.start() > end:
            yield text[end : found.start()]
        yield [found[0]]
        end = found.end()
    if end < len(text):
        yield text[end:]


def _paragraphs(text: str) -> Iterator[tuple[list[str], bool]]:
    for rtl, group in groupby(_with_direction(text), key=lambda each: each[1]):
        kept = [_indented(line) for line, _ in group]
        yield from ((kept[start : start + _MOST_LINES], rtl) for start in range(0, len(kept), _MOST_LINES))


def _with_direction(text: str) -> Iterator[tuple[str, bool]]:
    """Each line, and whether it runs from right to left."""
    rtl = False
    for line in text.split("\n"):
        found = runs_right_to_left(line)
        rtl = rtl if found is None else found
        yield line, rtl


def _indented(line: str) -> str:
    shown = line.expandtabs(4).rstrip(" ")
    rest = shown.lstrip(" ")
    return _NO_BREAK_SPACE * min(len(shown) - len(rest), _DEEPEST_INDENT) + rest


def _with_breaks(text: str) -> Iterator[str]:
    """The characters of a text with places to break between them; a new line where too many have no width."""
    before, stretch, marks, visible = " ", 0, 0, 0
    for each in text:
        kind = unicodedata.category(each)[0]
        if marks >= _MOST_MARKS:
            yield "\n"
            stretch = marks = visible = 0
        elif _needs_break(before, each, kind, stretch):
            yield _BREAK_HERE
            stretch = 0
        yield each
        before = each
        stretch = 0 if _can_break_after(each) else stretch + 1
        if kind in "MC" or each in _WITHOUT_WIDTH:
            marks += 1
        elif each != " ":
            visible += 1
        if each == "\n" or visible > _WIDEST_LINE:
            marks = visible = 0


def _needs_break(before: str, after: str, kind: str, stretch: int) -> bool:
    """Whether a place to break is due: never before a combining mark, and late between characters joined to one."""
    joined = before == _JOINER or unicodedata.combining(before) == _VIRAMA
    return kind != "M" and stretch >= _longest_stretch(after) + (_LONGEST_STRETCH if joined else 0)


def _longest_stretch(letter: str) -> int:
    """How many characters may go without a place to break before this one.

    Typst breaks emoji and the scripts of South-East Asia by itself, and better, so they get more.
    """
    code = ord(letter)
    is_other = 0xE00 <= code <= 0xEFF or 0x1000 <= code <= 0x109F or 0x1780 <= code <= 0x17FF or code >= 0x1F000
    return _LONGEST_STRETCH_OF_OTHERS if is_other or unicodedata.category(letter) == "So" else _LONGEST_STRETCH


def _can_break_after(letter: str) -> bool:
    """Whether Typst can break a line here by itself: after the punctuation of URLs, between East Asian characters."""
    return letter in "/-?& \n" or ("\u3041" <= letter <= "\ud7a3" and unicodedata.category(letter) == "Lo")


def _language_of(letter: str) -> str | None:
    code = ord(letter)
    return next((language for language, first, last in _LANGUAGES if first <= code <= last), None)
