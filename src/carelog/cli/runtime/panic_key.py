r"""The panic key: Ctrl-\ ends carelog at once and clears the terminal."""

from __future__ import annotations

import os
import signal
import sys
from contextlib import suppress

_EXIT_NUMBER = 130
_MAIN_SCREEN, _CLEAR, _NO_TITLE = "\x1b[?25h\x1b[0m\x1b[?1049l", "\x1b[2J\x1b[3J\x1b[H", "\x1b]2;\x07"
_CLEAR_TERMINAL = f"{_MAIN_SCREEN}{_CLEAR}{_NO_TITLE}"
"""Leave the alternate screen, clear the window, its scrollback where the terminal allows that, and the title."""


def install_panic_key() -> None:
    r"""Let Ctrl-\ clear the terminal and end carelog at once; without a terminal the key stays as it was.

    This is safe at any moment: the journal holds every change that was saved, and nothing of one that was not.
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
                os.write(screen, _CLEAR_TERMINAL.encode())
                termios.tcsetattr(screen, termios.TCSANOW, before)
            os._exit(_EXIT_NUMBER)

        signal.signal(signal.SIGQUIT, leave)


def _is_terminal(stream: object) -> bool:
    try:
        return bool(stream.isatty()) and stream.fileno() >= 0  # type: ignore[attr-defined]
    except (AttributeError, OSError, ValueError):
        return False
