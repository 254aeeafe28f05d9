"""How We Feel: a table of words for emotions with what surrounded them.

A word for an emotion has no level in the file, so it becomes a feeling and no score. Tags may hold several in a way
that is not documented: a cell with a separator in it stays in the note. The layout was learned from the file that
docs/importing.md names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime

from carelog.domain.days import read_clock
from carelog.errors import InvalidValue
from carelog.exchange.batch import Batch, Remark, Terms
from carelog.exchange.noted import Noted, batch_of
from carelog.exchange.table import Row, read_columns, read_table
from carelog.wording import importing as words

SOURCE = "howwefeel"

_TAGS = ("tags (people)", "tags (places)", "tags (events)")
_NUMBERS = {
    "sleep": ("Sleep", " h"),
    "steps": ("Steps", ""),
    "water (cups)": ("Water", " cups"),
    "caffeine (mg)": ("Caffeine", " mg"),
    "alcoholic drinks": ("Alcoholic drinks", ""),
}
_TEXTS = {
    "exercise": "Exercise",
    "meditation": "Meditation",
    "menstrual": "Menstrual",
    "weather": "Weather",
    "temperature (f)": "Temperature (F)",
}
_WRITTEN = ("notes", "reflections", "takeaways")
_SEPARATORS = re.compile(r"[,;|]")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_STAMP = re.compile(r"(\d{4}) \w{3} (\w{3}) (\d{1,2}) (\d{1,2}:\d{2}\s*[AaPp][Mm])")


def is_howwefeel(content: bytes) -> bool:
    """Whether a file looks like an export of How We Feel."""
    columns = set(read_columns(content))
    return {"date", "mood", "tags (people)"} <= columns


def read_howwefeel(content: bytes, terms: Terms) -> Batch:
    """The entries. Raises RefusedFile when the file is damaged or cut off."""
    table = read_table(content)
    return batch_of(SOURCE, terms, map(_of_row, table.rows[::-1]), remarks=table.remarks)


def _of_row(row: Row) -> Noted | Remark:
    shown = _shown(row.cell("date"))
    if shown is None:
        return Remark(row.line, words.NO_SUCH_TIME)
    cells = [row.cell(column) for column in _TAGS if row.cell(column)]
    tags = [cell for cell in cells if not _SEPARATORS.search(cell)]
    kept = [cell for cell in cells if _SEPARATORS.search(cell)]
    feelings = [row.cell("mood")] if row.cell("mood") else []
    text = [*_texts(row), *kept]
    scales = [f"{name}: {row.cell(column)}{unit}" for column, (name, unit) in _NUMBERS.items() if row.cell(column)]
    if not (feelings or text or tags or scales):
        return Remark(row.line, words.NOTHING_WRITTEN_IN_IT)
    return Noted(row.line, shown, text=text, feelings=feelings, tags=tags, scales=scales)


def _texts(row: Row) -> Iterator[str]:
    yield from (row.cell(column) for column in _WRITTEN if row.cell(column))
    yield from (f"{name}: {row.cell(column)}" for column, name in _TEXTS.items() if row.cell(column))


def _shown(stamp: str) -> datetime | None:
    found = _STAMP.fullmatch(" ".join(stamp.split()))
    if not found or found[2].lower() not in _MONTHS:
        return None
    try:
        clock = read_clock("".join(found[4].split()))
        day = datetime(int(found[1]), _MONTHS.index(found[2].lower()) + 1, int(found[3]))  # noqa: DTZ001 - a wall clock
    except (ValueError, InvalidValue):
        return None
    return datetime.combine(day, clock)
