"""A chart of values over time: a point for each value, a line through their middle, and a gap where none is known."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, RenderResult
from rich.measure import Measurement
from rich.text import Text

from carelog.domain.statistics.descriptive import median
from carelog.review.days.curves import Curve
from carelog.terminal.charts.braille import Drawing, Ink
from carelog.terminal.page import page_width

_FEWEST_COLUMNS = 8
_MOST_COLUMNS_PER_POINT = 2
"""A young journal has a narrow chart that grows."""

_AXIS_WIDTH = 2


class LineChart:
    """A curve on a scale from `low` to `high`, drawn in `rows` rows of characters.

    `names` are the labels beside rows, counted from 0 at the top. `edge` is a band of values, low and high: beside its
    rows the frame is heavy on both sides. `style` gives the style of points at a value. The line joins neighbouring
    points only. `ends` are points, by their number, that are drawn as two, one low and one high, not in their middle.
    """

    def __init__(
        self,
        curve: Curve,
        low: float,
        high: float,
        *,
        rows: int,
        names: Mapping[int, str],
        edge: tuple[float, float] | None = None,
        style: Callable[[float], str] = lambda _: "quiet",
        ends: Mapping[int, tuple[float, float]] | None = None,
    ) -> None:
        self.curve = curve
        self.low = low
        self.high = high
        self.rows = rows
        self.names = names
        self.edge = edge
        self.style = style
        self.ends = ends or {}

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        yield from self.lines(page_width(options), options)

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        return Measurement(min(self.margin + _FEWEST_COLUMNS, options.max_width), page_width(options))

    @property
    def margin(self) -> int:
        """The columns left of the drawing: the names and the axis."""
        return max(map(cell_len, self.names.values()), default=0) + _AXIS_WIDTH

    def columns(self, room: int) -> int:
        """How many columns the drawing itself takes when the chart may take `room` columns."""
        room -= self.margin + (1 if self.edge else 0)
        return max(min(room, _MOST_COLUMNS_PER_POINT * len(self.curve.points)), 1)

    def lines(self, room: int, options: ConsoleOptions) -> Iterator[Text]:
        """The rows of the chart from the top, all of the same width, at most `room` columns."""
        drawing = self._drawn(self.columns(room), options)
        for number in range(self.rows):
            name = self.names.get(number, "")
            line = Text.assemble((" " * (self.margin - _AXIS_WIDTH - cell_len(name)) + name + " ", "quiet"))
            line.append_text(self._axis(number, options))
            for mark, ink in drawing.row(number):
                line.append(mark, style=self._ink_style(number, ink))
            if self.edge:
                line.append_text(self._axis(number, options) if self._is_in_band(number) else Text(" "))
            yield line

    def value(self, row: int) -> float:
        """The value in the middle of a row."""
        return self.high - (self.high - self.low) * row / max(self.rows - 1, 1)

    def _drawn(self, columns: int, options: ConsoleOptions) -> Drawing:
        drawing = Drawing(columns, self.rows, ascii_only=options.ascii_only)
        for number, x, middle in _with_x(self.curve.points, drawing.width):
            for value in self.ends.get(number, (middle,)):
                drawing.point(x, drawing.y(self._share(value)))
        for stretch in _stretches(self.curve.line, drawing.width):
            x, y = stretch[0][0], drawing.y(self._share(stretch[0][1]))
            for to_x, value in stretch:
                to_y = drawing.y(self._share(value))
                drawing.stroke(x, y, to_x, to_y)
                x, y = to_x, to_y
        return drawing

    def _axis(self, row: int, options: ConsoleOptions) -> Text:
        thin, heavy = ("|", "#") if options.ascii_only else ("│", "┃")
        return Text(heavy, style="heading") if self._is_in_band(row) else Text(thin, style="quiet")

    def _is_in_band(self, row: int) -> bool:
        return self.edge is not None and self._row(self.edge[1]) <= row <= self._row(self.edge[0])

    def _row(self, value: float) -> int:
        return round(self._share(value) * (self.rows - 1))

    def _share(self, value: float) -> float:
        """How far a value lies below the highest value of the scale: 0 at the top, 1 at the bottom."""
        span = self.high - self.low
        return (self.high - value) / span if span else 0.5

    def _ink_style(self, row: int, ink: Ink) -> str:
        if ink is Ink.NONE:
            return ""
        return self.style(self.value(row)) if ink is Ink.DOTS else "heading"


def _with_x(values: Sequence[float | None], width: int) -> Iterator[tuple[int, int, float]]:
    """The known values, each behind its number and its x coordinate in a drawing `width` dots wide."""
    for number, value in enumerate(values):
        if value is not None:
            yield number, number * width // len(values), value


def _stretches(values: Sequence[float | None], width: int) -> list[list[tuple[int, float]]]:
    """The known values in unbroken stretches, from left to right; values with the same x become their median."""
    stretches: list[dict[int, list[float]]] = []
    joined = False
    for number, value in enumerate(values):
        if value is not None:
            if not joined:
                stretches.append({})
            stretches[-1].setdefault(number * width // len(values), []).append(value)
        joined = value is not None
    return [[(x, median(same_x)) for x, same_x in stretch.items()] for stretch in stretches]
