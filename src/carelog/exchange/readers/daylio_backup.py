"""Daylio's own backup: JSON in base64 in a zip file, or what was taken out of one.

It says more than the CSV export: the group of every mood, so that each has a score, and the UTC offset of each entry.
The PIN, settings and achievements in it are not read. Source: the readers that docs/importing.md names.
"""

from __future__ import annotations

import base64
import binascii
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from posixpath import basename
from typing import Any

from carelog.domain.text import clean_line, fold
from carelog.errors import InvalidValue, RefusedFile
from carelog.exchange.files.archive import Archive, is_zip
from carelog.exchange.files.html_text import plain_text
from carelog.exchange.files.json_file import read_json_file, table_of, tables_of, text_of, whole_of
from carelog.exchange.files.json_shape import ITEM, keys_in
from carelog.exchange.files.remark import Remark
from carelog.exchange.files.written_days import MOST_MINUTES_FROM_UTC
from carelog.exchange.pipeline.daylio_moods import DEFAULT_MOODS
from carelog.exchange.pipeline.import_batch import ImportBatch, ImportContext
from carelog.exchange.pipeline.import_records import LONGEST_WORD, YEARS, ImportRecord, batch_from_records
from carelog.wording.files import imports as imports_words

SOURCE = "daylio"
MOST_ENTRIES = 200_000

_KNOWN_FIELDS = {"id", "year", "month", "day", "hour", "minute", "datetime", "timeZoneOffset", "mood"}
_KNOWN_FIELDS |= {"note", "note_title", "tags", "assets"}
_MOST_UNKNOWN_FIELDS = 20
_MEMBER = "backup.daylio"
_MARK_OF_TEXT = b"\xef\xbb\xbf"
_BEGINNING = 8
"""The letters of base64 that show whether a table of JSON is packed in them."""
_ENTRIES = "dayEntries"
_MOODS = b'"customMoods"'
_BEST_GROUP, _WORST_GROUP = 1, 5
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MINUTE = 60_000
"""The milliseconds of a minute."""
_NO_TIME, _MISSING = -1, -2
_NOT_IMPORTED = {"goals": "goals", "writingTemplates": "writing templates", "assets": "photos and recordings"}
"""What is counted and not imported, by its key in the file; the activities of goals are imported as tags."""


def is_daylio_backup(content: bytes) -> bool:
    """Whether a file is a backup of Daylio, or the base64 or JSON from one.

    Raises RefusedFile for a damaged zip file.
    """
    if is_zip(content):
        return any(basename(name) == _MEMBER for name in Archive(content).names)
    if not (_is_table(content) or _is_packed(content)):
        return False
    with suppress(RefusedFile):
        unpacked = _unpacked(content)
        return f'"{_ENTRIES}"'.encode() in unpacked and (_MOODS in unpacked or _has_no_others(unpacked))
    return False


def _has_no_others(unpacked: bytes) -> bool:
    """Whether the entries at the beginning, if there are any, have moods as Daylio's have."""
    of_entry = keys_in(unpacked)[_ENTRIES, ITEM]
    return not of_entry or "mood" in of_entry


def read_daylio_backup(content: bytes, context: ImportContext) -> ImportBatch:
    """Read the entries of a backup, with the same ids as from the CSV export of the same journal.

    Raises RefusedFile when the file as a whole cannot be read.
    """
    found = table_of(read_json_file(_json_in(content)))
    if _ENTRIES not in found:
        raise RefusedFile("imports.daylio-backup-without-entries")
    listed = tables_of(found[_ENTRIES])
    if len(listed) > MOST_ENTRIES:
        raise RefusedFile("imports.too-many-entries-in-backup", most=MOST_ENTRIES)
    return _Backup(found, context).batch(listed)


def _json_in(content: bytes) -> bytes:
    if not is_zip(content):
        return _unpacked(content)
    archive = Archive(content)
    name = next((name for name in archive.names if basename(name) == _MEMBER), None)
    if name is None:
        raise RefusedFile("imports.daylio-zip-without-backup")
    return _unpacked(archive.read(name))


def _unpacked(packed: bytes) -> bytes:
    """The JSON in the base64 that Daylio writes, or the content itself where it is JSON already.

    What was cut off is unpacked as far as it goes, so that the JSON in it is found to be cut off.
    """
    if _is_table(packed):
        return packed
    letters = b"".join(packed.removeprefix(_MARK_OF_TEXT).split())
    whole = letters[: len(letters) - (len(letters) % 4 == 1)]
    try:
        return base64.b64decode(whole + b"=" * (-len(whole) % 4), validate=True)
    except (binascii.Error, ValueError):
        raise RefusedFile("imports.daylio-backup-damaged") from None


def _is_table(content: bytes) -> bool:
    return content.removeprefix(_MARK_OF_TEXT).lstrip()[:1] == b"{"


def _is_packed(content: bytes) -> bool:
    """Whether a file begins as a table of JSON does in base64."""
    try:
        start = base64.b64decode(content.removeprefix(_MARK_OF_TEXT).lstrip()[:_BEGINNING], validate=True)
    except (binascii.Error, ValueError):
        return False
    return _is_table(start)


