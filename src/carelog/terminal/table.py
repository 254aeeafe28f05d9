"""A table of text: aligned columns where they fit, else one record of lines below the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import reduce

from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, RenderResult
from rich.measure import Measurement
from rich.text import Text

from carelog.terminal.page import measure, page_width, sentence
from carelog.terminal.user_text import field, longest_word_width, paragraph, wrapped
from carelog.wording.pages import common as common_words
from carelog.wording.punctuation import in_clauses, labelled

_GAP = 2
_NARROWEST_COLUMN = 14
"""Text in narrower columns breaks so often that it is hard to read."""


class ListTable:
    """Rows of text under headers; a table without rows says `if_empty`.

    Columns are as wide as their cells. If that is too much the widest columns wrap; if they would become unreadable, or
    split a number, each row becomes a record of lines. Columns that are empty in every row are left out, and so is the
    header line when no header has text. A record begins with its cell of the first column that every row has filled.
    Raises ValueError when a row does not have one cell for each header.
    """

    def __init__(self, headers: Sequence[str], rows: Sequence[Sequence[str]], *, if_empty: str = "") -> None:
        if any(len(row) != len(headers) for row in rows):
            raise ValueError("every row has one cell for each header")
        used = [column for column in range(len(headers)) if any(row[column].strip() for row in rows)]
        self.headers = [headers[column] for column in used]
        self.rows = [[row[column] for column in used] for row in rows] if used else []
        self.if_empty = if_empty or common_words.NOTHING_LISTED
        filled = (column for column in range(len(self.headers)) if all(row[column].strip() for row in self.rows))
        self._head = next(filled, 0)

    @property
    def is_empty_list(self) -> bool:
        """Whether all it says is that there are no rows."""
        return not self.rows

    def sentences(self) -> Iterator[str]:
        """One sentence per row, each cell after its header."""
        if not self.rows:
            yield self.if_empty
        for row in self.rows:
            cells = [labelled(header, cell) if header else cell for header, cell in self._fields(row)]
            yield sentence(in_clauses(cells) if any(self.headers) else reduce(labelled, cells))

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        if not self.rows:
            yield from paragraph(self.if_empty, console, options)
            return
        widths = self._widths(options)
        yield from self._columns(widths, console, options) if widths else self._records(console, options)

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        return measure(options)

    def _fields(self, row: Sequence[str]) -> list[tuple[str, str]]:
        """The filled cells of a row with their headers; the cell that heads a record comes first, filled or not."""
        pairs = list(zip(self.headers, row, strict=True))
        head = pairs.pop(self._head)
        return [head, *(pair for pair in pairs if pair[1].strip())]

    def _widths(self, options: ConsoleOptions) -> list[int]:
        """The width of each column, or an empty list when they do not fit side by side."""
        columns = list(zip(self.headers, *self.rows, strict=True))
        needed = [max(_width(cell, options) for cell in column) for column in columns]
        room = page_width(options) - _GAP * (len(columns) - 1)
        widest = max(needed, default=0)
        while sum(min(width, widest) for width in needed) > room:
            widest -= 1
        widths = [min(width, widest) for width in needed]
        words = (max(longest_word_width(cell, options) for cell in column) for column in columns)
        least = (min(width, max(word, _NARROWEST_COLUMN)) for width, word in zip(needed, words, strict=True))
        return widths if all(width >= each for width, each in zip(widths, least, strict=True)) else []

    def _columns(self, widths: Sequence[int], console: Console, options: ConsoleOptions) -> Iterator[Text]:
        first = "quiet"
        if any(self.headers):
            first = ""
            yield from _row(self.headers, widths, ["quiet"] * len(widths), console, options)
        styles = [first, *[""] * (len(widths) - 1)]
        for row in self.rows:
            yield from _row(row, widths, styles, console, options)

    def _records(self, console: Console, options: ConsoleOptions) -> Iterator[Text]:
        label = max(cell_len(field(header, options)) for header in self.headers)
        room = max(page_width(options) - label - 2 * _GAP, 1)
        for number, row in enumerate(self.rows):
            if number and any(self.headers):
                yield Text()
            (_, head), *others = self._fields(row)
            yield from paragraph(head, console, options, "heading")
            for header, cell in others:
                yield from _row(["", header, cell], [0, label, room], ["", "quiet", ""], console, options)


def _width(cell: str, options: ConsoleOptions) -> int:
    return max(cell_len(field(line, options)) for line in cell.split("\n"))


def _row(
    cells: Sequence[str], widths: Sequence[int], styles: Sequence[str], console: Console, options: ConsoleOptions
) -> Iterator[Text]:
    blocks = [wrapped(cell, width, console, options) for cell, width in zip(cells, widths, strict=True)]
    for number in range(max(map(len, blocks))):
        line = Text()
        for block, width, style in zip(blocks, widths, styles, strict=True):
            part = block[number] if number < len(block) else ""
            line.append(part, style=style).append(" " * (width - cell_len(part) + _GAP))
        line.rstrip()
        yield line
