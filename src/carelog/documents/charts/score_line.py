"""The totals of a questionnaire over a period as a line, with its published bands in the background."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from datetime import date

from carelog.documents.blocks import Chart, Table
from carelog.documents.charts.canvas import ACCENT, BANDS, INK, Canvas, Point
from carelog.documents.charts.time_scale import TimeScale
from carelog.wording.pages import charts as words

_LEFT, _RIGHT, _TOP, _BOTTOM = 22, 86, 8, 18
_WIDTH_OF_A_NUMBER = 14

Band = tuple[int, int, str]
"""The lowest and the highest total of a band, and its published name."""


def score_line(
    name: str,
    bands: Sequence[Band],
    scores: Sequence[tuple[date, int]],
    first: date,
    last: date,
    *,
    width: float = 255,
    height: float = 74,
) -> Chart:
    """The chart of the totals, by day, from `first` to `last`; the bands come lowest first."""
    canvas = Canvas(width, height)
    least, most = bands[0][0], bands[-1][1]
    days = TimeScale(first, last, _LEFT + 8, width - _RIGHT - 8)
    scale = (height - _TOP - _BOTTOM) / (most - least)

    def y(total: float) -> float:
        return _TOP + (most - total) * scale

    for number, (start, end, text) in enumerate(bands):
        top = y(min(end + 1, most))
        ground = BANDS[number * (len(BANDS) - 1) // max(len(bands) - 1, 1)]
        canvas.box((_LEFT, top), width - _LEFT - _RIGHT, y(start) - top, ground)
        canvas.words((width - _RIGHT + 5, (top + y(start)) / 2 + 3), text, size=8.5)
        canvas.words((_LEFT - 4, y(start) + 3), str(start), size=8.5, anchor="end")
    canvas.line((_LEFT, y(least)), (width - _RIGHT, y(least)))
    days.draw(canvas, height - 4)
    points = [(days.x(day), y(total)) for day, total in scores]
    if len(points) > 1:
        canvas.path(points, ACCENT, 1.6)
    for point in points:
        canvas.dot(point, 2.8, "#ffffff", ACCENT)
    for (x, y_of_total), total in _labelled(points, scores):
        canvas.words((x, max(y_of_total - 6, 7)), str(total), color=INK, anchor="middle", bold=True)
    rows = tuple((day.isoformat(), str(total), _band(bands, total)) for day, total in scores)
    table = Table(name, (words.DAY, words.TOTAL, words.BAND), rows, frozenset({0, 2}))
    sentences = [words.score(day, total, _band(bands, total)) for day, total in scores]
    return canvas.chart(name, words.scores(name, least, most, sentences), table)


def _labelled(points: Sequence[Point], scores: Sequence[tuple[date, int]]) -> Iterator[tuple[Point, int]]:
    """The totals that get a number: the last one, and before it those whose numbers do not touch the next."""
    free_up_to = math.inf
    for point, (_, total) in reversed([*zip(points, scores, strict=True)]):
        if point[0] <= free_up_to:
            yield point, total
            free_up_to = point[0] - _WIDTH_OF_A_NUMBER


def _band(bands: Sequence[Band], total: int) -> str:
    return next((text for start, end, text in bands if start <= total <= end), "")
