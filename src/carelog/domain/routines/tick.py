"""A tick: the record that a routine was done, done in its small version, or skipped."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, time
from enum import Enum
from typing import Protocol

from carelog.domain.ids import handle, milliseconds_of
from carelog.domain.numbers import checked_number
from carelog.domain.text import checked_text
from carelog.domain.time.days import Moment
from carelog.errors import InvalidValue

_NOON = time(12)


class TickState(Enum):
    """Whether a routine was done, done in its small version, or skipped."""

    DONE = "done"
    SMALL = "small"
    SKIPPED = "skipped"


class Noted(Protocol):
    """What counts of a tick. Days and planned times are in any form that is the same for the same ones."""

    @property
    def day(self) -> object:
        """The journal day."""

    @property
    def state(self) -> TickState:
        """Whether it was done, done in its small version, or skipped."""

    @property
    def amount(self) -> float | None:
        """The amount in the routine's unit."""

    @property
    def planned(self) -> object:
        """The planned time that it stands for, or None."""

    @property
    def again(self) -> object:
        """Whether it was meant as a second one, as a truth value."""

    @property
    def device(self) -> str:
        """The random id of the machine that wrote it."""


@dataclass(frozen=True, slots=True)
class Tick:
    """One tick of a routine, at a moment of a journal day. `amount` is in the routine's unit, or None.

    `planned` is the planned time of day that it stands for, or None where ticks are counted a day. `again` says that
    the person noted it on purpose although it was noted already. `source` is the app that the tick was imported from,
    or empty; `device` is the random id of the machine that wrote it. Raises InvalidValue for an amount that is negative
    or not finite.
    """

    id: str
    routine_id: str
    at: Moment
    day: date
    state: TickState = TickState.DONE
    amount: float | None = None
    note: str = ""
    source: str = ""
    planned: time | None = None
    again: bool = False
    device: str = field(default="", compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "note", checked_text(self.note, "text.note"))
        if self.amount is not None:
            object.__setattr__(self, "amount", checked_number(self.amount, "routine.amount"))
            if self.amount < 0:
                raise InvalidValue("routine.amount-below-zero")

    @property
    def handle(self) -> str:
        """The short name that lists show."""
        return handle(self.id)

    @property
    def has_time(self) -> bool:
        """Whether a time was noted: a day alone, such as yesterday, is kept as its noon, never on the day itself."""
        if self.at.local.time() != _NOON:
            return True
        noted = milliseconds_of(self.id)
        return noted is not None and Moment.of_milliseconds(noted, self.at.offset).local.date() == self.at.local.date()

    @property
    def clock(self) -> str:
        """The time of day at which it was, such as 08:05; empty where only the day was noted."""
        return self.at.clock if self.has_time else ""

    @property
    def kept(self) -> bool:
        """Whether the routine was kept; the small version counts."""
        return self.state is not TickState.SKIPPED
