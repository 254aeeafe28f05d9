"""Backups survive any clock: none that was announced is gone right after, and the day's backup is taken every day."""

import itertools
import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from carelog.journal import Journal
from carelog.journal.backup.backup_names import backup_name, backups_in, clock_time
from carelog.journal.backup.backups import Backup, restore_journal, rotate
from carelog.journal.backup.copies import back_up_before_migration
from carelog.journal.backup.integrity import verify_journal
from carelog.paths import Paths
from carelog.settings import Settings
from support.journals import Open, SetClock

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
STRANGE = [
    datetime(1970, 1, 1, tzinfo=UTC),
    datetime(1970, 1, 1, 0, 10, tzinfo=UTC),
    datetime(1904, 1, 1, tzinfo=UTC),
    datetime(2025, 11, 22, 12, tzinfo=UTC),
    datetime(2026, 3, 29, 1, tzinfo=UTC),  # the clock leaps in Berlin
    datetime(2026, 10, 25, 0, 59, 59, tzinfo=UTC),
    datetime(2026, 10, 25, 1, tzinfo=UTC),
    datetime(2099, 1, 1, tzinfo=UTC),
    datetime(9000, 12, 31, 23, 59, 58, tzinfo=UTC),
]
ZONES = [ZoneInfo("UTC"), ZoneInfo("Europe/Berlin"), ZoneInfo("Pacific/Auckland"), ZoneInfo("America/Los_Angeles")]
MOVES = [timedelta(seconds=each) for each in (0, 1, 59, 3600, -1, -3600, 86_400, 90_000, -86_400, 8 * 86_400)]
FOREIGN = [
    "journal-20261122T120000Z.sync-conflict-20261123-101112-ABCDEFG.db",
    "journal-20261122T120000Z (1).db",
    "journal-20261122T120000Z.db~",
    "~journal-20261122T120000Z.db",
    ".syncthing.journal-20261122T120000Z.db.tmp",
    "journal-99991231T235959Z.db",
    "mine.txt",
]
_places = itertools.count()

clocks = st.one_of(st.sampled_from(MOVES), st.sampled_from(STRANGE), st.just(NOON))
commands = st.sampled_from(["note", "note", "note", "backup", "before import", "restore", "before migration"])
steps = st.lists(st.tuples(clocks, st.sampled_from(ZONES), commands), min_size=2, max_size=10)


@dataclass(slots=True)
class Life:
    """A journal that is written to while its clock jumps about, and what has been announced about its backups."""

    paths: Paths
    clock: SetClock = field(default_factory=SetClock)
    last: Backup | None = None
    replaced: dict[Path, bytes] = field(default_factory=dict)

    def go(self, clock: timedelta | datetime, zone: ZoneInfo, command: str) -> None:
        self.clock.shown = clock if isinstance(clock, datetime) else self.moved(clock)
        self.clock.zone = zone
        if command == "restore":
            self.restore()
        else:
            with Journal.open(self.paths, self.clock) as journal:
                self.run(command, journal)
        self.look()

    def day(self, instant: datetime) -> date:
        return self.clock.at(instant).day(Settings().day_starts_at)

    def moved(self, by: timedelta) -> datetime:
        moved = self.clock.shown + by
        return moved if 1903 < moved.year < 9000 else NOON

    def run(self, command: str, journal: Journal) -> None:
        if command == "note":
            journal.entries.add(4)
            has_one = self.last is not None and self.day(self.last.taken) == journal.today
            taken = journal.back_up_once_a_day()
            assert (taken is None) == has_one, "one backup on each day of use, whatever the clock did before"
            self.announced(taken, journal)
        elif command == "before migration":
            back_up_before_migration(journal._store.connection, self.paths.journal, 1)
            assert verify_journal(self.paths.backups / "before-schema-2.db") == journal.counts()
        else:
            self.announced(journal.back_up(), journal)

    def announced(self, taken: Backup | None, journal: Journal) -> None:
        if taken:
            assert verify_journal(taken.path) == taken.counts == journal.counts()
            assert taken.path == backups_in(self.paths.backups)[-1][1], "the order of names is that of taking"
            assert abs(taken.taken - clock_time(*backups_in(self.paths.backups)[-1])) <= timedelta(minutes=1)
            self.last = taken

    def restore(self) -> None:
        oldest = backups_in(self.paths.backups)[:1]
        if oldest:
            before = self.paths.journal.read_bytes()
            kept = restore_journal(oldest[0][1], self.paths.journal, self.paths.backups, self.clock.now().instant)
            assert kept
            assert kept not in self.replaced
            self.replaced[kept] = before

    def look(self) -> None:
        if self.last:
            assert verify_journal(self.last.path) == self.last.counts, "the newest content is in a kept backup"
        assert {path: path.read_bytes() for path in self.replaced} == self.replaced
        assert [name for name in FOREIGN if (self.paths.backups / name).read_text() != name] == []


