"""What every page can do: be drawn at any width, and be said in sentences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

from rich.console import Console, ConsoleOptions, RenderResult
from rich.measure import Measurement
from rich.text import Text

from carelog.domain.text import clean_line

NARROWEST, WIDEST = 40, 120
"""Between these columns a page is drawn; wider lines are hard to read, narrower ones wrap."""
_COMMAND = ": carelog "


class Page(Protocol):
    """Something that a terminal shows."""

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Draw the page in the width of the options, with shapes before colours."""

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        """The columns the page can do with."""

    def sentences(self) -> Iterator[str]:
        """The same facts in sentences, in an order that a screen reader reads well."""


def sentence(text: str) -> str:
    """Text, cleaned, as one line that ends as a sentence does; a command to be copied keeps its own end."""
    line = clean_line(text)
    ended = line.endswith((".", "!", "?", "…", ":")) or _COMMAND in line
    return line if ended else f"{line}."


def apart(lines: Sequence[Text]) -> Iterator[Text]:
    """Lines with a blank one before them; nothing where there is none."""
    if lines:
        yield Text()
    yield from lines


def flowing(parts: Iterable[Text], room: int, gap: int = 3) -> Iterator[Text]:
    """Parts side by side, as many on each line as `room` has columns for."""
    line = Text()
    for part in parts:
        if line and line.cell_len + gap + part.cell_len > room:
            yield line
            line = Text()
        line.append(" " * gap if line else "").append_text(part)
    if line:
        yield line


def page_width(options: ConsoleOptions) -> int:
    """The columns a page uses of those there are."""
    return min(options.max_width, WIDEST)


def measure(options: ConsoleOptions, least: int = NARROWEST) -> Measurement:
    """What pages answer when they are asked how wide they are."""
    return Measurement(min(least, options.max_width), page_width(options))
