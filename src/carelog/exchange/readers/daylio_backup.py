"""Daylio's own backup: a zip that holds base64 that holds JSON.

It says more than the CSV: the group of every mood, so that none has to be placed, and how far the wall clock was from
UTC. The PIN, settings and achievements in it are not looked at. Source: the readers that docs/importing.md names.
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
from carelog.exchange.files.remark import Remark
from carelog.exchange.pipeline.daylio_moods import DEFAULT_MOODS
from carelog.exchange.pipeline.import_batch import Batch, Terms
from carelog.exchange.pipeline.import_records import LONGEST_WORD, YEARS, Noted, batch_of
from carelog.wording.files import imports as imports_words

SOURCE = "daylio"
MOST_ENTRIES = 200_000

_OF_ENTRIES = {"id", "year", "month", "day", "hour", "minute", "datetime", "timeZoneOffset", "mood"}
_OF_ENTRIES |= {"note", "note_title", "tags", "assets"}
_MOST_NAMED = 20
_MEMBER = "backup.daylio"
_ENTRIES = "dayEntries"
_HIGHEST, _LOWEST = 1, 5
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MINUTE = 60_000
_FURTHEST = 15 * 60
"""The milliseconds of a minute, and the minutes that no clock is away from UTC."""
_NO_TIME, _NOTHING = -1, -2
_LEFT = {"goals": "goals", "writingTemplates": "writing templates", "assets": "photos and recordings"}
"""What carelog has no place for, by the key in the file; activities that belong to goals come in as tags."""


def is_daylio_backup(content: bytes) -> bool:
    """Whether a file is such a backup, or the JSON out of one."""
    if is_zip(content):
        return any(basename(name) == _MEMBER for name in Archive(content).names)
    return content.lstrip()[:1] == b"{" and f'"{_ENTRIES}"'.encode() in content


def read_daylio_backup(content: bytes, terms: Terms) -> Batch:
    """The entries of a backup, with the ids that the CSV export of the same journal gives them.

    Raises RefusedFile when the file as a whole cannot be read.
    """
    found = table_of(read_json_file(_json_in(content)))
    if _ENTRIES not in found:
        raise RefusedFile("The backup holds no entries. Make it again in Daylio: More, Backup & Restore, Advanced.")
    listed = tables_of(found[_ENTRIES])
    if len(listed) > MOST_ENTRIES:
        raise RefusedFile(f"The backup holds more than {MOST_ENTRIES:,} entries, more than carelog takes in.")
    return _Backup(found, terms).batch(listed)


def _json_in(content: bytes) -> bytes:
    if not is_zip(content):
        return content
    archive = Archive(content)
    name = next((name for name in archive.names if basename(name) == _MEMBER), None)
    if name is None:
        raise RefusedFile("The zip file holds no backup of Daylio. Import the .daylio file as Daylio made it.")
    packed = archive.read(name)
    if packed.lstrip()[:1] == b"{":
        return packed
    try:
        return base64.b64decode(b"".join(packed.split()), validate=True)
    except (binascii.Error, ValueError):
        raise RefusedFile("The backup in the file is damaged. Make it again in Daylio.") from None


@dataclass(frozen=True, slots=True)
class _Mood:
    score: int
    word: str


class _Backup:
    """What the entries of a backup refer to: moods, and activities by their numbers."""

    def __init__(self, found: dict[str, Any], terms: Terms) -> None:
        self._terms = terms
        self._found = found
        self._own = {fold(clean_line(name)): score for name, score in terms.moods.items()}
        self._moods = _by_id(found.get("customMoods"))
        self._tags = {whole_of(each.get("id")): text_of(each.get("name")) for _, each in tables_of(found.get("tags"))}
        self._remarks = self._left_behind()

    def batch(self, listed: list[tuple[int, dict[str, Any]]]) -> Batch:
        """The entries from the oldest up: those of one minute are counted as the CSV counts them."""
        noted = [self._noted(number, row) for number, row in sorted(listed, key=_age)]
        filled = dict.fromkeys(key for _, row in listed for key, value in row.items() if value)
        unknown = [clean_line(key) for key in filled if key not in _OF_ENTRIES][:_MOST_NAMED]
        self._remarks += [Remark(0, imports_words.unknown_field(key)) for key in unknown]
        return batch_of(SOURCE, self._terms, noted, remarks=self._remarks, counted="entry")

    def _noted(self, number: int, row: dict[str, Any]) -> Noted | Remark:
        try:
            shown = _shown(row)
        except InvalidValue as reason:
            return Remark(number, reason.message)
        mood = self._moods.get(whole_of(row.get("mood")))
        if mood is None:
            self._remarks.append(Remark(number, imports_words.NO_MOOD_GROUP))
        listed = row.get("tags")
        return Noted(
            number,
            _with_offset(shown, row),
            mood=self._score(mood),
            text=[plain_text(text_of(row.get("note_title"))), plain_text(text_of(row.get("note")))],
            feelings=(mood.word,) if mood else (),
            tags=[self._tags.get(whole_of(each), "") for each in (listed if isinstance(listed, list) else ())],
        )

    def _score(self, mood: _Mood | None) -> int | None:
        """The level of the mood's group, unless the person places the mood elsewhere."""
        return self._own.get(fold(mood.word), mood.score) if mood else None

    def _left_behind(self) -> list[Remark]:
        counts = {name: len(tables_of(self._found.get(key))) for key, name in _LEFT.items()}
        return [Remark(0, imports_words.left_behind(count, name)) for name, count in counts.items() if count]


