"""Each migration of a journal happens whole or not at all, wherever it is interrupted."""

import json
import shutil
import sqlite3
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from carelog.domain.tracker_about import about_named
from carelog.journal import Journal
from carelog.journal.migrations import NEWEST
from carelog.paths import Paths
from reliability.kept import left_after_a_minute, next_command, seen
from reliability.strace import Fault, sweep
from support.source import ROOT

JOURNALS = sorted((ROOT / "tests" / "journals").glob("*.db"))
NOTHING = Path("no journal")


def schema(home: Path) -> tuple[int, set[tuple[str, str]]]:
    """The schema version of a journal and its tables and indexes; version 0 for a missing or empty file."""
    if not (home / "journal.db").exists():
        return 0, set()
    with closing(sqlite3.connect(home / "journal.db")) as connection:
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        return version, set(connection.execute("SELECT type, name FROM sqlite_master"))


def whole_schema(version: int, folder: Path) -> set[tuple[str, str]]:
    """The tables and indexes of a schema version, taken from a real journal of that release."""
    if version == 0:
        return set()
    real = folder / f"schema-{version}"
    real.mkdir()
    shutil.copy(ROOT / "tests" / "journals" / f"{version:04}.db", real / "journal.db")
    return schema(real)[1]


def readable(home: Path) -> Any:
    """What a person sees in a journal, opened for reading only."""
    with Journal.open(Paths.inside(home), to_write=False) as journal:
        return seen(journal)


def told_by_its_name(thing: dict[str, Any]) -> dict[str, Any]:
    """A thing with what its name says of it now, where nobody had said what it is about."""
    about = about_named(thing["name"]) if thing.get("about", "said") is None else None
    return thing | {"about": str(about)} if about else thing


def remembered(then: Any, now: Any) -> bool:
    """Whether `now` has everything that `then` has; it may have more, and know by a name what nobody had said."""
    if isinstance(then, dict):
        told = told_by_its_name(then)
        return isinstance(now, dict) and all(key in now and remembered(told[key], now[key]) for key in told)
    if isinstance(then, list):
        return isinstance(now, list) and len(then) == len(now) and all(map(remembered, then, now))
    return bool(then == now)


def test_there_is_a_real_journal_of_every_schema() -> None:
    assert [journal.stem for journal in JOURNALS] == [f"{number:04}" for number in range(1, NEWEST + 1)]


@pytest.mark.parametrize("released", JOURNALS, ids=lambda journal: journal.stem)
def test_a_journal_of_any_release_reads_as_it_did(released: Path, home: Path) -> None:
    home.mkdir(mode=0o700)
    shutil.copy(released, home / "journal.db")
    then = json.loads(released.with_suffix(".json").read_text("utf-8"))
    assert all(then.values()), "a kind of row is missing"
    assert remembered(then, readable(home))
    assert next_command(home) == []
    assert remembered(then, readable(home))


@pytest.mark.slow
@pytest.mark.parametrize("released", [NOTHING, *JOURNALS], ids=lambda journal: journal.stem)
def test_a_migration_cut_off_anywhere_happens_whole_or_not_at_all(
    released: Path, isolated: Path, program: Callable[..., list[str]], thorough: bool, account: Callable[..., None]
) -> None:
    start, then, figures = isolated / "start", None, Counter[str]()
    if released is not NOTHING:
        start.mkdir(mode=0o700)
        shutil.copy(released, start / "journal.db")
        then = json.loads(released.with_suffix(".json").read_text("utf-8"))
    whole = {version: whole_schema(version, isolated) for version in {schema(start)[0], NEWEST}}
    for each in sweep(program("programs", "opens"), start, tuple(Fault), thorough=thorough, answer=False):
        version, parts = schema(each.home)
        assert version in whole, str(each)
        assert parts == whole[version], f"half a schema: {each}"
        assert "Traceback" not in each.run.stderr, str(each)
        assert next_command(each.home) == [], str(each)
        assert schema(each.home) == (NEWEST, whole[NEWEST]), str(each)
        assert then is None or remembered(then, readable(each.home)), str(each)
        assert not left_after_a_minute(each.home), f"half a file stays behind: {each}"
        figures += Counter({"runs": 1, each.fault.name.lower(): 1, "still_old": version < NEWEST})
    account(f"opening {released.stem}", **figures)
