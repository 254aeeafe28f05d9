"""Pages on a screen of their own, which the terminal forgets when they are left: nothing stays in its scrollback."""

from __future__ import annotations

import os
import re
import signal
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import partial
from typing import TextIO

from carelog.wording import own_screen as words

_ENTER_SCREEN, _LEAVE_SCREEN = "\x1b[?1049h", "\x1b[?1049l"
_CLEAR = "\x1b[2J\x1b[H"
_FORWARD = {b" ", b"\n", b"\r", b"f", b"\x1b[6~", b"\x1b[C"}
_DOWN, _UP = {b"j", b"\x1b[B", b"\x1bOB"}, {b"k", b"\x1b[A", b"\x1bOA"}
_BACK = {b"b", b"\x1b[5~", b"\x1b[D"}
_LEAVING = (b"q", b"Q", b"\x1b", b"")
ENTER = frozenset({b"\n", b"\r"})
"""The keys that leave a page whose end is seen."""

_KEY = re.compile(rb"\x1b\[[0-9;]*[A-Za-z~]|\x1bO[A-Z]|[\x00-\xff]")
_AT_ONCE = 64
_USUAL = (24, 80)


class View:
    """The part of a page that a screen of some height shows; its last line is for what the keys do."""

    def __init__(
        self,
        lines: Sequence[str],
        height: int,
        width: int = 80,
        end: str = words.END,
        leaving: Collection[bytes] = _LEAVING,
    ) -> None:
        self.lines = lines
        self.width = width
        self.end = end
        self.leaving = leaving
        self.room = max(height - 1, 1)
        self.top = 0

    @property
    def last(self) -> int:
        """The line that is on top when the end of the page is seen."""
        return max(len(self.lines) - self.room, 0)

    @property
    def shown(self) -> Sequence[str]:
        """The lines that are seen."""
        return self.lines[self.top : self.top + self.room]

    def go(self, key: bytes) -> bool:
        """Move as a key says; False when it says to leave: q, or Enter once the end is seen."""
        if key in self.leaving:
            return False
        if key in _FORWARD:
            if self.top >= self.last:
                return key not in ENTER
            self.top += max(self.room - 1, 1)
        self.top += (key in _DOWN) - (key in _UP) - (key in _BACK) * max(self.room - 1, 1)
        self.top = min(max(self.top, 0), self.last)
        return True

    def drawn(self) -> str:
        """The whole screen as a terminal takes it."""
        said = words.MORE if self.top < self.last else self.end
        body = "".join(f"{line}\n" for line in self.shown)
        return f"{_CLEAR}{body}{said[: self.width - 1]}"


def can_have_own_screen(stdin: TextIO, stdout: TextIO) -> bool:
    """Whether a person sits at a terminal that can change its screen, and can press keys."""
    if os.environ.get("TERM", "dumb") == "dumb" or not (stdin.isatty() and stdout.isatty()):
        return False
    try:
        import termios
    except ImportError:
        return False
    return hasattr(termios, "tcgetattr")


def show_on_own_screen(draw: Callable[[], Sequence[str]], stdin: TextIO, stdout: TextIO) -> None:
    """Show lines on a screen of their own until the person leaves. Raises what `look_through` raises."""
    with own_screen(stdout):
        look_through(draw, stdin, stdout)


@contextmanager
def own_screen(stdout: TextIO) -> Iterator[None]:
    """A screen that the terminal forgets when it is left."""
    _say(stdout, _ENTER_SCREEN)
    try:
        yield
    finally:
        _say(stdout, _LEAVE_SCREEN)


def look_through(
    draw: Callable[[], Sequence[str]],
    stdin: TextIO,
    stdout: TextIO,
    *,
    end: str = words.END,
    keys: Collection[bytes] = (),
) -> bytes:
    """Show lines until the person leaves, and the key by which they do; nothing for Ctrl-C.

    The lines are drawn anew when the window changes its size. `end` says what the keys do once the end is seen; `keys`
    leave too. Raises OSError when the terminal cannot be written to.
    """

    def begun() -> View:
        return View(draw(), *_size(stdout), end, (*_LEAVING, *keys))

    view = begun()

    def draw_again() -> None:
        nonlocal view
        top, view = view.top, begun()
        view.top = min(top, view.last)
        _say(stdout, view.drawn())

    pressed = b""
    with _keys(stdin, draw_again) as key, suppress(KeyboardInterrupt):
        _say(stdout, view.drawn())
        while view.go(pressed := key()):
            _say(stdout, view.drawn())
        return pressed
    return b""


def _say(stdout: TextIO, text: str) -> None:
    stdout.write(text)
    stdout.flush()


@contextmanager
def _keys(stdin: TextIO, resized: Callable[[], None]) -> Iterator[Callable[[], bytes]]:
    """Keys as they are pressed, without Enter and unseen; the terminal is then as it was."""
    import termios
    import tty

    descriptor = stdin.fileno()
    before = termios.tcgetattr(descriptor)
    handled = {
        signal.SIGWINCH: signal.signal(signal.SIGWINCH, lambda *_: resized()),
        signal.SIGTSTP: signal.signal(signal.SIGTSTP, signal.SIG_IGN),
    }
    tty.setcbreak(descriptor)
    try:
        yield partial(next, _pressed(descriptor), b"")
    finally:
        termios.tcsetattr(descriptor, termios.TCSADRAIN, before)
        for number, handler in handled.items():
            signal.signal(number, handler)


def _pressed(descriptor: int) -> Iterator[bytes]:
    """Key after key, also when several come at once, until there are no more."""
    while pressed := os.read(descriptor, _AT_ONCE):
        yield from _KEY.findall(pressed)


def _size(stdout: TextIO) -> tuple[int, int]:
    """The lines and columns of the window."""
    try:
        size = os.get_terminal_size(stdout.fileno())
    except (OSError, ValueError):
        return _USUAL
    return (size.lines, size.columns) if size.lines and size.columns else _USUAL
