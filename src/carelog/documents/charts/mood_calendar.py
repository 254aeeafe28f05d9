"""A calendar with one square per day, shaded by mood; a day without a mood is hollow.

A few weeks are drawn as rows with numbers in the squares, many weeks as columns.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from carelog.documents.blocks import Chart, Table
from carelog.documents.charts.canvas import GRID, LEVELS, ON_LEVELS, Canvas
from carelog.domain.mood import LOWEST, SCORES
from carelog.domain.statistics.descriptive import level_of
from carelog.wording.days import SHORT_WEEKDAYS, day_of_month, month_and_year, short_month
from carelog.wording.pages import charts as words

_MOST_ROWS = 6
_HOLLOW = "#b9c4cd"


def mood_calendar(moods: Mapping[date, float], first: date, last: date) -> Chart:
    """The calendar of the moods, by day, from `first` to `last`. A half step is shaded as the level of `level_of`."""
    monday = first - timedelta(days=first.weekday())
    weeks = (last - monday).days // 7 + 1
    canvas = (
        _rows(moods, first, last, monday, weeks) if weeks <= _MOST_ROWS else _columns(moods, first, last, monday, weeks)
    )
    counts = [sum(level_of(mood) == score for mood in moods.values()) for score in SCORES]
    unknown = (last - first).days + 1 - len(moods)
    rows = (
        *((str(score), str(count)) for score, count in zip(SCORES, counts, strict=True)),
        (words.NO_MOOD, str(unknown)),
    )
    alternative = words.calendar(first, last, counts, unknown)
    table = Table(words.CALENDAR, (words.MOOD, words.DAYS), rows)
    return canvas.chart(words.CALENDAR, alternative, table, in_words=words.days_by_mood(counts, unknown))


def _rows(moods: Mapping[date, float], first: date, last: date, monday: date, weeks: int) -> Canvas:
    side, gap, left, top = 16.0, 2.0, 44.0, 13.0
    canvas = Canvas(left + 7 * (side + gap), top + weeks * (side + gap) + 2)
    for number, name in enumerate(SHORT_WEEKDAYS):
        canvas.words((left + number * (side + gap) + side / 2, top - 4), name, anchor="middle", size=8)
    for week in range(weeks):
        start = monday + timedelta(days=7 * week)
        y = top + week * (side + gap)
        canvas.words((left - 6, y + side / 2 + 3), day_of_month(start), anchor="end", size=8)
        for number in range(7):
            day = start + timedelta(days=number)
            if first <= day <= last:
                _square(canvas, (left + number * (side + gap), y), side, moods.get(day), numbered=True)
    return canvas


def _columns(moods: Mapping[date, float], first: date, last: date, monday: date, weeks: int) -> Canvas:
    side = min(9.0, max(1.2, 500 / weeks - 1.2))
    gap, left, top = min(1.6, side / 5), 26.0, 14.0
    canvas = Canvas(left + weeks * (side + gap), top + 7 * (side + gap) + 2)
    for number in (0, 2, 4):
        canvas.words((left - 5, top + number * (side + gap) + side), SHORT_WEEKDAYS[number], anchor="end", size=8.5)
    named = -100.0
    for week in range(weeks):
        start = monday + timedelta(days=7 * week)
        x = left + week * (side + gap)
        if start.day <= 7 and x - named > 34:
            first_of_year = start.month == 1 or named < 0
            name = month_and_year(start, short=True) if first_of_year else short_month(start)
            canvas.words((x, top - 5), name, size=8.5)
            named = x
        for number in range(7):
            day = start + timedelta(days=number)
            if first <= day <= last:
                _square(canvas, (x, top + number * (side + gap)), side, moods.get(day), numbered=False)
    return canvas


def _square(canvas: Canvas, corner: tuple[float, float], side: float, mood: float | None, *, numbered: bool) -> None:
    if mood is None:
        canvas.box(corner, side, side, "none", stroke=_HOLLOW if side > 4 else GRID, radius=side / 8)
        return
    level = level_of(mood) - LOWEST
    canvas.box(corner, side, side, LEVELS[level], radius=side / 8)
    if numbered:
        x, y = corner
        number = str(level + LOWEST) + ("½" if mood % 1 else "")
        canvas.words((x + side / 2, y + side / 2 + 3), number, size=8.5, color=ON_LEVELS[level], anchor="middle")