def new_home() -> Paths:
    paths = Paths.inside(Path.cwd() / str(next(_places)))
    paths.backups.mkdir(parents=True)
    for name in FOREIGN:
        (paths.backups / name).write_text(name)
    return paths


@settings(max_examples=25)
@given(steps)
def test_whatever_the_clock_does_no_backup_that_was_announced_is_gone_right_after(
    sequence: list[tuple[timedelta | datetime, ZoneInfo, str]],
) -> None:
    life = Life(new_home())
    for clock, zone, command in sequence:
        life.go(clock, zone, command)


@pytest.mark.parametrize("shown", [each for each in STRANGE if each < NOON])
def test_a_backup_of_a_clock_behind_gets_the_next_name_and_keeps_its_time(
    shown: datetime, journal: Journal, clock: SetClock, paths: Paths
) -> None:
    newest = journal.back_up()
    clock.shown = shown
    for number in (1, 2):
        taken = journal.back_up()
        assert taken.path.name == backup_name(newest.taken + timedelta(seconds=number))
        assert taken.taken == clock_time(*backups_in(paths.backups)[-1]) == shown
        assert taken.clock_fell_behind == (newest.taken if number == 1 else None), "it is said once"
    assert [path.exists() for path in (newest.path, taken.path)] == [True, True]


def years_of_backups(folder: Path) -> dict[Path, datetime]:
    """Backups of three years in a folder, thinned out; by path what the clock showed."""
    folder.mkdir(parents=True)
    for days in range(1000, 0, -1):
        path = folder / backup_name(NOON - timedelta(days=days))
        path.touch()
        os.utime(path, ((NOON - timedelta(days=days)).timestamp(),) * 2)
    rotate(folder)
    return {path: clock_time(named, path) for named, path in backups_in(folder)}


@pytest.mark.parametrize("shown", [each for each in STRANGE if each.year < 2026])
def test_a_clock_that_was_behind_for_a_fortnight_pushes_nothing_out(
    shown: datetime, open_journal: Open, clock: SetClock, paths: Paths
) -> None:
    before = years_of_backups(paths.backups)
    assert len(before) > 15
    clock.shown = shown
    journal = open_journal()
    for _ in range(14):
        journal.entries.add(4)
        assert journal.back_up_once_a_day()
        clock.move(days=1)
    assert [path for path in before if not path.exists()] == []
    clock.shown = NOON
    journal.back_up()
    gone = [NOON - taken for path, taken in before.items() if not path.exists()]
    assert [age.days for age in gone if age.days < 6] == []


def test_one_name_of_2099_holds_back_no_daily_backup_and_pushes_none_out(
    open_journal: Open, clock: SetClock, paths: Paths
) -> None:
    before = years_of_backups(paths.backups)
    ahead = paths.backups / "journal-20990101T000000Z.db"
    shutil.copy2(next(iter(before)), ahead)
    os.utime(ahead, (NOON.timestamp(), NOON.timestamp()))
    clock.shown = NOON
    journal = open_journal()
    for day in range(30):
        journal.entries.add(4)
        taken = journal.back_up_once_a_day()
        assert taken
        assert taken.clock_fell_behind is None, day
        journal.entries.add(5)
        assert journal.back_up_once_a_day() is None, "one is enough for a day"
        assert [path for path in before if not path.exists()] == []
        clock.move(days=1)
    days = {clock_time(named, path).date() for named, path in backups_in(paths.backups)}
    assert {(clock.shown - timedelta(days=each)).date() for each in range(1, 8)} <= days
    assert len(backups_in(paths.backups)) < 2 * (7 + 4 + 12) + 4, "they are thinned out all the same"


@pytest.mark.parametrize("date_of_files", [datetime(1980, 1, 1, tzinfo=UTC), NOON])
def test_a_home_whose_files_have_lost_their_dates_loses_no_backup(
    date_of_files: datetime, open_journal: Open, clock: SetClock, paths: Paths
) -> None:
    before = years_of_backups(paths.backups)
    for path in before:
        os.utime(path, (date_of_files.timestamp(), date_of_files.timestamp()))
    clock.shown = NOON
    open_journal().back_up()
    assert [taken for path, taken in before.items() if not path.exists()] in (
        [],
        [min(before.values())],
        [max(taken for taken in before.values() if (NOON - taken).days == 7)],
    )


def test_two_programs_at_once_never_write_over_each_others_backup(
    journal: Journal, paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    from carelog.journal.backup import backups

    other: list[Path] = []
    give_name: Callable[..., None] = backups.give_name

    def overtaken(temporary: Path, target: Path, *, replace: bool) -> None:
        if not other:
            other.append(target)
            target.write_bytes(b"of the other program")
        give_name(temporary, target, replace=replace)

    monkeypatch.setattr(backups, "give_name", overtaken)
    taken = journal.back_up()
    assert other[0].read_bytes() == b"of the other program"
    assert taken.path.name == "journal-20261122T203001Z.db"
    assert [path for _, path in backups_in(paths.backups)] == [other[0], taken.path]
