"""Any command line in any home is answered in the same way by the quick door and by the command line it stands before.

Each is run twice from copies of one home: through the door where that opens, and with the door shut. Exit number, both
streams, every row, what undo needs, the card, the settings, backups and the rights of files are compared; ids, stamps
and the minute are those of the run.
"""

import re
import shutil
import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

import carelog.__main__ as front_door
from carelog.journal import Journal
from carelog.journal.keys.key_ring import forget_keys
from carelog.journal.quick_file.agreement import FILE
from carelog.journal.storage.rows import TABLES, is_sound
from carelog.paths import Paths
from carelog.quick import door
from support.command import Result, in_process
from support.locks import lock_home
from support.quick_homes import SETTINGS, made_ready, quick_home
from support.source import ROOT

OF_THE_RUN = re.compile(r"\[[0-9a-f]{6}\]|\b\d\d:\d\d\b")
STAMPS = ("created_at", "updated_at", "deleted_at", "checksum", "at")
A_MINUTE = 60_000
PLAIN_WORDS = ("4", "2", "5", "good", "Good:", "GREAT", "3:", "hi", "soup with Sam", "it is 4", "—", "é", "🙂")
ODD_WORDS = (
    *("1", "9", "0", "-5", "-", "--", "--json", "--tag", "walk", "--private", "-h", "help", "rm", "list", "last"),
    *("", " ", "\t", "two\nlines", "\u200b", "\udcff", "٣", "very low", "level", "low:", "bad", "café", "a=1", "#tag"),
)
LINES = st.one_of(
    st.tuples(st.sampled_from(["mood", "note"]), st.lists(st.sampled_from(PLAIN_WORDS), min_size=1, max_size=3)),
    st.tuples(
        st.sampled_from(["mood", "note", "Mood", "track"]),
        st.lists(st.one_of(st.sampled_from(PLAIN_WORDS + ODD_WORDS), st.text(max_size=12)), max_size=4),
    ),
).map(lambda line: [line[0], *(word.replace("\0", "") for word in line[1])])

LASTING = (HealthCheck.too_slow, HealthCheck.function_scoped_fixture)
World = Callable[[Path], None]


def on(statement: str) -> World:
    def change(home: Path) -> None:
        with closing(sqlite3.connect(home / "journal.db", isolation_level=None)) as connection:
            connection.execute(statement)

    return change


def set_to(text: str, *, known: bool = True) -> World:
    """Settings that a person wrote; the door knows of them where a command has changed the journal since."""

    def change(home: Path) -> None:
        (home / "settings.toml").write_text(SETTINGS.replace("[told]", f"{text}\n[told]"), "utf-8")
        if known:
            made_ready(home)

    return change


def with_sign(home: Path) -> None:
    with Journal.open(Paths.inside(home)) as journal:
        journal.signs.add("restless nights", rule="mood below 5 for 1 day", step="call Sam")


def with_another_journal(home: Path) -> None:
    path = home / "journal.db"
    path.write_bytes(path.rename(home / "away.db").read_bytes())
    (home / "away.db").unlink()
    path.chmod(0o600)


def older(home: Path) -> None:
    (home / "journal.db").write_bytes((ROOT / "tests" / "journals" / "0005.db").read_bytes())


def folder(name: str) -> World:
    return lambda home: (home / name).mkdir(mode=0o700)


def without(name: str) -> World:
    def change(home: Path) -> None:
        shutil.rmtree(home / name) if (home / name).is_dir() else (home / name).unlink()

    return change


def cut(home: Path) -> None:
    (home / FILE).write_bytes((home / FILE).read_bytes()[:-3])


def locked(home: Path) -> None:
    lock_home(home)
    forget_keys()


WORLDS: dict[str, tuple[World, dict[str, str]]] = {
    "plain": (lambda _: None, {}),
    "new": (shutil.rmtree, {}),
    "no settings": (without("settings.toml"), {}),
    "no file of the door": (without(FILE), {}),
    "its file cut off": (cut, {}),
    "a sign": (with_sign, {}),
    "locked": (locked, {}),
    "a lock begun": (folder("carelog-keys"), {}),
    "sealed notes": (folder("sealed"), {}),
    "two-sided": (set_to('mood.scale = "two-sided"'), {}),
    "own words": (set_to('mood.words = ["dire", "so-so", "café", "fair", "good"]'), {}),
    "settings changed": (set_to('mood.scale = "two-sided"', known=False), {}),
    "settings that cannot be used": (set_to("plain = 7", known=False), {}),
    "discreet": (set_to("discreet = true"), {}),
    "shared computer": (set_to("shared_computer = true"), {}),
    "language": (lambda _: None, {"CARELOG_LANG": "de"}),
    "card gone": (without("card.txt"), {}),
    "card behind": (on("UPDATE state SET card_revision = card_revision + 1"), {}),
    "no backup": (without("backups"), {}),
    "another journal": (with_another_journal, {}),
    "older schema": (older, {}),
    "newer schema": (on("PRAGMA user_version = 99"), {}),
    "another program's": (on("PRAGMA application_id = 7"), {}),
    "with a write-ahead log": (on("PRAGMA journal_mode = WAL"), {}),
    "discreet by variable": (lambda _: None, {"CARELOG_DISCREET": "1"}),
    "a clock that stands": (lambda _: None, {"CARELOG_NOW": "2026-11-22T21:30:00+01:00"}),
    "another zone": (lambda _: None, {"TZ": "America/New_York"}),
}
OPEN = {"plain", "two-sided", "own words", "with a write-ahead log"}
"""The homes in which the door opens to a plain line."""


