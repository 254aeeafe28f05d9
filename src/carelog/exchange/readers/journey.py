"""Journey: a zip file with one JSON file for each entry, with photos and recordings beside them, or the same unpacked.

An entry has its moment in milliseconds since 1970, or as a text in UTC in newer exports, and the zone that it was
written in. Its text is HTML, or Markdown or plain text in some exports. A mood is a score from 1 to 5, or 0 for none.
`sentiment` is a number whose scale is not documented: beside a mood it is only counted, else it goes to the note.
Source: journey-markdown-converter (andi0b), journey2dayone (alxhslm), diarium2journey (Garfonso), and for newer exports
a public reader of JourneyCloud's folders.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from typing import Any

from carelog.clock import zone_named
from carelog.domain.numbers import show_number
from carelog.errors import RefusedFile
from carelog.exchange.files.archive import is_json_member, is_zip, members, names
from carelog.exchange.files.html_text import plain_page
from carelog.exchange.files.json_file import read_json_file, score_of, table_of, text_of, texts_of, words_of
from carelog.exchange.files.media import media_left
from carelog.exchange.files.midnight import day_at_midnight
from carelog.exchange.files.remark import Remark
from carelog.exchange.pipeline.import_batch import ImportBatch, ImportContext
from carelog.exchange.pipeline.import_records import ImportRecord, batch_from_records, unreadable_time
from carelog.exchange.readers.unknown_parts import UnknownParts, text_in
from carelog.wording.files import imports as words

SOURCE = "journey"

_FAVOURITE = "favourite"
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MARKS = (b'"date_journal"', b'"dateOfJournal"')
_LOOKED_AT = 3
"""So many JSON files of a zip file are looked at to recognise it."""
_HTML, _MARKDOWN = "html", "markdown"
_HTML_TAG = re.compile(r"<br\s*/?>|</(?:p|div|ul|ol|h[1-6])>", re.IGNORECASE)
"""One of these is in a text that is HTML; the oldest exports have plain text and do not say which it is."""
_NO_DEGREES = 1000
_KNOWN_OF_WEATHER = {"id", "icon", "degree_c", "description", "place"}
_KNOWN = {"id", "date_journal", "date_modified", "dateOfJournal", "createdAt", "updatedAt", "timezone", "version"}
_KNOWN |= {"text", "preview_text", "type", "mood", "sentiment", "favourite", "tags", "photos", "attachments"}
_KNOWN |= {"address", "lat", "lon", "location", "weather", "music_title", "music_artist", "label", "folder"}


def is_journey(content: bytes) -> bool:
    """Whether a zip file is an export of Journey, judged by its first JSON files."""
    if not is_zip(content):
        return False
    first = set(islice(filter(is_json_member, names(content)), _LOOKED_AT))
    return any(mark in found for _, found in members(content, first.__contains__) for mark in _MARKS)


def read_journey(content: bytes, context: ImportContext) -> ImportBatch:
    """Read the entries, with ids made of Journey's own. Raises RefusedFile when the zip is none of its or damaged."""
    if not is_journey(content):
        raise RefusedFile("imports.journey-not-an-export")
    reader = _Reader(context)
    records = [
        reader.record(number, found) for number, (_, found) in enumerate(members(content, is_json_member), start=1)
    ]
    remarks = [*media_left(names(content)), *reader.remarks]
    return batch_from_records(SOURCE, context, records, remarks=remarks, counted="entry")


class _Reader:
    """Reads the entries, and counts what of them has no place."""

    def __init__(self, context: ImportContext) -> None:
        self._context = context
        self._unknown = UnknownParts(_KNOWN)
        self._coordinates = self._sentiments = 0

    @property
    def remarks(self) -> list[Remark]:
        """What was left, and what was not known."""
        counts = {"sentiment scores": self._sentiments, "coordinates": self._coordinates}
        left = [Remark(0, words.left_behind(count, name)) for name, count in counts.items() if count]
        return [*left, *self._unknown.remarks]

    def record(self, number: int, content: bytes) -> ImportRecord | Remark:
        """The record of a JSON file, or the reason why there is none."""
        try:
            entry = table_of(read_json_file(content))
        except RefusedFile as reason:
            return Remark(number, reason.message)
        when = _when(entry, self._context)
        if when is None:
            return unreadable_time(number)
        mood = score_of(entry.get("mood"))
        tags = [*texts_of(entry.get("tags")), *([_FAVOURITE] if entry.get("favourite") is True else [])]
        text = [each for each in (_text(entry), *self._around(entry, mood), *self._unknown.lines(entry)) if each]
        if not (mood or text or tags):
            return Remark(number, words.NOTHING_WRITTEN_IN_IT)
        return ImportRecord(number, when, text_of(entry.get("id")), mood, text, tags=tags)

    def _around(self, entry: dict[str, Any], mood: int | None) -> Iterator[str]:
        """Lines for the mood that is no score, the place, the weather, the music, the label and the folder."""
        place, weather = table_of(entry.get("location")), table_of(entry.get("weather"))
        lines = {
            "Mood": "" if mood else text_in(entry.get("mood")),
            "Sentiment": "" if mood else text_in(entry.get("sentiment")),
            "Location": words_of(entry.get("address")) or words_of(place.get("name")),
            "Weather": _weather(weather),
            "Music": ", ".join(filter(None, (text_in(entry.get("music_title")), text_in(entry.get("music_artist"))))),
            "Label": text_in(entry.get("label")),
            "Folder": text_in(entry.get("folder")),
        }
        self._sentiments += bool(mood and text_in(entry.get("sentiment")))
        self._coordinates += bool(text_in(entry.get("lat")) or text_in(place.get("lat") or place.get("latitude")))
        return (f"{name}: {line}" for name, line in lines.items() if line)


def _when(entry: dict[str, Any], context: ImportContext) -> datetime | date | None:
    """The local time in the zone of the entry, or in the person's where it has none; None where it cannot be read."""
    given = entry.get("date_journal", entry.get("dateOfJournal"))
    with suppress(ValueError, TypeError, OverflowError, OSError):
        if isinstance(given, str) and not given.strip().isdecimal():
            instant = datetime.fromisoformat(given.strip())
        else:
            instant = _EPOCH + timedelta(milliseconds=int(given or ""))
        if instant.tzinfo is None:
            return day_at_midnight(instant)
        if zone := zone_named(text_of(entry.get("timezone"))):
            return day_at_midnight(instant.astimezone(zone))
        return day_at_midnight(context.clock.at(instant).local)
    return None


def _text(entry: dict[str, Any]) -> str:
    written = text_of(entry.get("text")) or text_of(entry.get("preview_text"))
    is_html = text_of(entry.get("type")) == _HTML or bool(_HTML_TAG.search(written))
    return plain_page(written) if is_html and text_of(entry.get("type")) != _MARKDOWN else written.strip()


def _weather(weather: dict[str, Any]) -> str:
    degrees, sky = weather.get("degree_c"), text_in(weather.get("description"))
    warmth = ""
    if isinstance(degrees, int | float) and abs(degrees) < _NO_DEGREES and (degrees or sky):
        warmth = f"{show_number(degrees)} °C"
    others = text_in({name: each for name, each in weather.items() if name not in _KNOWN_OF_WEATHER})
    return ", ".join(filter(None, (sky, warmth, text_in(weather.get("place")), others)))