class _Backup:
    """The moods and activities of a backup, to which its entries refer by number."""

    def __init__(self, found: dict[str, Any], context: ImportContext) -> None:
        self._context = context
        self._found = found
        self._own = {fold(clean_line(name)): score for name, score in context.moods.items()}
        self._moods = _by_id(found.get("customMoods"))
        self._tags = {whole_of(each.get("id")): text_of(each.get("name")) for _, each in tables_of(found.get("tags"))}
        self._remarks = self._not_imported()

    def batch(self, listed: list[tuple[int, dict[str, Any]]]) -> ImportBatch:
        """The entries, oldest first, so that those of one minute are numbered as in the CSV export."""
        records = [self._record(number, row) for number, row in sorted(listed, key=_age)]
        filled = dict.fromkeys(key for _, row in listed for key, value in row.items() if value)
        unknown = [clean_line(key) for key in filled if key not in _KNOWN_FIELDS][:_MOST_UNKNOWN_FIELDS]
        self._remarks += [Remark(0, imports_words.unknown_field(key)) for key in unknown]
        return batch_from_records(SOURCE, self._context, records, remarks=self._remarks, counted="entry")

    def _record(self, number: int, row: dict[str, Any]) -> ImportRecord | Remark:
        try:
            when = _when(row)
        except InvalidValue as reason:
            return Remark(number, reason.message)
        mood = self._moods.get(whole_of(row.get("mood")))
        if mood is None:
            self._remarks.append(Remark(number, imports_words.NO_MOOD_GROUP))
        listed = row.get("tags")
        return ImportRecord(
            number,
            _with_offset(when, row),
            mood=self._score(mood),
            text=[plain_text(text_of(row.get("note_title"))), plain_text(text_of(row.get("note")))],
            feelings=(mood.word,) if mood else (),
            tags=[self._tags.get(whole_of(each), "") for each in (listed if isinstance(listed, list) else ())],
        )

    def _score(self, mood: _Mood | None) -> int | None:
        """The score that the person gave the mood, else that of its group."""
        return self._own.get(fold(mood.word), mood.score) if mood else None

    def _not_imported(self) -> list[Remark]:
        counts = {name: len(tables_of(self._found.get(key))) for key, name in _NOT_IMPORTED.items()}
        return [Remark(0, imports_words.left_behind(count, name)) for name, count in counts.items() if count]


@dataclass(frozen=True, slots=True)
class _Mood:
    score: int
    word: str


def _with_offset(when: datetime | date, row: Mapping[str, Any]) -> datetime | date:
    """The local time with the UTC offset in the backup, or without one where that is missing or impossible."""
    if not isinstance(when, datetime):
        return when
    given = whole_of(row.get("timeZoneOffset"))
    minutes = given // _MINUTE if given else _minutes_ahead(when, whole_of(row.get("datetime")))
    if minutes is None or abs(minutes) > MOST_MINUTES_FROM_UTC:
        return when
    return when.replace(tzinfo=timezone(timedelta(minutes=minutes)))


def _minutes_ahead(when: datetime, instant: int | None) -> int | None:
    """The UTC offset in minutes of a local time whose instant is given in milliseconds since 1970.

    It is for entries from before Daylio had offsets, which have 0 instead. None where there is no instant, or the
    result is no possible offset.
    """
    if instant is None:
        return None
    minutes = (when.replace(tzinfo=UTC) - _EPOCH) // timedelta(minutes=1) - instant // _MINUTE
    return minutes if minutes % 15 == 0 and abs(minutes) <= MOST_MINUTES_FROM_UTC else None


def _by_id(customs: Any) -> dict[int | None, _Mood]:
    """The moods by id: the group gives the score, and a name that is not Daylio's default becomes a feeling."""
    moods: dict[int | None, _Mood] = {}
    for _, each in tables_of(customs):
        group = whole_of(each.get("mood_group_id"))
        if group is not None and _BEST_GROUP <= group <= _WORST_GROUP:
            score = _WORST_GROUP + _BEST_GROUP - group
            word = clean_line(text_of(each.get("custom_name")))[:LONGEST_WORD]
            moods[whole_of(each.get("id"))] = _Mood(score, "" if DEFAULT_MOODS.get(fold(word)) == score else word)
    return moods


def _age(numbered: tuple[int, Mapping[str, Any]]) -> tuple[int, int]:
    number, row = numbered
    return whole_of(row.get("datetime")) or 0, -number


def _when(row: dict[str, Any]) -> datetime | date:
    """The local time of an entry, or its day alone. Raises InvalidValue when it is no valid date.

    Months are counted from 0. Entries from before Daylio had times have -1 as hour and minute.
    """
    parts = [whole_of(row.get(name)) for name in ("year", "month", "day", "hour", "minute")]
    year, month, day, hour, minute = (_MISSING if part is None else part for part in parts)
    with suppress(ValueError, OverflowError):
        if year in YEARS and hour == minute == _NO_TIME:
            return date(year, month + 1, day)
        if year in YEARS:
            return datetime(year, month + 1, day, hour, minute)  # noqa: DTZ001  # what a wall clock shows
    raise InvalidValue("imports.daylio-day-not-understood")
