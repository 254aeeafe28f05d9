"""A small chart for each tracker, each with its own scale, side by side where there is room."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, RenderResult
from rich.measure import Measurement
from rich.text import Text

from carelog.review.pages.trends import TrackerTrend
from carelog.terminal.charts.line_chart import LineChart
from carelog.terminal.page import measure, page_width
from carelog.terminal.user_text import shortened
from carelog.wording.counts import figures
from carelog.wording.pages import trends as trends_words

_ROWS = 3
_GAP = 3
_FEWEST_COLUMNS = 34
_MOST_SIDE_BY_SIDE = 3
_LONGEST_NUMBER = 7


class SmallMultiples:
    """The readings of trackers over one period: name, range, median and number of days above a chart of three rows."""

    def __init__(self, trackers: Sequence[TrackerTrend]) -> None:
        self.trackers = trackers

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        fitting = (page_width(options) + _GAP) // (_FEWEST_COLUMNS + _GAP)
        per_row = max(min(fitting, _MOST_SIDE_BY_SIDE, len(self.trackers)), 1)
        room = (page_width(options) - (per_row - 1) * _GAP) // per_row
        for start in range(0, len(self.trackers), per_row):
            if start:
                yield Text()
            blocks = [list(_block(each, room, options)) for each in self.trackers[start : start + per_row]]
            for parts in zip(*blocks, strict=True):
                yield _side_by_side(parts, room)

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        return measure(options)


def readings_summary(each: TrackerTrend) -> str:
    """The range and median of a tracker's readings, and on how many days there is one."""
    show = each.tracker.show
    return trends_words.tracker_range(
        figures(each.lowest), show(each.lowest), show(each.highest), show(each.median), each.days
    )


def _block(each: TrackerTrend, room: int, options: ConsoleOptions) -> Iterator[Text]:
    yield Text(shortened(each.tracker.name, room, options))
    yield Text(shortened(readings_summary(each), room, options), style="quiet")
    yield from _chart(each, options).lines(room, options)


def _chart(each: TrackerTrend, options: ConsoleOptions) -> LineChart:
    ends = {0: each.highest, _ROWS - 1: each.lowest} if each.lowest < each.highest else {_ROWS // 2: each.lowest}
    names = {row: shortened(figures(value), _LONGEST_NUMBER, options) for row, value in ends.items()}
    return LineChart(each.curve, each.lowest, each.highest, rows=_ROWS, names=names, style=lambda _: "kept")


def _side_by_side(parts: Sequence[Text], room: int) -> Text:
    line = Text()
    for number, part in enumerate(parts):
        line.append(" " * (number * (room + _GAP) - cell_len(line.plain))).append_text(part)
    line.rstrip()
    return line
