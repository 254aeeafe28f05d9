"""Day One: its JSON export, alone or in a zip file with photos, and the folder of its classic version.

Each entry has an instant in UTC and a time zone, so that its local time can be restored. Its text is Markdown with
escapes, or rich text only. Photos and recordings are counted and not imported. Source: the files and converters that
docs/importing.md names.
"""

from __future__ import annotations

import plistlib
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import UTC, date, datetime
from typing import Any
from xml.parsers.expat import ExpatError

from carelog.clock import zone_named
from carelog.exchange.files.archive import is_json_member, is_zip, members, names
from carelog.exchange.files.json_file import (
    has_no_entries,
    read_json_file,
    tables_of,
    text_of,
    texts_of,
)
from carelog.exchange.files.json_shape import ITEM, keys_in
from carelog.exchange.files.media import counted_media_left
from carelog.exchange.files.remark import Remark
from carelog.exchange.pipeline.import_batch import ImportBatch, ImportContext
from carelog.exchange.pipeline.import_records import ImportRecord, batch_from_records, unreadable_time
from carelog.exchange.readers.dayone_text import plain, rich, surroundings
from carelog.wording.files import imports as words

SOURCE = "dayone"

_STARRED = "starred"
_PROPERTY_LIST_ERRORS = (
    *(ExpatError, plistlib.InvalidFileException),
    *(ValueError, LookupError, TypeError, AttributeError, RecursionError, OverflowError),
)
"""What reading a property list raises when it is damaged or something else."""
_MEDIA = ("photos", "videos", "audios", "pdfAttachments")
_OF_ENTRIES = {"text", "richText", "timeZone", "modifiedDate", "isAllDay"}
"""One of these stands beside the id and the date of an entry."""


def is_dayone(content: bytes) -> bool:
    """Whether a file is an export of Day One, judged by its names or its beginning."""
    if is_zip(content):
        inside = names(content)
        if any(name.endswith(".doentry") for name in inside):
            return True
        exports = [name for name in inside if is_json_member(name)]
        return bool(exports) and any(_looks_right(found) for _, found in _first_of(content, exports[0]))
    return _looks_right(content)


def read_dayone(content: bytes, context: ImportContext) -> ImportBatch:
    """Read the entries, with ids made of Day One's own. Midnight is a time: an entry for a whole day says so itself.

    Raises RefusedFile when the file is damaged or cut off.
    """
    found = list(_found(content, context))
    media = Counter(name for each in found for name in each.media)
    remarks = counted_media_left(media.pop("photos", 0), media.total())
    records = [each.record for each in found]
    return batch_from_records(
        SOURCE, context, records, remarks=remarks, counted="entry", has_times=True, has_other_formats=True
    )


def _first_of(content: bytes, name: str) -> Iterator[tuple[str, bytes]]:
    return members(content, lambda each: each == name)


def _looks_right(content: bytes) -> bool:
    keys = keys_in(content)
    if keys[()] == {"metadata", "entries"} and keys["metadata",] == {"version"} and has_no_entries(content):
        return True
    return keys["entries", ITEM] >= {"uuid", "creationDate"} and not keys["entries", ITEM].isdisjoint(_OF_ENTRIES)


def _found(content: bytes, context: ImportContext) -> Iterator[_Found]:
    if not is_zip(content):
        yield from _in_json(read_json_file(content), context)
        return
    classic = any(name.endswith(".doentry") for name in names(content))
    wanted = (lambda name: name.endswith(".doentry")) if classic else is_json_member
    without = 0
    for number, (_, member) in enumerate(members(content, wanted), start=1):
        found = [_in_plist(member, number, context)] if classic else list(_in_json(read_json_file(member), context))
        without += not (found or has_no_entries(member))
        yield from found
    if without:
        yield _Found(Remark(0, words.files_without_entries(without)))


class _Found:
    """An entry or a problem, and the kind of each photo, recording or attachment of the entry."""

    def __init__(self, record: ImportRecord | Remark, media: Sequence[str] = ()) -> None:
        self.record = record
        self.media = media


def _in_json(whole: Any, context: ImportContext) -> Iterator[_Found]:
    for number, entry in tables_of(whole.get("entries") if isinstance(whole, dict) else None):
        media = [name for name in _MEDIA for _ in tables_of(entry.get(name))]
        yield _Found(_of_entry(number, entry, context), media)


def _of_entry(number: int, entry: dict[str, Any], context: ImportContext) -> ImportRecord | Remark:
    local = _local_time(text_of(entry.get("creationDate")), text_of(entry.get("timeZone")), context)
    if local is None:
        return unreadable_time(number)
    text = plain(text_of(entry.get("text"))) or rich(text_of(entry.get("richText")))
    tags = [*texts_of(entry.get("tags")), *([_STARRED] if entry.get("starred") is True else [])]
    around = surroundings(entry.get("location"), entry.get("weather"))
    when = local.date() if entry.get("isAllDay") is True else local
    return _record(number, when, text_of(entry.get("uuid")), [text, *around], tags)


def _in_plist(content: bytes, number: int, context: ImportContext) -> _Found:
    try:
        entry = plistlib.loads(content)
        day, zone = entry["Creation Date"].replace(tzinfo=UTC), text_of(entry.get("Time Zone"))
        local = _in_zone(day, zone, context)
    except _PROPERTY_LIST_ERRORS:
        entry, local = {}, None
    if local is None:
        return _Found(unreadable_time(number))
    tags = [*texts_of(entry.get("Tags")), *([_STARRED] if entry.get("Starred") is True else [])]
    text = [plain(text_of(entry.get("Entry Text"))), *surroundings(entry.get("Location"), entry.get("Weather"))]
    return _Found(_record(number, local, text_of(entry.get("UUID")), text, tags))


def _record(number: int, when: datetime | date, key: str, text: list[str], tags: list[str]) -> ImportRecord | Remark:
    if any((*text, *tags)):
        return ImportRecord(number, when, key, text=text, tags=tags)
    return Remark(number, words.NOTHING_WRITTEN_IN_IT)


def _local_time(instant: str, zone: str, context: ImportContext) -> datetime | None:
    try:
        moment = datetime.fromisoformat(instant)
    except ValueError:
        return None
    return _in_zone(moment, zone, context) if moment.tzinfo else None


def _in_zone(moment: datetime, zone: str, context: ImportContext) -> datetime | None:
    """The local time of a moment in a zone, or in the person's where the zone is unknown; None where there is none."""
    known = zone_named(zone)
    with suppress(ValueError, OverflowError, OSError):
        return moment.astimezone(known) if known else context.clock.at(moment).local
    return None
