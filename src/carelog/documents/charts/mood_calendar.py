"""A calendar with one square per day, shaded by mood; a day without a mood is hollow.

A few weeks are drawn as rows with numbers in the squares, many weeks as columns.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from carelog.documents.blocks import Chart, Table
from carelog.documents.charts.canvas import GRID, LEVELS, ON_LEVELS, Canvas, Point
from carelog.domain.mood import MoodScale
from carelog.domain.score import LOWEST, SCORES
from carelog.domain.statistics.descriptive import level_of
from carelog.domain.time.days import Period
from carelog.review.days.moods import MoodDay
from carelog.wording.days import SHORT_WEEKDAYS, day_of_month, month_and_year, short_month
from carelog.wording.pages import charts as words
from carelog.wording.pages.mood_counts import BOTH_ENDS

_MOST_ROWS = 6
_HOLLOW = "#b9c4cd"
_KEY, _WIDTH_OF_A_KEY, _WIDTH_OF_LEGEND = 7.5, 76.0, 300.0


def mood_calendar(days: Iterable[MoodDay], first: date, last: date, scale: MoodScale) -> Chart:
    """The calendar of the moods from `first` to `last`. A half step is shaded as the level of `level_of`.

    On a two-sided scale a day that was both low and high is drawn as both: its lowest level on the left, its highest on
    the right.
    """
    moods = {each.day: each for each in days}
    monday = first - timedelta(days=first.weekday())
    weeks = (last - monday).days // 7 + 1
    drawn = _rows if weeks <= _MOST_ROWS else _columns
    canvas = drawn(moods, Period(first, last), monday, weeks, scale)
    counts = [
        sum(level_of(each.median) == score and not each.is_both(scale) for each in moods.values()) for score in SCORES
    ]
    both, unknown = sum(each.is_both(scale) for each in moods.values()), (last - first).days + 1 - len(moods)
    rows = [*((str(score), str(count)) for score, count in zip(SCORES, counts, strict=True))]
    rows += [(BOTH_ENDS, str(both))] if both else []
    rows += [(words.NO_MOOD, str(unknown))]
    alternative = words.calendar(first, last, counts, unknown, both)
    table = Table(words.CALENDAR, (words.MOOD, words.DAYS), tuple(rows))
    return canvas.chart(words.CALENDAR, alternative, table, in_words=words.days_by_mood(counts, unknown, both))


def _rows(moods: Mapping[date, MoodDay], period: Period, monday: date, weeks: int, scale: MoodScale) -> Canvas:
    side, across, down, left, top = 13.0, 18.0, 15.0, 44.0, 12.0
    canvas = Canvas(left + 7 * across, top + weeks * down + 2)
    for number, name in enumerate(SHORT_WEEKDAYS):
        canvas.words((left + number * across + side / 2, top - 4), name, anchor="middle", size=8)
    for week in range(weeks):
        start = monday + timedelta(days=7 * week)
        y = top + week * down
        canvas.words((left - 6, y + side / 2 + 3), day_of_month(start), anchor="end", size=8)
        for number in range(7):
            day = start + timedelta(days=number)
            if day in period:
                _square(canvas, (left + number * across, y), side, moods.get(day), scale, numbered=True)
    return canvas


def _columns(moods: Mapping[date, MoodDay], period: Period, monday: date, weeks: int, scale: MoodScale) -> Canvas:
    side = min(9.0, max(1.2, 500 / weeks - 1.2))
    gap, left, top = min(1.6, side / 5), 26.0, 14.0
    legend = top + 7 * (side + gap) + 4
    has_both = any(each.is_both(scale) for each in moods.values())
    canvas = Canvas(max(left + weeks * (side + gap), _WIDTH_OF_LEGEND), legend + _KEY + 2)
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
            if day in period:
                _square(canvas, (x, top + number * (side + gap)), side, moods.get(day), scale, numbered=False)
    _legend(canvas, (left, legend), has_both=has_both)
    return canvas


def _legend(canvas: Canvas, corner: Point, *, has_both: bool) -> None:
    """What the colours of squares without numbers mean: 1 to 5, both ends, and hollow for no mood."""
    x, y = corner
    baseline = y + _KEY - 0.8
    for score in SCORES:
        canvas.box((x, y), _KEY, _KEY, LEVELS[score - LOWEST], radius=1)
        canvas.words((x + _KEY + 3, baseline), str(score), size=8)
        x += _KEY + 14
    canvas.box((x, y), _KEY, _KEY, "none", stroke=_HOLLOW, radius=1)
    canvas.words((x + _KEY + 3, baseline), words.NO_MOOD, size=8)
    if has_both:
        x += _KEY + _WIDTH_OF_A_KEY
        canvas.box((x, y), _KEY / 2, _KEY, LEVELS[0])
        canvas.box((x + _KEY / 2, y), _KEY / 2, _KEY, LEVELS[-1])
        canvas.words((x + _KEY + 3, baseline), BOTH_ENDS, size=8)


def _square(
    canvas: Canvas, corner: Point, side: float, mood: MoodDay | None, scale: MoodScale, *, numbered: bool
) -> None:
    if mood is None:
        canvas.box(corner, side, side, "none", stroke=_HOLLOW if side > 4 else GRID, radius=side / 8)
        return
    x, y = corner
    if mood.is_both(scale):
        canvas.box(corner, side / 2, side, LEVELS[mood.low - LOWEST])
        canvas.box((x + side / 2, y), side / 2, side, LEVELS[mood.high - LOWEST])
        if numbered:
            for place, score in ((side / 4, mood.low), (3 * side / 4, mood.high)):
                _number(canvas, (x + place, y + side / 2 + 3), str(score), score - LOWEST)
        return
    level = level_of(mood.median) - LOWEST
    canvas.box(corner, side, side, LEVELS[level], radius=side / 8)
    if numbered:
        number = f"{int(mood.median)}½" if mood.median % 1 else str(int(mood.median))
        _number(canvas, (x + side / 2, y + side / 2 + 3), number, level)


def _number(canvas: Canvas, place: Point, number: str, level: int) -> None:
    canvas.words(place, number, size=8.5, color=ON_LEVELS[level], anchor="middle")
