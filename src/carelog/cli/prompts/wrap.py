"""Lines for a person who is being asked: beside the answer, broken between words where the window ends."""

from __future__ import annotations

import os
import re
import shutil
import sys
import textwrap
from collections.abc import Iterable
from typing import TYPE_CHECKING

from carelog.cli.runtime.streams import say_beside

if TYPE_CHECKING:
    from carelog.cli.runtime.context import Context

_WIDEST = 80
_WITHIN_NUMBER = re.compile(r"(?<=\d) (?=\d)")
_CLEAR = "\x1b[2J\x1b[H"


def show_lines(lines: Iterable[str], *, hanging: int = 0) -> None:
    """Say lines; what goes on on the next one is indented as its line is, and `hanging` columns more.

    Numbers to call stay in one piece.
    """
    columns = max(min(shutil.get_terminal_size().columns, _WIDEST), 10)
    for line in lines:
        inner = " " * min(len(line) - len(line.lstrip()) + hanging, columns // 2)
        whole = _WITHIN_NUMBER.sub("\N{NO-BREAK SPACE}", line)
        parts = textwrap.wrap(whole, columns, subsequent_indent=inner, break_on_hyphens=False, break_long_words=False)
        say_beside("\n".join(parts).replace("\N{NO-BREAK SPACE}", " "))


def new_screen(context: Context) -> None:
    """Begin a new screen, unless words alone are wanted or the terminal cannot."""
    if not context.plain and os.environ.get("TERM") != "dumb" and sys.stderr.isatty():
        sys.stderr.write(_CLEAR)
