"""What readers get and return: the import context they read a file with, and the import batch they make of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Protocol, Self, TypeVar

from carelog.domain.time.days import Period

if TYPE_CHECKING:
    from datetime import date, time

    from carelog.clock import Clock
    from carelog.domain.entry import Entry
    from carelog.domain.routines.routine import Routine
    from carelog.domain.routines.tick import Tick
    from carelog.domain.tracker import Tracker
    from carelog.exchange.files.remark import Remark
    from carelog.journal import Journal
    from carelog.journal.collections.imports import EarlierEntry

Thing = TypeVar("Thing")


class Progress(Protocol):
    """Iterates over things and may show a progress bar with a label meanwhile."""

    def __call__(self, things: Sequence[Thing], label: str, /) -> Iterable[Thing]:
        """The same things in the same order."""


def without_progress(things: Sequence[Thing], _label: str) -> Iterable[Thing]:
    """Iterate over things and show nothing."""
    return things


def nothing_earlier(_source: str) -> Sequence[EarlierEntry]:
    """The entries that earlier imports brought to a journal without any."""
    return ()


@dataclass(frozen=True, slots=True)
class ImportContext:
    """What the reader of a file knows about the journal that it is read for.

    `moods` are scores from 1 to 5 by the name of the mood in the other app. `trackers` and `routines` are those of the
    journal, so that readings find their tracker and a new routine gets a free name. `columns` maps the purpose of a
    column to its name in a table. `earlier_entries` gives those that imports from an app brought before; of a journal
    they are read once.
    """

    clock: Clock
    day_starts_at: time
    moods: Mapping[str, int] = field(default_factory=dict)
    trackers: tuple[Tracker, ...] = ()
    progress: Progress = without_progress
    routines: tuple[Routine, ...] = ()
    columns: Mapping[str, str] = field(default_factory=dict)
    earlier_entries: Callable[[str], Sequence[EarlierEntry]] = nothing_earlier

    @property
    def today(self) -> date:
        """The journal's day of now."""
        return self.clock.now().day(self.day_starts_at)

    @classmethod
    def of(
        cls,
        journal: Journal,
        moods: Mapping[str, int],
        progress: Progress = without_progress,
        columns: Mapping[str, str] | None = None,
    ) -> Self:
        """The context of a journal, with the scores, columns and progress given."""
        trackers, routines = tuple(journal.trackers), tuple(journal.routines)
        starts_at, earlier = journal.settings.day_starts_at, cache(journal.imports.earlier_entries)
        return cls(journal.clock, starts_at, moods, trackers, progress, routines, columns or {}, earlier)


@dataclass(frozen=True, slots=True)
class ImportBatch:
    """The content of a file, checked and ready to be applied to a journal.

    Every id is the same each time the file is read, so that a second import adds nothing. `entries` are oldest first;
    `trackers` are those that their readings need and the journal does not have. `unknown_moods` counts the entries for
    each mood without a score; these entries are among `entries`, without a mood. `problems` are about rows that were
    left out, `remarks` about rows that were read; `counted` is what their numbers count, such as line or entry.
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
        """The journal days from the first entry or tick to the last; None without entries and ticks."""
        days = [thing.day for things in (self.entries, self.ticks) for thing in things]
        return Period(min(days), max(days)) if days else None
