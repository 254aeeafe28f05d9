"""A text that has its lines already, as a terminal of any width shows it."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Console, ConsoleOptions, RenderResult
from rich.measure import Measurement
from rich.text import Text

from carelog.domain.text import clean
from carelog.terminal.page import measure
from carelog.terminal.user_text import spelled


class TextPage:
    """Lines as they are; one that is longer than the window goes on on the next."""

    def __init__(self, text: str) -> None:
        self._lines = clean(text).split("\n")

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Draw the lines."""
        yield from (Text(spelled(line, options.encoding)) for line in self._lines)

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        """The columns that lines can do with."""
        return measure(options)

    def sentences(self) -> Iterator[str]:
        """The lines, for they are words alone."""
        yield from self._lines
