"""Nomie 5 and 6: backups as JSON, and tables, detailed or one row a day.

What was tracked stands inside a note as #tag, #tag(2.5) or #tag(05:30:00), people as @name, surroundings as +word. The
note stays as it was typed; numbers become readings, people and surroundings become tags. Nothing is calculated: what is
in brackets is a number, a time, or stays words. A tracker called mood is a number like any other: its scale is the
person's own. The forms were learned from Nomie's own documentation of its files; docs/importing.md names it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime
from typing import Any

from carelog.exchange.batch import Batch, Remark, Terms
from carelog.exchange.json_file import looks_like_json, read_json_file, tables_of, text_of
from carelog.exchange.noted import Noted, batch_of
from carelog.exchange.table import Row, read_columns, read_table
from carelog.wording import importing as words

SOURCE = "nomie"

_TRACKED = re.compile(r"(?<!\S)#([^\s#@+()]+)(?:\(([^)\n]{1,40})\))?")
_TAGGED = re.compile(r"(?<!\S)[@+]([^\s#@+()]+)")
_NUMBER = re.compile(r"-?\d{1,9}(?:\.\d{1,6})?")
_TIMER = re.compile(r"(\d{1,4}):([0-5]\d):([0-5]\d)")
_DETAILED = {"epoch", "end", "note"}
_BOOK = "/books/"


def is_nomie(content: bytes) -> bool:
    """Whether a file looks like a backup or a table of Nomie."""
    if looks_like_json(content):
        start = content[:4_096]
        return b'"nomie"' in start or (b'"files"' in content[:200_000] and b'"version"' in start)
    columns = read_columns(content)
    return set(columns) >= _DETAILED or (columns[:1] == ("date",) and any(name.startswith("#") for name in columns))


def read_nomie(content: bytes, terms: Terms) -> Batch:
    """The entries, with Nomie's own ids where it has some. Raises RefusedFile when it is damaged or cut off."""
    if looks_like_json(content):
        events = _events(read_json_file(content))
        return batch_of(SOURCE, terms, (_of_event(number, each, terms) for number, each in events), counted="entry")
    table = read_table(content)
    if set(table.columns) >= _DETAILED:
        found = (_of_event(row.line, row.cells, terms) for row in table.rows[::-1])
        return batch_of(SOURCE, terms, found, remarks=table.remarks)
    days = (each for row in table.rows if (each := _of_day(row)))
    return batch_of(SOURCE, terms, days, remarks=table.remarks)


def _events(whole: Any) -> Iterable[tuple[int, dict[str, Any]]]:
    if not isinstance(whole, dict):
        return []
    if isinstance(whole.get("events"), list):
        return tables_of(whole["events"])
    files = whole["files"] if isinstance(whole.get("files"), dict) else {}
    books = [each for name, book in sorted(files.items()) if _BOOK in f"/{name}" for _, each in tables_of(book)]
    return list(enumerate(books, start=1))


def _of_event(number: int, event: Mapping[str, Any], terms: Terms) -> Noted | Remark:
    shown = _shown(event, terms)
    if shown is None:
        return Remark(number, words.NO_SUCH_TIME)
    note = text_of(event.get("note")).strip()
    place = text_of(event.get("location")).strip()
    if not (note or place):
        return Remark(number, words.NOTHING_WRITTEN_IN_IT)
    scales = [each for tag, value in _TRACKED.findall(note) if (each := _reading(tag, value))]
    text = [note, *([f"Location: {place}"] if place else [])]
    return Noted(number, shown, text_of(event.get("_id")), text=text, tags=_TAGGED.findall(note), scales=scales)


def _reading(tag: str, value: str) -> str:
    """A tracked value as a reading; a tag alone counts once. Empty where the brackets hold something else."""
    timer = _TIMER.fullmatch(value.strip())
    if timer:
        hours, minutes, seconds = (int(each) for each in timer.groups())
        return f"{tag}: {round(hours + minutes / 60 + seconds / 3600, 6)} h"
    if not value:
        return f"{tag}: 1"
    return f"{tag}: {value.strip()}" if _NUMBER.fullmatch(value.strip()) else ""


def _shown(event: Mapping[str, Any], terms: Terms) -> datetime | None:
    """The end of what was noted, on the person's own clock: Nomie keeps instants."""
    end, epoch = event.get("end"), event.get("epoch")
    here = terms.clock.now().local.tzinfo
    try:
        if isinstance(epoch, str) and epoch.strip().isdigit():
            return _local(datetime.fromtimestamp(int(epoch) / 1000, UTC), terms)
        if isinstance(end, (int, float)):
            return _local(datetime.fromtimestamp(end / 1000, UTC), terms)
        moment = datetime.fromisoformat(text_of(end))
    except (ValueError, OverflowError, OSError):
        return None
    return _local(moment if moment.tzinfo else moment.replace(tzinfo=here), terms)


def _local(moment: datetime, terms: Terms) -> datetime:
    """The instant as the person's clock showed it, daylight saving of that day included."""
    return terms.clock.at(moment).local


def _of_day(row: Row) -> Noted | Remark | None:
    """One day of the wide table: a zero there means that nothing was noted."""
    try:
        day = date.fromisoformat(row.cell("date"))
    except ValueError:
        return Remark(row.line, words.NO_SUCH_TIME)
    found = {name: row.cell(name) for name in row.cells if name.startswith("#")}
    scales = [f"{name.lstrip('#')}: {cell}" for name, cell in found.items() if cell not in ("", "0")]
    return Noted(row.line, day, f"day {day}", scales=scales) if scales else None
