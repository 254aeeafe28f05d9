"""A change that changes nothing says so, is no mistake, writes nothing, and leaves the undo of the change before it."""

import json
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from carelog.cli.app import build
from carelog.cli.command import REGISTRY
from carelog.cli.table import COMMANDS
from support.command import Command
from support.source import ROOT

Say = Callable[..., Any]
SCHEMAS = ROOT / "docs" / "schemas"
SAID = "Nothing to change: it is like that already.\n"

build(list(COMMANDS))

TWICE = {
    "edit": ["edit", "{entry}", "3", "--tag", "walk", "--feel", "calm", "--track", "sleep=7"],
    "contact edit": ["contact", "edit", "Sam", "--phone", "020 7946 0018", "--crisis", "1", "--good-for", "listening"],
    "contact away": ["contact", "away", "Sam", "--yes"],
    "contact back": ["contact", "back", "Robin"],
    "contact ask": ["contact", "ask", "Sam", "--agreed", "today", "--yes-to", "a call"],
    "contact snooze": ["contact", "snooze", "Sam", "3w"],
    "plan add": ["plan", "add", "sentence", "this", "passes"],
    "plan edit": ["plan", "edit", "last", "make", "tea", "--to", "1"],
    "keep edit": ["keep", "edit", "last", "You", "stayed.", "--with", "Sam"],
    "sign edit": ["sign", "edit", "short", "short", "--then", "rest", "--cover", "tea"],
    "sign snooze": ["sign", "snooze", "short", "2w"],
    "helplines hide": ["helplines", "hide", "Shout"],
    "helplines unhide": ["helplines", "unhide", "Shout"],
    "helplines checked": ["helplines", "checked", "Samaritans"],
    "routine edit": ["routine", "edit", "walk", "--every", "3/week", "--target", "20", "--unit", "min"],
    "routine archive": ["routine", "archive", "walk"],
    "routine unarchive": ["routine", "unarchive", "swim"],
    "tracker edit": ["tracker", "edit", "sleep", "--max", "24", "--unit", "h"],
    "tracker archive": ["tracker", "archive", "sleep"],
    "tracker unarchive": ["tracker", "unarchive", "pain"],
    "activity done": ["activity", "done", "visit"],
    "activity skip": ["activity", "skip", "visit"],
    "activity edit": ["activity", "edit", "visit", "--when", "friday 15:00", "--expect", "3"],
    "goal change": ["goal", "change", "sleep", "sleep", "by", "eleven"],
    "goal let-go": ["goal", "let-go", "sleep"],
    "goal take-up": ["goal", "take-up", "eat"],
    "appointment edit": ["appointment", "edit", "last", "tuesday", "14:30", "--every", "2w", "--with", "Sam"],
    "bring edit": ["bring", "edit", "last", "the", "nights", "--entry", "{entry}"],
    "bring done": ["bring", "done", "last", "last"],
    "pause": ["pause", "2w"],
    "resume": ["resume"],
    "settings set": ["settings", "set", "theme", "light"],
}
"""A command line for each change of something that stays as it is when it is asked for twice."""

NEEDS_TERMINAL = {"settings edit"}
NEW_EACH_TIME = {"add", "remove", "list", "show", "past", "take", "rate", "did", "print", "sheet", "note", "agreed"}
NEW_EACH_TIME |= {"plan", "import", "export", "get", "path", "preset", "review"}
"""The last words of commands in groups that look, add, take away, or write files."""
AT_THE_TOP = {"edit", "pause", "resume"}


@pytest.fixture
def filled(say: Say, data: Say) -> str:
    """A journal with something of every kind; the handle of an entry in it."""
    say("settings", "set", "country", "GB")
    for name in ("Sam", "Robin"):
        say("contact", "add", name, "--email", "a@example.org")
    say("contact", "away", "Robin", "--yes")
    say("plan", "add", "alone", "a", "walk")
    say("keep", "You came back.")
    say("tracker", "add", "sleep")
    say("sign", "add", "short", "--when", "sleep below 5 on 3 of 5 days", "--then", "call")
    for name in ("walk", "swim"):
        say("routine", "add", name)
    say("routine", "archive", "swim")
    say("tracker", "add", "pain")
    say("tracker", "archive", "pain")
    say("activity", "plan", "visit", "the", "library")
    for goal in ("sleep", "eat"):
        say("goal", "add", goal)
    say("goal", "let-go", "eat")
    say("appointment", "add", "friday", "15:00")
    say("bring", "the days")
    say("pause")
    handle: str = data("mood", "4", "hello")["entry"]["handle"]
    return handle


@pytest.mark.parametrize("name", TWICE)
def test_a_change_that_changes_nothing_leaves_everything_and_the_undo_before_it(
    carelog: Command, data: Say, say: Say, home: Path, filled: str, name: str
) -> None:
    line = [word.format(entry=filled) for word in TWICE[name]]
    first = carelog(*line)
    assert first.exit_code == 0, first
    say("note", "a real change")
    before = kept(home)
    assert data(*line)["changed"] is False
    assert (again := carelog(*line)).exit_code == 0
    assert again.stdout == SAID
    assert kept(home) == before
    assert say("undo").stdout == "Taken back: an entry.\n"


@pytest.mark.parametrize("name", sorted(TWICE))
def test_a_change_that_changes_something_says_so_to_programs(data: Say, filled: str, name: str) -> None:
    line = [word.format(entry=filled) for word in TWICE[name]]
    expected = name != "helplines unhide"
    assert data(*line)["changed"] is expected


