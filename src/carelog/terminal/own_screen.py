"""A pager on the terminal's alternate screen, so that nothing of a page stays in the scrollback."""

from __future__ import annotations

import os
import re
import signal
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import partial
from typing import TextIO

from rich.console import Console
from rich.text import Text

from carelog.wording.pages import common as common_words

ENTER = frozenset({b"\n", b"\r"})
"""The keys that go forward, and leave a page once its end is visible."""

_ENTER_SCREEN, _LEAVE_SCREEN = "\x1b[?1049h", "\x1b[?1049l"
_CLEAR = "\x1b[2J\x1b[H"
_FORWARD = {b" ", *ENTER, b"f", b"\x1b[6~", b"\x1b[C"}
_DOWN, _UP = {b"j", b"\x1b[B", b"\x1bOB"}, {b"k", b"\x1b[A", b"\x1bOA"}
_BACK = {b"b", b"\x1b[5~", b"\x1b[D"}
_QUIT = (b"q", b"Q", b"\x1b", b"")
"""The keys that always leave; the empty one stands for the end of the input."""

_KEY = re.compile(rb"\x1b\[[0-9;]*[A-Za-z~]|\x1bO[A-Z]|[\x00-\xff]")
_READ_AT_ONCE = 64
_USUAL_SIZE = (24, 80)


class Pager:
    """The visible part of a page, `height` lines by `width` columns. Below it a footer explains the keys.

    `end` is the footer once the end of the page is visible; `quit_keys` leave at any time. A footer that is wider than
    the window has several lines, so that every key is seen.
    """

    def __init__(
        self,
        lines: Sequence[str],
        height: int,
        width: int = 80,
        end: str = common_words.KEYS_AT_END,
        quit_keys: Collection[bytes] = _QUIT,
    ) -> None:
        self.lines = lines
        self.quit_keys = quit_keys
        self.on_the_way, self.end = (_in_lines(keys, width - 1) for keys in (common_words.KEYS, end))
        self.room = max(height - max(len(self.on_the_way), len(self.end)), 1)
        self.top = 0

    @property
    def last(self) -> int:
        """The index of the top line when the end of the page is visible."""
        return max(len(self.lines) - self.room, 0)

    @property
    def shown(self) -> Sequence[str]:
        """The visible lines of the page."""
        return self.lines[self.top : self.top + self.room]

    def handle_key(self, key: bytes) -> bool:
        """Scroll as the key asks; False when it leaves the page: q at any time, Enter once the end is visible."""
        if key in self.quit_keys:
            return False
        if key in _FORWARD:
            if self.top >= self.last:
                return key not in ENTER
            self.top += max(self.room - 1, 1)
        self.top += (key in _DOWN) - (key in _UP) - (key in _BACK) * max(self.room - 1, 1)
        self.top = min(max(self.top, 0), self.last)
        return True

    def render(self) -> str:
        """The whole screen as text for the terminal, with the escape sequences that clear it first."""
        footer = self.on_the_way if self.top < self.last else self.end
        return _CLEAR + "\n".join([*self.shown, *footer])


def _in_lines(keys: str, width: int) -> list[str]:
    """What a footer says of the keys in lines of at most `width` columns."""
    return [
        line.plain
        for line in Text(keys).wrap(Console(width=width, markup=False, emoji=False, highlight=False), max(width, 1))
    ]


def can_have_own_screen(stdin: TextIO, stdout: TextIO) -> bool:
    """Whether both streams are a terminal that has an alternate screen and can be read key by key."""
    if os.environ.get("TERM", "dumb") == "dumb" or not (stdin.isatty() and stdout.isatty()):
        return False
    try:
        import termios
    except ImportError:
        return False
    return hasattr(termios, "tcgetattr")


def show_on_own_screen(draw: Callable[[], Sequence[str]], stdin: TextIO, stdout: TextIO) -> None:
    """Show lines in a pager on the alternate screen until the person leaves. Raises OSError as `run_pager` does."""
    with own_screen(stdout):
        run_pager(draw, stdin, stdout)


@contextmanager
def own_screen(stdout: TextIO) -> Iterator[None]:
    """Switch to the alternate screen, and back at the end."""
    _write(stdout, _ENTER_SCREEN)
    try:
        yield
    finally:
        _write(stdout, _LEAVE_SCREEN)


def run_pager(
    draw: Callable[[], Sequence[str]],
    stdin: TextIO,
    stdout: TextIO,
    *,
    end: str = common_words.KEYS_AT_END,
    keys: Collection[bytes] = (),
) -> bytes:
    """Show lines until the person leaves, and return the key that left: empty for Ctrl-C.

    `draw` is called again when the window changes its size. `end` is the footer once the end is visible; `keys` leave
    at any time, beside q. Raises OSError when the terminal cannot be written to.
    """

    def new_pager() -> Pager:
        return Pager(draw(), *_size(stdout), end, (*_QUIT, *keys))

    pager = new_pager()

    def redraw() -> None:
        nonlocal pager
        top, pager = pager.top, new_pager()
        pager.top = min(top, pager.last)
        _write(stdout, pager.render())

    with _key_by_key(stdin, redraw) as next_key, suppress(KeyboardInterrupt):
        _write(stdout, pager.render())
        while pager.handle_key(key := next_key()):
            _write(stdout, pager.render())
        return key
    return b""


def _write(stdout: TextIO, text: str) -> None:
    stdout.write(text)
    stdout.flush()


@contextmanager
def _key_by_key(stdin: TextIO, on_resize: Callable[[], None]) -> Iterator[Callable[[], bytes]]:
    """Put the terminal into cbreak mode and yield a function that waits for the next key; restore the mode at the end.

    Ctrl-Z is ignored meanwhile, so that no page stays on the screen while the shell is in front.
    """
    import termios
    import tty

    descriptor = stdin.fileno()
    mode = termios.tcgetattr(descriptor)
    handlers = {
        signal.SIGWINCH: signal.signal(signal.SIGWINCH, lambda *_: on_resize()),
        signal.SIGTSTP: signal.signal(signal.SIGTSTP, signal.SIG_IGN),
    }
    tty.setcbreak(descriptor)
    try:
        yield partial(next, _pressed(descriptor), b"")
    finally:
        termios.tcsetattr(descriptor, termios.TCSADRAIN, mode)
        for number, handler in handlers.items():
            signal.signal(number, handler)


def _pressed(descriptor: int) -> Iterator[bytes]:
    """The keys one by one, also when several arrive at once, until the end of the input."""
    while pressed := os.read(descriptor, _READ_AT_ONCE):
        yield from _KEY.findall(pressed)


def _size(stdout: TextIO) -> tuple[int, int]:
    """The lines and columns of the window, or a usual size where the terminal does not say."""
    try:
        size = os.get_terminal_size(stdout.fileno())
    except (OSError, ValueError):
        return _USUAL_SIZE
    return (size.lines, size.columns) if size.lines and size.columns else _USUAL_SIZE
