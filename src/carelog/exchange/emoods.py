"""eMoods: a table with four severities, sleep and notes for each day, alone or in its backup.

Severities are written 1 to 4 and mean none to severe, so they become 0 to 3. They stay four numbers: they are no one
mood. What the columns for therapy, psychotic symptoms and cycles mean by their numbers is not documented: they stay in
the note. The layout was learned from the programs that docs/importing.md names.
"""

from __future__ import annotations

from datetime import date

from carelog.errors import RefusedFile
from carelog.exchange.archive import is_zip, members, names
from carelog.exchange.batch import Batch, Remark, Terms
from carelog.exchange.noted import Noted, batch_of
from carelog.exchange.table import Row, read_columns, read_table
from carelog.wording import importing as words

SOURCE = "emoods"

_DAY = "date (yyyy-mm-dd)"
_SEVERITIES = {"irritability": "Irritability", "anxiety": "Anxiety", "depressed": "Depressed", "elevated": "Elevated"}
_NUMBERS = {"sleep": ("Sleep", " h"), "weight": ("Weight", "")}
_TEXTS = {"psychotic symptoms": "Psychotic symptoms", "therapy": "Therapy", "menstrual cycle": "Menstrual cycle"}
_MOST_SEVERE = 3
_TABLE = "entry.csv"


def is_emoods(content: bytes) -> bool:
    """Whether a file looks like a table or backup of eMoods."""
    if is_zip(content):
        return any(name.rsplit("/", 1)[-1] == _TABLE for name in names(content))
    return {_DAY, "irritability", "elevated"} <= set(read_columns(content))


def read_emoods(content: bytes, terms: Terms) -> Batch:
    """The entries, one a day. Raises RefusedFile when the file is damaged or cut off."""
    table = read_table(_table(content))
    return batch_of(SOURCE, terms, map(_of_row, table.rows), remarks=table.remarks)


def _table(content: bytes) -> bytes:
    if not is_zip(content):
        return content
    for _, found in members(content, lambda name: name.rsplit("/", 1)[-1] == _TABLE):
        return found
    raise RefusedFile("The backup holds no table of entries. Make it again in eMoods.")


def _of_row(row: Row) -> Noted | Remark:
    try:
        day = date.fromisoformat(row.cell(_DAY))
    except ValueError:
        return Remark(row.line, words.NO_SUCH_TIME)
    severities, unread = _severities(row)
    numbers = [f"{name}: {row.cell(column)}{unit}" for column, (name, unit) in _NUMBERS.items() if row.cell(column)]
    told = [f"{name}: {row.cell(column)}" for column, name in _TEXTS.items() if row.cell(column) not in ("", "0")]
    text = [each for each in (row.cell("note"), *told, *unread) if each]
    if not (severities or numbers or text):
        return Remark(row.line, words.NOTHING_WRITTEN_IN_IT)
    return Noted(row.line, day, f"{day}", text=text, scales=[*severities, *numbers])


def _severities(row: Row) -> tuple[list[str], list[str]]:
    """The severities as readings, and those that are none."""
    read, unread = [], []
    for column, name in _SEVERITIES.items():
        cell = row.cell(column)
        if len(cell) == 1 and cell in "1234":
            read.append(f"{name}: {int(cell) - 1}/{_MOST_SEVERE}")
        elif cell:
            unread.append(f"{name}: {cell}")
    return read, unread
