"""Words that people wrote, made fit to be drawn: cleaned, in the terminal's letters, and kept inside their field."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from rich.cells import cell_len, set_cell_size
from rich.console import Console, ConsoleOptions
from rich.text import Text

from carelog.domain.text import clean
from carelog.terminal.page import page_width

_FIRST_STRONG_ISOLATE, _POP_ISOLATE = "\N{FIRST STRONG ISOLATE}", "\N{POP DIRECTIONAL ISOLATE}"
_RIGHT_TO_LEFT = {"R", "AL", "AN"}
_JOINER, _EMOJI_FACE, _KEYCAP = "\N{ZERO WIDTH JOINER}", "\N{VARIATION SELECTOR-16}", "\N{COMBINING ENCLOSING KEYCAP}"
_BOND = "\N{BRAILLE PATTERN BLANK}"
_BETWEEN_DIGITS = re.compile(r"(?<=\d) (?=[\d(])|(?<=[\d)]) (?=\d)")
_SKIN_TONES = range(0x1F3FB, 0x1F400)
_FLAG_LETTERS = range(0x1F1E6, 0x1F200)
_PLAIN_FORMS = {"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "…": "...", "–": "-", "—": "-", "·": "-", "ß": "ss"}


def field(raw: str, options: ConsoleOptions) -> str:
    """Text on one line, cleaned, in letters that the terminal has, and of a width that all terminals agree on.

    Emoji made of several are drawn as their first: terminals count the columns of the rest differently, and
    what stands beside a field has to stay in its place. What holds nothing that is drawn is a question mark.
    """
    shown = " ".join(_simple_emoji(clean(raw)).split())
    return spelled(shown or ("?" if raw.strip() else ""), options.encoding)


def shortened(raw: str, width: int, options: ConsoleOptions) -> str:
    """A field of at most `width` columns; the end of a longer text is left out, and dots say so."""
    text = field(raw, options)
    if cell_len(text) > width:
        dots = spelled("…", options.encoding)
        text = set_cell_size(text, max(width - len(dots), 0)).rstrip() + dots
    return isolated(text)


def wrapped(raw: str, width: int, console: Console, options: ConsoleOptions, most: int | None = None) -> list[str]:
    """Text in lines of at most `width` columns, its own line breaks kept; after `most` lines dots end it."""
    return _wrapped(map(_simple_emoji, clean(raw).split("\n")), width, console, options, most)


def wrapped_whole(raw: str, width: int, console: Console, options: ConsoleOptions) -> list[str]:
    """The same with emoji of several signs left whole, for words that nothing stands beside."""
    return _wrapped(clean(raw).split("\n"), width, console, options, None)


def _wrapped(
    written: Iterable[str], width: int, console: Console, options: ConsoleOptions, most: int | None
) -> list[str]:
    paragraphs = (spelled(" ".join(line.split()), options.encoding) for line in written)
    lines = [line for paragraph in paragraphs for line in _lines(paragraph, width, console)]
    if most is not None and len(lines) > most:
        dots = spelled("…", options.encoding)
        lines[most - 1 :] = [set_cell_size(lines[most - 1], min(cell_len(lines[most - 1]), width - len(dots))) + dots]
    return [isolated(line) for line in lines]


def paragraph(words: str, console: Console, options: ConsoleOptions, style: str = "") -> Iterator[Text]:
    """Words over the width of the page, each line of its own."""
    return (Text(line, style=style) for line in wrapped(words, page_width(options), console, options))


def longest_piece(raw: str, options: ConsoleOptions) -> int:
    """The columns of the longest word or number in a text; groups of digits with blanks between them are one number."""
    return max((cell_len(piece) for piece in _bound(field(raw, options)).split(" ")), default=0)


def isolated(line: str) -> str:
    """A line that holds letters of a right-to-left script, set apart, so that it does not reorder what is beside it."""
    if any(unicodedata.bidirectional(letter) in _RIGHT_TO_LEFT for letter in line):
        return f"{_FIRST_STRONG_ISOLATE}{line}{_POP_ISOLATE}"
    return line


def spelled(text: str, encoding: str) -> str:
    """The text in characters that an encoding has: a letter without its accent, or a question mark, for others."""
    if text.isascii() or encoding.lower().startswith("utf"):
        return text
    return "".join(_spelling(letter, encoding) for letter in text)


def _spelling(letter: str, encoding: str) -> str:
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


def _lines(paragraph: str, width: int, console: Console) -> Iterator[str]:
    for line in Text(_bound(paragraph)).wrap(console, max(width, 1)):
        yield line.plain.replace(_BOND, " ").rstrip()


def _bound(text: str) -> str:
    """The text with a bond for each blank between digits, so that a telephone number stays on one line."""
    return _BETWEEN_DIGITS.sub(_BOND, text)


def _simple_emoji(text: str) -> str:
    if text.isascii():
        return text
    kept: list[str] = []
    joined = False
    for letter in text:
        code = ord(letter)
        if joined and code >= 0x2190:
            joined = False
        elif letter == _JOINER and kept and ord(kept[-1]) >= 0x2190:
            joined = True
        elif code in _FLAG_LETTERS:
            kept.append(chr(code - _FLAG_LETTERS.start + ord("A")))
        elif letter not in (_EMOJI_FACE, _KEYCAP) and code not in _SKIN_TONES:
            kept.append(letter)
            joined = False
    return "".join(kept)
