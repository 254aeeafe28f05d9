"""A month of the life chart: a bar from the lowest to the highest mood of each day, and rows of numbers below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carelog.documents.blocks import Chart, Table
from carelog.documents.charts.canvas import ACCENT, GRID, INK, LEVELS, QUIET, Canvas
from carelog.domain.mood import MIDDLE
from carelog.domain.numbers import show_number
from carelog.domain.score import HIGHEST, LOWEST, SCORES
from carelog.wording.files import life_chart as words

if TYPE_CHECKING:
    from carelog.review.pages.life_chart import LifeChart, LifeDay, LifeMonth, Taken

_WIDTH, _LEFT, _RIGHT, _TOP = 520.0, 74.0, 4.0, 8.0
_STEP, _ROW, _DATES, _CAPTION = 19.0, 13.0, 15.0, 11.0
_BAR, _DOT = 5.0, 2.5
_NUMBER = 6.6
_LONGEST_LABEL = 14


def month_chart(chart: LifeChart, month: LifeMonth, table: Table) -> Chart:
    """The drawing of one month; `table` has its numbers."""
    rows = [*(_label(scale.name) for scale in chart.scales), *([words.MEDICINES] * chart.has_medicines)]
    moods_end = _TOP + (HIGHEST - LOWEST) * _STEP if chart.has_mood else 0
    dates = moods_end + 10 + len(rows) * _ROW + _DATES
    canvas = Canvas(_WIDTH, dates + _CAPTION * chart.has_medicines)
    column = (_WIDTH - _LEFT - _RIGHT) / 31
    if chart.has_mood:
        _grid(canvas, chart)
    for number, label in enumerate(rows):
        baseline = moods_end + 10 + (number + 1) * _ROW
        canvas.words((_LEFT - 6, baseline - 3), label, anchor="end")
        canvas.line((_LEFT, baseline), (_WIDTH - _RIGHT, baseline), GRID)
    for day in month.days:
        x = _LEFT + (day.day.day - 0.5) * column
        _mood(canvas, x, day)
        canvas.words((x, dates - 4), str(day.day.day), size=7, anchor="middle", color=_day_color(day))
        for number, reading in enumerate(day.readings):
            if reading is not None:
                place = (x, moods_end + 10 + (number + 1) * _ROW - 3)
                canvas.words(place, show_number(round(reading, 1)), size=_NUMBER, anchor="middle", color=INK)
        if day.medicines is not None:
            _medicines(canvas, (x, moods_end + 10 + len(rows) * _ROW - _ROW / 2), day.medicines)
    if chart.has_medicines:
        canvas.words((_LEFT, canvas.height - 3), words.MEDICINES_DRAWN, size=7)
    alternative = words.alternative(_noted(month), len(month.days)) if chart.has_mood else words.WITHOUT_MOOD
    return canvas.chart(words.chart_title(month.first), alternative, table, in_words="")


def _grid(canvas: Canvas, chart: LifeChart) -> None:
    for score in SCORES:
        y = _y(score)
        is_level = chart.two_sided and score == MIDDLE
        canvas.line((_LEFT, y), (_WIDTH - _RIGHT, y), QUIET if is_level else GRID)
        canvas.words((_LEFT - 6, y + 3), f"{chart.moods[score - LOWEST][:_LONGEST_LABEL]} {score}", anchor="end")


def _mood(canvas: Canvas, x: float, day: LifeDay) -> None:
    if day.lowest is None or day.highest is None:
        return
    top, bottom = _y(day.highest), _y(day.lowest)
    if day.lowest != day.highest:
        canvas.box((x - _BAR / 4, top), _BAR / 2, bottom - top, ACCENT)
    for score in {day.lowest, day.highest}:
        canvas.dot((x, _y(score)), _DOT + 0.6, LEVELS[score - LOWEST], ACCENT)


def _medicines(canvas: Canvas, center: tuple[float, float], taken: Taken) -> None:
    """A full dot where all that was due is noted as taken, else how many were; behind a plus what was as needed."""
    x, y = center
    is_full = taken.due > 0 and taken.taken == taken.due
    extra = f"+{taken.extra}" if taken.extra else ""
    if is_full:
        canvas.dot((x - 4 * bool(extra), y), _DOT, INK)
        if extra:
            canvas.words((x - 1, y + 2.4), extra, size=_NUMBER, color=INK)
    else:
        number = str(taken.taken) if taken.due else ""
        canvas.words((x, y + 2.4), number + extra, size=_NUMBER, anchor="middle", color=INK)


def _y(score: int) -> float:
    return _TOP + (HIGHEST - score) * _STEP


def _label(name: str) -> str:
    return name if len(name) <= _LONGEST_LABEL else f"{name[: _LONGEST_LABEL - 1]}…"


def _day_color(day: LifeDay) -> str:
    return INK if day.is_noted else QUIET


def _noted(month: LifeMonth) -> int:
    return sum(day.lowest is not None for day in month.days)
