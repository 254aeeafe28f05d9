"""A document as Markdown that reads well as plain text too; the person's words show as they were typed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from carelog.documents.blocks import (
    Beside,
    Block,
    Bullets,
    Chart,
    Document,
    Facts,
    Heading,
    Item,
    Paragraph,
    Quote,
    Row,
    Table,
    Tone,
)
from carelog.documents.markdown_text import line, quoted

_MARKS = {Tone.PLAIN: "", Tone.QUIET: "*", Tone.STRONG: "**"}
_LINE_BREAK = "  \n"


def markdown(document: Document) -> str:
    """The whole document, ending in a line feed."""
    head = [f"# {line(document.title)}", *([line(document.subtitle)] if document.subtitle else [])]
    return "\n\n".join([*head, *_all(document.blocks)]) + "\n"


def _all(blocks: Sequence[Block]) -> Iterator[str]:
    for block in blocks:
        yield from _written(block)


def _written(block: Block) -> Iterator[str]:  # noqa: C901 - one case for each kind of block
    match block:
        case Heading():
            yield f"{'#' * block.level} {line(block.text)}"
        case Paragraph():
            mark = _MARKS[block.tone]
            yield f"{mark}{line(block.text)}{mark}"
        case Facts():
            yield _LINE_BREAK.join(f"**{line(label)}:** {line(fact)}" for label, fact in block.facts)
        case Bullets():
            yield "\n".join(map(_item, block.items))
        case Table():
            yield _table(block.head, block.rows)
        case Quote():
            yield quoted(block.text)
        case Chart():
            yield f"*{line(block.alternative)}*"
        case Beside():
            yield from _all((*block.left, *block.right))


def _item(item: Item) -> str:
    return f"- {line(item.text)}" + "".join(f"{_LINE_BREAK}  “{line(quote)}”" for quote in item.quotes)


def _table(head: Row, rows: Sequence[Row]) -> str:
    cells = [list(map(line, head)), ["---"] * len(head), *(list(map(line, row)) for row in rows)]
    return "\n".join(f"| {' | '.join(row)} |" for row in cells)
