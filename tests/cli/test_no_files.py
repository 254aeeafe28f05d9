"""Named pipes, devices, folders and endless files where a home has files: every command ends, and says which it is."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from carelog.file_access import LONGEST_FILE
from support.command import Command, Result, environment
from support.locks import SCRIPT, lock_home

SECONDS = 10
"""In which a command has to end; it takes half of one."""
PIPE = "a named pipe"
COMMANDS = (["verify"], ["mood", "3"], ["lock", "status"], ["traces"])

Say = Callable[..., Result]


def run(*words: str) -> Result:
    """Run a command as a process that is ended where it waits."""
    done = subprocess.run(
        [sys.executable, "-m", "carelog", *words],
        env=environment({**SCRIPT, "CARELOG_NEW_PASSPHRASE_COMMAND": SCRIPT["CARELOG_PASSPHRASE_COMMAND"]}),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=False,
    )
    return Result(done.returncode, done.stdout, done.stderr)


def put(path: Path, what: str) -> None:
    """Put what is no file, or is one without an end, in the place of a file."""
    path.unlink(missing_ok=True)
    path.parent.mkdir(exist_ok=True)
    if what == PIPE:
        os.mkfifo(path)
    elif what == "a device":
        path.symlink_to("/dev/zero")
    elif what == "a folder":
        path.mkdir()
    else:
        path.touch()
        os.truncate(path, 2 << 30)


@pytest.mark.parametrize("place", ["journal.db", "journal.db-journal", "journal.db-wal"])
@pytest.mark.parametrize("what", [PIPE, "a device"])
def test_what_is_no_file_is_named_and_nobody_waits_for_it(place: str, what: str, say: Say, home: Path) -> None:
    say("mood", "4")
    put(home / place, what)
    expected = f"carelog could not read {home / place}: it is not a file."
    answer = run("mood", "3")
    assert (answer.exit_code, answer.stdout, answer.stderr) == (4, "", f"{expected}\n")
    answer = run("verify")
    assert (answer.exit_code, answer.stderr) == (4, "")
    assert expected in " ".join(answer.stdout.split())


@pytest.mark.parametrize("words", COMMANDS)
@pytest.mark.parametrize(
    "place",
    [
        "journal.db",
        "journal.db-journal",
        "settings.toml",
        "card.txt",
        "backups/journal-20260101T120000Z.db",
        "carelog-keys/passphrase.slot",
        "carelog-keys/sealing.pub",
        "carelog-keys/sealing.key",
        "sealed/note.age",
        ".journal.db.0123456789ab.new",
    ],
)
def test_every_command_ends_beside_a_named_pipe(place: str, words: list[str], say: Say, home: Path) -> None:
    say("mood", "4")
    lock_home(home)
    put(home / place, PIPE)
    answer = run(*words)
    assert answer.exit_code in {0, 4, 5}
    assert "That is a mistake in carelog, not yours." not in answer.stderr


@pytest.mark.parametrize("words", [["mood", "3"], ["verify"], ["settings"]])
def test_settings_without_an_end_are_refused_before_they_fill_the_memory(
    words: list[str], home: Path, carelog: Command
) -> None:
    put(home / "settings.toml", "a file without an end")
    answer = carelog(*words)
    assert "File too large" in answer.stdout + answer.stderr
    assert answer.exit_code in {4, 5}


def test_a_way_in_without_an_end_is_told_as_damaged_and_the_other_opens(say: Say, home: Path) -> None:
    say("mood", "4")
    lock_home(home)
    put(home / "carelog-keys" / "recovery.slot", "a file without an end")
    assert run("mood", "3").exit_code == 0


def test_the_longest_file_that_is_read_holds_the_longest_note_four_times_over() -> None:
    from carelog.domain.text import LONGEST_TEXT

    assert LONGEST_FILE > 4 * 4 * LONGEST_TEXT
