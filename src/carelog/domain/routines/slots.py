"""Slots: the planned times of a day, each of which one tick stands for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import time, timedelta
from typing import Protocol, TypeVar

from carelog.domain.routines.cadence import Cadence, CadenceKind
from carelog.domain.routines.tick import Noted, Tick, TickState
from carelog.domain.time.days import ONE_DAY

A_MOMENT = timedelta(minutes=30)
"""What is noted so soon after another planned time may be the same dose, noted twice."""

_RANKS = {TickState.SKIPPED: 0, TickState.SMALL: 1, TickState.DONE: 2}


class Asked(Protocol):
    """A routine or its terms: how often it is due, and the times of day it is planned for."""

    @property
    def cadence(self) -> Cadence:
        """How often it is due."""

    @property
    def at(self) -> tuple[time, ...]:
        """The times of day it is planned for."""


_Tick = TypeVar("_Tick", bound=Noted)


@dataclass(frozen=True, slots=True)
class Slot:
    """A planned time of a day, and the tick that stands for it, or None while it is open."""

    at: time
    tick: Tick | None = None

    @property
    def is_open(self) -> bool:
        """Whether nothing is noted for it."""
        return self.tick is None

    def takes(self, state: TickState) -> bool:
        """Whether a tick of that state can stand for it: one that was skipped can still be kept."""
        return self.tick is None or (not self.tick.kept and state is not TickState.SKIPPED)


@dataclass(frozen=True, slots=True)
class Choice:
    """The `slot` that a new tick stands for, or None where nothing is left that it could be.

    `nearest` is the slot of the clock time, whether it is taken or not. In doubt, `or_earlier` are earlier slots that
    are open while the time of `slot` has not come. `just_noted` is another slot that was noted only a moment away
    from the new tick, which may be the same dose once more.
    """

    nearest: Slot
    slot: Slot | None
    or_earlier: tuple[Slot, ...] = ()
    just_noted: Slot | None = None


def planned_times(asked: Asked, starts_at: time) -> tuple[time, ...]:
    """The times of a day in the order of the journal day, which begins at `starts_at`, where they are slots.

    They are where a day has as many of them as times at which the routine is due; else there are none, and ticks are
    counted a day.
    """
    if asked.cadence.kind is CadenceKind.AS_NEEDED or len(asked.at) != asked.cadence.most_a_day:
        return ()
    return tuple(sorted(asked.at, key=lambda each: into_day(each, starts_at)))


def into_day(clock: time, starts_at: time) -> timedelta:
    """The time since the midnight at which a journal day begins; times before the day starts are after 24 hours."""
    since_midnight = timedelta(hours=clock.hour, minutes=clock.minute)
    return since_midnight + ONE_DAY if clock < starts_at else since_midnight


def fill(times: Sequence[time], ticks: Iterable[Tick]) -> tuple[Slot, ...]:
    """The slots of a day with the ticks of that day, both in order.

    Ticks of one planned time stand for one slot. A tick without a planned time, as in old journals and imports, takes
    the first slot that is open, and so does one whose time is planned no longer.
    """
    standing: dict[object, Tick] = {}
    for tick in ticks:
        key = tick.planned or tick.id
        standing[key] = _better(standing[key], tick) if key in standing else tick
    taken = {at: standing.pop(at) for at in times if at in standing}
    others = iter(standing.values())
    return tuple(Slot(at, taken[at] if at in taken else next(others, None)) for at in times)


def choose(slots: Sequence[Slot], clock: time | None, starts_at: time, state: TickState) -> Choice:
    """The slot that a tick at a clock time stands for, among the slots of its day.

    It is the one whose time came last, or the coming one from a quarter of the gap before it on. Where that is taken,
    it is the nearest earlier one that is open, and never a later one: a dose noted twice must not silence the next.
    So where it is open, but another was noted within A_MOMENT, or a quarter of the gap before it where that is shorter,
    the choice names that one too. Without a clock time it is the first that is open.
    """
    if clock is None:
        free = [slot for slot in slots if slot.is_open] or [slot for slot in slots if slot.takes(state)]
        return Choice(slots[-1], next(iter(free), None))
    number = nearest(slots, clock, starts_at)
    slot, earlier = slots[number], tuple(slot for slot in slots[:number] if slot.is_open)
    is_to_come = not has_come(slot.at, clock, starts_at)
    if slot.is_open:
        before = _just_noted(slots, number, clock, starts_at, state)
        return Choice(slot, slot, earlier if is_to_come else (), before)
    if slot.takes(state) and not (is_to_come and earlier):
        return Choice(slot, slot)
    return Choice(slot, earlier[-1] if earlier else None)


def has_come(at: time, clock: time, starts_at: time) -> bool:
    """Whether a planned time has come at a clock time of the same journal day."""
    return into_day(at, starts_at) <= into_day(clock, starts_at)


def nearest(slots: Sequence[Slot], clock: time, starts_at: time) -> int:
    """The number of the slot whose time came last, or of the coming one from a quarter of the gap before it on.

    Before the first time of the day it is the first.
    """
    now, times = into_day(clock, starts_at), [into_day(slot.at, starts_at) for slot in slots]
    number = max((number for number, at in enumerate(times) if at <= now), default=0)
    if number + 1 < len(times):
        gap = times[number + 1] - times[number]
        return number + (now >= times[number + 1] - gap / 4)
    return number


def states_by_slot(ticks: Iterable[_Tick]) -> list[TickState]:
    """The states of the ticks of a day, one for each planned time, and one for each tick without."""
    states: dict[object, TickState] = {}
    for number, tick in enumerate(ticks):
        key = number if tick.planned is None else tick.planned
        states[key] = max(states.get(key, tick.state), tick.state, key=_RANKS.__getitem__)
    return list(states.values())


def taken(ticks: Iterable[_Tick]) -> list[_Tick]:
    """The kept ticks, without those that another machine noted for the same planned time of the same day.

    A tick that was meant as a second one (`again`) stays. `ticks` are in order.
    """
    devices: dict[tuple[object, object], str] = {}
    return [
        tick
        for tick in ticks
        if tick.state is not TickState.SKIPPED
        if tick.planned is None
        or tick.again
        or devices.setdefault((tick.day, tick.planned), tick.device) == tick.device
    ]


def _just_noted(slots: Sequence[Slot], number: int, clock: time, starts_at: time, state: TickState) -> Slot | None:
    """The other slot that was noted as kept, or as skipped like the new tick, a moment before or after a clock time."""
    gaps = [_between(slots[number].at, slot.at, starts_at) for slot in slots[:number]]
    a_moment = min([A_MOMENT, *(gap / 4 for gap in gaps)])
    near = [
        (_between(slot.tick.at.local.time(), clock, starts_at), slot)
        for slot in slots
        if slot.tick and slot.tick.has_time and slot.tick.kept == (state is not TickState.SKIPPED)
    ]
    away, slot = min(near, key=lambda each: each[0], default=(ONE_DAY, None))
    return slot if away <= a_moment else None


def _between(one: time, other: time, starts_at: time) -> timedelta:
    return abs(into_day(one, starts_at) - into_day(other, starts_at))


def _better(one: Tick, other: Tick) -> Tick:
    """The tick that stands for a slot with both: a kept one before a skipped one, then the later one."""
    return other if _RANKS[other.state] >= _RANKS[one.state] else one
