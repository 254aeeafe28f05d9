"""Writing pages to a stream. Every Rich console is made here, so that no text is ever read as markup."""

from __future__ import annotations

import os
import sys
from typing import TextIO

from rich.console import Console

from carelog.domain.text import clean
from carelog.settings import Theme
from carelog.terminal.page import WIDEST, Page
from carelog.terminal.palette import palette
from carelog.terminal.user_text import encodable
from carelog.terminal.word_wrap import said

_FEWEST_COLUMNS, _USUAL_COLUMNS = 20, 80
_LINES = 24
_COLOR = "38;"
"""What every escape sequence for a colour of a palette has."""


def show(
    page: Page,
    *,
    plain: bool = False,
    theme: Theme = Theme.AUTO,
    stream: TextIO | None = None,
    stdin: TextIO | None = None,
) -> None:
    """Write a page to a stream, by default to standard output: drawn, or with `plain` as sentences.

    With `stdin` the terminal may be asked which theme fits it. Raises OSError when the stream cannot be written to.
    """
    out = stream or sys.stdout
    if plain:
        encoding = make_console(out, theme).encoding
        lines = (encodable(clean(sentence), encoding) for sentence in page.sentences())
        out.writelines(f"{said(line, out) if out.isatty() else line}\n" for line in lines)
        return
    out.write(render_page(page, theme_for(page, theme, stdin, out) if stdin else theme, out))


def theme_for(page: Page, theme: Theme, stdin: TextIO, out: TextIO) -> Theme:
    """The theme of a page on a terminal. For AUTO the terminal is asked, but only about a page that has colours."""
    if theme is not Theme.AUTO or not out.isatty() or _COLOR not in render_page(page, Theme.DARK, out):
        return theme
    from carelog.terminal.background import fitting_theme

    return fitting_theme(theme, stdin, out, os.environ)


def render_page(page: Page, theme: Theme, stream: TextIO) -> str:
    """The page as text for a stream, with its escape sequences, as wide as its terminal is now."""
    console = make_console(stream, theme)
    with console.capture() as captured:
        console.print(page, width=min(console.width, WIDEST))
    return captured.get()


def make_console(stream: TextIO, theme: Theme = Theme.AUTO, columns: int | None = None) -> Console:
    """A Rich console that never interprets text; colours and columns come from the environment and the stream.

    `columns` overrides the width.
    """
    console = Console(
        file=stream,
        markup=False,
        emoji=False,
        highlight=False,
        force_jupyter=False,
        width=columns or _columns_from_environment(),
        height=_LINES,
    )
    console.push_theme(palette(theme, console.color_system))
    return console


def _columns_from_environment() -> int | None:
    """The width that COLUMNS asks for, within reason; None, for the terminal's own width, when it is not a number."""
    columns = os.environ.get("COLUMNS", "")
    if not columns.isdigit():
        return None
    wanted = int(columns) if columns.isascii() and len(columns) < 5 else 0
    return max(wanted, _FEWEST_COLUMNS) if wanted else _USUAL_COLUMNS
