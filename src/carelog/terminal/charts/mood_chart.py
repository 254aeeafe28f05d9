"""The moods of a period: a line chart on the left, and the days per level as bars on the right or below."""

from __future__ import annotations

from collections.abc import Iterator

from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, RenderResult
from rich.measure import Measurement
from rich.text import Text

from carelog.domain.mood import MoodWords
from carelog.domain.score import HIGHEST, LOWEST, SCORES
from carelog.domain.statistics.descriptive import level_of
from carelog.review.pages.trends import Trends
from carelog.terminal.charts.level_bars import LevelBars
from carelog.terminal.charts.line_chart import LineChart
from carelog.terminal.charts.time_axis import TimeAxis
from carelog.terminal.page import flow, measure, page_width
from carelog.terminal.user_text import shortened
from carelog.wording.pages import trends as trends_words

_ROWS_A_LEVEL = 2
_ROWS = _ROWS_A_LEVEL * (HIGHEST - LOWEST) + 1
_FEWEST_COLUMNS_FOR_BARS_BESIDE = 64
_GAP = 3
_NARROW_BARS, _WIDE_BARS = 14, 24
_LONGEST_WORD = 12


class MoodChart:
    """The moods of a period that has at least one, with the person's words for levels."""

    def __init__(self, trends: Trends, words: MoodWords) -> None:
        self.trends = trends
        self.words = words
        self.bars = LevelBars(trends.levels)

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        chart = self._chart(options)
        beside = page_width(options) >= _FEWEST_COLUMNS_FOR_BARS_BESIDE
        room = page_width(options)
        bars = (_WIDE_BARS if room > 100 else _NARROW_BARS) if beside else 0
        room -= bars + _GAP if beside else 0
        for number, line in enumerate(chart.lines(room, options)):
            level = HIGHEST - number // _ROWS_A_LEVEL
            if beside and number % _ROWS_A_LEVEL == 0:
                line.append(" " * _GAP).append_text(self.bars.bar(level, bars, options))
            line.rstrip()
            yield line
        yield from self._below(chart, room, options)
        if not beside:
            yield from self._bars_below(chart, options)

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        return measure(options)

    def _chart(self, options: ConsoleOptions) -> LineChart:
        names = {
            _ROWS_A_LEVEL * (HIGHEST - score): shortened(self.words.words[score - LOWEST], _LONGEST_WORD, options)
            for score in SCORES
        }
        return LineChart(
            self.trends.curve,
            LOWEST,
            HIGHEST,
            rows=_ROWS,
            names=names,
            edge=self.trends.quartiles,
            style=lambda mood: f"mood.{level_of(mood)}",
            ends=self._both_ends(),
        )

    def _both_ends(self) -> dict[int, tuple[float, float]]:
        """The lowest and highest score of days that were both low and high, by number, where a point is a day."""
        if self.trends.curve.spacing > 1:
            return {}
        both = ((number, each) for number, each in enumerate(self.trends.moods) if each.is_both(self.trends.scale))
        return {number: (min(each.scores), max(each.scores)) for number, each in both}

    def _below(self, chart: LineChart, room: int, options: ConsoleOptions) -> Iterator[Text]:
        axis = TimeAxis(self.trends.period, chart.columns(room))
        corner = "+" if options.ascii_only else "└"
        yield Text.assemble(" " * (chart.margin - 1), (corner, "quiet"), axis.line(options))
        if names := axis.names():
            yield Text.assemble(" " * chart.margin, names)
        yield from self._legend(chart, options)

    def _legend(self, chart: LineChart, options: ConsoleOptions) -> Iterator[Text]:
        ascii_only, spacing = options.ascii_only, self.trends.curve.spacing
        parts = [Text.assemble(("." if ascii_only else "⠆", "mood.4"), (f" {trends_words.POINT[spacing]}", "quiet"))]
        if any(value is not None for value in self.trends.curve.line):
            mark = "--" if ascii_only else "⠒⠒"
            parts.append(Text.assemble((mark, "heading"), (f" {trends_words.MIDDLE_OF[spacing]}", "quiet")))
        if self.trends.quartiles:
            parts.append(
                Text.assemble(("#" if ascii_only else "┃", "heading"), (f" {trends_words.MIDDLE_HALF}", "quiet"))
            )
        lines = flow(parts, page_width(options) - chart.margin)
        yield from (Text.assemble(" " * chart.margin, line) for line in lines)

    def _bars_below(self, chart: LineChart, options: ConsoleOptions) -> Iterator[Text]:
        yield Text()
        room = page_width(options) - chart.margin
        for level in reversed(SCORES):
            name = chart.names[_ROWS_A_LEVEL * (HIGHEST - level)]
            blanks = " " * (chart.margin - 2 - cell_len(name))
            yield Text.assemble((f"{blanks}{name}  ", "quiet"), self.bars.bar(level, min(room, _WIDE_BARS), options))
