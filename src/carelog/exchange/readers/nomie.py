"""Nomie 5 and 6: backups as JSON, and tables, detailed or one row a day.

What was tracked stands inside a note as #tag, #tag(2.5) or #tag(05:30:00), people as @name, surroundings as +word. The
note stays as it was typed; numbers become readings, people and surroundings become tags. Nothing is calculated: what is
in brackets is a number, a time, or stays words. An entry's own distance from UTC counts where the person's clock never
has it: Nomie fills in that of the day of the export. A tracker called mood is a number like any other: its scale is the
person's own. The forms were learned from Nomie's own documentation of its files; docs/importing.md names it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

from carelog.exchange.files.json_file import looks_like_json, read_json_file, table_of, tables_of, text_of
from carelog.exchange.files.remark import Remark
from carelog.exchange.files.table import Row, read_columns, read_table
from carelog.exchange.pipeline.import_batch import Batch, Terms
from carelog.exchange.pipeline.import_records import Noted, batch_of
from carelog.exchange.readers.nomie_notes import Kept, kept_by, readings_in, tags_in
from carelog.wording.files import imports as words

SOURCE = "nomie"

_DETAILED = {"epoch", "end", "note"}
_BOOK = "/books/"
_FIFTH = re.compile(rb'"nomie"\s*:\s*\{')
_OFFSET = re.compile(r"-?\d{1,4}")
_FURTHEST = 15 * 60
_NOTHING = ("", "0")


def is_nomie(content: bytes) -> bool:
    """Whether a file looks like a backup or a table of Nomie."""
    if looks_like_json(content):
        is_sixth = b'"files"' in content[:200_000] and b'"version"' in content[:4_096]
        return is_sixth or bool(_FIFTH.search(content))
    columns = read_columns(content)
    return set(columns) >= _DETAILED or (columns[:1] == ("date",) and any(name.startswith("#") for name in columns))


def read_nomie(content: bytes, terms: Terms) -> Batch:
    """The entries, with Nomie's own ids where it has some. Raises RefusedFile when it is damaged or cut off."""
    if looks_like_json(content):
        whole = table_of(read_json_file(content))
        events, trackers = _events(whole), kept_by(_part(whole, "trackers"))
        found = (_of_event(number, each, terms, trackers) for number, each in events)
        return batch_of(SOURCE, terms, found, remarks=_left_behind(events, _part(whole, "goals")), counted="entry")
    table = read_table(content)
    if set(table.columns) >= _DETAILED:
        rows = [(row.line, row.cells) for row in table.rows[::-1]]
        found = (_of_event(line, cells, terms, {}) for line, cells in rows)
        return batch_of(SOURCE, terms, found, remarks=[*table.remarks, *_left_behind(rows, None)])
    days = (each for row in table.rows if (each := _of_day(row)))
    return batch_of(SOURCE, terms, days, remarks=table.remarks)


def _part(whole: Mapping[str, Any], name: str) -> Any:
    """A part of a backup: of its own in version 5, among the files in version 6."""
    return whole.get(name) or table_of(whole.get("files")).get(f"{name}.json")


def _events(whole: Mapping[str, Any]) -> list[tuple[int, dict[str, Any]]]:
    if isinstance(whole.get("events"), list):
        return tables_of(whole["events"])
    files = table_of(whole.get("files"))
    books = [each for name, book in sorted(files.items()) if _BOOK in f"/{name}" for _, each in tables_of(book)]
    return list(enumerate(books, start=1))


def _left_behind(events: Iterable[tuple[int, Mapping[str, Any]]], goals: Any) -> list[Remark]:
    listed = list(events)
    counts = {
        "scores": sum(each.get("score") not in (None, 0, "", "0") for _, each in listed),
        "coordinates": sum(each.get("lat") not in (None, 0, "", "0") for _, each in listed),
        "goals": len(tables_of(goals)),
    }
    return [Remark(0, words.left_behind(count, name)) for name, count in counts.items() if count]


def _of_event(number: int, event: Mapping[str, Any], terms: Terms, trackers: Mapping[str, Kept]) -> Noted | Remark:
    instant = _instant(event, terms)
    if instant is None:
        return Remark(number, words.NO_SUCH_TIME)
    note = text_of(event.get("note")).strip()
    place = text_of(event.get("location")).strip()
    if not (note or place):
        return Remark(number, words.NOTHING_WRITTEN_IN_IT)
    return Noted(
        number,
        _local(instant, _minutes_behind(event.get("offset")), terms),
        text_of(event.get("_id")),
        text=[note, *([f"Location: {place}"] if place else [])],
        tags=tags_in(note),
        scales=readings_in(note, trackers),
    )


def _instant(event: Mapping[str, Any], terms: Terms) -> datetime | None:
    """The end of what was noted: Nomie keeps instants."""
    end, epoch = event.get("end"), event.get("epoch")
    try:
        if isinstance(epoch, str) and epoch.strip().isdigit():
            return datetime.fromtimestamp(int(epoch) / 1000, UTC)
        if isinstance(end, (int, float)):
            return datetime.fromtimestamp(end / 1000, UTC)
        moment = datetime.fromisoformat(text_of(end))
        return moment if moment.tzinfo else terms.clock.resolve(moment)[0].local
    except (ValueError, OverflowError, OSError):
        return None


def _minutes_behind(offset: Any) -> int | None:
    """How many minutes a clock was behind UTC, which is how browsers count."""
    text = str(offset).strip() if isinstance(offset, str | int) and not isinstance(offset, bool) else ""
    minutes = int(text) if _OFFSET.fullmatch(text) else None
    return minutes if minutes is not None and abs(minutes) <= _FURTHEST else None


def _local(instant: datetime, behind: int | None, terms: Terms) -> datetime:
    """The instant on the person's clock, daylight saving included, or on the one that an entry names on a journey."""
    with suppress(ValueError, OverflowError):
        own = terms.clock.at(instant).local
        usual = {terms.clock.at(instant.replace(month=month, day=1)).offset for month in (1, 7)}
        if behind is None or -behind in usual:
            return own
        return instant.astimezone(timezone(timedelta(minutes=-behind)))
    return instant


def _of_day(row: Row) -> Noted | Remark | None:
    """One day of the wide table: a zero there means that nothing was noted."""
    try:
        day = date.fromisoformat(row.cell("date"))
    except ValueError:
        return Remark(row.line, words.NO_SUCH_TIME)
    found = {name: row.cell(name) for name in row.cells if name.startswith("#")}
    scales = [f"{name.lstrip('#')}: {cell}" for name, cell in found.items() if cell not in _NOTHING]
    tags = [name[1:] for name in row.cells if name[:1] in ("@", "+") and row.cell(name) not in _NOTHING]
    return Noted(row.line, day, f"day {day}", tags=tags, scales=scales) if scales or tags else None
