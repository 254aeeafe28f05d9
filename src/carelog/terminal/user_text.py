"""Text that people wrote, made safe to draw: cleaned, in characters the terminal has, and kept to its columns."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from rich.cells import cell_len, set_cell_size
from rich.console import Console, ConsoleOptions
from rich.text import Text

from carelog.domain.text import clean
from carelog.terminal.page import page_width
from carelog.terminal.word_wrap import with_whole_commands

_FIRST_STRONG_ISOLATE, _POP_ISOLATE = "\N{FIRST STRONG ISOLATE}", "\N{POP DIRECTIONAL ISOLATE}"
_RIGHT_TO_LEFT = {"R", "AL", "AN"}
_JOINER, _EMOJI_FACE, _KEYCAP = "\N{ZERO WIDTH JOINER}", "\N{VARIATION SELECTOR-16}", "\N{COMBINING ENCLOSING KEYCAP}"
_NO_BREAK = "\N{BRAILLE PATTERN BLANK}"
"""Stands for a blank where a line must not break until lines are wrapped: Rich breaks at no-break spaces too."""
_BETWEEN_DIGITS = re.compile(r"(?<=\d) (?=[\d(])|(?<=[\d)]) (?=\d)")
_FIRST_SYMBOL = 0x2190
"""Where Unicode's symbols begin; a joiner between letters before it belongs to a script, not to an emoji."""
_SKIN_TONES = range(0x1F3FB, 0x1F400)
_FLAG_LETTERS = range(0x1F1E6, 0x1F200)
_PLAIN_FORMS = {"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "…": "...", "–": "-", "—": "-", "·": "-", "ß": "ss"}


def field(raw: str, options: ConsoleOptions) -> str:
    """Cleaned text on one line, in characters the terminal has, with a width that all terminals agree on.

    An emoji made of several characters is reduced to the first: terminals disagree on the width of the rest, and what
    stands beside the field must stay in its column. Text without any visible character becomes a question mark.
    """
    shown = " ".join(_simple_emoji(clean(raw)).split())
    return encodable(shown or ("?" if raw.strip() else ""), options.encoding)


def shortened(raw: str, width: int, options: ConsoleOptions) -> str:
    """A `field` of at most `width` columns; a longer text is cut and ends in dots."""
    text = field(raw, options)
    if cell_len(text) > width:
        dots = encodable("…", options.encoding)
        text = set_cell_size(text, max(width - len(dots), 0)).rstrip() + dots
    return _isolated(text)


def wrapped(raw: str, width: int, console: Console, options: ConsoleOptions, most: int | None = None) -> list[str]:
    """Text in lines of at most `width` columns, with its own line breaks; after `most` lines it is cut with dots."""
    return _wrapped(map(_simple_emoji, clean(raw).split("\n")), width, console, options, most)


def wrapped_keeping_emoji(raw: str, width: int, console: Console, options: ConsoleOptions) -> list[str]:
    """Text in lines of at most `width` columns, with composed emoji left whole; for text that nothing stands beside."""
    return _wrapped(clean(raw).split("\n"), width, console, options, None)


def paragraph(text: str, console: Console, options: ConsoleOptions, style: str = "") -> Iterator[Text]:
    """Text wrapped to the width of the page."""
    return (Text(line, style=style) for line in wrapped(text, page_width(options), console, options))


def longest_word_width(raw: str, options: ConsoleOptions) -> int:
    """The columns of the longest word in a text; groups of digits with blanks between them count as one word."""
    return max((cell_len(word) for word in _with_whole_numbers(field(raw, options)).split(" ")), default=0)


def encodable(text: str, encoding: str) -> str:
    """The text in characters that an encoding has; others lose their accents or become question marks."""
    if text.isascii() or encoding.lower().startswith("utf"):
        return text
    return "".join(_replacement(letter, encoding) for letter in text)


def _simple_emoji(text: str) -> str:
    """The text with each composed emoji reduced to its first character, and flags to the letters of their country."""
    if text.isascii():
        return text
    kept: list[str] = []
    joined = False
    for letter in text:
        code = ord(letter)
        if joined and code >= _FIRST_SYMBOL:
            joined = False
        elif letter == _JOINER and kept and ord(kept[-1]) >= _FIRST_SYMBOL:
            joined = True
        elif code in _FLAG_LETTERS:
            kept.append(chr(code - _FLAG_LETTERS.start + ord("A")))
        elif letter not in (_EMOJI_FACE, _KEYCAP) and code not in _SKIN_TONES:
            kept.append(letter)
            joined = False
    return "".join(kept)


def _isolated(line: str) -> str:
    """A line with right-to-left letters in a bidirectional isolate, so that it does not reorder what is beside it."""
    if any(unicodedata.bidirectional(letter) in _RIGHT_TO_LEFT for letter in line):
        return f"{_FIRST_STRONG_ISOLATE}{line}{_POP_ISOLATE}"
    return line


def _wrapped(
    paragraphs: Iterable[str], width: int, console: Console, options: ConsoleOptions, most: int | None
) -> list[str]:
    cleaned = (encodable(" ".join(each.split()), options.encoding) for each in paragraphs)
    lines = [line for each in cleaned for line in _lines(each, width, console)]
    if most is not None and len(lines) > most:
        dots = encodable("…", options.encoding)
        lines[most - 1 :] = [set_cell_size(lines[most - 1], min(cell_len(lines[most - 1]), width - len(dots))) + dots]
    return [_isolated(line) for line in lines]


def _lines(text: str, width: int, console: Console) -> Iterator[str]:
    whole = with_whole_commands(_with_whole_numbers(text), width, _NO_BREAK)
    for line in Text(whole).wrap(console, max(width, 1)):
        yield line.plain.replace(_NO_BREAK, " ").rstrip()


def _with_whole_numbers(text: str) -> str:
    """The text with no-break blanks between digits, so that a telephone number stays on one line."""
    return _BETWEEN_DIGITS.sub(_NO_BREAK, text)


def _replacement(letter: str, encoding: str) -> str:
    if not _has(encoding, letter):
        letter = _PLAIN_FORMS.get(letter) or unicodedata.normalize("NFKD", letter)
        letter = "".join(each for each in letter if not unicodedata.combining(each))
    return letter if _has(encoding, letter) else "?"


def _has(encoding: str, text: str) -> bool:
    try:
        text.encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return False
    return True
