"""How We Feel: a table of words for emotions with what surrounded them.

A word for an emotion has no level in the file, so it becomes a feeling and no score. Tags may hold several in a way
that is not documented: a cell with a separator in it stays in the note. Newer files name the language too, and write
reflections as JSON lists. The layouts were learned from the files that docs/importing.md names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime

from carelog.domain.time.days import read_clock
from carelog.errors import InvalidValue, RefusedFile
from carelog.exchange.files.json_file import read_json_file
from carelog.exchange.files.month_names import day_and_month
from carelog.exchange.files.remark import Remark
from carelog.exchange.files.table import Row, read_columns, read_table
from carelog.exchange.pipeline.import_batch import Batch, Terms
from carelog.exchange.pipeline.import_records import Noted, batch_of
from carelog.wording.files import imports as words

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
_STAMP = re.compile(r"(\d{4}) \S+ (.+?) (\d{1,2}:\d{2}(?:\s*\S+){0,2})")
_NOT_KEPT = {"date", "mood", "mood keys", "locale"}
"""What is read in another way, or says in the app's own words what the mood says in the person's."""
_KNOWN = _NOT_KEPT | {*_TAGS, *_NUMBERS, *_TEXTS, *_WRITTEN}


def is_howwefeel(content: bytes) -> bool:
    """Whether a file looks like an export of How We Feel."""
    columns = set(read_columns(content))
    return {"date", "mood", "tags (people)"} <= columns


def read_howwefeel(content: bytes, terms: Terms) -> Batch:
    """The entries. Raises RefusedFile when the file is damaged or cut off."""
    table = read_table(content)
    unknown = table.others(_KNOWN)
    remarks = [*table.remarks, *(Remark(1, words.unknown_column(name)) for name in unknown)]
    return batch_of(SOURCE, terms, (_of_row(row, unknown) for row in table.rows[::-1]), remarks=remarks)


def _of_row(row: Row, unknown: Sequence[str]) -> Noted | Remark:
    shown = _shown(row.cell("date"))
    if shown is None:
        return Remark(row.line, words.NO_SUCH_TIME)
    cells = [row.cell(column) for column in _TAGS if row.cell(column)]
    tags = [cell for cell in cells if not _SEPARATORS.search(cell)]
    kept = [cell for cell in cells if _SEPARATORS.search(cell)]
    feelings = [word for each in _SEPARATORS.split(row.cell("mood")) if (word := each.strip())]
    text = [*_texts(row), *row.told(unknown), *kept]
    scales = [_scale(name, row.cell(column), unit) for column, (name, unit) in _NUMBERS.items() if row.cell(column)]
    if not (feelings or text or tags or scales):
        return Remark(row.line, words.NOTHING_WRITTEN_IN_IT)
    return Noted(row.line, shown, text=text, feelings=feelings, tags=tags, scales=scales)


def _scale(name: str, cell: str, unit: str) -> str:
    """A number with its unit; one that says its own, such as 7h 30m or 7:30, needs none."""
    return f"{name}: {cell}{'' if ':' in cell or cell[-1:].isalpha() else unit}"


def _texts(row: Row) -> Iterator[str]:
    yield from (_written(row.cell(column)) for column in _WRITTEN if row.cell(column))
    yield from (f"{name}: {row.cell(column)}" for column, name in _TEXTS.items() if row.cell(column))


def _written(cell: str) -> str:
    """What was written; newer files have it as a JSON list of texts, which may be empty."""
    if not (cell.startswith("[") and cell.endswith("]")):
        return cell
    try:
        listed = read_json_file(cell.encode("utf-8", "replace"))
    except RefusedFile:
        return cell
    return "\n".join(listed) if all(isinstance(each, str) for each in listed) else cell


def _shown(stamp: str) -> datetime | None:
    """What the wall clock showed: the year, a weekday, the month and the day in the person's language, and the time."""
    found = _STAMP.fullmatch(" ".join(stamp.split()))
    named = day_and_month(found[2]) if found else None
    if not found or not named:
        return None
    try:
        clock = read_clock("".join(found[3].split()))
        return datetime.combine(date(int(found[1]), named[1], named[0]), clock)
    except (ValueError, InvalidValue):
        return None
