"""Imported rows that lie a day early, because an earlier version put what was noted after midnight on the day before.

Such a row shows it: its day is the one before the date on its own wall clock, and the file has that date.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time
from typing import TYPE_CHECKING, TypeVar

from carelog.domain.ids import handle
from carelog.domain.time.days import ONE_DAY, Moment
from carelog.journal.collections import entries as entry_rows
from carelog.journal.collections import ticks as tick_rows
from carelog.journal.storage.entry_row import ENTRIES
from carelog.journal.storage.rows import ROUTINES, TICKS, as_json, read_json
from carelog.journal.storage.table import ORIGIN, Row, Table

if TYPE_CHECKING:
    from carelog.domain.entry import Entry
    from carelog.domain.routines.routine import Routine
    from carelog.domain.routines.tick import Tick
    from carelog.journal.storage.store import Store

Noted = TypeVar("Noted", "Entry", "Tick")

_EARLY = (
    "SELECT * FROM {table} WHERE deleted_at IS NULL "
    "AND date(day, '+1 day') = date(at / 1000.0 + utc_offset * 60, 'unixepoch')"
)
_MOVED = frozenset(["at", "utc_offset", "day"])
"""The columns in which a row may differ from what its file says, and still be what the import wrote."""
_MIDNIGHT, _NOON = time(), time(12)


@dataclass(frozen=True, slots=True)
class MovedRow:
    """A row as an import wrote it, and as it is with the date of the file."""

    table: Table
    before: Row
    after: Row


@dataclass(frozen=True, slots=True)
class EditedRow:
    """A row that is no longer what the file says, so that it stays a day early: its table and what the journal has.

    `day` is the date of the file. `routine` is the name of a tick's routine, empty where it can be noted no more.
    """

    table: str
    handle: str
    day: date
    row: Row
    routine: str = ""


@dataclass(frozen=True, slots=True)
class EarlyDays:
    """The rows of a file that lie a day early in the journal: those that can be moved, and those that differ."""

    moved: Sequence[MovedRow] = ()
    edited: Sequence[EditedRow] = ()

    @property
    def counts(self) -> dict[str, int]:
        """How many entries and ticks can be moved, by table; a routine only follows its first tick."""
        return dict(Counter(each.table.name for each in self.moved if each.table is not ROUTINES))


def early_days(
    store: Store,
    entries: Iterable[Entry],
    ticks: Iterable[Tick],
    routines: Iterable[Routine],
    tracker_ids: Mapping[str, str],
) -> EarlyDays:
    """The rows of these entries, ticks and routines of a file that lie a day early. Nothing is written.

    `tracker_ids` are by folded name.
    """
    stamps = {row["id"]: row["created_at"] for row in store.rows("SELECT id, created_at FROM imports")}
    found = _Found(store, stamps)
    found.look_at(ENTRIES, entries, lambda entry: entry_rows.content_of(entry, tracker_ids))
    found.look_at(TICKS, ticks, tick_rows.content_of)
    found.look_at_beginnings(routines)
    return EarlyDays(tuple(found.moved), tuple(found.edited))


def is_as_imported(row: Row, stamp: int | None) -> bool:
    """Whether a row was never edited since an import that has this stamp wrote it, or moved it to its day."""
    return row["updated_at"] in (stamp, row["created_at"])


class _Found:
    """Collects the rows that lie a day early. `stamps` are the times of imports in milliseconds, by id."""

    def __init__(self, store: Store, stamps: Mapping[str, int]) -> None:
        self._store = store
        self._stamps = stamps
        self.moved: list[MovedRow] = []
        self.edited: list[EditedRow] = []

    def look_at(self, table: Table, things: Iterable[Noted], content_of: Callable[[Noted], Row]) -> None:
        """Find the rows of entries or ticks; a thing without a time may have been written at midnight."""
        by_id = {thing.id: thing for thing in things}
        for row in map(dict, self._store.rows(_EARLY.format(table=table.name))):
            thing = by_id.get(row["id"])
            if thing is None or (thing.day - ONE_DAY).isoformat() != row["day"]:
                continue
            content = content_of(thing)
            at_midnight = Moment.of_milliseconds(row["at"], row["utc_offset"]).local.time() == _MIDNIGHT
            if self._is_as_imported(row) or all(row[name] == content[name] for name in content.keys() - _MOVED):
                is_day = at_midnight and thing.at.local.time() == _NOON
                self._move(table, row, {name: content[name] for name in (_MOVED if is_day else ("day",))})
            elif at_midnight or row["at"] == content["at"]:
                self.edited.append(EditedRow(table.name, handle(thing.id), thing.day, row, self._routine_of(row)))

    def look_at_beginnings(self, routines: Iterable[Routine]) -> None:
        """Find the routines that begin with a tick that is moved, and the doses of that day."""
        first = {(each.before["routine_id"], each.before["day"]) for each in self.moved if each.table is TICKS}
        for routine in routines:
            row, day = self._store.row(ROUTINES, routine.id), routine.started
            before = (day - ONE_DAY).isoformat()
            if row and (routine.id, before) in first and row["started"] == before and self._is_as_imported(row):
                doses = [[f"{day}" if since == before else since, text] for since, text in read_json(row["doses"])]
                self._move(ROUTINES, row, {"started": f"{day}", "doses": as_json(doses)})

    def _routine_of(self, row: Row) -> str:
        """The name of the routine of a tick, empty where it is archived, and for an entry."""
        routine = self._store.row(ROUTINES, row["routine_id"]) if "routine_id" in row else None
        return routine["name"] if routine and not routine["deleted_at"] and not routine["archived"] else ""

    def _is_as_imported(self, row: Row) -> bool:
        return is_as_imported(row, self._stamps.get(row[ORIGIN]))

    def _move(self, table: Table, row: Row, changes: Row) -> None:
        """Add a row with its changes, a moment newer: an edit elsewhere is later still, and wins when copies merge.

        It counts as written then, so that undoing its import finds it untouched.
        """
        moment = row["updated_at"] + 1
        stamp = {"created_at": moment, "updated_at": moment, "updated_by": self._store.device}
        self.moved.append(MovedRow(table, row, row | changes | stamp))
