"""The theme that fits a window: what its terminal says of its background, and what is left in its input afterwards."""

import io
import os
import pty
import select
import subprocess
import sys
import time
from collections.abc import Callable

import pytest

from carelog.settings import Theme
from carelog.terminal.background import SECONDS, fitting_theme, keys_in

ASKED = b"\x1b]11;?\x1b\\\x1b[c"
DA1 = b"\x1b[?62;22c"
ASKS = {"TERM": "xterm-256color"}
CHILD = """
import os, select, sys, termios, tty
from carelog.settings import Theme
from carelog.terminal.background import fitting_theme
sys.stdout.write("ready\\n"); sys.stdout.flush()
os.read(int(sys.argv[1]), 1)
before = termios.tcgetattr(0)
theme = fitting_theme(Theme.AUTO, sys.stdin, sys.stdout, os.environ)
same = termios.tcgetattr(0) == before
tty.setcbreak(0, termios.TCSANOW)
left = os.read(0, 100) if select.select([0], [], [], 0.7)[0] else b""
sys.stdout.write(f"<{theme.value} {same} {left!r}>")
"""

IN_THE_BACKGROUND = """
import fcntl, os, sys, termios
from carelog.settings import Theme
from carelog.terminal.background import fitting_theme
fcntl.ioctl(0, termios.TIOCSCTTY, 0)
child = os.fork()
if not child:
    os.setpgid(0, 0)
    fitting_theme(Theme.AUTO, sys.stdin, sys.stdout, os.environ)
    os._exit(0)
os.setpgid(child, child)
stopped = os.WIFSTOPPED(os.waitpid(child, os.WUNTRACED)[1])
sys.stdout.write(f"<{'stopped' if stopped else 'done'}>"); sys.stdout.flush()
stopped and os.killpg(child, 9)
"""

Reply = Callable[[int], None]


class Window:
    """A terminal that answers as a test says, with a process in it."""

    def __init__(self, environment: dict[str, str]) -> None:
        self._terminal, inside = pty.openpty()
        begin, self._begin = os.pipe()
        self._child = subprocess.Popen(
            [sys.executable, "-c", CHILD, str(begin)],
            stdin=inside,
            stdout=inside,
            stderr=inside,
            env={**os.environ, **environment},
            pass_fds=[begin],
        )
        os.close(inside)
        self._until(b"ready")

    def ask(self, reply: Reply | None = None, typed: bytes = b"") -> tuple[bytes, str]:
        """What the process wrote, and its result, when `typed` was typed before and the terminal gives this reply."""
        if typed:
            os.write(self._terminal, typed)
            time.sleep(0.1)
        os.write(self._begin, b"x")
        shown = self._until(b">", ASKED)
        if ASKED in shown and reply:
            reply(self._terminal)
        if not shown.rstrip().endswith(b">"):
            shown += self._until(b">")
        self._child.wait(10)
        os.close(self._terminal)
        return shown, shown.decode().rpartition("<")[2].partition(">")[0]

    def _until(self, *ends: bytes) -> bytes:
        shown, last = b"", time.monotonic() + 15
        while not any(end in shown for end in ends):
            assert select.select([self._terminal], [], [], last - time.monotonic())[0], shown
            shown += os.read(self._terminal, 1000)
        return shown


def answering(*parts: bytes | float) -> Reply:
    """A terminal that writes these parts, and waits for seconds where there is a number."""

    def reply(terminal: int) -> None:
        for part in parts:
            time.sleep(part) if isinstance(part, float) else os.write(terminal, part)

    return reply


@pytest.mark.parametrize(
    ("answer", "theme"),
    [
        (b"\x1b]11;rgb:0000/0000/0000\x07", "dark"),
        (b"\x1b]11;rgb:1e1e/1e1e/1e1e\x1b\\", "dark"),
        (b"\x1b]11;rgb:3030/0a0a/2424\x1b\\", "dark"),
        (b"\x1b]11;rgb:00/2b/36\x07", "dark"),
        (b"\x1b]11;rgba:ffff/ffff/ffff/ffff\x1b\\", "light"),
        (b"\x1b]11;rgb:fdfd/f6f6/e3e3\x07", "light"),
        (b"\x1b]11;rgb:8080/8080/8080\x07", "auto"),
        (b"\x1b]11;nonsense\x07", "auto"),
        (b"", "auto"),
    ],
    ids=["black", "grey", "aubergine", "solarized", "white", "cream", "between", "nonsense", "DA1 alone"],
)
def test_what_a_terminal_answers_is_read_to_its_end_and_nothing_of_it_is_left(answer: bytes, theme: str) -> None:
    _, result = Window(ASKS).ask(answering(answer, DA1))
    assert result == f"{theme} True b''"


