"""The imports of a journal: apply what a file of another app holds, and undo an import."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

from carelog.domain.import_run import ImportRun
from carelog.domain.text import fold
from carelog.domain.time.days import Moment, Period
from carelog.journal.collections import entries as entry_rows
from carelog.journal.collections import routines as routine_rows
from carelog.journal.collections import ticks as tick_rows
from carelog.journal.collections.collection import WholeCollection
from carelog.journal.collections.early_days import EarlyDays, early_days, is_as_imported
from carelog.journal.storage.dates import read_day
from carelog.journal.storage.entry_row import ENTRIES
from carelog.journal.storage.rows import (
    IMPORTS,
    ROUTINES,
    TICKS,
    TRACKERS,
    as_json,
    day_or_none,
    read_json,
    text_or_none,
)
from carelog.journal.storage.table import ORIGIN, Row, Table

if TYPE_CHECKING:
    from carelog.domain.entry import Entry
    from carelog.domain.routines.routine import Routine
    from carelog.domain.routines.tick import Tick
    from carelog.domain.tracker import Tracker
    from carelog.journal.storage.store import Change

    EntryProgress = Callable[[Sequence[Entry]], Iterable[Entry]]

Imported = TypeVar("Imported", "Entry", "Routine", "Tick")

_IS_USED = {
    "routines": (
        "SELECT EXISTS (SELECT 1 FROM ticks WHERE deleted_at IS NULL AND routine_id = ?)",
        "SELECT EXISTS (SELECT 1 FROM agreements WHERE deleted_at IS NULL AND routine_id = ?)",
    ),
    "trackers": ("SELECT EXISTS (SELECT 1 FROM entries WHERE instr(readings, ?))",),
}
"""The queries that find out whether a live row refers to a row, by its table."""


@dataclass(frozen=True, slots=True)
class ImportContent:
    """What a file holds, with ids that are the same every time it is read; `trackers` are those its readings need."""

    entries: Sequence[Entry] = ()
    trackers: Sequence[Tracker] = ()
    routines: Sequence[Routine] = ()
    ticks: Sequence[Tick] = ()

    @property
    def period(self) -> Period | None:
        """The days from the first entry or tick to the last; None without entries and ticks."""
        days = [thing.day for things in (self.entries, self.ticks) for thing in things]
        return Period(min(days), max(days)) if days else None


@dataclass(frozen=True, slots=True)
class EarlierEntry:
    """An entry that an earlier import brought; `at` is in milliseconds since 1970, `readings` are by tracker name.

    Where the person deleted it since, nothing but its time is left. `is_changed` is whether they edited it since.
    """

    id: str
    at: int
    mood: int | None
    note: str
    readings: Mapping[str, float]
    is_deleted: bool
    is_changed: bool


@dataclass(frozen=True, slots=True)
class UndoneImport:
    """The result of undoing an import: how many rows were removed, by table, and how many stayed.

    `kept` are those that were edited since, or that something refers to which the person added since.
    """

    run: ImportRun
    removed: Mapping[str, int] = field(default_factory=dict)
    kept: int = 0


class Imports(WholeCollection[ImportRun]):
    """The imports, in the order (at, id)."""

    table = IMPORTS
    kind = ImportRun
    key_prefix = "imports."
    order = "at, id"

    def missing(self, content: ImportContent) -> ImportContent:
        """The part of an import's content that is new to the journal.

        A row that is or once was here is not new, unless it was removed by undoing its import. Ticks of a routine that
        the person deleted are left out with the routine.
        """
        routines = self._missing(ROUTINES, content.routines)
        deleted = {each.id for each in content.routines} - {each.id for each in routines} - self._live_routines()
        ticks = [tick for tick in self._missing(TICKS, content.ticks) if tick.routine_id not in deleted]
        entries = self._missing(ENTRIES, content.entries)
        return ImportContent(entries, self._beside.trackers.missing(content.trackers), routines, ticks)

    def apply(self, source: str, sha256: str, content: ImportContent, progress: EntryProgress = iter) -> ImportRun:
        """Write the new part of an import's content and the import itself in one transaction; return the import.

        `source` is the name of the app, `sha256` that of the file. `progress` hands on the entries and may show how
        many are done. Raises StorageError when they could not be saved.
        """
        new = self.missing(content)
        now = max(self._now(), self._latest_tombstone(new) + 1)
        counts = {"entries": len(new.entries), "routines": len(new.routines), "ticks": len(new.ticks)}
        counts["trackers"] = len(new.trackers)
        at = self._clock.now()
        day = self._day_of(at)
        counts = {kind: count for kind, count in counts.items() if count}
        run = ImportRun(self.new_id(), at, day, source, sha256, counts, content.period)
        with self._store.change(now, can_be_undone=False) as change:
            change.put(self.table, run.id, self._content(run))
            self._write(change, new, {ORIGIN: run.id}, now, progress)
        return run

    def early(self, content: ImportContent) -> EarlyDays:
        """What of an import's content lies a day early in the journal. Nothing is written."""
        ids = {fold(each.name): each.id for each in content.trackers} | self._beside.trackers.ids()
        return early_days(self._store, content.entries, content.ticks, content.routines, ids)

    def put_right(self, content: ImportContent) -> EarlyDays:
        """Move what of an import's content lies a day early to its date, in one change that `undo` takes back.

        What was edited since stays. Return what was found. Raises StorageError when it could not be saved.
        """
        with self._store.change(self._now()) as change:
            found = self.early(content)
            for each in found.moved:
                change.put_stamped(each.table, each.after, each.before)
        return found

    def undo(self, run: ImportRun) -> UndoneImport:
        """Remove an import and the rows it added, except those that were edited since or are in use.

        The same file can add the removed rows again. Raises NotFound when the import itself is deleted already.
        """
        stamp = next(self._store.rows("SELECT updated_at FROM imports WHERE id = ?", (run.id,)))["updated_at"]
        removed: dict[str, int] = {}
        kept = 0
        with self._store.change(self._now(), can_be_undone=False) as change:
            for table in (TICKS, ENTRIES, ROUTINES, TRACKERS):
                rows = list(self._rows_of(table, run))
                for row in rows:
                    if is_as_imported(row, stamp) and not self._is_used(table, row["id"]):
                        change.remove(table, row["id"], withdrawn=True)
                        removed[table.name] = removed.get(table.name, 0) + 1
                kept += len(rows) - removed.get(table.name, 0)
            change.remove(self.table, run.id)
        return UndoneImport(run, removed, kept)

    def earlier_entries(self, source: str) -> list[EarlierEntry]:
        """The entries that imports from an app brought, without those whose import was taken back."""
        statement = f"SELECT * FROM entries WHERE source = ? AND (deleted_at IS NULL OR {ORIGIN} IS NULL)"
        names = self._beside.trackers.names()
        return [_earlier(row, names) for row in map(dict, self._store.rows(statement, (source,)))]

    def _missing(self, table: Table, things: Iterable[Imported]) -> list[Imported]:
        """The things that may be added; of several with one id only the first."""
        by_id = {thing.id: thing for thing in reversed(list(things))}
        rows = self._store.rows_with(table, by_id, f"id, deleted_at, {ORIGIN}")
        here = {row["id"] for row in rows if row["deleted_at"] is None or row[ORIGIN] is None}
        return [thing for thing in reversed(by_id.values()) if thing.id not in here]

    def _live_routines(self) -> set[str]:
        return {row["id"] for row in self._store.rows("SELECT id FROM routines WHERE deleted_at IS NULL")}

    def _latest_tombstone(self, new: ImportContent) -> int:
        """The time of the latest tombstone that is overwritten, 0 without one.

        All rows of an import get one time, by which `undo` knows those that were edited since. It has to be later.
        """
        tables = ((ENTRIES, new.entries), (ROUTINES, new.routines), (TICKS, new.ticks))
        times = [
            int(row["updated_at"])
            for table, things in tables
            for row in self._store.rows_with(table, (thing.id for thing in things), "updated_at")
        ]
        trackers = next(self._store.rows("SELECT max(updated_at) FROM trackers WHERE deleted_at IS NOT NULL"))[0]
        return max([*times, int(trackers or 0)])

    def _write(self, change: Change, new: ImportContent, origin: Row, now: int, progress: EntryProgress) -> None:
        trackers = self._beside.trackers
        trackers.put_missing(change, new.trackers, origin)
        ids = trackers.ids()
        first = now - len(new.routines)  # routines are listed by creation time: those of a file in its order
        routines = (
            (each.id, routine_rows.content_of(each) | origin | {"created_at": first + number})
            for number, each in enumerate(new.routines)
        )
        ticks = ((each.id, tick_rows.content_of(each) | origin) for each in new.ticks)
        entries = ((each.id, entry_rows.content_of(each, ids) | origin) for each in progress(new.entries))
        for table, rows in ((ROUTINES, routines), (TICKS, ticks), (ENTRIES, entries)):
            self._write_rows(change, table, list(rows))

    def _write_rows(self, change: Change, table: Table, rows: Sequence[tuple[str, Row]]) -> None:
        """Insert rows with new ids, and overwrite the tombstones of the others."""
        existing = {row["id"] for row in self._store.rows_with(table, (row_id for row_id, _ in rows), "id")}
        change.put_new(table, (each for each in rows if each[0] not in existing))
        for row_id, content in rows:
            if row_id in existing:
                change.put(table, row_id, content)

    def _rows_of(self, table: Table, run: ImportRun) -> Iterator[Row]:
        statement = f"SELECT id, created_at, updated_at FROM {table.name} WHERE import_id = ? AND deleted_at IS NULL"
        return map(dict, self._store.rows(statement, (run.id,)))

    def _is_used(self, table: Table, row_id: str) -> bool:
        """Whether a tick, an agreement or a reading refers to a row."""
        return any(next(self._store.rows(query, (row_id,)))[0] for query in _IS_USED.get(table.name, ()))

    def _read(self, row: Row) -> ImportRun:
        first, last = day_or_none(row["first"]), day_or_none(row["last"])
        return ImportRun(
            id=row["id"],
            at=Moment.of_milliseconds(row["at"], row["utc_offset"]),
            day=read_day(row["day"]),
            source=row["source"],
            sha256=row["sha256"],
            counts={str(kind): int(count) for kind, count in read_json(row["counts"]).items()},
            period=Period(first, last) if first and last else None,
        )

    def _content(self, thing: ImportRun) -> Row:
        return {
            "at": thing.at.milliseconds,
            "utc_offset": thing.at.offset,
            "day": thing.day.isoformat(),
            "source": thing.source,
            "sha256": thing.sha256,
            "counts": as_json(dict(thing.counts)),
            "first": text_or_none(thing.period.first) if thing.period else None,
            "last": text_or_none(thing.period.last) if thing.period else None,
        }


def _earlier(row: Row, names: Mapping[str, str]) -> EarlierEntry:
    readings = {names.get(tracker, tracker): float(number) for tracker, number in read_json(row["readings"]).items()}
    is_changed = row["updated_at"] != row["created_at"]
    is_deleted = row["deleted_at"] is not None
    return EarlierEntry(row["id"], row["at"], row["mood"], row["note"], readings, is_deleted, is_changed)
