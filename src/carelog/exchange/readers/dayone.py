"""Day One: its JSON export, alone or in a zip with photos, and the folder of its classic version.

Instants are UTC with the zone they were written in, so that the wall clock is what it was. Text is Markdown with
escapes, or rich text alone; photos and recordings are counted and left. The layouts were learned from the files and
converters that docs/importing.md names.
"""

from __future__ import annotations

import plistlib
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import UTC, date, datetime
from posixpath import basename
from typing import Any
from xml.parsers.expat import ExpatError
from zoneinfo import ZoneInfo

from carelog.exchange.files.archive import is_zip, members, names
from carelog.exchange.files.json_file import (
    has_no_entries,
    looks_like_json,
    read_json_file,
    tables_of,
    text_of,
    texts_of,
)
from carelog.exchange.files.remark import Remark
from carelog.exchange.pipeline.import_batch import Batch, Terms
from carelog.exchange.pipeline.import_records import Noted, batch_of
from carelog.exchange.readers.dayone_text import plain, rich, surroundings
from carelog.wording.files import imports as words

SOURCE = "dayone"

_STARRED = "starred"
_NO_ENTRY = (
    *(ExpatError, plistlib.InvalidFileException),
    *(ValueError, LookupError, TypeError, AttributeError, RecursionError, OverflowError),
)
"""What a property list raises that is damaged or none."""
_MEDIA = ("photos", "videos", "audios", "pdfAttachments")
_OF_A_MAC = "__MACOSX"


def is_dayone(content: bytes) -> bool:
    """Whether a file looks like an export of Day One."""
    if is_zip(content):
        inside = names(content)
        if any(name.endswith(".doentry") for name in inside):
            return True
        exports = [name for name in inside if _is_export(name)]
        return bool(exports) and any(_looks_right(found) for _, found in _first_of(content, exports[0]))
    return looks_like_json(content) and _looks_right(content)


def read_dayone(content: bytes, terms: Terms) -> Batch:
    """The entries, each with the id that Day One gave it. Raises RefusedFile when it is damaged or cut off."""
    found = list(_found(content, terms))
    left = Counter(name for each in found for name in each.media)
    photos, others = left.pop("photos", 0), left.total()
    remarks = [Remark(0, words.pictures_left(photos))] if photos else []
    remarks += [Remark(0, words.left_behind(others, "recordings and attachments"))] if others else []
    return batch_of(SOURCE, terms, [each.noted for each in found], remarks=remarks, counted="entry")


class _Found:
    """A thing that was noted or a problem, and what was with it: a name for each photo, recording or attachment."""

    def __init__(self, noted: Noted | Remark, media: Sequence[str] = ()) -> None:
        self.noted = noted
        self.media = media


def _is_export(name: str) -> bool:
    """A zip that was packed again may hold the journals in a folder, and a Mac's shadows of them."""
    return name.endswith(".json") and not name.startswith(_OF_A_MAC) and not basename(name).startswith("._")


def _first_of(content: bytes, name: str) -> Iterator[tuple[str, bytes]]:
    return members(content, lambda each: each == name)


def _looks_right(content: bytes) -> bool:
    start = content[:200_000]
    if b'"metadata"' in start and has_no_entries(content):
        return True
    return b'"entries"' in start and b'"creationDate"' in start and b'"uuid"' in start


def _found(content: bytes, terms: Terms) -> Iterator[_Found]:
    if not is_zip(content):
        yield from _in_json(read_json_file(content), terms)
        return
    classic = any(name.endswith(".doentry") for name in names(content))
    wanted = (lambda name: name.endswith(".doentry")) if classic else _is_export
    for number, (_, member) in enumerate(members(content, wanted), start=1):
        if classic:
            yield _in_plist(member, number, terms)
        else:
            yield from _in_json(read_json_file(member), terms)


def _in_json(whole: Any, terms: Terms) -> Iterator[_Found]:
    for number, entry in tables_of(whole.get("entries") if isinstance(whole, dict) else None):
        media = [name for name in _MEDIA for _ in tables_of(entry.get(name))]
        yield _Found(_of_entry(number, entry, terms), media)


def _of_entry(number: int, entry: dict[str, Any], terms: Terms) -> Noted | Remark:
    shown = _shown(text_of(entry.get("creationDate")), text_of(entry.get("timeZone")), terms)
    if shown is None:
        return Remark(number, words.NO_SUCH_TIME)
    text = plain(text_of(entry.get("text"))) or rich(text_of(entry.get("richText")))
    tags = [*texts_of(entry.get("tags")), *([_STARRED] if entry.get("starred") is True else [])]
    around = surroundings(entry.get("location"), entry.get("weather"))
    when = shown.date() if entry.get("isAllDay") is True else shown
    return _noted(number, when, text_of(entry.get("uuid")), [text, *around], tags)


def _in_plist(content: bytes, number: int, terms: Terms) -> _Found:
    try:
        entry = plistlib.loads(content)
        day, zone = entry["Creation Date"].replace(tzinfo=UTC), text_of(entry.get("Time Zone"))
        local = _in_zone(day, zone, terms)
    except _NO_ENTRY:
        entry, local = {}, None
    if local is None:
        return _Found(Remark(number, words.NO_SUCH_TIME))
    tags = [*texts_of(entry.get("Tags")), *([_STARRED] if entry.get("Starred") is True else [])]
    text = [plain(text_of(entry.get("Entry Text"))), *surroundings(entry.get("Location"), entry.get("Weather"))]
    return _Found(_noted(number, local, text_of(entry.get("UUID")), text, tags))


def _noted(number: int, shown: datetime | date, key: str, text: list[str], tags: list[str]) -> Noted | Remark:
    if any((*text, *tags)):
        return Noted(number, shown, key, text=text, tags=tags)
    return Remark(number, words.NOTHING_WRITTEN_IN_IT)


def _shown(instant: str, zone: str, terms: Terms) -> datetime | None:
    try:
        moment = datetime.fromisoformat(instant)
    except ValueError:
        return None
    return _in_zone(moment, zone, terms) if moment.tzinfo else None


def _in_zone(moment: datetime, zone: str, terms: Terms) -> datetime | None:
    """The moment on the clocks of a zone, or the person's where it is not known here; None where none shows it."""
    try:
        return moment.astimezone(ZoneInfo(zone))
    except (ValueError, OSError, LookupError, OverflowError):
        with suppress(ValueError, OverflowError, OSError):
            return terms.clock.at(moment).local
    return None
