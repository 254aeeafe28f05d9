"""How We Feel: a CSV table of emotions, with tags, notes and numbers for each.

An emotion has no score in the file, so it becomes a feeling without a mood. How a cell holds several tags is not
documented, so a cell with a separator in it goes to the note. Newer files also have a language, and reflections as JSON
lists. Source: the files that docs/importing.md names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime

from carelog.domain.time.days import read_clock
from carelog.errors import InvalidValue, RefusedFile
from carelog.exchange.files.json_file import read_json_file
from carelog.exchange.files.month_names import day_and_month, settled
from carelog.exchange.files.remark import Remark
from carelog.exchange.files.table import Row, read_columns, read_table
from carelog.exchange.pipeline.import_batch import ImportBatch, ImportContext
from carelog.exchange.pipeline.import_records import ImportRecord, batch_from_records, unreadable_time
from carelog.exchange.readers.unknown_parts import about_columns
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
_STAMP = re.compile(r"(\d{4}) \S+ (.+?) (\d{1,2}:\d{2}\S*(?: \S+){0,2})")
_KNOWN = {"date", "mood", "mood keys", "locale", *_TAGS, *_NUMBERS, *_TEXTS, *_WRITTEN}
"""The columns that do not go to the note as unknown ones; “mood keys” repeats the mood in the app's own terms."""


def is_howwefeel(content: bytes) -> bool:
    """Whether a file is an export of How We Feel, judged by its first row."""
    columns = set(read_columns(content))
    return {"date", "mood", "tags (people)"} <= columns


def read_howwefeel(content: bytes, context: ImportContext) -> ImportBatch:
    """Read an entry from each row. Raises RefusedFile when the file is damaged or cut off."""
    table = read_table(content)
    unknown = table.unknown_columns(_KNOWN)
    remarks = [*table.remarks, *about_columns(unknown)]
    in_english = settled(row.cell("date") for row in table.rows)
    records = (_record(row, in_english(row.cell("date")), unknown) for row in table.rows[::-1])
    return batch_from_records(SOURCE, context, records, remarks=remarks)


def _record(row: Row, stamp: str, unknown: Sequence[str]) -> ImportRecord | Remark:
    when = _when(stamp)
    if when is None:
        return unreadable_time(row.line)
    cells = [row.cell(column) for column in _TAGS if row.cell(column)]
    tags = [cell for cell in cells if not _SEPARATORS.search(cell)]
    no_tags = [cell for cell in cells if _SEPARATORS.search(cell)]
    feelings = [word for each in _SEPARATORS.split(row.cell("mood")) if (word := each.strip())]
    text = [*_texts(row), *row.labelled_cells(unknown), *no_tags]
    readings = [_reading(name, row.cell(column), unit) for column, (name, unit) in _NUMBERS.items() if row.cell(column)]
    if not (feelings or text or tags or readings):
        return Remark(row.line, words.NOTHING_WRITTEN_IN_IT)
    return ImportRecord(row.line, when, text=text, feelings=feelings, tags=tags, readings=readings)


def _when(stamp: str) -> datetime | None:
    """The local time of a stamp: the year, a weekday, month and day in the phone's language, and the time of day."""
    found = _STAMP.fullmatch(" ".join(stamp.split()))
    named = day_and_month(found[2]) if found else None
    if not found or not named:
        return None
    try:
        clock = read_clock("".join(found[3].split()))
        return datetime.combine(date(int(found[1]), named[1], named[0]), clock)
    except (ValueError, InvalidValue):
        return None


def _texts(row: Row) -> Iterator[str]:
    yield from (_paragraphs(row.cell(column)) for column in _WRITTEN if row.cell(column))
    yield from (f"{name}: {row.cell(column)}" for column, name in _TEXTS.items() if row.cell(column))


def _paragraphs(cell: str) -> str:
    """The text of a cell; in newer files it is a JSON list of texts, which may be empty."""
    if not (cell.startswith("[") and cell.endswith("]")):
        return cell
    try:
        listed = read_json_file(cell.encode("utf-8", "replace"))
    except RefusedFile:
        return cell
    return "\n".join(listed) if all(isinstance(each, str) for each in listed) else cell


def _reading(name: str, cell: str, unit: str) -> str:
    """A number with its unit, unless the cell has its own, such as 7h 30m or 7:30."""
    return f"{name}: {cell}{'' if ':' in cell or cell[-1:].isalpha() else unit}"