def test_an_answer_that_comes_in_parts_and_late_is_waited_for() -> None:
    _, result = Window(ASKS).ask(answering(0.1, b"\x1b]11;rgb:ffff/", 0.1, b"ffff/ffff\x1b\\", DA1))
    assert result == "light True b''"


def test_a_terminal_that_never_answers_is_waited_for_a_moment_and_left_as_it_was() -> None:
    begun = time.monotonic()
    _, result = Window(ASKS).ask()
    assert result == "auto True b''"
    assert time.monotonic() - begun > SECONDS


@pytest.mark.parametrize("answer", [b"\x1b]11;rgb:ffff/ff", b"\x1b]11;rgb:ffff/ffff/ffff\x1b", b"\x1b[?62;"])
def test_nothing_of_an_answer_that_stops_half_way_is_taken_for_typed_keys(answer: bytes) -> None:
    assert keys_in(b"ls" + answer) == b"ls"


def test_a_key_that_is_no_answer_is_kept() -> None:
    typed = b"\x1b[A" + b"ls\x1b[1;5C\x1b"
    assert keys_in(b"\x1b[A\x1b]11;rgb:0/0/0\x07ls\x1b[1;5C" + DA1 + b"\x1b") == typed


def test_with_keys_waiting_nothing_is_asked_and_the_keys_stay() -> None:
    for typed in (b"carelog log\n", b"carelo"):
        shown, result = Window(ASKS).ask(answering(DA1), typed=typed)
        assert ASKED not in shown
        assert result == f"auto True {typed!r}"


@pytest.mark.parametrize(
    "environment",
    [
        {"SSH_TTY": "/dev/pts/1"},
        {"SSH_CONNECTION": "10.0.0.1 1 10.0.0.2 22"},
        {"TMUX": "/tmp/tmux-0/default,1,0"},
        {"STY": "1.pts-0"},
        {"TERM": "screen-256color"},
        {"TERM": "tmux-256color"},
        {"TERM": "linux"},
        {"TERM": "dumb"},
        {"TERM": ""},
    ],
    ids=str,
)
def test_a_terminal_that_may_be_far_away_is_never_asked(environment: dict[str, str]) -> None:
    shown, result = Window({**ASKS, **environment}).ask(answering(b"\x1b]11;rgb:0/0/0\x07", DA1))
    assert (ASKED in shown, result) == (False, "auto True b''")


@pytest.mark.parametrize(
    ("named", "theme"),
    [
        ("15;0", "dark"),
        ("0;15", "light"),
        ("7;8", "dark"),
        ("12;default;7", "light"),
        ("0;default", "auto"),
        ("", "auto"),
    ],
)
def test_colorfgbg_is_believed_without_asking(named: str, theme: str) -> None:
    found = fitting_theme(Theme.AUTO, io.StringIO(), io.StringIO(), {"COLORFGBG": named, **ASKS})
    assert found is Theme(theme)


def test_a_page_that_is_made_in_the_background_asks_nothing_and_is_not_stopped() -> None:
    terminal, inside = pty.openpty()
    command = [sys.executable, "-c", IN_THE_BACKGROUND]
    in_front = subprocess.Popen(
        command, stdin=inside, stdout=inside, env={**os.environ, **ASKS}, start_new_session=True
    )
    os.close(inside)
    shown = b""
    while b">" not in shown and select.select([terminal], [], [], 15)[0]:
        shown += os.read(terminal, 1000)
    in_front.wait(10)
    os.close(terminal)
    assert shown == b"<done>"


@pytest.mark.parametrize("chosen", [Theme.DARK, Theme.LIGHT])
def test_a_theme_that_was_chosen_is_never_asked_about(chosen: Theme) -> None:
    assert fitting_theme(chosen, io.StringIO(), io.StringIO(), {"COLORFGBG": "0;15"}) is chosen


def test_keys_that_are_typed_while_it_answers_are_given_back_where_the_system_allows() -> None:
    _, result = Window(ASKS).ask(answering(b"\x1b]11;rgb:0000/0000/0000\x07ls", DA1))
    assert result.startswith("dark True ")
    assert result in ("dark True b''", "dark True b'ls'")