def _with_offset(shown: datetime | date, row: Mapping[str, Any]) -> datetime | date:
    """What the clock showed, at the distance from UTC that the backup names, if it can be one."""
    if not isinstance(shown, datetime):
        return shown
    given = whole_of(row.get("timeZoneOffset"))
    minutes = given // _MINUTE if given else _minutes_ahead(shown, whole_of(row.get("datetime")))
    if minutes is None or abs(minutes) > _FURTHEST:
        return shown
    return shown.replace(tzinfo=timezone(timedelta(minutes=minutes)))


def _minutes_ahead(shown: datetime, instant: int | None) -> int | None:
    """How far the clock was ahead of UTC at an instant, in milliseconds, where that is a distance that clocks have.

    Before Daylio noted the distance it wrote 0 for it. None where only the person's own clock can say it.
    """
    if instant is None:
        return None
    minutes = (shown.replace(tzinfo=UTC) - _EPOCH) // timedelta(minutes=1) - instant // _MINUTE
    return minutes if minutes % 15 == 0 and abs(minutes) <= _FURTHEST else None


def _by_id(customs: Any) -> dict[int | None, _Mood]:
    """The moods: the group says the level, from 1, the best, to 5; a word of the person's own says more than it."""
    moods: dict[int | None, _Mood] = {}
    for _, each in tables_of(customs):
        group = whole_of(each.get("mood_group_id"))
        if group is not None and _HIGHEST <= group <= _LOWEST:
            score = _LOWEST + _HIGHEST - group
            word = clean_line(text_of(each.get("custom_name")))[:LONGEST_WORD]
            moods[whole_of(each.get("id"))] = _Mood(score, "" if DEFAULT_MOODS.get(fold(word)) == score else word)
    return moods


def _age(numbered: tuple[int, Mapping[str, Any]]) -> tuple[int, int]:
    number, row = numbered
    return whole_of(row.get("datetime")) or 0, -number


def _shown(row: dict[str, Any]) -> datetime | date:
    """What the wall clock showed, or the day alone; months are counted from 0. Raises InvalidValue when that cannot be.

    Before Daylio noted times it wrote -1 for both the hour and the minute.
    """
    parts = [whole_of(row.get(name)) for name in ("year", "month", "day", "hour", "minute")]
    year, month, day, hour, minute = (_NOTHING if part is None else part for part in parts)
    with suppress(ValueError, OverflowError):
        if year in YEARS and hour == minute == _NO_TIME:
            return date(year, month + 1, day)
        if year in YEARS:
            return datetime(year, month + 1, day, hour, minute)  # noqa: DTZ001  # what a wall clock shows
    raise InvalidValue(imports_words.NO_DATE)
