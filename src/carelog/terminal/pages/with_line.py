"""A page with one quiet line below it, such as what is not set yet."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Console, ConsoleOptions, RenderResult
from rich.measure import Measurement

from carelog.terminal.page import Page, after_blank_line, measure
from carelog.terminal.user_text import paragraph


class PageWithLine:
    """A page, and the line that ends it; the line may end in a command to copy, so no full stop is put behind it."""

    def __init__(self, page: Page, line: str) -> None:
        self.page = page
        self.line = line

    def sentences(self) -> Iterator[str]:
        """The sentences of the page, and the line."""
        yield from self.page.sentences()
        yield self.line

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        yield self.page
        yield from after_blank_line(list(paragraph(self.line, console, options, "quiet")))

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        return measure(options)
