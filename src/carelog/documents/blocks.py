"""What a document is made of, whatever it is written as: headings, sentences, tables, charts.

A document holds strings, never markup: each way of writing it escapes them, so that words stay words. Renderers of
blocks know nothing of journals, packets or people.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum

Row = tuple[str, ...]


class Tone(Enum):
    """How loud a paragraph is: most are plain, remarks and footnotes are quiet, a warning is strong."""

    PLAIN = "plain"
    QUIET = "quiet"
    STRONG = "strong"


@dataclass(frozen=True, slots=True)
class Heading:
    """The heading of a section (level 2) or of a part of it (level 3); the title of the document is level 1."""

    text: str
    level: int = 2


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A sentence or several, on one line."""

    text: str
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True, slots=True)
class Facts:
    """Short facts, each a label with what it says."""

    facts: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list without numbers. An item may have lines of the person's own under it."""

    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """One line of a list and the words quoted under it."""

    text: str
    quotes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under a head; every row has as many cells as the head. `caption` says what it shows, for those who listen.

    `words` are the columns, counted from 0, that hold words; the others hold numbers and stand at the right.
    """

    caption: str
    head: Row
    rows: tuple[Row, ...]
    words: frozenset[int] = frozenset({0})


@dataclass(frozen=True, slots=True)
class Quote:
    """The person's words in full, line by line as they were typed."""

    text: str


@dataclass(frozen=True, slots=True)
class Chart:
    """A drawing (SVG, presentation attributes only), what it says in a sentence, and its numbers as a table.

    Width and height are in CSS pixels. Who cannot see it reads `alternative` or the table.
    """

    title: str
    alternative: str
    svg: str
    width: float
    height: float
    table: Table


@dataclass(frozen=True, slots=True)
class Beside:
    """Blocks in two columns where the paper is wide enough, else one after the other; the left may be the wider."""

    left: tuple[Block, ...]
    right: tuple[Block, ...]
    wider_left: bool = False


Flat = Heading | Paragraph | Facts | Bullets | Table | Quote | Chart
Block = Flat | Beside


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document. `title` is also its file's title; `footer` stands on every printed page beside its number."""

    title: str
    blocks: tuple[Block, ...]
    subtitle: str = ""
    footer: str = ""
    language: str = "en"

    @property
    def in_one_column(self) -> Iterator[Flat]:
        """The blocks one after the other: what stands side by side comes left before right."""
        return _in_one_column(self.blocks)


def _in_one_column(blocks: Iterable[Block]) -> Iterator[Flat]:
    for block in blocks:
        if isinstance(block, Beside):
            yield from _in_one_column((*block.left, *block.right))
        else:
            yield block