@pytest.fixture(scope="module")
def opened() -> set[str]:
    """The homes in which the door noted something."""
    return set()


@pytest.fixture
def template(isolated: Path) -> Path:
    return quick_home(isolated / "template")


@pytest.mark.parametrize("world", WORLDS)
@settings(max_examples=10, phases=[Phase.generate], suppress_health_check=LASTING)
@given(words=LINES)
def test_both_ways_say_and_write_the_same(world: str, template: Path, home: Path, words: list[str]) -> None:
    change, env = WORLDS[world]
    through, noted = ran(template, home, words, change, env, shut=False)
    past, _ = ran(template, home, words, change, env, shut=True)
    assert through == past
    assert world in OPEN or not noted


@pytest.mark.parametrize("world", sorted(OPEN))
@pytest.mark.parametrize("words", [["mood", "4", "soup"], ["note", "soup"]], ids=" ".join)
def test_the_door_opens_to_a_plain_line(world: str, template: Path, home: Path, words: list[str]) -> None:
    assert ran(template, home, words, *WORLDS[world], shut=False)[1]


def ran(
    template: Path, home: Path, words: Sequence[str], change: World, env: dict[str, str], *, shut: bool
) -> tuple[list[Any], bool]:
    """What a command line says and leaves in a copy of a home, and undo after it; and whether the door noted it."""
    shutil.rmtree(home, ignore_errors=True)
    shutil.copytree(template, home)
    made_ready(home)
    change(home)
    noted: list[object] = []
    enter = door.enter
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(door, "enter", lambda *given: noted.append(enter(*given)) or noted[-1])
        if shut:
            patch.setattr(front_door, "_noted_at_once", lambda _: None)
        said = in_process(*words, env=env)
        left = [seen(said), *state(home)]
        undone = in_process("undo", env=env)
    return [*left, seen(undone), *state(home)], noted == [0]


def seen(said: Result) -> tuple[int, str, str]:
    return said.exit_code, OF_THE_RUN.sub("…", said.stdout), OF_THE_RUN.sub("…", said.stderr)


def state(home: Path) -> list[Any]:
    """All that a home holds, without what differs from run to run."""
    files = {named(path.relative_to(home)): oct(path.lstat().st_mode) for path in home.rglob("*")}
    kept = {each: (home / each).read_bytes() for each in ("settings.toml", "card.txt") if (home / each).is_file()}
    has_file = (home / FILE).is_file()
    journal = home / "journal.db"
    if not journal.is_file() or (home / "carelog-keys" / "passphrase.slot").exists():
        return [files, kept, has_file]
    return [files, kept, has_file, *content(journal)]


def named(path: Path) -> str:
    return re.sub(r"\d{8}T\d{6}Z", "…", str(path))


def content(journal: Path) -> list[Any]:
    with closing(sqlite3.connect(journal)) as connection:
        connection.row_factory = sqlite3.Row
        known = {each[0] for each in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        numbers: dict[str, int] = {}
        tables = {}
        for table in (each for each in TABLES if each.name in known):
            found = [dict(row) for row in connection.execute(f"SELECT * FROM {table.name} ORDER BY rowid")]
            assert all(map(is_sound, found))
            tables[table.name] = [without_run(row, numbers) for row in found]
        undo = [(row[0], numbers.get(row[1], row[1]), row[2]) for row in connection.execute(UNDO)]
        revision = connection.execute("SELECT card_revision FROM state").fetchone()[0]
        version = connection.execute("PRAGMA user_version").fetchone()[0]
    return [tables, undo, revision, version]


UNDO = "SELECT table_name, row_id, before FROM undo ORDER BY position"


def without_run(row: dict[str, Any], numbers: dict[str, int]) -> dict[str, Any]:
    """A row with a number in place of its id, and what its stamps have to do with each other."""
    numbers[row["id"]] = len(numbers)
    kept = {name: value for name, value in row.items() if name not in (*STAMPS, "id", "updated_by")}
    created = row["created_at"]
    related = (created == row["updated_at"], abs((row.get("at") or created) - created) < A_MINUTE)
    return kept | {"number": numbers[row["id"]], "related": related, "deleted": row["deleted_at"] is not None}
