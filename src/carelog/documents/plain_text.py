"""A document as plain text, for the preview on the terminal and for messages."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from carelog.documents.blocks import (
    Bullets,
    Chart,
    Document,
    Facts,
    Flat,
    Heading,
    Paragraph,
    Quote,
    Table,
)
from carelog.domain.text import clean, clean_line
from carelog.wording.punctuation import in_clauses, labelled, named, quoted


def plain_text(document: Document) -> str:
    """The whole document, ending in a line feed. A table is one line per row, a chart is what it shows, in words."""
    head = [document.title, *([document.subtitle] if document.subtitle else [])]
    lines = [*head, *chain.from_iterable(map(_lines, document.in_one_column))]
    return "\n".join(map(_tidy, lines)).strip("\n") + "\n"


def _lines(block: Flat) -> Iterator[str]:  # noqa: C901 - one case for each kind of block
    match block:
        case Heading():
            yield from ("", block.text)
        case Paragraph():
            yield from ("", block.text)
        case Facts():
            yield ""
            yield from (labelled(label, fact) for label, fact in block.facts)
        case Bullets():
            yield ""
            for item in block.items:
                yield f"- {clean_line(item.text)}"
                yield from (f"  {quoted(clean_line(quote))}" for quote in item.quotes)
        case Table():
            yield ""
            heads = (block.read_aloud or block.head)[1:]
            for row in block.rows:
                first, *others = row
                cells = (named(label, cell) for label, cell in zip(heads, others, strict=True) if cell)
                yield labelled(first, in_clauses(cells))
        case Quote():
            yield ""
            yield from (f"  {line}" for line in clean(block.text).split("\n"))
        case Chart():
            yield from ("", block.in_words) if block.in_words else ()


def _tidy(line: str) -> str:
    return clean(line).replace("\n", " ").rstrip()
