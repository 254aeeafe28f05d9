"""One screen after the other, at the person's own pace: Enter goes on; q, Ctrl-D or Ctrl-C leaves."""

from __future__ import annotations

import os
import sys

from carelog.crisis import words
from carelog.crisis.screen import show

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

_LEAVE = "q"


def can_wait() -> bool:
    """Whether both standard input and output are a terminal."""
    try:
        return sys.stdout.isatty() and sys.stdin.isatty()
    except (AttributeError, ValueError):
        return False


def walk(screens: Iterable[str]) -> None:
    """Show the screens, waiting for Enter before each but the first, until the person leaves."""
    for place, screen in enumerate(screens):
        if place:
            show(f"{words.NEXT_OR_LEAVE.format(key=_LEAVE)} ")
            typed = _typed()
            if not typed.endswith(b"\n"):
                show("\n")
            if not typed or typed.strip().lower().startswith(_LEAVE.encode()):
                return
            show("\n")
        show(screen)


def _typed() -> bytes:
    """The line that was typed; empty for leaving. If the keyboard cannot be read, as if Enter was pressed."""
    try:
        os.set_blocking(sys.stdin.fileno(), True)
        return os.read(sys.stdin.fileno(), 1024)
    except KeyboardInterrupt:
        return b""
    except (AttributeError, OSError, ValueError):
        return b"\n"
