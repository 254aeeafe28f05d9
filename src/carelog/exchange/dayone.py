"""Day One: its JSON export, alone or in a zip with photos, and the folder of its classic version.

Instants are UTC with the zone they were written in, so that the wall clock is what it was. Text is Markdown with
escapes; photos are counted and left. The layouts were learned from the files and converters that docs/importing.md
names.
"""

from __future__ import annotations

import plistlib
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any
from xml.parsers.expat import ExpatError
from zoneinfo import ZoneInfo

from carelog.exchange.archive import is_zip, members, names
from carelog.exchange.batch import Batch, Remark, Terms
from carelog.exchange.json_file import looks_like_json, read_json_file, tables_of, text_of, texts_of
from carelog.exchange.noted import Noted, batch_of
from carelog.wording import importing as words

SOURCE = "dayone"

_STARRED = "starred"
_NO_ENTRY = (
    *(ExpatError, plistlib.InvalidFileException),
    *(ValueError, LookupError, TypeError, AttributeError, RecursionError, OverflowError),
)
"""What a property list raises that is damaged or none."""
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|~>])")
_PICTURE = re.compile(r"!\[[^\]]*\]\(dayone-moment:[^)]*\)\n?")
_HEADING = re.compile(r"\A#{1,6} ")


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
    pictures = sum(each.pictures for each in found)
    remarks = [Remark(0, words.pictures_left(pictures))] if pictures else []
    return batch_of(SOURCE, terms, [each.noted for each in found], remarks=remarks, counted="entry")


class _Found:
    """A thing that was noted or a problem, and how many photos were with it."""

    def __init__(self, noted: Noted | Remark, pictures: int = 0) -> None:
        self.noted = noted
        self.pictures = pictures


def _is_export(name: str) -> bool:
    return name.endswith(".json") and "/" not in name.strip("/")


def _first_of(content: bytes, name: str) -> Iterator[tuple[str, bytes]]:
    return members(content, lambda each: each == name)


def _looks_right(content: bytes) -> bool:
    start = content[:200_000]
    return b'"entries"' in start and b'"creationDate"' in start and b'"uuid"' in start


def _found(content: bytes, terms: Terms) -> Iterator[_Found]:
    if not is_zip(content):
        yield from _in_json(read_json_file(content))
        return
    classic = any(name.endswith(".doentry") for name in names(content))
    wanted = (lambda name: name.endswith(".doentry")) if classic else _is_export
    for number, (_, member) in enumerate(members(content, wanted), start=1):
        if classic:
            yield _in_plist(member, number, terms)
        else:
            yield from _in_json(read_json_file(member))


def _in_json(whole: Any) -> Iterator[_Found]:
    for number, entry in tables_of(whole.get("entries") if isinstance(whole, dict) else None):
        shown = _shown(text_of(entry.get("creationDate")), text_of(entry.get("timeZone")))
        pictures = len(entry["photos"]) if isinstance(entry.get("photos"), list) else 0
        text = _plain(text_of(entry.get("text")))
        tags = [*texts_of(entry.get("tags")), *([_STARRED] if entry.get("starred") is True else [])]
        if shown is None:
            yield _Found(Remark(number, words.NO_SUCH_TIME))
        elif text or tags:
            yield _Found(Noted(number, shown, text_of(entry.get("uuid")), text=(text,), tags=tags), pictures)
        else:
            yield _Found(Remark(number, words.NOTHING_WRITTEN_IN_IT), pictures)


def _in_plist(content: bytes, number: int, terms: Terms) -> _Found:
    try:
        entry = plistlib.loads(content)
        day, zone = entry["Creation Date"].replace(tzinfo=UTC), text_of(entry.get("Time Zone"))
        local = _in_zone(day, zone) or day.astimezone(terms.clock.now().local.tzinfo)
    except _NO_ENTRY:
        return _Found(Remark(number, words.NO_SUCH_TIME))
    tags = [*texts_of(entry.get("Tags")), *([_STARRED] if entry.get("Starred") is True else [])]
    text = _plain(text_of(entry.get("Entry Text")))
    if not (text or tags):
        return _Found(Remark(number, words.NOTHING_WRITTEN_IN_IT))
    return _Found(Noted(number, local, text_of(entry.get("UUID")), text=(text,), tags=tags))


def _shown(instant: str, zone: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(instant)
    except ValueError:
        return None
    if moment.tzinfo is None:
        return None
    return _in_zone(moment, zone) or moment


def _in_zone(moment: datetime, zone: str) -> datetime | None:
    """The moment on the clocks of a zone; None where the zone is not known here."""
    try:
        local = moment.astimezone(ZoneInfo(zone))
    except (ValueError, OSError, LookupError, OverflowError):
        return None
    return local


def _plain(markdown: str) -> str:
    """The text without escapes, links to photos, and the mark of a title."""
    return _ESCAPED.sub(r"\1", _HEADING.sub("", _PICTURE.sub("", markdown).strip())).strip()
