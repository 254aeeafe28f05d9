"""Daily You: the database in its backup, alone or zipped with its photos, and the JSON export of earlier versions.

A mood is -2 to 2. Times are local and have no zone. In newer databases entries have tags; one of the kind “tracker” has
a number, which is stored as a text. Both files know an entry by its time, so it has the same id from either. Source:
Daily_You (Demizo), its database and its JSON export.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from posixpath import basename
from typing import Any

from carelog.domain.numbers import show_number
from carelog.errors import RefusedFile
from carelog.exchange.files.archive import is_zip, members
from carelog.exchange.files.foreign_database import (
    columns_in,
    is_database,
    key_in,
    number_in,
    open_database,
    rows_of,
    tables_in,
    whole_in,
)
from carelog.exchange.files.json_file import read_json_file, tables_of, text_of, words_of
from carelog.exchange.files.json_shape import ITEM, keys_in
from carelog.exchange.files.media import counted_media_left
from carelog.exchange.files.midnight import read_iso_time
from carelog.exchange.files.remark import Remark
from carelog.exchange.pipeline.import_batch import ImportBatch, ImportContext
from carelog.exchange.pipeline.import_records import ImportRecord, batch_from_records, unreadable_time
from carelog.exchange.readers.unknown_parts import UnknownParts, text_in
from carelog.wording.files import imports as words

SOURCE = "dailyyou"

_MEMBER = "daily_you.db"
_OF_ENTRIES = {"timeCreated", "timeModified", "text", "mood"}
_ENTRIES, _PHOTOS, _TAGS, _TAGGED, _TEMPLATES = "entries", "entry_images", "tags", "entry_tags", "templates"
_QUERIES = {
    _ENTRIES: "SELECT * FROM entries ORDER BY CAST(id AS INTEGER)",
    _PHOTOS: "SELECT * FROM entry_images",
    _TAGS: "SELECT * FROM tags",
    _TAGGED: "SELECT * FROM entry_tags ORDER BY CAST(id AS INTEGER)",
    _TEMPLATES: "SELECT * FROM templates",
}
_COLUMNS = {"text", "mood", "time_create", "time_modified"}
_KNOWN = {"id", *_COLUMNS, "img_path", "timeCreated", "timeModified", "imgPath", "images"}
_MOODS = {-2: 1, -1: 2, 0: 3, 1: 4, 2: 5}
_TRACKER = 1


def is_daily_you(content: bytes) -> bool:
    """Whether a file is a backup, database or JSON export of Daily You, judged by its names, columns or keys.

    Raises RefusedFile when it is a damaged database or zip file.
    """
    if is_zip(content):
        return any(is_database(found) for _, found in members(content, lambda name: basename(name) == _MEMBER))
    if is_database(content):
        return _ENTRIES in tables_in(content) and columns_in(content, _QUERIES[_ENTRIES]) >= _COLUMNS
    return keys_in(content)[ITEM,] >= _OF_ENTRIES


def read_daily_you(content: bytes, context: ImportContext) -> ImportBatch:
    """Read the entries, with ids made of their times.

    Raises RefusedFile when the file is none of Daily You, is damaged, or has more rows in a table than `rows_of` reads.
    """
    if not is_daily_you(content):
        raise RefusedFile("imports.daily-you-not-a-backup")
    found = _in_database(_database(content)) if is_zip(content) or is_database(content) else _in_json(content)
    unknown = UnknownParts(_KNOWN)
    in_order = sorted(found.entries, key=lambda numbered: _created(numbered[1]))
    records = [_record(number, entry, found, unknown) for number, entry in in_order]
    remarks = counted_media_left(found.photos)
    remarks += [Remark(0, words.left_behind(found.templates, "writing templates"))] if found.templates else []
    return batch_from_records(SOURCE, context, records, remarks=[*remarks, *unknown.remarks], counted="entry")


@dataclass(frozen=True, slots=True)
class _Found:
    """The numbered entries of a file, their tags and numbers by the id of the entry, and what is only counted."""

    entries: Sequence[tuple[int, dict[str, Any]]]
    photos: int
    templates: int = 0
    tags: Mapping[object, list[str]] = field(default_factory=dict)
    readings: Mapping[object, list[str]] = field(default_factory=dict)


def _database(content: bytes) -> bytes:
    if not is_zip(content):
        return content
    [(_, found)] = list(members(content, lambda name: basename(name) == _MEMBER))[:1]
    if not is_database(found) or not is_daily_you(found):
        raise RefusedFile("imports.daily-you-not-a-backup")
    return found


def _in_json(content: bytes) -> _Found:
    entries = tables_of(read_json_file(content))
    photos = sum(len(tables_of(entry.get("images"))) or bool(text_of(entry.get("imgPath"))) for _, entry in entries)
    return _Found(entries, photos)


def _in_database(content: bytes) -> _Found:
    there = tables_in(content)
    with open_database(content) as connection:
        entries = list(enumerate(rows_of(connection, _QUERIES[_ENTRIES]), start=1))
        photos = len(rows_of(connection, _QUERIES[_PHOTOS])) if _PHOTOS in there else 0
        photos += sum(bool(entry.get("img_path")) for _, entry in entries)
        templates = len(rows_of(connection, _QUERIES[_TEMPLATES])) if _TEMPLATES in there else 0
        has_tags = there >= {_TAGS, _TAGGED}
        kinds = {key_in(row.get("id")): row for row in rows_of(connection, _QUERIES[_TAGS])} if has_tags else {}
        tagged = rows_of(connection, _QUERIES[_TAGGED]) if has_tags else []
    tags, readings = defaultdict(list), defaultdict(list)
    for row in tagged:
        kind = kinds.get(key_in(row.get("tag_id")), {})
        name, value = text_of(kind.get("name")), _value(row.get("value"))
        if whole_in(kind.get("tag_type")) == _TRACKER and value:
            readings[key_in(row.get("entry_id"))].append(f"{name}: {value}")
        else:
            tags[key_in(row.get("entry_id"))].append(name)
    return _Found(entries, photos, templates, tags, readings)


def _created(entry: Mapping[str, Any]) -> str:
    return text_of(entry.get("time_create")) or text_of(entry.get("timeCreated"))


def _record(number: int, entry: dict[str, Any], found: _Found, unknown: UnknownParts) -> ImportRecord | Remark:
    when = read_iso_time(_created(entry))
    if when is None:
        return unreadable_time(number)
    given = whole_in(entry.get("mood"))
    mood = _MOODS.get(given) if given is not None else None
    beyond = "" if mood else text_in(entry.get("mood"))
    text = [words_of(entry.get("text")), f"Mood: {beyond}" if beyond else "", *unknown.lines(entry)]
    row_id = key_in(entry.get("id"))
    tags, readings = found.tags.get(row_id, []), found.readings.get(row_id, [])
    if not any((mood, *text, *tags, *readings)):
        return Remark(number, words.NOTHING_WRITTEN_IN_IT)
    return ImportRecord(number, when, "", mood, text, tags=tags, readings=readings, identity=("entry", _created(entry)))


def _value(cell: object) -> str:
    number = number_in(cell)
    return words_of(cell) if number is None else show_number(number)
