"""The interface of every page: it can be drawn at any width, and spoken as sentences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

from rich.console import Console, ConsoleOptions, RenderResult
from rich.measure import Measurement
from rich.text import Text

from carelog.domain.text import clean_line
from carelog.wording.punctuation import ended

NARROWEST, WIDEST = 40, 120
"""The columns that pages are made for: longer lines are hard to read, on narrower terminals lines wrap."""
_COMMAND = ": carelog "


class Page(Protocol):
    """A page that a terminal can show."""

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Draw the page as wide as the options say. What a colour says has to be visible without colours too."""

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        """The fewest columns that the page needs, and the most it uses."""

    def sentences(self) -> Iterator[str]:
        """The same facts as sentences, in a good order for a screen reader."""


def sentence(text: str) -> str:
    """Cleaned text on one line, with a full stop unless it has an end of its own or ends in a command to copy."""
    line = clean_line(text)
    return line if _COMMAND in line else ended(line)


def after_blank_line(lines: Sequence[Text]) -> Iterator[Text]:
    """The lines with a blank line before them; no line at all when there are none."""
    if lines:
        yield Text()
    yield from lines


def flow(parts: Iterable[Text], room: int, gap: int = 3) -> Iterator[Text]:
    """The parts in lines of at most `room` columns, as many on each as fit, `gap` columns between them."""
    line = Text()
    for part in parts:
        if line and line.cell_len + gap + part.cell_len > room:
            yield line
            line = Text()
        line.append(" " * gap if line else "").append_text(part)
    if line:
        yield line


def page_width(options: ConsoleOptions) -> int:
    """How many of the available columns a page uses."""
    return min(options.max_width, WIDEST)


def measure(options: ConsoleOptions, least: int = NARROWEST) -> Measurement:
    """The measurement of a page: it can be as narrow as `least` columns and as wide as the terminal."""
    return Measurement(min(least, options.max_width), page_width(options))
