"""A packet as tables for a spreadsheet: a zip of CSV files in which no cell can be read as a formula.

Every table of the document is a file; all other text is in page.csv, line by line.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from io import StringIO
from typing import TYPE_CHECKING

from carelog.documents.blocks import Bullets, Chart, Facts, Flat, Heading, Paragraph, Quote, Table
from carelog.documents.packet.document import document
from carelog.documents.zip_file import zipped
from carelog.domain.csv_cells import escape_row
from carelog.wording.files import packet as words

if TYPE_CHECKING:
    from carelog.review.packet.packet import Packet

Rows = Sequence[Sequence[str]]

_LINES, _ENTRIES = "page", "entries"
_NOT_IN_NAMES = re.compile(r"[^a-z0-9]+")
_LONGEST_NAME = 40


def zipped_tables(packet: Packet) -> bytes:
    """The zip of all tables, each UTF-8 with a byte order mark for spreadsheets. Equal packets give equal bytes."""
    return zipped((f"{name}.csv", _as_csv(rows)) for name, rows in tables(packet))


def tables(packet: Packet) -> Iterator[tuple[str, Rows]]:
    """Every table with its name; the header is its first row. Cells are not yet guarded against formulas."""
    page = document(packet)
    blocks = list(page.in_one_column)
    yield _LINES, [words.LINE_COLUMNS, ("", "", page.title), *_lines(blocks)]
    if packet.entries is not None:
        yield _ENTRIES, _entries(packet)
    taken = {_LINES, _ENTRIES}
    for table in _tables_of(blocks):
        name = _free_name(table.caption, taken)
        taken.add(name)
        yield name, [table.head, *table.rows]


def _as_csv(rows: Rows) -> bytes:
    text = StringIO(newline="")
    csv.writer(text, quoting=csv.QUOTE_ALL).writerows(map(escape_row, rows))
    return text.getvalue().encode("utf-8-sig", "replace")


def _lines(blocks: Iterable[Flat]) -> Iterator[Sequence[str]]:
    part = ""
    for block in blocks:
        match block:
            case Heading():
                part = block.text
            case Paragraph() | Quote():
                yield part, "", block.text
            case Facts():
                yield from ((part, label, fact) for label, fact in block.facts)
            case Bullets():
                for item in block.items:
                    yield part, "", item.text
                    yield from ((part, words.NOTE, quote) for quote in item.quotes)
            case _:
                pass


def _entries(packet: Packet) -> Rows:
    """The entries as rows, with a column for each tracker that has a reading."""
    entries = packet.entries or ()
    trackers = list(dict.fromkeys(name for each in entries for name, _ in each.readings))
    rows = [
        (
            each.day.isoformat(),
            each.time,
            "" if each.score is None else str(each.score),
            each.word,
            "; ".join(each.feelings),
            each.note,
            *(dict(each.readings).get(name, "") for name in trackers),
        )
        for each in entries
    ]
    return [(*words.ENTRY_COLUMNS, *trackers), *rows]


def _tables_of(blocks: Iterable[Flat]) -> Iterator[Table]:
    for block in blocks:
        if isinstance(block, Table):
            yield block
        elif isinstance(block, Chart):
            yield block.table


def _free_name(caption: str, taken: set[str]) -> str:
    """A file name in plain letters and digits made from a caption, with a number if the name is taken."""
    plain = _NOT_IN_NAMES.sub("-", caption.lower()).strip("-")[:_LONGEST_NAME] or "table"
    number = 1
    while (name := plain if number == 1 else f"{plain}-{number}") in taken:
        number += 1
    return name
