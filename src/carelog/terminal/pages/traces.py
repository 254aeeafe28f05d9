"""The traces of carelog on this computer: the files it wrote, and what it cannot know about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import Console, ConsoleOptions, RenderResult
from rich.measure import Measurement
from rich.text import Text

from carelog.domain.outside_text import shown_path
from carelog.domain.trace import Trace
from carelog.terminal.page import measure, page_width, sentence
from carelog.terminal.user_text import paragraph, wrapped
from carelog.wording.pages import traces as words
from carelog.wording.punctuation import labelled

_INDENT = 2


class TracesPage:
    """Each path with what its file would tell a stranger; then traces that carelog cannot know about."""

    def __init__(self, traces: Sequence[Trace], unknown: Sequence[str]) -> None:
        self.traces = traces
        self.unknown = unknown

    def sentences(self) -> Iterator[str]:
        """One sentence per file, and one for each trace that carelog cannot know about."""
        if not self.traces:
            yield words.NONE
        yield from (sentence(labelled(shown_path(trace.path), words.tells(trace))) for trace in self.traces)
        if self.traces:
            yield words.OUTSIDE
        yield from (sentence(labelled(words.UNKNOWN_HEADING, each)) for each in self.unknown)

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        yield from paragraph(words.HEADING if self.traces else words.NONE, console, options, "heading")
        for trace in self.traces:
            yield from paragraph(shown_path(trace.path), console, options)
            yield from _indented(words.tells(trace), console, options)
        if self.traces:
            yield from paragraph(words.OUTSIDE, console, options)
        yield Text()
        yield from paragraph(words.UNKNOWN_HEADING, console, options, "heading")
        for each in self.unknown:
            yield from _indented(each, console, options)

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        return measure(options)


def _indented(text: str, console: Console, options: ConsoleOptions) -> Iterator[Text]:
    room = max(page_width(options) - _INDENT, 1)
    return (Text(" " * _INDENT + line, style="quiet") for line in wrapped(text, room, console, options))
