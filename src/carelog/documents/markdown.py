"""A document as Markdown that reads well as plain text too."""

from __future__ import annotations

from collections.abc import Sequence

from carelog.documents.blocks import (
    Bullets,
    Chart,
    Document,
    Facts,
    Flat,
    Heading,
    Item,
    Paragraph,
    Quote,
    Row,
    Table,
    Tone,
)
from carelog.documents.markdown_text import line, quoted
from carelog.wording.punctuation import label as label_of
from carelog.wording.punctuation import quoted as quotation

_MARKS = {Tone.PLAIN: "", Tone.QUIET: "*", Tone.STRONG: "**"}
_LINE_BREAK = "  \n"


def markdown(document: Document) -> str:
    """The whole document, ending in a line feed. What the person wrote is escaped, so that it shows as it was typed."""
    head = [f"# {line(document.title)}", *([line(document.subtitle)] if document.subtitle else [])]
    return "\n\n".join([*head, *filter(None, map(_block, document.in_one_column))]) + "\n"


def _block(block: Flat) -> str:  # noqa: PLR0911 - one for each kind of block
    match block:
        case Heading():
            return f"{'#' * block.level} {line(block.text)}"
        case Paragraph():
            mark = _MARKS[block.tone]
            return f"{mark}{line(block.text)}{mark}"
        case Facts():
            return _LINE_BREAK.join(f"**{label_of(line(label))}** {line(fact)}" for label, fact in block.facts)
        case Bullets():
            return "\n".join(map(_item, block.items))
        case Table():
            return _table(block.head, block.rows)
        case Quote():
            return quoted(block.text)
        case Chart():
            return line(block.in_words)


def _item(item: Item) -> str:
    return f"- {line(item.text)}" + "".join(f"{_LINE_BREAK}  {quotation(line(quote))}" for quote in item.quotes)


def _table(head: Row, rows: Sequence[Row]) -> str:
    cells = [list(map(line, head)), ["---"] * len(head), *(list(map(line, row)) for row in rows)]
    return "\n".join(f"| {' | '.join(row)} |" for row in cells)