@pytest.mark.parametrize(
    "line",
    [
        *("contact edit Sam", "routine edit walk", "tracker edit sleep", "sign edit short", "appointment edit last"),
        *("goal change sleep", "activity edit visit", "bring done --all"),
    ],
)
@pytest.mark.usefixtures("filled")
def test_an_edit_that_says_nothing_new_changes_nothing(say: Say, line: str) -> None:
    say("bring", "done", "last")
    say("note", "a real change")
    assert say(*line.split()).stdout == SAID
    assert say("undo").stdout == "Taken back: an entry.\n"


@pytest.mark.parametrize("line", ["edit last", "edit last --edit", "keep edit last", "bring edit last"])
@pytest.mark.usefixtures("filled")
def test_an_editor_in_which_nothing_was_saved_changes_nothing(terminal: Say, say: Say, line: str) -> None:
    say("note", "a real change")
    code, screen = terminal(*line.split(), env={"EDITOR": "true", "VISUAL": ""}).finish()
    assert (code, SAID.strip() in screen) == (0, True), screen
    assert say("undo").stdout == "Taken back: an entry.\n"


def test_a_settings_file_that_was_not_changed_in_the_editor_is_left_alone(terminal: Say, say: Say, home: Path) -> None:
    say("settings", "set", "theme", "light")
    settings = (home / "settings.toml").read_text() + "# a line of my own\n"
    (home / "settings.toml").write_text(settings)
    assert say("settings", "set", "theme", "light").stdout == SAID
    code, screen = terminal("settings", "edit", env={"EDITOR": "true", "VISUAL": ""}).finish()
    assert (code, SAID.strip() in screen) == (0, True), screen
    assert (home / "settings.toml").read_text() == settings


@pytest.mark.parametrize(
    "words", [["--dose", "50 mg"], ["--per-dose", "1"], ["--every", "2/day"], ["--at", "20:00", "--at", "08:00"]]
)
def test_a_medicine_that_stays_as_it_is_keeps_the_days_of_its_changes(
    say: Say, data: Say, now: Callable[[str], None], words: list[str]
) -> None:
    times = ["--every", "2/day", "--at", "08:00", "--at", "20:00"]
    say("routine", "add", "pill", "--kind", "medicine", "--dose", "50 mg", "--stock", "56", *times)
    say("done", "pill")
    before = data("routine", "show", "pill")["routine"]
    now("2026-11-29T21:30:00+01:00")
    assert say("routine", "edit", "pill", *words).stdout == SAID
    assert data("routine", "show", "pill")["routine"] == before


@pytest.mark.parametrize("day", ["2026-11-23T21:30:00+01:00", "2026-12-20T21:30:00+01:00"])
def test_what_is_so_already_keeps_the_day_on_which_it_began(
    say: Say, data: Say, filled: str, now: Callable[[str], None], day: str
) -> None:
    assert filled
    for line in ("goal let-go sleep", "routine archive walk", "tracker archive sleep", "bring done last", "pause"):
        say(*line.split())
    say("contact", "away", "Sam", "--yes")
    before = data("export", "--for", "self", "--format", "json", "--yes", "-o", "before.json")
    now(day)
    for line in ("goal let-go sleep", "routine archive walk", "tracker archive sleep", "bring done last", "pause"):
        assert say(*line.split()).stdout == SAID
    assert say("contact", "away", "Sam", "--yes").stdout == SAID
    data("export", "--for", "self", "--format", "json", "--yes", "-o", "after.json")
    assert before
    first, second = (json.loads(Path(name).read_text("utf-8")) for name in ("before.json", "after.json"))
    assert {key: rows for key, rows in first.items() if key not in ("exported_at", "shares")} == {
        key: rows for key, rows in second.items() if key not in ("exported_at", "shares")
    }


def test_every_change_of_something_is_tried_twice() -> None:
    wanted = {name for name in REGISTRY if " " in name and name.split()[-1] not in NEW_EACH_TIME} | AT_THE_TOP
    wanted = {name for name in wanted if not name.startswith("lock ")} - NEEDS_TERMINAL
    told = {path.stem for path in SCHEMAS.glob("*.json") if "changed" in required(path)}
    told -= {name.replace(" ", "-") for name in NEEDS_TERMINAL}
    wrong = [f"tests/cli/test_changes.py: add a line of {name} to TWICE" for name in wanted - TWICE.keys()]
    wrong += [f"docs/schemas/{name}: say changed" for name in {each.replace(" ", "-") for each in TWICE} - told]
    wrong += [f"tests/cli/test_changes.py: try {name} twice" for name in told - {n.replace(" ", "-") for n in TWICE}]
    assert not wrong, "\n".join(sorted(wrong))


def kept(home: Path) -> dict[str, Any]:
    """Every row of the journal, the record for undo included, and the settings and the card as they are."""
    with sqlite3.connect(home / "journal.db") as connection:
        tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        rows = {name: connection.execute(f"SELECT * FROM {name}").fetchall() for name in tables}
    return rows | {name: (home / name).read_bytes() for name in ("settings.toml", "card.txt")}


def required(path: Path) -> list[str]:
    found: list[str] = json.loads(path.read_text("utf-8")).get("properties", {}).get("data", {}).get("required", [])
    return found
