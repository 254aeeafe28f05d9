r"""Leaving at once: Ctrl-\ ends whatever carelog is doing and takes it off the screen."""

from __future__ import annotations

import os
import signal
import sys
from contextlib import suppress

LEFT_AT_ONCE = 130
_MAIN_SCREEN, _CLEARED, _NO_TITLE = "\x1b[?25h\x1b[0m\x1b[?1049l", "\x1b[2J\x1b[3J\x1b[H", "\x1b]2;\x07"
CLEARED = f"{_MAIN_SCREEN}{_CLEARED}{_NO_TITLE}"
"""Leave the screen of a page, clear the window and, where the terminal lets it, its scrollback, and drop the title."""


def be_ready_to_leave() -> None:
    r"""Let Ctrl-\ leave at once, where carelog runs in a terminal.

    What was saved is saved, and what was not is as if it had never been written: a journal survives that at any moment.
    """
    terminals = [stream.fileno() for stream in (sys.stdout, sys.stderr) if _is_terminal(stream)]
    if not terminals or not hasattr(signal, "SIGQUIT"):
        return
    import termios

    screen = terminals[0]
    with suppress(termios.error):
        before = termios.tcgetattr(screen)

        def leave(*_: object) -> None:
            with suppress(OSError, termios.error):
                os.write(screen, CLEARED.encode())
                termios.tcsetattr(screen, termios.TCSANOW, before)
            os._exit(LEFT_AT_ONCE)

        signal.signal(signal.SIGQUIT, leave)


def _is_terminal(stream: object) -> bool:
    try:
        return bool(stream.isatty()) and stream.fileno() >= 0  # type: ignore[attr-defined]
    except (AttributeError, OSError, ValueError):
        return False
