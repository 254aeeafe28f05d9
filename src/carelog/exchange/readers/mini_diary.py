"""Mini Diary: its JSON export, a table with an entry for each day; and Mini Diarium's, which is its successor.

An entry of Mini Diary has a title and Markdown. Mini Diarium has a list instead, in which an entry has an id, HTML,
and a day that it can share with others. Neither has times, moods or tags. Source: mini-diary (samuelmeuli) and
mini-diarium (fjrevoredo).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from typing import Any

from carelog.errors import RefusedFile
from carelog.exchange.files.html_text import plain_page
from carelog.exchange.files.json_file import read_json_file, table_of, tables_of, text_of, words_of
from carelog.exchange.files.json_shape import keys_in
from carelog.exchange.files.remark import Remark
from carelog.exchange.pipeline.import_batch import ImportBatch, ImportContext
from carelog.exchange.pipeline.import_records import ImportRecord, batch_from_records, unreadable_time
from carelog.exchange.readers.unknown_parts import UnknownParts, text_in
from carelog.wording.files import imports as words

SOURCE = "minidiary"

_BEGINNING = 200_000
_NAMED = re.compile(rb'"application"\s*:\s*"Mini Diar(?:y|ium)"')
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_OF_DAYS = {"title", "text"}
_KNOWN = {"id", "date", "title", "text", "dateUpdated", "dateCreated"}


def is_mini_diary(content: bytes) -> bool:
    """Whether a file is an export of one of the two, judged by its beginning."""
    keys = keys_in(content)
    has_days = any(_DAY.fullmatch(day) and keys["entries", day] >= _OF_DAYS for day in keys["entries",])
    return "metadata" in keys[()] and (has_days or _NAMED.search(content[:_BEGINNING]) is not None)


def read_mini_diary(content: bytes, context: ImportContext) -> ImportBatch:
    """Read the entries, with ids made of their days, in Mini Diarium also of its own.

    Raises RefusedFile when the file is damaged or holds no entries by day.
    """
    entries = table_of(read_json_file(content)).get("entries")
    if not isinstance(entries, dict | list):
        raise RefusedFile("imports.mini-diary-without-entries")
    unknown = UnknownParts(_KNOWN)
    found = enumerate(_entries(entries), start=1)
    records = [_record(number, day, entry, unknown) for number, (day, entry) in found]
    return batch_from_records(SOURCE, context, records, remarks=unknown.remarks, counted="entry")


def _entries(entries: dict[str, Any] | list[Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """The day as it is written and the table of each entry."""
    if isinstance(entries, dict):
        yield from ((day, table_of(entry)) for day, entry in entries.items())
    else:
        yield from ((text_of(entry.get("date")), entry) for _, entry in tables_of(entries))


def _record(number: int, day: str, entry: dict[str, Any], unknown: UnknownParts) -> ImportRecord | Remark:
    when = _day(day)
    if when is None:
        return unreadable_time(number)
    key = text_in(entry.get("id"))
    written = text_of(entry.get("text"))
    body = plain_page(written) if key else written.strip()
    text = [each for each in (words_of(entry.get("title")), body, *unknown.lines(entry)) if each]
    if not text:
        return Remark(number, words.NOTHING_WRITTEN_IN_IT)
    return ImportRecord(number, when, f"{when} {key}".strip(), text=text)


def _day(text: str) -> date | None:
    with suppress(ValueError):
        return date.fromisoformat(text.strip())
    return None
