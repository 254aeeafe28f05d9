"""The one place where consoles are made, and where pages meet the stream they are shown on."""

from __future__ import annotations

import os
import sys
from typing import TextIO

from rich.console import Console

from carelog.domain.text import clean
from carelog.settings import Theme
from carelog.terminal.page import WIDEST, Page
from carelog.terminal.palette import palette
from carelog.terminal.user_text import spelled

_FEWEST_COLUMNS, _USUAL_COLUMNS = 20, 80
_LINES = 24


def show(page: Page, *, plain: bool = False, theme: Theme = Theme.AUTO, stream: TextIO | None = None) -> None:
    """Write a page to a stream, standard output unless another is given: drawn, or with `plain` in sentences.

    Raises OSError when the stream cannot be written to.
    """
    out = stream or sys.stdout
    if plain:
        encoding = make_console(out, theme).encoding
        out.writelines(f"{spelled(clean(sentence), encoding)}\n" for sentence in page.sentences())
        return
    out.write(drawn(page, theme, out))


def drawn(page: Page, theme: Theme, stream: TextIO) -> str:
    """A page as a stream shows it, in the columns it has now."""
    console = make_console(stream, theme)
    with console.capture() as captured:
        console.print(page, width=min(console.width, WIDEST))
    return captured.get()


def make_console(stream: TextIO, theme: Theme = Theme.AUTO, columns: int | None = None) -> Console:
    """A console that shows text as it is, and takes colours and columns from the environment and the stream."""
    console = Console(
        file=stream,
        markup=False,
        emoji=False,
        highlight=False,
        force_jupyter=False,
        width=columns or _asked_columns(),
        height=_LINES,
    )
    console.push_theme(palette(theme, console.color_system))
    return console


def _asked_columns() -> int | None:
    """What COLUMNS asks for, within reason; None where it is not a number and the terminal is to be asked."""
    columns = os.environ.get("COLUMNS", "")
    if not columns.isdigit():
        return None
    asked = int(columns) if columns.isascii() and len(columns) < 5 else 0
    return max(asked, _FEWEST_COLUMNS) if asked else _USUAL_COLUMNS
