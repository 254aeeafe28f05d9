"""Lines around a question: written to stderr, on a screen of their own where the terminal can be cleared."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING

from carelog.cli.runtime.streams import say_on_stderr

if TYPE_CHECKING:
    from carelog.cli.runtime.context import Context

_CLEAR = "\x1b[2J\x1b[H"


def show_lines(lines: Iterable[str], *, hanging: int = 0) -> None:
    """Write lines to stderr; where one is wrapped, the rest is indented as it is, and `hanging` columns more."""
    for line in lines:
        say_on_stderr(line, hanging=hanging)


def new_screen(context: Context) -> None:
    """Clear the screen, unless plain output is wanted or the terminal cannot do it."""
    if not context.plain and os.environ.get("TERM") != "dumb" and sys.stderr.isatty():
        sys.stderr.write(_CLEAR)
