"""Read a CSV file as rows of named cells, within limits, so that no file can fill the memory.

Apps write commas; a spreadsheet that saved the file again may have written semicolons or tabs.
"""

from __future__ import annotations

import csv
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from io import StringIO

from carelog.domain.text import clean_line, fold
from carelog.errors import RefusedFile
from carelog.exchange.files.remark import Remark
from carelog.exchange.files.source import decoded

MOST_ROWS = 200_000
LONGEST_CELL = 65_536
"""The most rows of a table, and characters of one cell, that are read."""
MOST_COLUMNS = 1_000
"""The most cells of a row that are read: a table by days has a column for each thing that was ever tracked."""
MOST_LINES = 2_000_000
"""The most lines, blank ones among them: a spreadsheet can have a million below the last row that is filled."""

_DELIMITERS = (",", ";", "\t")
_LONGEST_HEADING = 10_000


@dataclass(frozen=True, slots=True)
class Row:
    """A row that is not blank: the line on which it begins, counted from 1, and its cells by folded column name.

    A short row has fewer cells. `surplus` is true when a row has more cells than there are columns.
    """

    line: int
    cells: Mapping[str, str]
    surplus: bool

    def cell(self, column: str) -> str:
        """A cell without the white space around it; empty where the row has no such cell."""
        return self.cells.get(column, "").strip()

    def labelled_cells(self, columns: Iterable[str]) -> list[str]:
        """The cells of these columns that are not empty, each as “column: cell”."""
        return [f"{name}: {self.cell(name)}" for name in columns if self.cell(name)]


@dataclass(frozen=True, slots=True)
class Table:
    """The folded names of the columns in their order, and the rows below them.

    `remarks` say how the file was decoded where that had to be guessed.
    """

    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    remarks: tuple[Remark, ...] = ()

    def unknown_columns(self, known: Container[str]) -> tuple[str, ...]:
        """The columns that are not `known` and have a cell that is not empty."""
        return tuple(name for name in self.columns if name not in known and any(row.cell(name) for row in self.rows))


def read_columns(content: bytes) -> tuple[str, ...]:
    """The folded names of the columns, which are the cells of the first row.

    Raises RefusedFile when the content is not text or its first row is not well-formed CSV.
    """
    return _columns(read_first_row(content))


def read_first_row(content: bytes) -> list[str]:
    """The cells of the first row, whatever they are. Raises RefusedFile as `read_columns` does."""
    text = decoded(content).text
    return next(_rows(text, _delimiter(text)), (0, []))[1]


def read_table(content: bytes, layout: tuple[str, ...] | None = None) -> Table:
    """The whole table; `layout` names the columns of a file whose first row is no heading.

    Raises RefusedFile, with the line where there is one, when the content is not text, is not well-formed CSV,
    names a column twice, or is larger than MOST_ROWS and LONGEST_CELL allow.
    """
    source = decoded(content)
    rows = _rows(source.text, _delimiter(source.text))
    columns = layout or _columns(next(rows, (0, []))[1])
    _refuse_doubles(columns)
    remarks = (Remark(0, source.remark),) if source.remark else ()
    return Table(columns, tuple(_named(columns, line, cells) for line, cells in _counted(rows)), remarks)


def read_rows(content: bytes) -> list[tuple[int, list[str]]]:
    """The rows of a table without column names: the line on which each begins, and its cells.

    Raises RefusedFile as `read_table` does, except about columns.
    """
    return list(_counted(_rows(decoded(content).text, ",")))


def _delimiter(text: str) -> str:
    """The delimiter that splits the first line into the most cells, a comma where none splits it."""
    start = text[:_LONGEST_HEADING].lstrip()
    heading = start.splitlines()[0] if start else ""
    return max(_DELIMITERS, key=lambda delimiter: len(next(csv.reader([heading], delimiter=delimiter), [])))


def _rows(text: str, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    if max(text.count("\n"), text.count("\r")) > MOST_LINES:
        raise RefusedFile("imports.too-many-rows", most=MOST_ROWS)
    lines = _Lines(text, delimiter)
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    line = 1
    try:
        for cells in reader:
            if any(map(str.strip, cells)):
                _refuse_long(line, cells)
                yield line, cells
            line = reader.line_num + 1
            lines.delimiters = 0
    except csv.Error:
        raise RefusedFile("imports.row-not-csv", line=line) from None


class _Lines:
    """The lines of a text; a row of far too many cells is refused before its cells are parsed."""

    def __init__(self, text: str, delimiter: str) -> None:
        self._lines = StringIO(text, newline="")
        self._delimiter = delimiter
        self.delimiters = 0
        """How many delimiters the row has so far, also those in a text between quotation marks."""

    def __iter__(self) -> Iterator[str]:
        for line in self._lines:
            self.delimiters += line.count(self._delimiter)
            if self.delimiters > MOST_COLUMNS + LONGEST_CELL:
                raise RefusedFile("imports.too-many-columns", most=MOST_COLUMNS)
            yield line


def _refuse_long(line: int, cells: list[str]) -> None:
    if len(cells) > MOST_COLUMNS:
        raise RefusedFile("imports.too-many-columns", most=MOST_COLUMNS)
    if max(map(len, cells)) > LONGEST_CELL:
        raise RefusedFile("imports.cell-too-long", line=line, longest=LONGEST_CELL)


def _counted(rows: Iterator[tuple[int, list[str]]]) -> Iterator[tuple[int, list[str]]]:
    for count, row in enumerate(rows, start=1):
        if count > MOST_ROWS:
            raise RefusedFile("imports.too-many-rows", most=MOST_ROWS)
        yield row


def _columns(cells: list[str]) -> tuple[str, ...]:
    names = [fold(clean_line(cell)) for cell in cells]
    while names and not names[-1]:
        names.pop()
    return tuple(name or f"column {number}" for number, name in enumerate(names, start=1))


def _refuse_doubles(columns: tuple[str, ...]) -> None:
    if len(set(columns)) < len(columns):
        raise RefusedFile("imports.column-twice")


def _named(columns: tuple[str, ...], line: int, cells: list[str]) -> Row:
    surplus = any(map(str.strip, cells[len(columns) :]))
    return Row(line, dict(zip(columns, cells, strict=False)), surplus)
