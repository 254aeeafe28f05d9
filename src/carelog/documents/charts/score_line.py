"""The totals of a questionnaire as a line, with its published bands in the background and some days marked."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from datetime import date

from carelog.documents.blocks import Chart, Table
from carelog.documents.charts.canvas import ACCENT, BANDS, INK, Canvas, Point
from carelog.documents.charts.time_scale import TimeScale
from carelog.domain.time.days import Period
from carelog.wording.pages import charts as words

_WIDTH, _HEIGHT = 255, 74
_LEFT, _RIGHT, _TOP, _BOTTOM = 22, 86, 12, 18
_WIDTH_OF_A_NUMBER = 14
_HEIGHT_OF_A_LABEL, _HEIGHT_OF_A_NUMBER = 9.0, 7.5
"""Numbers have nothing below their line."""
_LEAST_MARK = 3.0
"""The least width of the mark of some days, so that a single day is seen."""

Band = tuple[int, int, str]
"""The lowest and the highest total of a band, and its published name."""


def score_line(
    name: str,
    bands: Sequence[Band],
    scores: Sequence[tuple[date, int]],
    days_drawn: Period,
    marked: Period,
) -> Chart:
    """The chart of the totals by day; the bands come lowest first, and the `marked` days have a bar above them.

    Where all days that are drawn are marked there is no bar. In words there are only the totals before these days,
    because the page says the others itself.
    """
    canvas = Canvas(_WIDTH, _HEIGHT)
    least, most = bands[0][0], bands[-1][1]
    days = TimeScale(days_drawn.first, days_drawn.last, _LEFT + 8, _WIDTH - _RIGHT - 8)
    scale = (_HEIGHT - _TOP - _BOTTOM) / (most - least)

    def y(total: float) -> float:
        return _TOP + (most - total) * scale

    _bands(canvas, bands, y)
    canvas.line((_LEFT, y(least)), (_WIDTH - _RIGHT, y(least)))
    is_marked = marked != days_drawn
    if is_marked:
        _mark(canvas, days.x(marked.first), days.x(marked.last))
    days.draw(canvas, _HEIGHT - 4)
    points = [(days.x(day), y(total)) for day, total in scores]
    if len(points) > 1:
        canvas.path(points, ACCENT, 1.6)
    for point in points:
        canvas.dot(point, 2.8, "#ffffff", ACCENT)
    for (x, y_of_total), total in _labelled(points, scores):
        baseline = y_of_total - 6 if y_of_total > _TOP + 9 else y_of_total + 13
        canvas.words((x, baseline), str(total), color=INK, anchor="middle", bold=True)
    rows = tuple((day.isoformat(), str(total), _band(bands, total)) for day, total in scores)
    table = Table(name, (words.DAY, words.TOTAL, words.BAND), rows, frozenset({0, 2}))
    totals = [words.score(day, total, _band(bands, total)) for day, total in scores]
    shown = words.scores(name, least, most, totals)
    alternative = words.with_days_marked(shown) if is_marked else shown
    return canvas.chart(name, alternative, table, in_words=in_words_before(bands, scores, marked))


def _bands(canvas: Canvas, bands: Sequence[Band], y: Callable[[float], float]) -> None:
    """Draw the bands from the lowest up, with the total each begins at on the left and its name on the right."""
    most, right = bands[-1][1], canvas.width - _RIGHT
    edges = [(y(start), y(min(end + 1, most))) for start, end, _ in bands]
    for number, (bottom, top) in enumerate(edges):
        ground = BANDS[number * (len(BANDS) - 1) // max(len(bands) - 1, 1)]
        canvas.box((_LEFT, top), right - _LEFT, bottom - top, ground)
    beginnings = _apart([bottom for bottom, _ in edges], _HEIGHT_OF_A_NUMBER)
    names = _apart([(bottom + top) / 2 for bottom, top in edges], _HEIGHT_OF_A_LABEL)
    for (start, _, name), beginning, middle in zip(bands, beginnings, names, strict=True):
        canvas.words((_LEFT - 4, beginning + 3), str(start), size=8.5, anchor="end")
        canvas.words((right + 5, middle + 3), name, size=8.5)


def _mark(canvas: Canvas, left: float, last: float) -> None:
    """Draw the bar above the days of the page."""
    right = max(last, left + _LEAST_MARK)
    canvas.line((left, _TOP - 2), (right, _TOP - 2), ACCENT, 3)
    canvas.words((right, _TOP - 5), words.THESE_DAYS, size=8, color=ACCENT, anchor="end")


def in_words_before(bands: Sequence[Band], scores: Sequence[tuple[date, int]], marked: Period) -> str:
    """The totals before the `marked` days in words; empty where there are none."""
    before = [(day, total, _band(bands, total)) for day, total in scores if day < marked.first]
    return words.scores_before(before, marked.last.year) if before else ""


def _apart(middles: Sequence[float], height: float) -> list[float]:
    """The places of labels, lowest first, moved up as far as they have to be so that none touches the one below."""
    places: list[float] = []
    for middle in middles:
        places.append(min(middle, places[-1] - height) if places else middle)
    surplus = (middles[-1] - places[-1]) / 2 if places else 0.0
    return [place + surplus for place in places]


def _labelled(points: Sequence[Point], scores: Sequence[tuple[date, int]]) -> Iterator[tuple[Point, int]]:
    """The totals that get a number: the last and the first, and between them those whose numbers do not touch."""
    if not points:
        return
    free_from, free_up_to = -math.inf, math.inf
    pairs = [*zip(points, scores, strict=True)]
    (first, (_, total)), *others = pairs
    if others and others[-1][0][0] - first[0] > _WIDTH_OF_A_NUMBER:
        yield first, total
        free_from = first[0] + _WIDTH_OF_A_NUMBER
    for point, (_, each) in reversed(others or pairs):
        if free_from <= point[0] <= free_up_to:
            yield point, each
            free_up_to = point[0] - _WIDTH_OF_A_NUMBER


def _band(bands: Sequence[Band], total: int) -> str:
    return next((text for start, end, text in bands if start <= total <= end), "")
