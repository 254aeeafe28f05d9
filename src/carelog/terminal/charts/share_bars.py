"""Shares of days as bars of equal length, each filled in proportion to its share."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, RenderResult
from rich.measure import Measurement
from rich.text import Text

from carelog.terminal.page import measure, page_width
from carelog.terminal.user_text import shortened
from carelog.wording.counts import part_of

_GAP = "  "
_LONGEST, _SHORTEST = 30, 8
_FULL, _EMPTY = "━", "·"
_FULL_IN_ASCII, _EMPTY_IN_ASCII = "=", "."


class ShareBars:
    """Shares as (label, days, out of how many days); the exact counts stand beside the bars."""

    def __init__(self, shares: Sequence[tuple[str, int, int]]) -> None:
        self.shares = shares

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        yield from self.lines(options)

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        return measure(options)

    def lines(self, options: ConsoleOptions) -> Iterator[Text]:
        """One line per share. On a narrow page long labels are shortened before bars are."""
        counts = self._counts()
        room = page_width(options) - max(map(len, counts)) - 3 * len(_GAP)
        labels = [shortened(label, max(room - _SHORTEST, 1), options) for label, _, _ in self.shares]
        widest = max(map(cell_len, labels))
        columns = max(min(room - widest, _LONGEST), 1)
        for label, count, (_, days, of) in zip(labels, counts, self.shares, strict=True):
            padding = " " * (widest - cell_len(label))
            yield Text.assemble(_GAP, label, padding, _GAP, _bar(days, of, columns, options), _GAP, count)

    def _counts(self) -> list[str]:
        days_width = max(len(str(days)) for _, days, _ in self.shares)
        of_width = max(len(str(of)) for _, _, of in self.shares)
        return [part_of(f"{days:>{days_width}}", f"{of:>{of_width}}") for _, days, of in self.shares]


def _bar(days: int, of: int, columns: int, options: ConsoleOptions) -> Text:
    """A bar that is empty only for no day at all, and full only for all days, whatever rounding would say."""
    filled = round(columns * days / of)
    if 0 < days < of:
        filled = min(max(filled, 1), max(columns - 1, 1))
    full, empty = (_FULL_IN_ASCII, _EMPTY_IN_ASCII) if options.ascii_only else (_FULL, _EMPTY)
    return Text.assemble((full * filled, "kept"), (empty * (columns - filled), "quiet"))
