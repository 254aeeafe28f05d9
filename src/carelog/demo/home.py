"""Fill a new home with invented years, through the same functions that a real journal is written with."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from carelog.demo.chance import Chance
from carelog.demo.days import Day, days, pauses
from carelog.demo.entries import IRRITABILITY, SLEEP, DemoEntry, EntryGenerator
from carelog.demo.people import people
from carelog.demo.routines import DemoTick, TickGenerator, habits
from carelog.demo.support import keep_circle
from carelog.domain.entry import Entry
from carelog.domain.routines.pause import Pause
from carelog.domain.routines.tick import Tick
from carelog.domain.time.days import Moment, Period
from carelog.domain.tracker import About, Better
from carelog.errors import InvalidValue, StorageError
from carelog.file_access import is_folder
from carelog.journal import Journal
from carelog.paths import rollback_of
from carelog.settings_file import load_settings, remember_pages_stay, set_value

if TYPE_CHECKING:
    from carelog.clock import Clock
    from carelog.paths import Paths

MOST_YEARS, MOST_A_DAY = 50, 20
NAME, COUNTRY = "Robin Tamsworth", "GB"

_SEED = 306
"""The default seed. Its years end with a week that shows something of everything."""

_DAYS_AT_ONCE = 365
_FEWEST_A_DAY, _GROWTH = 3.0, 9.4 / (MOST_YEARS - 1)
"""Entries on a day with entries for one year, and how many more for each further year."""

Stretch = list[Day]
Watch = Callable[[Iterable[Stretch], int], Iterable[Stretch]]
"""Takes stretches of about a year and how many there are, and yields the same stretches; it can show progress."""


@dataclass(frozen=True, slots=True)
class Demo:
    """A demo that was made: its period, and its numbers of entries and ticks."""

    period: Period
    entries: int
    ticks: int


def make_demo(
    paths: Paths,
    clock: Clock,
    *,
    years: int = 1,
    a_day: float | None = None,
    seed: int = _SEED,
    watched: Watch = lambda stretches, _: stretches,
) -> Demo:
    """Fill a new home with invented years that end today.

    The same clock, `years`, `a_day` and `seed` make the same content, ids included. `a_day` is the average number of
    entries on a day with entries; by default 3 for one year, rising to 12 for fifty, which are 200,000 entries. Raises
    InvalidValue for numbers out of range or a folder that is not empty, and StorageError when a file cannot be written;
    nothing is left behind then.
    """
    entries_a_day = _FEWEST_A_DAY + _GROWTH * (years - 1) if a_day is None else a_day
    if not (1 <= years <= MOST_YEARS and 1 <= entries_a_day <= MOST_A_DAY):
        raise InvalidValue("program.demo-out-of-range", years=MOST_YEARS, entries=MOST_A_DAY)
    with _new_home(paths):
        set_value(paths, "country", COUNTRY)
        set_value(paths, "name", NAME)
        remember_pages_stay(paths)
        with Journal.open(paths, clock, load_settings(paths)) as journal:
            today = journal.today
            period = Period.ending(today, round(365.25 * years))
            return _Writer(journal, period, Chance(seed)).write(entries_a_day, watched)


class _Writer:
    """Writes the invented years of a period to a journal, day by day."""

    def __init__(self, journal: Journal, period: Period, chance: Chance) -> None:
        self._journal = journal
        self._period = period
        self._chance = chance
        self._now = journal.clock.now()

    def write(self, a_day: float, watched: Watch) -> Demo:
        """Write everything, a year at a time."""
        tick_generator, entry_generator = self._write_basics(), EntryGenerator(a_day, self._chance)
        entries, ticks = 0, 0
        for stretch in watched(self._stretches(), -(-len(self._period) // _DAYS_AT_ONCE)):
            days_written = [self._entries_and_ticks(day, tick_generator, entry_generator) for day in stretch]
            entries += self._journal.entries.add_imported([entry for noted, _ in days_written for entry in noted])
            ticked = [tick for _, kept in days_written for tick in kept]
            self._journal.ticks.add_imported(ticked)
            ticks += len(ticked)
        return Demo(self._period, entries, ticks)

    def _write_basics(self) -> TickGenerator:
        """Write what entries and ticks refer to: trackers, people, routines, pauses and the plan."""
        journal, chance, now = self._journal, self._chance, self._now.milliseconds
        journal.trackers.add(SLEEP, unit="h", minimum=0, maximum=24, better=Better.HIGHER)
        journal.trackers.add(IRRITABILITY, minimum=0, maximum=10, better=Better.LOWER, about=About.IRRITABILITY)
        contacts = people(chance, now)
        journal.contacts.add_imported(contacts.values())
        journal.pauses.add_imported(Pause(chance.row_id(now), each.first, each.last) for each in pauses(self._period))
        kept = habits(self._period, contacts, chance, now)
        for habit in kept:
            journal.routines.insert(habit.routine)
        keep_circle(journal, contacts, Chance(_SEED))
        return TickGenerator(kept, chance)

    def _stretches(self) -> Iterator[Stretch]:
        stretch: Stretch = []
        for day in days(self._period, self._chance):
            stretch.append(day)
            if len(stretch) == _DAYS_AT_ONCE or day.date == self._period.last:
                yield stretch
                stretch = []

    def _entries_and_ticks(
        self, day: Day, tick_generator: TickGenerator, entry_generator: EntryGenerator
    ) -> tuple[list[Entry], list[Tick]]:
        """The entries and ticks of a day, without those that would be in the future."""
        ticks = list(tick_generator.ticks(day))
        walked = any(tick.amount for tick in ticks)
        noted = entry_generator.entries(day, walked=walked) if day.noted else ()
        return (
            [self._entry(each, at) for each in noted if (at := self._moment(day.date, each.hour))],
            [self._tick(each, at) for each in ticks if (at := self._moment(day.date, each.hour))],
        )

    def _moment(self, day: date, hour: float) -> Moment | None:
        """The moment of an hour from the midnight of a day on, or None if it is in the future."""
        shown = datetime.combine(day, time()) + timedelta(minutes=round(60 * hour))
        moment, _ = self._journal.clock.resolve(shown)
        return moment if moment <= self._now else None

    def _entry(self, noted: DemoEntry, at: Moment) -> Entry:
        return Entry(
            self._chance.row_id(at.milliseconds),
            at,
            at.day(self._journal.settings.day_starts_at),
            noted.mood,
            noted.note,
            noted.feelings,
            noted.tags,
            noted.readings,
            noted.private,
        )

    def _tick(self, kept: DemoTick, at: Moment) -> Tick:
        day = at.day(self._journal.settings.day_starts_at)
        row_id, routine = self._chance.row_id(at.milliseconds), kept.routine.id
        return Tick(row_id, routine, at, day, kept.state, kept.amount, kept.note, planned=kept.planned)


@contextmanager
def _new_home(paths: Paths) -> Iterator[None]:
    """Check that the folder of a home is new or empty, and remove its files again if the block raises."""
    folder = paths.data
    existed = os.path.lexists(folder)
    try:
        taken = existed and (not is_folder(folder) or any(folder.iterdir()))
    except OSError as problem:
        raise StorageError("program.demo-folder-unreadable", folder=folder, reason=problem.strerror) from None
    if taken:
        raise InvalidValue("program.demo-folder-not-empty", folder=folder)
    try:
        yield
    except BaseException:
        _clear(paths, existed=existed)
        raise


def _clear(paths: Paths, *, existed: bool) -> None:
    unfinished = rollback_of(paths.journal)
    for made in (unfinished, paths.journal, paths.card, paths.settings):
        with suppress(OSError):
            made.unlink()
    if not existed:
        with suppress(OSError):
            paths.data.rmdir()
