"""A document as the JSON that document.typ lays out: strings and numbers, never Typst code."""

from __future__ import annotations

import json
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, Any

from carelog.documents.blocks import (
    Beside,
    Block,
    Bullets,
    Chart,
    Facts,
    Heading,
    Paragraph,
    Quote,
    Table,
    Tone,
)
from carelog.documents.typst_text import lines, runs_right_to_left, words
from carelog.domain.text import clean_line
from carelog.language import language_in_use
from carelog.wording.pages import charts as charts_words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from carelog.documents.blocks import Document, Item

_EMOJI = "Noto Emoji"
_SCRIPTS = (
    "Arabic",
    "Hebrew",
    "Devanagari",
    "Bengali",
    "Tamil",
    "Thai",
    "Gujarati",
    "Gurmukhi",
    "Telugu",
    "Kannada",
    "Malayalam",
    "Sinhala",
    "Armenian",
    "Georgian",
    "Ethiopic",
    "Khmer",
    "Lao",
    "Myanmar",
)
_LETTERS = ("Inter", "Noto Sans", *(f"Noto Sans {script}" for script in _SCRIPTS))
_SYMBOLS = (_EMOJI, *(f"Noto Sans {kind}" for kind in ("Symbols", "Symbols 2", "Math", "Mono", "JP")))
"""The fonts in data/fonts, in the order in which they are tried for a character."""
_SYSTEM_FONTS = {
    "ja": ("Noto Sans CJK JP", "Hiragino Sans", "Yu Gothic", "Meiryo"),
    "zh": ("Noto Sans CJK SC", "Noto Sans SC", "PingFang SC", "Microsoft YaHei"),
    "ko": ("Noto Sans CJK KR", "Noto Sans KR", "Apple SD Gothic Neo", "Malgun Gothic"),
}
"""Fonts of Linux, macOS and Windows by language: these languages draw the same character in different ways."""
_SHORT_CELL, _LARGEST_SHARE, _LETTERS_OF_A_LINE = 24, 80, 90
_LETTERS_AND_GAPS, _GAP, _LEAST_SHARE = 96, 2, 12
"""What fits on a line of A4, the space beside each column, and the least room of a column that shares: in letters."""
_BOLD = 1
"""How many letters a bold word is wider, at most, than its number of letters."""
_SMALL_TABLE_ROWS, _SMALL_TABLE_TEXT = 12, 3_000
"""A table of at most this many rows and characters fits on a page and is not broken between pages."""
_LONGEST_LABEL, _LONGEST_OF_A_PAIR, _LONGEST_FOOTER = 50, 50, 140
_INTRODUCED = {"beside", "chart", "quote", "table"}
"""A paragraph before one of these kinds of blocks stays on the same page."""
_BLOCKS_OF_TWO_PAGES = 60
"""A longer document is not tried in smaller letters, because each try lays it out once more."""
_POINTS_PER_PIXEL = 0.75
_LARGEST_SCALE = 1.1
"""How much larger than on a screen a chart may be drawn."""


def as_json(document: Document, paper: str, day: date) -> str:
    """The document, cleaned; `paper` is Typst's name of the paper, `day` the date in the metadata."""
    end = _without_remarks(document.blocks)
    blocks = _Blocks().data(document.blocks)
    data = {
        "title": clean_line(document.title),
        "heading": words(document.title),
        "subtitle": words(document.subtitle),
        "footer": words(_short(document.footer)),
        "language": language_in_use().partition("-")[0],
        "paper": paper,
        "day": [day.year, day.month, day.day],
        "emoji": _EMOJI,
        "fonts": _LETTERS + _SYMBOLS,
        "fonts_of": {language: _LETTERS + fonts + _SYMBOLS for language, fonts in _SYSTEM_FONTS.items()},
        "short": len(document.blocks) <= _BLOCKS_OF_TWO_PAGES and not any(map(_begins_page, document.blocks)),
        "blocks": blocks[:end],
        "remarks": blocks[end:],
    }
    return json.dumps(data, ensure_ascii=False)


def _without_remarks(blocks: Sequence[Block]) -> int:
    """How many blocks come before the quiet paragraphs at the end, which are about the whole document."""
    end = len(blocks)
    while end and isinstance(last := blocks[end - 1], Paragraph) and last.tone is Tone.QUIET:
        end -= 1
    return end


def _begins_page(block: Block) -> bool:
    return isinstance(block, Heading) and block.on_new_page


