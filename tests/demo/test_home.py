"""A demo is a home of its own: made again the same, never over anything, and whole or not at all."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from carelog.clock import fixed_clock
from carelog.demo.home import Stretch, make_demo
from carelog.errors import InvalidValue
from carelog.journal import Journal
from carelog.journal.backup.integrity import verify_journal
from carelog.paths import Paths
from support.command import Command
from support.sentences import whole

CLOCK = fixed_clock("2026-11-22T21:30:00+01:00")


def test_the_same_clock_and_seed_make_the_same_again(tmp_path: Path, year: Path) -> None:
    again, other = tmp_path / "again", tmp_path / "other"
    make_demo(Paths.inside(again), CLOCK)
    make_demo(Paths.inside(other), CLOCK, seed=5)
    assert content(again) == content(year)
    assert content(other) != content(year)


def test_it_is_an_intact_journal_of_that_many_years(tmp_path: Path) -> None:
    demo = make_demo(Paths.inside(tmp_path / "demo"), CLOCK, years=3, a_day=1)
    counts = verify_journal(tmp_path / "demo" / "journal.db")
    assert len(demo.period) == 1096
    assert (counts["entries"], counts["ticks"], counts["pauses"]) == (demo.entries, demo.ticks, 3)
    assert 900 < demo.entries < 1200


@pytest.mark.slow
def test_fifty_years_hold_two_hundred_thousand_entries(tmp_path: Path) -> None:
    demo = make_demo(Paths.inside(tmp_path / "demo"), CLOCK, years=50)
    assert demo.period.first.year == 1976
    assert demo.entries == pytest.approx(200_000, rel=0.01)


@pytest.mark.parametrize("years", [0, 51, -1])
def test_years_have_bounds(tmp_path: Path, years: int) -> None:
    with pytest.raises(InvalidValue, match=whole("A demo has 1 to 50 years, and 1 to 20 entries a day.")):
        make_demo(Paths.inside(tmp_path / "demo"), CLOCK, years=years)
    assert not (tmp_path / "demo").exists()


def test_nothing_that_is_there_is_touched(tmp_path: Path) -> None:
    own = Paths.inside(tmp_path / "own")
    with Journal.open(own, CLOCK) as journal:
        journal.entries.add(4, "mine")
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes" / "a.txt").write_text("mine")
    (tmp_path / "file").write_text("mine")
    (tmp_path / "nowhere").symlink_to("gone")
    before = files(tmp_path)
    for taken in ("own", "notes", "file", "nowhere"):
        refusal = f"{tmp_path / taken} is not an empty folder. A demo goes into a new or an empty one."
        with pytest.raises(InvalidValue, match=whole(refusal)):
            make_demo(Paths.inside(tmp_path / taken), CLOCK)
    assert files(tmp_path) == before


@pytest.mark.parametrize("existed", [True, False])
def test_one_that_is_stopped_half_way_leaves_nothing_behind(tmp_path: Path, existed: bool) -> None:
    folder = tmp_path / "demo"
    if existed:
        folder.mkdir()

    def stopped(stretches: Iterable[Stretch], _: int) -> Iterator[Stretch]:
        yield next(iter(stretches))
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        make_demo(Paths.inside(folder), CLOCK, years=2, watched=stopped)
    assert list(folder.iterdir()) == [] if existed else not folder.exists()
    make_demo(Paths.inside(folder), CLOCK)


def test_its_files_are_private_whatever_the_umask(tmp_path: Path) -> None:
    os.umask(0)
    make_demo(Paths.inside(tmp_path / "demo"), CLOCK)
    modes = {path.name: path.stat().st_mode & 0o777 for path in [tmp_path / "demo", *(tmp_path / "demo").iterdir()]}
    assert modes.pop("demo") == 0o700
    assert set(modes.values()) == {0o600}


@pytest.mark.usefixtures("now")
def test_the_answer_says_how_to_look_around_in_it(carelog: Command, isolated: Path) -> None:
    done = carelog("demo", "a demo")
    assert done.exit_code == 0
    assert "CARELOG_HOME='a demo' carelog today" in done.stdout
    assert done.stderr == ""
    shown = carelog("today", env={"CARELOG_HOME": "a demo"})
    assert shown.exit_code == 0
    assert "22 November 2026" in shown.stdout
    assert "Walk" in shown.stdout
    assert not any(isolated.joinpath("person").rglob("journal.db"))


@pytest.mark.usefixtures("now")
def test_programs_read_what_was_made(carelog: Command) -> None:
    data = carelog("demo", "demo", "--years", "2", "--a-day", "1.5", "--json").json["data"]["demo"]
    assert data["folder"] == "demo"
    assert (data["from"], data["to"]) == ("2024-11-23", "2026-11-22")
    assert data["entries"] > 700


def content(folder: Path) -> list[object]:
    """Everything that was noted, with ids; what a device adds of its own is left out."""
    with Journal.open(Paths.inside(folder), CLOCK, to_write=False) as journal:
        own = (journal.trackers, journal.contacts, journal.routines, journal.pauses)
        return [*map(list, own), list(journal.entries), list(journal.ticks)]


def files(folder: Path) -> dict[Path, bytes | None]:
    return {path: path.read_bytes() if path.is_file() else None for path in folder.rglob("*")}
