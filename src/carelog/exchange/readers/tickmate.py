"""Tickmate for Android: the database that it exports, with tracks and a tick for each time something was done.

Months are counted from 0. A tick has a time of day since version 10 of the database, where `has_time_info` says so. How
often a track is meant is not known to Tickmate, so its routine is done as needed. Ticks of a track that was deleted
stay in the database. Source: tickmate (lordi), its schema and the databases of its tests; Tickmate-iOS (skjiisa), which
reads the same file.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from typing import Any

from carelog.domain.ids import steady_id
from carelog.domain.routines.routine import Routine
from carelog.domain.text import clean_line, fold
from carelog.domain.time.days import ONE_DAY
from carelog.errors import InvalidValue, RefusedFile
from carelog.exchange.files.foreign_database import (
    columns_in,
    is_database,
    key_in,
    open_database,
    rows_of,
    tables_in,
    tables_of,
    whole_in,
)
from carelog.exchange.files.json_file import words_of
from carelog.exchange.files.midnight import day_at_midnight
from carelog.exchange.files.remark import Remark
from carelog.exchange.pipeline.import_batch import ImportBatch, ImportContext
from carelog.exchange.pipeline.import_records import ImportRecord, unreadable_time
from carelog.exchange.pipeline.routine_names import RoutineNames
from carelog.exchange.pipeline.ticks_of_records import AS_NEEDED, batch_of_ticks
from carelog.wording.files import imports as words

SOURCE = "tickmate"

_TABLES = {"tracks", "ticks"}
_TICKS = "SELECT * FROM ticks"
_COLUMNS = {"_track_id", "year", "month", "day"}
_LONGEST_NAME = 200
_UNNAMED = "Track without a name"
"""Stored as the name of the routine: a second import knows the track by it, in all languages."""


def is_tickmate(content: bytes) -> bool:
    """Whether a file is a database of Tickmate, judged by its tables. Raises RefusedFile when it is damaged."""
    return is_database(content) and tables_in(content) >= _TABLES and columns_in(content, _TICKS) >= _COLUMNS


def read_tickmate(content: bytes, context: ImportContext) -> ImportBatch:
    """Read tracks as routines and ticks as theirs, with ids made of the names of tracks and of days and times.

    Tickmate's own numbers begin anew in every database. Raises RefusedFile when the file is no database of Tickmate, is
    damaged, or has more rows in a table than `rows_of` reads.
    """
    if not is_tickmate(content):
        raise RefusedFile("imports.tickmate-without-ticks")
    with open_database(content) as connection:
        tracks = rows_of(connection, "SELECT * FROM tracks")
        ticks = rows_of(connection, _TICKS)
        groups = len(rows_of(connection, 'SELECT * FROM "groups"')) if "groups" in tables_of(connection) else 0
    builder = _BatchBuilder(context, ticks)
    for track in sorted(tracks, key=_place):
        builder.add(track)
    return builder.build([Remark(0, words.left_behind(groups, "groups"))] if groups else [])


def _place(track: Mapping[str, Any]) -> tuple[int, int]:
    return whole_in(track.get("order")) or 0, whole_in(track.get("_id")) or 0


@dataclass(frozen=True, slots=True)
class _Numbered:
    """A tick and its row in the table."""

    number: int
    row: Mapping[str, Any]


class _BatchBuilder:
    """Collects the routines and ticks of all tracks."""

    def __init__(self, context: ImportContext, ticks: Sequence[Mapping[str, Any]]) -> None:
        self._context = context
        self._ticks_by_track: dict[object, list[_Numbered]] = defaultdict(list)
        for number, row in enumerate(ticks, start=1):
            self._ticks_by_track[key_in(row.get("_track_id"))].append(_Numbered(number, row))
        self._tracks_of_name: Counter[str] = Counter()
        self._names = RoutineNames(context.routines, SOURCE)
        self._batch = ImportBatch(SOURCE, (), counted="row")

    def add(self, track: Mapping[str, Any]) -> None:
        """Add a track with its ticks."""
        name = clean_line(words_of(track.get("name")))[:_LONGEST_NAME] or _UNNAMED
        key = (fold(name), str(self._tracks_of_name[fold(name)]))
        self._tracks_of_name[fold(name)] += 1
        row_id = steady_id(SOURCE, "track", *key)
        found = [_record(each, key) for each in self._ticks_by_track.pop(key_in(track.get("_id")), [])]
        read = batch_of_ticks(SOURCE, self._context, found, row_id)
        days = [each.day for each in read.ticks] or [self._context.today]
        routine = Routine(row_id, self._names.free(name, row_id), min(days), AS_NEEDED)
        with suppress(InvalidValue):
            routine = replace(routine, why=words_of(track.get("description")))
        if whole_in(track.get("enabled")) == 0:
            routine = replace(routine, archived=max(days) + ONE_DAY)
        self._names.take(routine)
        self._batch = replace(
            self._batch,
            routines=(*self._batch.routines, routine),
            ticks=(*self._batch.ticks, *read.ticks),
            problems=(*self._batch.problems, *read.problems),
            remarks=(*self._batch.remarks, *read.remarks),
        )

    def build(self, remarks: Sequence[Remark]) -> ImportBatch:
        """The batch of all tracks that were added, in which ticks of tracks that are gone are counted and left."""
        orphans = sum(map(len, self._ticks_by_track.values()))
        gone = [Remark(0, words.ticks_of_deleted_tracks(orphans))] if orphans else []
        return replace(self._batch, remarks=(*gone, *remarks, *self._batch.remarks))


def _record(tick: _Numbered, key: tuple[str, str]) -> ImportRecord | Remark:
    when = _when(tick.row)
    if when is None:
        return unreadable_time(tick.number)
    return ImportRecord(tick.number, when, identity=("tick", *key, when.isoformat()))


def _when(row: Mapping[str, Any]) -> datetime | date | None:
    """The local time of a tick, or its day where it has no time; None where it is none."""
    year, month, day, hour, minute = (whole_in(row.get(name)) for name in ("year", "month", "day", "hour", "minute"))
    if year is None or month is None or day is None:
        return None
    with suppress(ValueError, OverflowError):
        on = date(year, month + 1, day)
        if whole_in(row.get("has_time_info")) and hour is not None and minute is not None:
            return day_at_midnight(datetime.combine(on, time(hour, minute, whole_in(row.get("second")) or 0)))
        return on
    return None
