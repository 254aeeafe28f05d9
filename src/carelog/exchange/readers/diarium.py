"""Diarium: its JSON export, a list of entries in one file or a file for each day, alone or zipped with its media.

An entry has a local date and time, a heading, HTML, a rating from 1 to 5, tags, people, and trackers as texts such as
“Weight: 75” in the language of the app. Its time is its key in Diarium, so no two entries share it. Place and weather
are added by the app. Source: diarium-to-dayone (samholstein), and the readers of CompACT Diary and lifelogr.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from carelog.errors import RefusedFile
from carelog.exchange.files.archive import is_json_member, is_zip, members, names
from carelog.exchange.files.html_text import plain_page
from carelog.exchange.files.json_file import read_json_file, score_of, tables_of, text_of, texts_of, words_of
from carelog.exchange.files.json_shape import ITEM, keys_in
from carelog.exchange.files.media import media_left
from carelog.exchange.files.midnight import read_iso_time
from carelog.exchange.files.remark import Remark
from carelog.exchange.pipeline.import_batch import ImportBatch, ImportContext
from carelog.exchange.pipeline.import_records import ImportRecord, batch_from_records, unreadable_time
from carelog.exchange.readers.unknown_parts import UnknownParts, text_in
from carelog.wording.files import imports as words

SOURCE = "diarium"

_ALWAYS = {"date", "html"}
_OWN = {"heading", "rating", "people", "tracker", "sun", "lunar"}
"""One of these stands beside what every entry has, or nothing that Diarium does not write."""
_KNOWN = {"date", "heading", "html", "rating", "tags", "people", "tracker", "location", "weather", "sun", "lunar"}


def is_diarium(content: bytes) -> bool:
    """Whether a file is an export of Diarium, judged by its beginning, or that of its first JSON file."""
    if is_zip(content):
        first = next(filter(is_json_member, names(content)), None)
        return any(_looks_right(found) for _, found in members(content, lambda name: name == first))
    return _looks_right(content)


def read_diarium(content: bytes, context: ImportContext) -> ImportBatch:
    """Read the entries, with ids made of their times. Raises RefusedFile when the file is damaged or none of its."""
    if not is_diarium(content):
        raise RefusedFile("imports.diarium-not-an-export")
    reader = _Reader()
    records = [reader.record(number, entry) for number, entry in enumerate(_entries(content), start=1)]
    remarks = [*media_left(names(content) if is_zip(content) else ()), *reader.remarks]
    return batch_from_records(SOURCE, context, records, remarks=remarks, counted="entry")


def _looks_right(content: bytes) -> bool:
    keys = keys_in(content)
    of_entry = keys[ITEM,] or keys[()]
    has_known = of_entry <= _KNOWN and len(of_entry) > len(_ALWAYS)
    return of_entry >= _ALWAYS and (has_known or not of_entry.isdisjoint(_OWN))


def _entries(content: bytes) -> Iterator[dict[str, Any]]:
    files = (found for _, found in members(content, is_json_member)) if is_zip(content) else [content]
    for file in files:
        whole = read_json_file(file)
        yield from (entry for _, entry in tables_of([whole] if isinstance(whole, dict) else whole))


class _Reader:
    """Reads the entries, and counts what of them has no place."""

    def __init__(self) -> None:
        self._unknown = UnknownParts(_KNOWN)
        self._coordinates = self._skies = 0

    @property
    def remarks(self) -> list[Remark]:
        """What was left, and what was not known."""
        counts = {"coordinates": self._coordinates, "times of sun and moon": self._skies}
        left = [Remark(0, words.left_behind(count, name)) for name, count in counts.items() if count]
        return [*left, *self._unknown.remarks]

    def record(self, number: int, entry: dict[str, Any]) -> ImportRecord | Remark:
        """The record of an entry, or the reason why there is none."""
        when = read_iso_time(text_of(entry.get("date")))
        if when is None:
            return unreadable_time(number)
        self._coordinates += bool(text_in(entry.get("location")))
        self._skies += bool(text_in(entry.get("sun")) or text_in(entry.get("lunar")))
        rating = entry.get("rating")
        mood = score_of(rating)
        lines = {"Rating": "" if mood else text_in(rating), "Weather": text_in(entry.get("weather"))}
        text = [plain_page(text_of(entry.get("heading"))), plain_page(text_of(entry.get("html")))]
        text += [*(f"{name}: {line}" for name, line in lines.items() if line), *self._unknown.lines(entry)]
        tags = [*texts_of(entry.get("tags")), *texts_of(entry.get("people"))]
        trackers = texts_of(entry.get("tracker"))
        if not any((mood, *text, *tags, *trackers)):
            return Remark(number, words.NOTHING_WRITTEN_IN_IT)
        return ImportRecord(number, when, words_of(entry.get("date")), mood, text, tags=tags, readings=trackers)
