"""What is said in a window of 40 and of 80 columns: no word is cut, and what is typed stands on the last line."""

import re
import shlex
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from support.command import Command, Terminal
from support.tmux import tmux

Say = Callable[..., Any]
WIDTHS = (40, 80)
SAID = (
    "mood 1 'a bad day, from the first minute to the last of it'",
    "mood nine a few words",
    "hotlin",
    "log --last",
    "log --since tomorow",
    "show abcdef",
    "edit last --at yesterdy",
    "delete last --yes",
    "undo",
    "routine add 'a walk with Robin, twenty minutes along the river' --every 3/week --small 'to the door and back'",
    "done 'brush teeth'",
    "skip Medicine 'the chemist was shut, and I was tired 😀 日本語'",
    "contact add Sam --phone '+44 20 7946 0018' --when 'on weekdays after six in the evening, not on Sundays'",
    "reach --plain",
    "plan add alone 'put the phone away, make tea, and sit by the window for ten minutes'",
    "plan --plain",
    "today --plain",
    "week --plain",
    "insights --plain",
    "settings set theme blue",
    "settings preset shared-computer --yes",
    "import nothing.csv",
    "verify",
    "traces --plain",
    "pause 2w 'in Italy'",
    "resume",
    "mood 4 --tracker",
)
ASKED = (
    ("mood", "How is it right now", "4"),
    ("delete last", "Delete", "no"),
    ("routine add", "What is it called", "walk"),
    ("contact add", "Your country", "GB"),
    ("settings preset shared-computer", "y/N", "no"),
    ("erase", "y/N|erase", "no"),
    ("export --format md -o page.md --plain", "strike", "tea"),
    ("plan add", "Your country", "GB"),
    ("appointment add", "When", "monday"),
    ("activity plan", "small and", "library"),
    ("tracker add", "watch", "sleep"),
    ("sign add", "notice it", "sleep"),
)


@pytest.fixture(autouse=True)
def _a_journal(say: Say) -> None:
    say("mood", "2", "a long day, and a walk with Robin by the river in the evening, which was good")
    say("routine", "add", "Medicine", "--at", "08:00", "--every", "daily")


def test_answers_and_errors_have_the_words_that_a_pipe_gets_and_cut_none(
    isolated: Path, carelog: Command, home: Path
) -> None:
    """Each width begins with the same journal; a pipe gets each line in one piece, and so does a path a window."""
    begun, settings = (home / "journal.db").read_bytes(), (home / "settings.toml").read_bytes()
    said = {}
    for words in SAID:
        result = carelog(*shlex.split(words))
        said[words] = result.stdout + result.stderr
    for columns in WIDTHS:
        (home / "journal.db").write_bytes(begun)
        (home / "settings.toml").write_bytes(settings)
        for path in (home / "backups").glob("*"):
            path.unlink()
        shown = _shown(isolated / f"{columns}", columns)
        for words in SAID:
            assert max(map(len, shown[words].splitlines()), default=0) <= columns
            of_window, of_pipe = _words(shown[words]), _words(said[words])
            assert "".join(of_window) == "".join(of_pipe), (columns, words)
            assert {word for word in of_pipe if len(word) <= columns} <= set(of_window), (columns, words)


def test_a_file_that_is_written_to_the_window_keeps_its_lines(terminal: Callable[..., Terminal], say: Say) -> None:
    say("mood", "3", "a note with more words than a window of forty columns has room for on one of its lines")
    code, screen = terminal("export", "--for", "self", "--format", "csv", "-o", "-", "--yes", columns=40).finish()
    assert code == 2
    code, screen = terminal("export", "--for", "self", "--format", "md", "-o", "-", "--yes", columns=40).finish()
    assert code == 0
    assert "a note with more words than a window of forty columns has room for on one of its lines" in screen


@pytest.mark.parametrize("columns", WIDTHS)
@pytest.mark.parametrize(("words", "asks", "typed"), ASKED, ids=[words for words, _, _ in ASKED])
def test_what_is_typed_stands_whole_on_the_last_line_of_its_question(
    isolated: Path, columns: int, words: str, asks: str, typed: str
) -> None:
    with tmux(isolated, words, columns=columns, rows=50) as window:
        window.screen(until=asks)
        window.type(typed)
        window.screen(until=rf"(?m){typed}\s*\Z")
        lines = window.run("capture-pane", "-p").rstrip().splitlines()
    assert lines[-1].endswith(f" {typed}")


def _shown(place: Path, columns: int) -> dict[str, str]:
    """What a window of that many columns shows of each command, one after the other."""
    place.mkdir()
    script = "; ".join(
        f"'{sys.executable}' -m carelog {words} </dev/null; echo '-- {n}'" for n, words in enumerate(SAID)
    )
    with tmux(place, f"--version; echo '-- begin'; {script}", columns=columns, rows=60) as window:
        window.screen(until=r"(?m)^left")
        shown = window.run("capture-pane", "-p", "-S", "-")
    parts = re.split(r"(?m)^-- (?:begin|\d+)\s*$", shown)
    return dict(zip(SAID, parts[1:], strict=False))


def _words(text: str) -> list[str]:
    """The words, with one sign for each handle, which is drawn by chance."""
    return re.sub(r"\b[0-9a-f]{6}\b", "#", text).split()
