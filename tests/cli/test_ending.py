"""The system, or a terminal that is closed, ends carelog: nothing of a page stays, and keys are seen again."""

import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from carelog.paths import Paths
from support.command import Terminal, environment

Say = Callable[..., Any]
Start = Callable[..., Terminal]
WORD = "quillwort"
ENTER, LEAVE = "\x1b[?1049h", "\x1b[?1049l"
both = pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP], ids=["SIGTERM", "SIGHUP"])


@pytest.fixture(autouse=True)
def _noted(say: Say) -> None:
    say("mood", "4", WORD)
    say("settings", "set", "own_screen", "on")


@both
def test_a_page_on_its_own_screen_is_gone(terminal: Start, number: int) -> None:
    person = terminal("log")
    person.expect("leaves")
    code, screen = person.end_by(number)
    assert code == -number
    assert WORD in screen.partition(ENTER)[2].partition(LEAVE)[0]
    assert WORD not in screen.partition(LEAVE)[2]


@both
@pytest.mark.parametrize(
    ("words", "waits_for", "types", "asks"),
    [
        (["log"], "leaves", "", ""),
        (
            ["lock", "on"],
            "[y/N]:",
            "y\r" * 12,
            "A new passphrase; four or five words make a good one, and Enter alone draws six:",
        ),
    ],
    ids=["a page", "a passphrase"],
)
def test_keys_are_seen_again(
    terminal: Start, home: Path, words: list[str], waits_for: str, types: str, asks: str, number: int
) -> None:
    person = terminal(*words)
    person.expect(waits_for)
    person.type(types, enter=False)
    person.expect(asks)
    person.wait_until_keys_are(seen=False)
    assert person.end_by(number)[0] == -number
    person.wait_until_keys_are(seen=True)
    assert not Paths.inside(home).keys.exists()


@both
def test_a_question_is_answered_by_nobody(terminal: Start, data: Say, number: int) -> None:
    before = data("log")["entries"]
    person = terminal("delete", "last")
    person.expect("[y/N]:")
    assert person.end_by(number)[0] == -number
    assert data("log")["entries"] == before


def test_an_editor_that_is_open_is_waited_for_and_its_draft_is_kept(terminal: Start, isolated: Path, data: Say) -> None:
    editor = isolated / "editor"
    editor.write_text(
        f"#!{sys.executable}\nimport os, signal, sys, time\nos.kill(os.getppid(), signal.SIGTERM)\ntime.sleep(0.5)\n"
        "open(sys.argv[-1], 'w').write('what was written meanwhile')\n"
    )
    editor.chmod(0o700)
    code, screen = terminal("note", env={"EDITOR": str(editor)}).finish()
    assert code == -signal.SIGTERM
    kept = Path(re.search(r"/\S+/draft\.txt", screen)[0])
    assert len(data("log")["entries"]) == 1
    assert kept.read_text() == "what was written meanwhile"


def test_what_nohup_lets_carelog_ignore_stays_ignored() -> None:
    program = (
        "import signal, sys\nsignal.signal(signal.SIGHUP, signal.SIG_IGN)\n"
        "from carelog.cli.runtime.ending import ended_in_order\n"
        "with ended_in_order():\n    signal.raise_signal(signal.SIGHUP)\nprint('went on')\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], env=environment(), capture_output=True, text=True, check=True
    )
    assert done.stdout == "went on\n"


def test_a_page_that_is_being_written_leaves_no_part_behind(say: Say, isolated: Path) -> None:
    folder = isolated / "pages"
    folder.mkdir()
    say("demo", str(isolated / "years"))
    for delay in (0.2, 0.4, 0.6, 0.8, 1.0, 1.2):
        process = subprocess.Popen(
            [sys.executable, "-m", "carelog", "export", "--yes", "--force", "-o", str(folder / "page.html")],
            env=environment({"CARELOG_HOME": str(isolated / "years")}),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        time.sleep(delay)
        process.terminate()
        assert process.wait(20) in {0, -signal.SIGTERM}
        assert {path.name for path in folder.iterdir()} <= {"page.html"}
