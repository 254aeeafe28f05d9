"""What was done with routines, and when."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from carelog.domain.ids import new_id
from carelog.domain.routines.tick import Tick, TickState
from carelog.domain.time.days import Moment, Period
from carelog.journal.collections.collection import Collection
from carelog.journal.storage.rows import TICKS, Row, Value

if TYPE_CHECKING:
    from datetime import time

    from carelog.clock import Clock
    from carelog.domain.routines.routine import Routine, TickCounts
    from carelog.journal.storage.store import Store


class Ticks(Collection[Tick]):
    """The ticks of all routines, in the order (at, id)."""

    table = TICKS
    noun = "tick"
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
    ) -> list[Tick]:
        """Note the same of several routines at once, now or `at`; `undo` takes all of it back."""
        moment = at or self._clock.now()
        day = moment.day(self._day_starts_at)
        ticks = [Tick(new_id(self._now()), routine.id, moment, day, state, amount, note) for routine in routines]
        with self._store.change(self._now()) as change:
            for tick in ticks:
                change.put(self.table, tick.id, content_of(tick))
        return ticks

    def add_imported(self, ticks: Iterable[Tick]) -> int:
        """Add ticks from elsewhere in one transaction, and say how many were new; their ids and days are their own.

        One whose id was ever here is left alone, also when it was deleted since.
        """
        with self._store.change(self._now(), can_be_undone=False) as change:
            return change.put_new(self.table, ((tick.id, content_of(tick)) for tick in ticks))

    def within(self, period: Period) -> list[Tick]:
        """The ticks of the days of a period, oldest first."""
        return self._select("AND day BETWEEN ? AND ?", _bounds(period))

    def of(self, routine: Routine, newest: int | None = None) -> list[Tick]:
        """A routine's ticks, oldest first; with `newest`, no more than so many of the latest."""
        limit = "" if newest is None else f" LIMIT {int(newest)}"
        condition = f"AND routine_id = ? ORDER BY at DESC, id DESC{limit}"
        return self._select(condition, (routine.id,), ordered=True)[::-1]

    def days(self, period: Period) -> set[date]:
        """The days of a period that have a tick."""
        return self._days(period)

    def noted(self, period: Period) -> dict[str, dict[date, TickCounts]]:
        """What was noted of each routine on the days of a period, by its id: no words, so that decades are quick."""
        from carelog.domain.routines.routine import NO_TICKS

        statement = (
            "SELECT routine_id, day, state, amount FROM ticks "
            "WHERE deleted_at IS NULL AND day BETWEEN ? AND ? ORDER BY at, id"
        )
        by_routine: dict[str, dict[date, TickCounts]] = {}
        alone: dict[tuple[str, float | None], TickCounts] = {}
        for routine_id, day, state, amount in self._store.rows(statement, _bounds(period)):
            noted, on_day, what = by_routine.setdefault(routine_id, {}), date.fromisoformat(day), (state, amount)
            if on_day in noted:
                noted[on_day] = noted[on_day].with_tick(TickState(state), amount)
            elif what in alone:
                noted[on_day] = alone[what]
            else:
                noted[on_day] = alone[what] = NO_TICKS.with_tick(TickState(state), amount)
        return by_routine

    def _read(self, row: Row) -> Tick:
        return Tick(
            id=row["id"],
            routine_id=row["routine_id"],
            at=Moment.of_milliseconds(row["at"], row["utc_offset"]),
            day=date.fromisoformat(row["day"]),
            state=TickState(row["state"]),
            amount=row["amount"],
            note=row["note"],
            source=row["source"],
        )


def content_of(tick: Tick) -> Row:
    """A tick as its row keeps it."""
    return {
        "routine_id": tick.routine_id,
        "at": tick.at.milliseconds,
        "utc_offset": tick.at.offset,
        "day": tick.day.isoformat(),
        "state": tick.state.value,
        "amount": None if tick.amount is None else float(tick.amount),
        "note": tick.note,
        "source": tick.source,
    }


def _bounds(period: Period) -> tuple[Value, Value]:
    return period.first.isoformat(), period.last.isoformat()
