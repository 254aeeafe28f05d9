"""Lines around a question: written to stderr, and wrapped between words at the width of the window."""

from __future__ import annotations

import os
import re
import shutil
import sys
import textwrap
from collections.abc import Iterable
from typing import TYPE_CHECKING

from carelog.cli.runtime.streams import say_on_stderr

if TYPE_CHECKING:
    from carelog.cli.runtime.context import Context

_WIDEST = 80
_WITHIN_NUMBER = re.compile(r"(?<=\d) (?=\d)")
_CLEAR = "\x1b[2J\x1b[H"


def show_lines(lines: Iterable[str], *, hanging: int = 0) -> None:
    """Write lines to stderr; where one is wrapped, the rest is indented as it is, and `hanging` columns more.

    A phone number is never broken.
    """
    columns = max(min(shutil.get_terminal_size().columns, _WIDEST), 10)
    for line in lines:
        inner = " " * min(len(line) - len(line.lstrip()) + hanging, columns // 2)
        whole = _WITHIN_NUMBER.sub("\N{NO-BREAK SPACE}", line)
        parts = textwrap.wrap(whole, columns, subsequent_indent=inner, break_on_hyphens=False, break_long_words=False)
        say_on_stderr("\n".join(parts).replace("\N{NO-BREAK SPACE}", " "))


def new_screen(context: Context) -> None:
    """Clear the screen, unless plain output is wanted or the terminal cannot do it."""
    if not context.plain and os.environ.get("TERM") != "dumb" and sys.stderr.isatty():
        sys.stderr.write(_CLEAR)
