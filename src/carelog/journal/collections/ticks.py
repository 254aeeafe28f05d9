"""The ticks of a journal: when routines were done or skipped."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, time
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple, overload

from carelog.domain.ids import new_id
from carelog.domain.routines.routine import Routine
from carelog.domain.routines.tick import Tick, TickState
from carelog.domain.time.days import Moment, Period
from carelog.errors import InvalidValue
from carelog.journal.collections import given
from carelog.journal.collections.collection import DayCollection
from carelog.journal.collections.routines import content_of as content_of_routine
from carelog.journal.storage.dates import read_day, read_time
from carelog.journal.storage.rows import ROUTINES, TICKS
from carelog.journal.storage.table import Row, Value
from carelog.wording.program import typed

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Set as AbstractSet
    from typing import TypedDict, Unpack

    from carelog.domain.routines.routine import TickCounts

    _Several = (
        list[str] | list[Routine] | tuple[Routine | str, ...] | AbstractSet[str] | AbstractSet[Routine] | Iterator[str]
    )

    class _Details(TypedDict, total=False):
        amount: float | None
        note: str
        at: given.When | None
        planned: given.Clock | None
        again: bool


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


class Ticks(DayCollection[Tick]):
    """The ticks of all routines, in the order (at, id)."""

    table = TICKS
    kind = Tick
    key_prefix = "routine.tick-"
    order = "at, id"
    arguments: ClassVar = {
        "state": given.choice(TickState),
        "amount": given.or_none(given.number),
        "note": given.text,
        "at": given.moment,
        "planned": given.or_none(given.clock),
        "again": given.flag,
    }

    @overload
    def add(self, routines: Routine | str, state: TickState | str = ..., **details: Unpack[_Details]) -> Tick: ...

    @overload
    def add(self, routines: _Several, state: TickState | str = ..., **details: Unpack[_Details]) -> list[Tick]: ...

    def add(
        self,
        routines: Routine | str | _Several,
        state: TickState | str = TickState.DONE,
        *,
        amount: float | None = None,
        note: str = "",
        at: given.When | None = None,
        planned: given.Clock | None = None,
        again: bool = False,
    ) -> Tick | list[Tick]:
        """Add a tick for a routine and return it, or the same for a list of routines and return their ticks.

        Each is the routine, or its id, handle or name. `state` is done, small or skipped. `amount` is in the unit of
        the routine; `at` is a datetime with an offset or words such as yesterday 21:00, without which it is now;
        `planned` is the planned time of day that it stands for; `again` says that it is noted once more on purpose.
        Several are one change for `undo`.

        Raises InvalidValue for a value that cannot be used, and for the small version of a medicine, which has none;
        NotFound or AmbiguousName for a name.
        """
        values = self._arguments(locals(), at=self._clock.now())
        is_one = isinstance(routines, str | Routine)
        named = [self._routine(each) for each in given.several("routines", routines, "library.thing", Routine)]
        if values["state"] is TickState.SMALL:
            refuse_small_medicine({each.name: each for each in named})
        ids = [each.id for each in named] if values.pop("again") else []
        slot = values.pop("planned")
        slots = {} if slot is None else {each.id: slot for each in named}
        ticks = self.add_several(named, **values, planned=slots, again=ids)
        return ticks[0] if is_one else ticks

    def add_several(
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
        """Add ticks of several routines as the forms of the program read them, in one change; return the ticks.

        `planned` are the planned times that the ticks stand for, by id of the routine; `again` are the ids of routines
        that are noted once more on purpose. Routines that have `begun` earlier than they were said to are part of the
        change. Raises InvalidValue for an invalid amount or note.
        """
        moment = at or self._clock.now()
        bare = Tick("", "", moment, self._day_of(moment), state, amount, note, device=self._store.device)
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

    def of(self, routine: Routine | str, newest: int | None = None) -> list[Tick]:
        """A routine's ticks, oldest first; `newest` is the most ticks to return, of the latest."""
        limit = "" if newest is None else f" LIMIT {int(newest)}"
        condition = f"AND routine_id = ? ORDER BY at DESC, id DESC{limit}"
        return self._select(condition, (self._routine(routine).id,), ordered=True)[::-1]

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

    def _routine(self, which: Routine | str) -> Routine:
        found: Routine = given.thing(self._beside.routines, Routine, "routines", which)
        return found

    def _changed(self, old: Tick, values: dict[str, Any]) -> Tick:
        return self._moved(old, values)

    def _write_over(self, _old: Tick, thing: Tick) -> Tick:
        self._put(thing.id, content_of(thing))
        return thing

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


def refuse_small_medicine(named: Mapping[str, Routine]) -> None:
    """Raise InvalidValue for the small version of a medicine: medicines have none. Routines are by what was typed."""
    for name, routine in named.items():
        if routine.is_medicine:
            raise InvalidValue("routine.medicine-not-small", quoted=typed(name))


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
