"""The ticks of a journal: when routines were done or skipped."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, time
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from carelog.domain.ids import new_id
from carelog.domain.routines.tick import Tick, TickState
from carelog.domain.time.days import Moment, Period
from carelog.journal.collections.collection import Collection
from carelog.journal.collections.routines import content_of as content_of_routine
from carelog.journal.storage.dates import read_day, read_time
from carelog.journal.storage.rows import ROUTINES, TICKS, Row, Value

if TYPE_CHECKING:
    from carelog.clock import Clock
    from carelog.domain.routines.routine import Routine, TickCounts
    from carelog.journal.storage.store import Store


_Columns = tuple[Any, ...]
"""State, amount, planned time, whether it was meant as a second one, and the device of a tick."""


class _Noted(NamedTuple):
    """What counts of a tick of one day, in the forms of its columns."""

    state: TickState
    amount: float | None
    planned: str | None
    again: int | None
    device: str
    day: None = None


class Ticks(Collection[Tick]):
    """The ticks of all routines, in the order (at, id)."""

    table = TICKS
    key_prefix = "routine.tick-"
    order = "at, id"

    def __init__(self, store: Store, clock: Clock, day_starts_at: time) -> None:
        super().__init__(store, clock)
        self._day_starts_at = day_starts_at

    def add(
        self,
        routines: Sequence[Routine],
        state: TickState = TickState.DONE,
        *,
        amount: float | None = None,
        note: str = "",
        at: Moment | None = None,
        planned: Mapping[str, time] = MappingProxyType({}),
        again: Container[str] = (),
        begun: Iterable[Routine] = (),
    ) -> list[Tick]:
        """Add the same tick for several routines, at the current time or `at`; it is one change for `undo`.

        Return the ticks. `amount` is in the unit of the routine. `planned` are the planned times that the ticks stand
        for, by id of the routine; `again` are the ids of routines that are noted once more on purpose. Routines that
        have `begun` earlier than they were said to are part of the change. Raises InvalidValue for an invalid amount or
        note.
        """
        moment = at or self._clock.now()
        bare = Tick("", "", moment, moment.day(self._day_starts_at), state, amount, note, device=self._store.device)
        ticks = [
            replace(
                bare,
                id=new_id(self._now()),
                routine_id=routine.id,
                planned=planned.get(routine.id),
                again=routine.id in again,
            )
            for routine in routines
        ]
        with self._store.change(self._now()) as change:
            for tick in ticks:
                change.put(self.table, tick.id, content_of(tick))
            for routine in begun:
                change.put(ROUTINES, routine.id, content_of_routine(routine))
        return ticks

    def add_imported(self, ticks: Iterable[Tick]) -> int:
        """Add ticks from elsewhere with their own ids and days, in one transaction; return how many are new.

        An id that was ever in the journal is left alone, also when it is deleted.
        """
        with self._store.change(self._now(), can_be_undone=False) as change:
            return change.put_new(self.table, ((tick.id, content_of(tick)) for tick in ticks))

    def within(self, period: Period) -> list[Tick]:
        """The ticks of the days of a period, oldest first."""
        return self._select("AND day BETWEEN ? AND ?", _bounds(period))

    def of(self, routine: Routine, newest: int | None = None) -> list[Tick]:
        """A routine's ticks, oldest first; `newest` is the most ticks to return, of the latest."""
        limit = "" if newest is None else f" LIMIT {int(newest)}"
        condition = f"AND routine_id = ? ORDER BY at DESC, id DESC{limit}"
        return self._select(condition, (routine.id,), ordered=True)[::-1]

    def days(self, period: Period) -> set[date]:
        """The days of a period that have a tick."""
        return self._days(period)

    def noted(self, period: Period, routines: Sequence[str] = ()) -> dict[str, dict[date, TickCounts]]:
        """State and amount of each routine on each day of a period that has a tick, by routine id.

        Without ids of `routines` it is about all of them. Notes are not read, so that decades take little time.
        """
        from carelog.domain.routines.routine import counts_of

        condition = f"AND routine_id IN ({', '.join('?' * len(routines))})" if routines else ""
        statement = (
            "SELECT routine_id, day, state, amount, planned, again, updated_by FROM ticks "
            f"WHERE deleted_at IS NULL AND day BETWEEN ? AND ? {condition} ORDER BY at, id"
        )
        days: dict[tuple[str, str], tuple[_Columns, ...]] = {}
        for routine_id, day, *columns in self._store.rows(statement, (*_bounds(period), *routines)):
            of_day = routine_id, day
            days[of_day] = (*days.get(of_day, ()), tuple(columns))
        counts: dict[tuple[_Columns, ...], TickCounts] = {}
        by_routine: dict[str, dict[date, TickCounts]] = {}
        for (routine_id, day), noted in days.items():
            if noted not in counts:
                counts[noted] = counts_of([_Noted(self._state(state), *rest) for state, *rest in noted])
            by_routine.setdefault(routine_id, {})[self._day(day)] = counts[noted]
        return by_routine

    def _state(self, word: str) -> TickState:
        try:
            return TickState(word)
        except ValueError:
            raise self._unreadable("state", word) from None

    def _read(self, row: Row) -> Tick:
        return Tick(
            id=row["id"],
            routine_id=row["routine_id"],
            at=Moment.of_milliseconds(row["at"], row["utc_offset"]),
            day=read_day(row["day"]),
            state=TickState(row["state"]),
            amount=row["amount"],
            note=row["note"],
            source=row["source"],
            planned=read_time(row["planned"]) if row["planned"] else None,
            again=bool(row["again"]),
            device=row["updated_by"],
        )


def content_of(tick: Tick) -> Row:
    """The columns of a tick."""
    return {
        "routine_id": tick.routine_id,
        "at": tick.at.milliseconds,
        "utc_offset": tick.at.offset,
        "day": tick.day.isoformat(),
        "state": tick.state.value,
        "amount": None if tick.amount is None else float(tick.amount),
        "note": tick.note,
        "source": tick.source,
        "planned": f"{tick.planned:%H:%M}" if tick.planned else None,
        "again": 1 if tick.again else None,
    }


def _bounds(period: Period) -> tuple[Value, Value]:
    return period.first.isoformat(), period.last.isoformat()
