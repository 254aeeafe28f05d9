"""What was taken in from other apps, run by run, and how one run is taken back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, TypeVar

from carelog.domain.import_run import ImportRun
from carelog.domain.time.days import Moment, Period
from carelog.journal.collections import routines as routine_rows
from carelog.journal.collections import ticks as tick_rows
from carelog.journal.collections.collection import WholeCollection
from carelog.journal.collections.entries import columns_of
from carelog.journal.storage.rows import (
    ENTRIES,
    IMPORTS,
    ORIGIN,
    ROUTINES,
    TICKS,
    TRACKERS,
    Row,
    Table,
    as_json,
    day_or_none,
    read_json,
    text_or_none,
)

if TYPE_CHECKING:
    from datetime import time

    from carelog.clock import Clock
    from carelog.domain.entry import Entry
    from carelog.domain.routines.routine import Routine
    from carelog.domain.routines.tick import Tick
    from carelog.domain.tracker import Tracker
    from carelog.journal.collections.trackers import Trackers
    from carelog.journal.storage.store import Change, Store

    Watched = Callable[[Sequence[Entry]], Iterable[Entry]]

_USES = {
    "routines": (
        "SELECT EXISTS (SELECT 1 FROM ticks WHERE deleted_at IS NULL AND routine_id = ?)",
        "SELECT EXISTS (SELECT 1 FROM agreements WHERE deleted_at IS NULL AND routine_id = ?)",
    ),
    "trackers": ("SELECT EXISTS (SELECT 1 FROM entries WHERE instr(readings, ?))",),
}
"""Whether something points at a row, by its table."""

Brought = TypeVar("Brought", "Entry", "Routine", "Tick")


@dataclass(frozen=True, slots=True)
class Load:
    """What a file holds, with the ids and days it has at every reading; `trackers` are those its readings need."""

    entries: Sequence[Entry] = ()
    trackers: Sequence[Tracker] = ()
    routines: Sequence[Routine] = ()
    ticks: Sequence[Tick] = ()

    @property
    def period(self) -> Period | None:
        """The days from the first entry or tick to the last; None where there is none."""
        days = [thing.day for things in (self.entries, self.ticks) for thing in things]
        return Period(min(days), max(days)) if days else None


@dataclass(frozen=True, slots=True)
class TakenBack:
    """What became of a run that was taken back: how many things of each kind went, and how many stayed.

    `kept` were edited since, or are in use by something that the person noted since.
    """

    run: ImportRun
    removed: Mapping[str, int] = field(default_factory=dict)
    kept: int = 0


class Imports(WholeCollection[ImportRun]):
    """The runs, in the order (at, id)."""

    table = IMPORTS
    noun = "import"
    order = "at, id"

    def __init__(self, store: Store, clock: Clock, day_starts_at: time, trackers: Callable[[], Trackers]) -> None:
        super().__init__(store, clock)
        self._day_starts_at = day_starts_at
        self._trackers = trackers

    def missing(self, load: Load) -> Load:
        """What of a load would be new here.

        What is or was here is not, but what went when an import was taken back is. Ticks of a routine that the
        person deleted stay away with it.
        """
        routines = self._missing(ROUTINES, load.routines)
        gone = {each.id for each in load.routines} - {each.id for each in routines} - self._live_routines()
        ticks = [tick for tick in self._missing(TICKS, load.ticks) if tick.routine_id not in gone]
        entries = self._missing(ENTRIES, load.entries)
        return Load(entries, self._trackers().missing(load.trackers), routines, ticks)

    def bring(self, source: str, sha256: str, load: Load, watch: Watched = iter) -> ImportRun:
        """Keep what of a load is new, and the record of it, in one transaction; `watch` sees its entries go by.

        Raises StorageError when it could not be kept.
        """
        new = self.missing(load)
        now = max(self._now(), self._latest_tombstone(new) + 1)
        counts = {"entries": len(new.entries), "routines": len(new.routines), "ticks": len(new.ticks)}
        counts["trackers"] = len(new.trackers)
        at = self._clock.now()
        day = at.day(self._day_starts_at)
        run = ImportRun(self.new_id(), at, day, source, sha256, {k: n for k, n in counts.items() if n}, load.period)
        with self._store.change(now, can_be_undone=False) as change:
            change.put(self.table, run.id, self._content(run))
            self._write(change, new, {ORIGIN: run.id}, now, watch)
        return run

    def take_back(self, run: ImportRun) -> TakenBack:
        """Remove what a run brought, but what was edited since and what is in use, and the run itself.

        What goes can be brought again. Raises NotFound when the run is gone.
        """
        stamp = next(self._store.rows("SELECT updated_at FROM imports WHERE id = ?", (run.id,)))["updated_at"]
        removed: dict[str, int] = {}
        kept = 0
        with self._store.change(self._now(), can_be_undone=False) as change:
            for table in (TICKS, ENTRIES, ROUTINES, TRACKERS):
                rows = list(self._brought(table, run))
                for row in rows:
                    if row["updated_at"] == stamp and not self._is_used(table, row["id"]):
                        change.remove(table, row["id"], withdrawn=True)
                        removed[table.name] = removed.get(table.name, 0) + 1
                kept += len(rows) - removed.get(table.name, 0)
            change.remove(self.table, run.id)
        return TakenBack(run, removed, kept)

    def _write(self, change: Change, new: Load, origin: Row, now: int, watch: Watched) -> None:
        trackers = self._trackers()
        trackers.put_missing(change, new.trackers, origin)
        ids = trackers.ids()
        first = now - len(new.routines)  # routines are listed by when they came to be: those of one file in its order
        routines = (
            (each.id, routine_rows.content_of(each) | origin | {"created_at": first + number})
            for number, each in enumerate(new.routines)
        )
        ticks = ((each.id, tick_rows.content_of(each) | origin) for each in new.ticks)
        entries = ((each.id, columns_of(each, ids) | origin) for each in watch(new.entries))
        for table, rows in ((ROUTINES, routines), (TICKS, ticks), (ENTRIES, entries)):
            self._write_rows(change, table, list(rows))

    def _write_rows(self, change: Change, table: Table, rows: Sequence[tuple[str, Row]]) -> None:
        """Write rows that were never here, and over the tombstones of those that were."""
        there = {row_id for row_id, _ in rows if self._store.row(table, row_id) is not None}
        change.put_new(table, (each for each in rows if each[0] not in there))
        for row_id, content in rows:
            if row_id in there:
                change.put(table, row_id, content)

    def _missing(self, table: Table, things: Iterable[Brought]) -> list[Brought]:
        once = {thing.id: thing for thing in reversed(list(things))}
        return [thing for thing in reversed(once.values()) if self._may_come(self._store.row(table, thing.id))]

    @staticmethod
    def _may_come(row: Row | None) -> bool:
        return row is None or (row["deleted_at"] is not None and row[ORIGIN] is not None)

    def _live_routines(self) -> set[str]:
        return {row["id"] for row in self._store.rows("SELECT id FROM routines WHERE deleted_at IS NULL")}

    def _latest_tombstone(self, new: Load) -> int:
        """When the last of the tombstones that are written over was written: all that a run brings has one time."""
        tables = ((ENTRIES, new.entries), (ROUTINES, new.routines), (TICKS, new.ticks))
        rows = (self._store.row(table, thing.id) for table, things in tables for thing in things)
        times = [int(row["updated_at"]) for row in rows if row]
        trackers = next(self._store.rows("SELECT max(updated_at) FROM trackers WHERE deleted_at IS NOT NULL"))[0]
        return max([*times, int(trackers or 0)])

    def _brought(self, table: Table, run: ImportRun) -> Iterator[Row]:
        statement = f"SELECT id, updated_at FROM {table.name} WHERE import_id = ? AND deleted_at IS NULL"
        return map(dict, self._store.rows(statement, (run.id,)))

    def _is_used(self, table: Table, row_id: str) -> bool:
        """Whether something that stays points at a row: a tick or an agreement, or an entry with a reading."""
        return any(next(self._store.rows(question, (row_id,)))[0] for question in _USES.get(table.name, ()))

    def _read(self, row: Row) -> ImportRun:
        first, last = day_or_none(row["first"]), day_or_none(row["last"])
        return ImportRun(
            id=row["id"],
            at=Moment.of_milliseconds(row["at"], row["utc_offset"]),
            day=date.fromisoformat(row["day"]),
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
