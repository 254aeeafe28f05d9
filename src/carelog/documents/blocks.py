"""The parts of a document, independent of its format: headings, paragraphs, lists, tables, charts.

Blocks hold plain strings, never markup: each renderer escapes them for its format, so that text stays text. Renderers
know blocks alone, and nothing of journals or packets.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum

Row = tuple[str, ...]


class Tone(Enum):
    """The emphasis of a paragraph: remarks and footnotes are quiet, warnings are strong."""

    PLAIN = "plain"
    QUIET = "quiet"
    STRONG = "strong"


@dataclass(frozen=True, slots=True)
class Heading:
    """The heading of a section (level 2) or subsection (level 3); the title of the document is level 1.

    On paper, one that is `on_new_page` begins a page.
    """

    text: str
    level: int = 2
    on_new_page: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One or several sentences, without line breaks."""

    text: str
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True, slots=True)
class Facts:
    """Short facts, each a pair of label and value."""

    facts: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Item:
    """One line of a list, and notes of the person that are quoted below it."""

    text: str
    quotes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Bullets:
    """An unordered list."""

    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows with one cell for each column of `head`. `caption` describes the table to screen readers.

    `words` are the indexes of the columns with text; the other columns hold numbers and are aligned right. A table that
    is `ruled` has lines between its columns and room to write by hand. Where heads are too short to be read aloud,
    `read_aloud` has them in words, for formats that name each cell.
    """

    caption: str
    head: Row
    rows: tuple[Row, ...]
    words: frozenset[int] = frozenset({0})
    ruled: bool = False
    read_aloud: Row = ()


@dataclass(frozen=True, slots=True)
class Quote:
    """A note of the person in full, with the line breaks they typed."""

    text: str


@dataclass(frozen=True, slots=True)
class Chart:
    """An SVG image with presentation attributes only, and its content for those who cannot see it.

    `alternative` says beside the drawing what it shows and how to read it, `table` has the numbers. `in_words` stands
    in formats without drawings and speaks of none; it is empty where the page says all of it anyway. Width and height
    are in CSS pixels.
    """

    title: str
    alternative: str
    in_words: str
    svg: str
    width: float
    height: float
    table: Table


@dataclass(frozen=True, slots=True)
class Beside:
    """Blocks in two columns where the page is wide enough, else one below the other; the left can be the wider one."""

    left: tuple[Block, ...]
    right: tuple[Block, ...]
    wider_left: bool = False


Flat = Heading | Paragraph | Facts | Bullets | Table | Quote | Chart
Block = Flat | Beside


@dataclass(frozen=True, slots=True)
class Document:
    """A document. `title` is also the title in the file's metadata; `footer` is printed beside every page number."""

    title: str
    blocks: tuple[Block, ...]
    subtitle: str = ""
    footer: str = ""

    @property
    def in_one_column(self) -> Iterator[Flat]:
        """The blocks in one sequence: those side by side come left before right."""
        return _in_one_column(self.blocks)


def _in_one_column(blocks: Iterable[Block]) -> Iterator[Flat]:
    for block in blocks:
        if isinstance(block, Beside):
            yield from _in_one_column((*block.left, *block.right))
        else:
            yield block
