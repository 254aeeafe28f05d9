"""The quick door: what it notes, what it loads, and that whatever it does not know is left to the command line."""

import io
import os
import re
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from carelog.journal import Journal
from carelog.journal.backup.erase import erase_files
from carelog.journal.quick_file.agreement import FILE
from carelog.paths import Paths
from carelog.quick import door, saving
from reliability.kept import next_command, rows
from support.command import Command, Result, Terminal, environment

MAY_LOAD = re.compile(
    r"carelog(\.(__main__|cli(\.table)?|crisis(\.place)?|domain(\.(ids|score|text))?|errors|language|quick(\.\w+)?"
    r"|wording(\.noted)?|journal(\.(migrations|quick_file(\.(agreement|begun|now))?"
    r"|storage(\.(address|entry_row|statements|table))?))?))?"
)
LISTED = """
import __future__, os, sqlite3, stat, sys, time, zlib
before = set(sys.modules)
from carelog.__main__ import main
number = main(sys.argv[1:])
print(*(set(sys.modules) - before), file=sys.stderr)
sys.exit(number)
"""
"""What lists the modules that a command line loads beside SQLite and the parts of Python that the door names."""


def listed(*words: str) -> tuple[str, set[str]]:
    """What a fresh process says to a command line, and the modules that it loads beside SQLite's."""
    done = subprocess.run(
        [sys.executable, "-c", LISTED, *words],
        stdin=subprocess.DEVNULL,
        env=environment(),
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout, set(done.stderr.split())


def entries(home: Path) -> list[tuple[int | None, str]]:
    with Journal.open(Paths.inside(home), to_write=False) as journal:
        return [(each.mood, each.note) for each in journal.entries]


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """What the door answered to each command line."""
    known: list[object] = []

    def listening(words: Sequence[str], verbs: Any) -> object:
        known.append(enter(words, verbs))
        return known[-1]

    enter = door.enter
    monkeypatch.setattr(door, "enter", listening)
    return known


@pytest.mark.parametrize("words", [("mood", "4", "hi"), ("mood", "good:", "hi"), ("note", "hi")], ids=" ".join)
def test_the_door_loads_sqlite_and_its_own_few_modules_alone(ready: Path, words: tuple[str, ...]) -> None:
    said, loaded = listed(*words)
    assert said.startswith("Noted")
    assert {name for name in loaded if not MAY_LOAD.fullmatch(name)} == set()
    assert entries(ready)[-1] == (None if words[0] == "note" else 4, "hi")


def test_a_person_who_begins_has_the_door_from_the_third_entry_on(home: Path, carelog_process: Command) -> None:
    home.mkdir(mode=0o700)
    (home / "settings.toml").write_text('day_starts_at = "00:00"\n', "utf-8")
    for _ in range(2):
        assert carelog_process("mood", "3").exit_code == 0
    assert (home / FILE).stat().st_mode & 0o777 == 0o600
    assert "typer" not in listed("mood", "3")[1]


def test_what_the_door_noted_is_taken_back_like_any_entry(ready: Path, carelog: Command, answers: list[object]) -> None:
    before = rows(ready)
    said = carelog("mood", "4", "soup", "with", "Sam")
    assert answers == [0]
    assert re.fullmatch(r"Noted 4 good, \d\d:\d\d \[[0-9a-f]{6}\]\.\n", said.stdout)
    assert next_command(ready) == []
    assert carelog("undo") == Result(0, "Taken back: an entry.\n", "")
    assert before.items() <= rows(ready).items()
    assert entries(ready)[-1][1] != "soup with Sam"


@pytest.mark.parametrize(
    "words",
    [
        ("mood",),
        ("note",),
        ("note", " "),
        ("mood", "1"),
        ("mood", "9"),
        ("mood", "-3"),
        ("mood", "slept", "badly"),
        ("mood", "4", "--json"),
        ("note", "-"),
        ("note", "--", "-5"),
        ("note", "help", "me"),
        ("mood", "rm"),
        ("note", "two\nlines"),
        ("note", "\udcff"),
        ("Mood", "4"),
        ("today",),
    ],
    ids=repr,
)
@pytest.mark.usefixtures("ready")
def test_what_it_does_not_know_is_left_to_the_command_line(words: tuple[str, ...]) -> None:
    assert door.enter(words, {"help", "rm"}) is None


def test_a_journal_that_another_program_holds_is_left_alone(ready: Path) -> None:
    before = rows(ready)
    with closing(sqlite3.connect(ready / "journal.db", isolation_level=None)) as holder:
        holder.execute("BEGIN IMMEDIATE")
        assert door.enter(["mood", "4"], ()) is None
        holder.execute("ROLLBACK")
    assert rows(ready) == before


@pytest.mark.parametrize("cut", range(0, 500, 7))
def test_a_file_that_is_cut_off_is_not_gone_by(ready: Path, cut: int) -> None:
    whole = (ready / FILE).read_bytes()
    (ready / FILE).write_bytes(whole[: min(cut, len(whole) - 1)])
    assert door.enter(["mood", "4"], ()) is None


@pytest.mark.parametrize("name", ["settings.toml", "card.txt", "journal.db", "backups", FILE])
def test_a_file_that_was_replaced_or_is_gone_closes_the_door_until_the_next_change(
    ready: Path, carelog: Command, answers: list[object], name: str
) -> None:
    path = ready / name
    away = path.rename(path.with_name("away"))
    if name in {"journal.db", "settings.toml"}:
        path.write_bytes(away.read_bytes())
        path.chmod(0o600)
    assert carelog("mood", "4").exit_code == 0
    assert carelog("mood", "4").exit_code == 0
    assert answers == [None, 0]


class Failing(sqlite3.Connection):
    """A connection whose COMMIT fails, after the change was saved or before."""

    saves = True

    def execute(self, statement: str, *values: Any) -> sqlite3.Cursor:
        if statement != "COMMIT":
            return super().execute(statement, *values)
        super().execute("COMMIT" if self.saves else "ROLLBACK")
        raise sqlite3.OperationalError("disk I/O error")


@pytest.mark.parametrize("saves", [True, False])
@pytest.mark.parametrize("words", [("mood", "4", "soup"), ("note", "soup")], ids=" ".join)
def test_a_commit_of_which_nobody_heard_notes_nothing_twice(
    ready: Path, carelog: Command, monkeypatch: pytest.MonkeyPatch, saves: bool, words: tuple[str, ...]
) -> None:
    connect = sqlite3.connect
    before = rows(ready)
    monkeypatch.setattr(Failing, "saves", saves)
    monkeypatch.setattr(saving, "sqlite3", type("Library", (), {
        "connect": lambda *given, **named: connect(*given, **named, factory=Failing), "Error": sqlite3.Error
    }))  # fmt: skip
    said = carelog(*words)
    after = rows(ready)
    (new,) = after.keys() - before.keys()
    assert after[new]["note"] == "soup"
    assert said.exit_code == 0
    assert said.stdout.endswith(f"[{new[1][-6:]}].\n")
    assert next_command(ready) == []
    assert carelog("undo").stdout == "Taken back: an entry.\n"
    assert entries(ready)[-1][1] != "soup"


@pytest.mark.parametrize("reader", ["/dev/full", "closed pipe"])
def test_an_answer_that_cannot_be_shown_does_not_unsay_the_entry(ready: Path, reader: str) -> None:
    said = []
    for _ in ("by the door", "by the command line"):
        listening, writing = os.pipe()
        os.close(listening)
        out = writing if reader == "closed pipe" else os.open(reader, os.O_WRONLY)
        done = subprocess.run(
            [sys.executable, "-m", "carelog", "mood", "4", "soup"], stdout=out, stderr=subprocess.PIPE, check=False
        )
        said.append((done.returncode, done.stderr))
        (ready / FILE).unlink(missing_ok=True)
    assert said[0] == said[1]
    assert [note for _, note in entries(ready)][-2:] == ["soup", "soup"]


def test_writers_at_once_are_each_noted_once(ready: Path) -> None:
    words = [sys.executable, "-m", "carelog", "note"]
    running = [subprocess.Popen([*words, f"writer {each}"], stdout=subprocess.DEVNULL) for each in range(6)]
    assert [each.wait(60) for each in running] == [0] * 6
    assert sorted(note for _, note in entries(ready) if note.startswith("writer")) == [
        f"writer {each}" for each in range(6)
    ]
    assert next_command(ready) == []


def test_on_a_terminal_the_answer_is_that_line(ready: Path, terminal: Callable[..., Terminal]) -> None:
    number, screen = terminal("mood", "4", "soup").finish()
    assert (number, bool(re.fullmatch(r"Noted 4 good, \d\d:\d\d \[[0-9a-f]{6}\]\.\n", screen))) == (0, True)
    assert entries(ready)[-1] == (4, "soup")


def test_ctrl_backslash_clears_the_terminal_there_too(
    ready: Path, monkeypatch: pytest.MonkeyPatch, carelog: Command
) -> None:
    installed = []
    monkeypatch.setattr("carelog.cli.runtime.panic_key.install_panic_key", lambda: installed.append(True))
    monkeypatch.setattr("support.command._stream", terminal_stream)
    assert carelog("mood", "4").exit_code == 0
    assert installed == [True]
    assert entries(ready)[-1] == (4, "")


def terminal_stream(content: bytes = b"", errors: str = "surrogateescape") -> Any:
    class Stream(io.TextIOWrapper):
        def isatty(self) -> bool:
            return True

    return Stream(io.BytesIO(content), encoding="utf-8", errors=errors, write_through=True)


def test_an_interrupt_is_said_as_ever(ready: Path, carelog: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    before = rows(ready)
    monkeypatch.setattr(saving, "_write", interrupted)
    said = carelog("mood", "4")
    monkeypatch.undo()
    monkeypatch.setenv("CARELOG_HOME", str(ready))
    assert said.exit_code == 130
    assert said.stderr
    assert rows(ready) == before


def test_traces_names_its_file_and_erase_removes_it(ready: Path, carelog: Command) -> None:
    found = {Path(each["path"]).name: each["kind"] for each in carelog("traces", "--json").json["data"]["traces"]}
    assert found[FILE] == "quick"
    erase_files(Paths.inside(ready))
    assert not ready.exists()


@pytest.mark.parametrize("key", ["discreet", "shared_computer"])
def test_nothing_is_left_for_the_door_where_it_would_answer_otherwise(
    ready: Path, carelog_process: Command, key: str
) -> None:
    assert carelog_process("settings", "set", key, "yes").exit_code == 0
    assert carelog_process("mood", "4").exit_code == 0
    assert not (ready / FILE).exists()
