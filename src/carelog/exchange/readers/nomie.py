"""Nomie 5 and 6: JSON backups, and CSV tables with a row for each record or for each day.

A note contains what was tracked as #tag, #tag(2.5) or #tag(05:30:00), people as @name and surroundings as +word. The
note stays as it was typed; numbers become readings, people and surroundings become tags. A text in brackets that is
neither a number nor a time is not calculated and only stays in the note. A record's UTC offset is used only where the
person's time zone never has it, as on a journey: Nomie exports the offset of the day of the export. A tracker called
mood becomes a reading, because its scale is the person's own. Source: Nomie's documentation, see docs/importing.md.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

from carelog.domain.ids import steady_id
from carelog.exchange.files.json_file import read_json_file, table_of, tables_of, text_of, words_of
from carelog.exchange.files.json_shape import is_json, keys_in
from carelog.exchange.files.remark import Remark
from carelog.exchange.files.table import Row, read_columns, read_table
from carelog.exchange.files.written_days import MOST_MINUTES_FROM_UTC
from carelog.exchange.pipeline.import_batch import ImportBatch, ImportContext
from carelog.exchange.pipeline.import_records import ImportRecord, batch_from_records, unreadable_time
from carelog.exchange.readers.nomie_notes import ValueFormat, readings_in, tags_in, value_formats
from carelog.wording.files import imports as words

SOURCE = "nomie"

_DETAILED = {"epoch", "end", "note"}
_MARKS_OF_DETAILED = {*_DETAILED, "offset"}
_BOOK = "/books/"
_MARK_OF_VERSION_5 = re.compile(rb'"nomie"\s*:\s*\{')
_PARTS_OF_VERSION_5 = {"events", "trackers"}
_PARTS_OF_VERSION_6 = {"people.json", "trackers.json"}
_TRACKED = ("#", "@", "+")
"""How the columns of the table by days begin, but for the first."""
_OFFSET = re.compile(r"-?\d{1,4}")
_EMPTY = ("", "0")


def is_nomie(content: bytes) -> bool:
    """Whether a file is a backup or a table of Nomie, judged by its keys or columns."""
    if is_json(content):
        return _is_backup(content)
    columns = read_columns(content)
    return set(columns) >= _MARKS_OF_DETAILED or (columns[:1] == ("date",) and _are_tracked(columns[1:]))


def read_nomie(content: bytes, context: ImportContext) -> ImportBatch:
    """Read the entries, with ids made of Nomie's own where it has them.

    Raises RefusedFile when the file is damaged or cut off.
    """
    if is_json(content):
        whole = table_of(read_json_file(content))
        events, trackers = _events(whole), value_formats(_part(whole, "trackers"))
        records = (_event_record(number, each, context, trackers) for number, each in events)
        remarks = [*_not_imported(events, _part(whole, "goals")), *_days_beside(context)]
        return batch_from_records(SOURCE, context, records, remarks=remarks, counted="entry", has_other_formats=True)
    table = read_table(content)
    if set(table.columns) >= _DETAILED:
        rows = [(row.line, row.cells) for row in table.rows[::-1]]
        records = (_event_record(line, cells, context, {}) for line, cells in rows)
        remarks = [*table.remarks, *_not_imported(rows, None), *_days_beside(context)]
        return batch_from_records(SOURCE, context, records, remarks=remarks, has_other_formats=True)
    days = [record for row in table.rows if (record := _day_record(row))]
    return batch_from_records(SOURCE, context, _without_told(days, context), remarks=table.remarks)


def _is_backup(content: bytes) -> bool:
    keys = keys_in(content)
    files = keys["files",] if {"version", "files"} <= keys[()] else set()
    is_version_6 = files >= _PARTS_OF_VERSION_6 or any(_BOOK in f"/{name}" for name in files)
    is_version_5 = not _PARTS_OF_VERSION_5.isdisjoint(keys[()]) and _MARK_OF_VERSION_5.search(content) is not None
    return is_version_6 or is_version_5


def _are_tracked(columns: Sequence[str]) -> bool:
    return any(name[0] == "#" for name in columns) and all(name.startswith(_TRACKED) for name in columns)


def _part(whole: Mapping[str, Any], name: str) -> Any:
    """A part of a backup by its name: a key in version 5, a file in version 6."""
    return whole.get(name) or table_of(whole.get("files")).get(f"{name}.json")


def _events(whole: Mapping[str, Any]) -> list[tuple[int, dict[str, Any]]]:
    if isinstance(whole.get("events"), list):
        return tables_of(whole["events"])
    files = table_of(whole.get("files"))
    books = [each for name, book in sorted(files.items()) if _BOOK in f"/{name}" for _, each in tables_of(book)]
    return list(enumerate(books, start=1))


def _event_record(
    number: int, event: Mapping[str, Any], context: ImportContext, trackers: Mapping[str, ValueFormat]
) -> ImportRecord | Remark:
    instant = _instant(event, context)
    if instant is None:
        return unreadable_time(number)
    note = words_of(event.get("note"))
    location = words_of(event.get("location"))
    if not (note or location):
        return Remark(number, words.NOTHING_WRITTEN_IN_IT)
    return ImportRecord(
        number,
        _local(instant, _minutes_behind(event.get("offset")), context),
        text_of(event.get("_id")) or _key_in_table(event.get("epoch"), note),
        text=[note, *([f"Location: {location}"] if location else [])],
        tags=tags_in(note),
        readings=readings_in(note, trackers),
    )


def _key_in_table(epoch: Any, note: str) -> str:
    """What tells a row of a table from others, which have no ids there; empty for an event of a backup."""
    return f"at {epoch.strip()}: {note}" if isinstance(epoch, str) and epoch.strip().isdigit() else ""


def _instant(event: Mapping[str, Any], context: ImportContext) -> datetime | None:
    """The instant at which an event ended, or None where it cannot be read."""
    end, epoch = event.get("end"), event.get("epoch")
    try:
        if isinstance(epoch, str) and epoch.strip().isdigit():
            return datetime.fromtimestamp(int(epoch) / 1000, UTC)
        if isinstance(end, (int, float)):
            return datetime.fromtimestamp(end / 1000, UTC)
        moment = datetime.fromisoformat(text_of(end))
        return moment if moment.tzinfo else context.clock.resolve(moment)[0].local
    except (ValueError, OverflowError, OSError):
        return None


def _minutes_behind(offset: Any) -> int | None:
    """How many minutes the clock was behind UTC, as browsers count; None where it is missing or impossible."""
    text = str(offset).strip() if isinstance(offset, str | int) and not isinstance(offset, bool) else ""
    minutes = int(text) if _OFFSET.fullmatch(text) else None
    return minutes if minutes is not None and abs(minutes) <= MOST_MINUTES_FROM_UTC else None


def _local(instant: datetime, behind: int | None, context: ImportContext) -> datetime:
    """The local time of an instant: in the person's zone, or with the event's offset where that zone never has it."""
    with suppress(ValueError, OverflowError):
        local = context.clock.at(instant).local
        usual_offsets = {context.clock.at(instant.replace(month=month, day=1)).offset for month in (1, 7)}
        if behind is None or -behind in usual_offsets:
            return local
        return instant.astimezone(timezone(timedelta(minutes=-behind)))
    return instant


def _not_imported(events: Iterable[tuple[int, Mapping[str, Any]]], goals: Any) -> list[Remark]:
    listed = list(events)
    counts = {
        "scores": sum(each.get("score") not in (None, 0, "", "0") for _, each in listed),
        "coordinates": sum(each.get("lat") not in (None, 0, "", "0") for _, each in listed),
        "goals": len(tables_of(goals)),
    }
    return [Remark(0, words.left_behind(count, name)) for name, count in counts.items() if count]


def _day_record(row: Row) -> ImportRecord | Remark | None:
    """The record of a day in the table by days, where a zero means that nothing was tracked; None for an empty day."""
    try:
        day = date.fromisoformat(row.cell("date"))
    except ValueError:
        return unreadable_time(row.line)
    tracked = {name: row.cell(name) for name in row.cells if name.startswith("#")}
    readings = [f"{name.lstrip('#')}: {cell}" for name, cell in tracked.items() if cell not in _EMPTY]
    tags = [name[1:] for name in row.cells if name[:1] in ("@", "+") and row.cell(name) not in _EMPTY]
    return ImportRecord(row.line, day, _key_of_day(day), tags=tags, readings=readings) if readings or tags else None


def _key_of_day(day: date) -> str:
    return f"day {day}"


def _days_before(context: ImportContext) -> tuple[set[date], set[date]]:
    """The days that came in from the table by days, and those of which records came in."""
    of_table: set[date] = set()
    of_records: set[date] = set()
    for each in context.earlier_entries(SOURCE):
        day = context.clock.at(datetime.fromtimestamp(each.at / 1000, UTC)).local.date()
        (of_table if each.id == steady_id(SOURCE, _key_of_day(day)) else of_records).add(day)
    return of_table, of_records


def _without_told(found: Iterable[ImportRecord | Remark], context: ImportContext) -> Iterator[ImportRecord | Remark]:
    """The days of the table, with a problem for each of which records came in: its numbers are made of theirs."""
    of_table, of_records = _days_before(context)
    for each in found:
        is_told = isinstance(each, ImportRecord) and each.when in of_records and each.when not in of_table
        yield Remark(each.number, words.DAY_IN_RECORDS) if isinstance(each, ImportRecord) and is_told else each


def _days_beside(context: ImportContext) -> list[Remark]:
    """A remark where days came in from the table by days, so that their numbers would be there twice."""
    of_table, _ = _days_before(context)
    return [Remark(0, words.days_in_table(len(of_table)))] if of_table else []