class _Blocks:
    """The blocks as data. No heading is more than one level below the one before, as PDF/UA demands."""

    def __init__(self) -> None:
        self._level = 1

    def data(self, blocks: Sequence[Block]) -> list[dict[str, Any]]:
        """The data of these blocks, in order."""
        data = [{"kind": type(block).__name__.lower(), **self._facts(block)} for block in blocks]
        for each, following in pairwise(data):
            each["introduces"] = following["kind"] in _INTRODUCED
        return data

    def _facts(self, block: Block) -> dict[str, Any]:  # noqa: C901, PLR0911 - one case for each kind of block
        match block:
            case Heading():
                self._level = max(2, min(block.level, self._level + 1))
                return {"level": self._level, "text": words(block.text), "on_new_page": block.on_new_page}
            case Paragraph():
                return {"tone": block.tone.value, "text": words(block.text), "introduces": False}
            case Facts():
                return {"facts": [[words(label), words(fact)] for label, fact in block.facts], "shape": _shape(block)}
            case Bullets():
                return {"groups": [[*map(_item, group)] for _, group in groupby(block.items, _starts_right)]}
            case Table():
                return _table(block)
            case Quote():
                return {"lines": lines(block.text)}
            case Chart():
                alternative = clean_line(charts_words.caption(block.title, block.alternative))
                widest = block.width * _POINTS_PER_PIXEL * _LARGEST_SCALE
                return {"svg": block.svg, "alternative": alternative, "widest": widest}
            case Beside():
                left, right = self.data(block.left), self.data(block.right)
                return {"left": left, "right": right, "wider_left": block.wider_left}


def _shape(facts: Facts) -> str:
    """The layout of facts: two on a line if all are short, else one per line; long labels share the width."""
    if all(len(label) + len(fact) <= _LONGEST_OF_A_PAIR for label, fact in facts.facts):
        return "pairs"
    return "labels" if all(len(label) <= _LONGEST_LABEL for label, _ in facts.facts) else "shares"


def _starts_right(item: Item) -> bool:
    return bool(runs_right_to_left(item.text))


def _item(item: Item) -> dict[str, Any]:
    return {"text": words(item.text), "quotes": [*map(lines, item.quotes)]}


def _table(table: Table) -> dict[str, Any]:
    columns = list(zip(*table.rows, strict=True)) or [() for _ in table.head]
    longest = [max(map(len, cells), default=0) for cells in columns]
    return {
        "head": [*map(words, table.head)],
        "rows": [[*map(words, row)] for row in table.rows],
        "columns": _to_write_in(table.head) if table.ruled else _widths(table.head, longest),
        "words": [column in table.words for column in range(len(table.head))],
        "ruled": table.ruled,
        "whole": len(table.rows) <= _SMALL_TABLE_ROWS and sum(longest) * len(table.rows) <= _SMALL_TABLE_TEXT,
    }


def _to_write_in(head: Sequence[str]) -> list[tuple[str, int]]:
    """Equal columns beside the first, which is as wide as needed."""
    return [("needed", 0), *[("share", 1)] * (len(head) - 1)]


def _widths(head: Sequence[str], longest: Sequence[int]) -> list[tuple[str, int]]:
    """The width of each column: as needed, a share of the rest of the line, or a number of letters.

    A table that is too wide breaks its heads between words. Its columns keep their letters then, the narrowest first,
    for as long as each of the others has room for a word or two; those share the rest of the line.
    """
    whole = [max(len(title), length) for title, length in zip(head, longest, strict=True)]
    if sum(whole) <= _LETTERS_OF_A_LINE and max(whole) <= _SHORT_CELL:
        return [("share", 1), *[("needed", 0)] * (len(head) - 1)]
    if sum(whole) <= _LETTERS_OF_A_LINE:
        return [("share", length) if length > _SHORT_CELL else ("needed", 0) for length in whole]
    broken = [
        max(length, *(len(word) + _BOLD for word in title.split(" ")))
        for title, length in zip(head, longest, strict=True)
    ]
    widest = _widest_in_letters(broken)
    return [("letters", width) if width <= widest else ("share", min(width, _LARGEST_SHARE)) for width in broken]


def _widest_in_letters(widths: Sequence[int]) -> int:
    """The width up to which columns keep their letters: 0 where all of them have to share the line."""

    def fits(widest: int) -> bool:
        line = sum((width if width <= widest else min(width, _LEAST_SHARE)) + _GAP for width in widths)
        return line <= _LETTERS_AND_GAPS

    return max((width for width in widths if width <= _SHORT_CELL and fits(width)), default=0)


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST_FOOTER else f"{text[:_LONGEST_FOOTER]}…"
