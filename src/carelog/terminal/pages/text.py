"""A text that is already in lines, as a page."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Console, ConsoleOptions, RenderResult
from rich.measure import Measurement
from rich.text import Text

from carelog.domain.text import clean
from carelog.terminal.page import measure
from carelog.terminal.user_text import encodable


class TextPage:
    """The lines of a text; the terminal wraps those that are too long for it."""

    def __init__(self, text: str) -> None:
        self._lines = clean(text).split("\n")

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        yield from (Text(encodable(line, options.encoding)) for line in self._lines)

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        return measure(options)

    def sentences(self) -> Iterator[str]:
        """The same lines."""
        yield from self._lines
