"""What a file of another app holds, read and checked before anything is kept."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol, Self, TypeVar

from carelog.domain.time.days import Period

if TYPE_CHECKING:
    from datetime import time

    from carelog.clock import Clock
    from carelog.domain.entry import Entry
    from carelog.domain.routines.routine import Routine
    from carelog.domain.routines.tick import Tick
    from carelog.domain.tracker import Tracker
    from carelog.exchange.files.remark import Remark
    from carelog.journal import Journal

Thing = TypeVar("Thing")


class Watch(Protocol):
    """Hands on things one by one, and may show how far it is."""

    def __call__(self, things: Sequence[Thing], label: str, /) -> Iterable[Thing]:
        """The same things in the same order."""


def unwatched(things: Sequence[Thing], _label: str) -> Iterable[Thing]:
    """Hands on things and shows nothing."""
    return things


@dataclass(frozen=True, slots=True)
class Terms:
    """What a file is read with: the person's clock and day, the scores of their own moods, the trackers they have.

    `moods` are scores from 1 to 5 by the name that a mood has in the other app. `routines` are those the person has,
    so that an imported one gets a name that is free. `columns` says which column of a table holds what.
    """

    clock: Clock
    day_starts_at: time
    moods: Mapping[str, int] = field(default_factory=dict)
    trackers: tuple[Tracker, ...] = ()
    watch: Watch = unwatched
    routines: tuple[Routine, ...] = ()
    columns: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(
        cls,
        journal: Journal,
        moods: Mapping[str, int],
        watch: Watch = unwatched,
        columns: Mapping[str, str] | None = None,
    ) -> Self:
        """The terms of the person whose journal this is."""
        trackers, routines = tuple(journal.trackers), tuple(journal.routines)
        return cls(journal.clock, journal.settings.day_starts_at, moods, trackers, watch, routines, columns or {})


@dataclass(frozen=True, slots=True)
class Batch:
    """What was found in a file.

    `entries` are oldest first, with ids that are the same at every reading. `trackers` are those their readings
    need and the journal does not have. `unknown_moods` counts the entries by a mood that has no score yet; they
    are among `entries`, without a score. `problems` are about rows left out, `remarks` about rows taken; `counted` is
    what their numbers count, such as line or entry. `routines` and their `ticks` have steady ids too.
    """

    source: str
    entries: tuple[Entry, ...]
    trackers: tuple[Tracker, ...] = ()
    unknown_moods: Mapping[str, int] = field(default_factory=dict)
    problems: tuple[Remark, ...] = ()
    remarks: tuple[Remark, ...] = ()
    routines: tuple[Routine, ...] = ()
    ticks: tuple[Tick, ...] = ()
    counted: str = "line"

    @property
    def period(self) -> Period | None:
        """The journal days from the first entry or tick to the last; None where there is none."""
        days = [thing.day for things in (self.entries, self.ticks) for thing in things]
        return Period(min(days), max(days)) if days else None
