"""Hostile environments: each is answered in a sentence, and what was saved stays saved."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from carelog.wording.program import ZONE_UNREADABLE
from support.command import PROCESS_SECONDS, Command, Terminal, environment

Say = Callable[..., Any]


@pytest.fixture
def shell() -> Callable[..., subprocess.CompletedProcess[bytes]]:
    """Runs a line of shell in which `$carelog` starts carelog."""

    def run(line: str, **changes: str | None) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            ["bash", "-c", line],
            env=environment({"carelog": f"{sys.executable} -m carelog", **changes}),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=PROCESS_SECONDS,
            check=False,
        )

    return run


@pytest.mark.parametrize(
    ("line", "number", "said"),
    [
        ("$carelog mood 4 x >&-", 4, b"The answer could not be printed (Bad file descriptor). What you asked for was"),
        ("$carelog mood 4 x > /dev/full", 4, b"The answer could not be printed (No space left on device)."),
        ("$carelog mood 4 x <&- >&- 2>&-", 4, b""),
        ("$carelog mood 4 x 2>/dev/full", 0, b""),
        ("$carelog mood 4 x | true; exit ${PIPESTATUS[0]}", 0, b""),
    ],
)
def test_an_entry_is_kept_whatever_becomes_of_the_answer(
    shell: Say, data: Say, home: Path, line: str, number: int, said: bytes
) -> None:
    data("note", "before")
    done = shell(line)
    assert done.returncode == number
    assert said in done.stderr
    assert b"Exception" not in done.stderr
    assert sorted(entry["note"] for entry in data("log")["entries"]) == ["before", "x"]
    assert (home / "journal.db").read_bytes().startswith(b"SQLite format 3\0")


@pytest.mark.parametrize(
    "line",
    [
        "$carelog nope <&- 2>&-",
        "$carelog nope --json > /dev/full",
        "$carelog note - <&-",
    ],
)
def test_a_refusal_nobody_hears_is_still_one(shell: Say, line: str) -> None:
    done = shell(line)
    assert done.returncode in {2, 3}
    assert b"Traceback" not in done.stderr
    assert b"That is a mistake in carelog, not yours." not in done.stderr


def test_a_reader_who_has_seen_enough_is_no_error(shell: Say, data: Say) -> None:
    data("note", "-", stdin="line\n" * 20_000)
    done = shell("$carelog show last | head -1; exit ${PIPESTATUS[0]}")
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.parametrize("there", [None, "/nonexistent"])
def test_without_a_home_there_is_a_sentence_or_a_journal_and_never_a_traceback(
    carelog_process: Command, there: str | None
) -> None:
    env = {"HOME": there, "CARELOG_HOME": None, "XDG_DATA_HOME": "/dev/null/x", "XDG_CONFIG_HOME": "/dev/null/x"}
    result = carelog_process("mood", "4", env=env)
    assert result.exit_code == 4
    assert "/dev/null" in result.stderr
    assert "Traceback" not in result.stderr
    assert carelog_process("crisis", env=env).stdout.startswith("In danger now: call 112 (Germany)")


@pytest.mark.parametrize(
    ("place", "number"), [("journal.db", 4), ("settings.toml", 5), ("card.txt", 4), ("backups", 0), ("", 4)]
)
@pytest.mark.parametrize("kind", ["folder", "file", "dangling link"])
def test_something_else_in_the_place_of_a_file_is_answered_in_words(
    carelog: Command, home: Path, place: str, kind: str, number: int
) -> None:
    path = home / place if place else home
    path.parent.mkdir(exist_ok=True)
    make: dict[str, Callable[[], Any]] = {
        "folder": path.mkdir,
        "file": lambda: path.write_bytes(b"\xff\x00 = garbage"),
        "dangling link": lambda: path.symlink_to(path.parent / "nowhere" / "at all"),
    }
    make[kind]()
    for words in (["mood", "4", "secret"], ["log"], ["contact", "add", "Sam", "--crisis", "1"]):
        result = carelog(*words)
        assert result.exit_code in {0, number}, result
        assert "That is a mistake in carelog, not yours." not in result.stderr
        assert "secret" not in result.stderr
    assert carelog("crisis").stdout.startswith("In danger now: call 112 (Germany)")


def test_a_pipe_in_the_place_of_the_settings_is_not_waited_for(carelog_process: Command, home: Path) -> None:
    home.mkdir()
    os.mkfifo(home / "settings.toml")
    result = carelog_process("mood", "4", "secret")
    refusal = f"carelog could not read {home / 'settings.toml'}: it is not a file. Nothing was changed."
    assert (result.exit_code, refusal in result.stderr) == (5, True)
    assert carelog_process("crisis").stdout.startswith("In danger now: call 112 (Germany)")


@pytest.mark.parametrize(
    "env",
    [
        {"TERM": "dumb"},
        {"NO_COLOR": "1", "FORCE_COLOR": "1"},
        {"COLUMNS": "0"},
        {"COLUMNS": "many"},
        {"COLUMNS": "1"},
        {"COLUMNS": "999999"},
        {"EDITOR": "'"},
        {"XDG_RUNTIME_DIR": "/nonexistent"},
    ],
    ids=str,
)
def test_a_strange_environment_changes_nothing_that_matters(say: Say, data: Say, env: dict[str, str | None]) -> None:
    say("mood", "4", "größer", "--at", "yesterday 21:00", env=env)
    for words in (["today"], ["log"], ["week"], ["today", "--plain"]):
        say(*words, env=env)
    assert data("log", env=env)["entries"][0]["note"] == "größer"


@pytest.mark.parametrize(
    ("env", "said"),
    [
        ({"TZ": "Nowhere/At_All"}, f"{ZONE_UNREADABLE}\n"),
        ({"LC_ALL": "C", "LANG": None}, ""),
        ({"PYTHONIOENCODING": "ascii"}, ""),
    ],
    ids=str,
)
def test_a_strange_place_or_language_changes_nothing_that_matters(
    carelog_process: Command, data: Say, env: dict[str, str | None], said: str
) -> None:
    noted = carelog_process("mood", "4", "größer", "--at", "yesterday 21:00", env={"CARELOG_NOW": None, **env})
    assert (noted.exit_code, noted.stderr) == (0, said)
    shown = carelog_process("log", env={"CARELOG_NOW": None, **env})
    assert (shown.exit_code, shown.stderr) == (0, said)
    assert data("log")["entries"][0]["note"] == "größer"


def test_a_sentence_is_spelled_in_the_letters_that_the_terminal_has(carelog_process: Command) -> None:
    result = carelog_process("settings", "get", "größe", env={"PYTHONIOENCODING": "ascii"})
    assert result.stderr.startswith('There is no setting "gr??e".')


@pytest.mark.parametrize(
    "garbage",
    ["garbage", "2026-11-22", "2026-11-22T21:30:00", "9999-12-31T23:59:59+23:59", "0001-01-01T00:00:00Z", "\x1b"],
)
def test_an_invalid_clock_is_reported_and_the_card_does_not_need_one(refusal: Say, say: Say, garbage: str) -> None:
    sentence = refusal(2, "mood", "4", env={"CARELOG_NOW": garbage})
    assert "CARELOG_NOW" in sentence or "1900 to 9000" in sentence
    assert "\x1b" not in sentence
    assert say("crisis", env={"CARELOG_NOW": garbage}).stdout.startswith("In danger now: call 112 (Germany)")


def test_a_note_of_100_000_characters_on_the_command_line_is_a_note(carelog_process: Command, data: Say) -> None:
    assert carelog_process("note", "a" * 100_000).exit_code == 0
    assert len(data("show", "last")["entry"]["note"]) == 100_000


@pytest.mark.parametrize("words", [["mood"], ["today"]])
def test_twenty_columns_are_enough(terminal: Callable[..., Terminal], say: Say, words: list[str]) -> None:
    say("contact", "add", "Sam", "--phone", "020 7946 0018")
    say("note", "a long note that does not fit into twenty columns at all")
    say("settings", "set", "own_screen", "on")
    started = terminal(*words, columns=20, rows=8)
    if words == ["mood"]:
        started.type("3")
        started.type("")
        started.type("")
    else:
        started.expect("\x1b[2J")
        started.type("q", enter=False)
    code, screen = started.finish()
    assert code == 0
    assert "Traceback" not in screen


def test_two_commands_at_once_both_keep_their_word(home: Path, data: Say) -> None:
    started = [
        subprocess.Popen(
            [sys.executable, "-m", "carelog", "note", str(number)], env=environment(), stdout=-1, stderr=-1
        )
        for number in range(4)
    ]
    ended = [(*each.communicate(timeout=PROCESS_SECONDS), each.returncode) for each in started]
    assert [number for *_, number in ended] == [0] * 4, ended
    assert sorted(entry["note"] for entry in data("log")["entries"]) == ["0", "1", "2", "3"]
    assert home.stat().st_mode & 0o777 == 0o700
