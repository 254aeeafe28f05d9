"""The moods of a period: a dot for each day that has one, and their rolling median over seven days as a line.

A thin line through a dot reaches from the lowest to the highest entry of its day. On a two-sided scale a day that was
both low and high has a dot at either end and none between.
The line has a gap where fewer than four of the seven days have a mood: nothing is interpolated.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

from carelog.documents.blocks import Chart, Table
from carelog.documents.charts.canvas import GRID, Canvas
from carelog.documents.charts.time_scale import TimeScale
from carelog.domain.mood import MoodScale
from carelog.domain.numbers import show_number
from carelog.domain.score import HIGHEST, LOWEST, SCORES
from carelog.domain.statistics.descriptive import rolling_median
from carelog.review.days.moods import MoodDay
from carelog.wording.pages import charts as words

_LEFT, _RIGHT, _TOP, _BOTTOM = 62, 6, 8, 18
_DOT, _RANGE = "#7c94a6", "#a3b5c2"


def mood_line(
    noted: Iterable[MoodDay],
    first: date,
    last: date,
    names: Sequence[str],
    scale: MoodScale = MoodScale.ONE_SIDED,
    *,
    width: float = 520,
    height: float = 100,
) -> Chart:
    """The chart of the moods from `first` to `last`; `names` are the person's words for 1 to 5.

    It has nothing to say in words: the page says on how many days there is a mood, and their range.
    """
    by_day = sorted(noted, key=lambda each: each.day)
    moods = {each.day: each.median for each in by_day}
    canvas = Canvas(width, height)
    days = TimeScale(first, last, _LEFT, width - _RIGHT)
    step = (height - _TOP - _BOTTOM) / (HIGHEST - LOWEST)

    def y(mood: float) -> float:
        return _TOP + (HIGHEST - mood) * step

    for score in SCORES:
        canvas.line((_LEFT, y(score)), (width - _RIGHT, y(score)), GRID)
        canvas.words((_LEFT - 6, y(score) + 3), f"{names[score - LOWEST][:10]} {score}", anchor="end")
    days.draw(canvas, height - 4)
    size = 2.2 if (last - first).days <= 120 else 1.2
    ranges = [(days.x(each.day), y(each.high), y(each.low)) for each in by_day if each.low < each.high]
    canvas.uprights(ranges, _RANGE, size / 2)
    for each in by_day:
        x = days.x(each.day)
        ends = (each.low, each.high) if each.is_both(scale) else (each.median,)
        for mood in ends:
            canvas.dot((x, y(mood)), size, _DOT)
    stretches = _stretches(moods, first, last)
    for stretch in stretches:
        canvas.path([(days.x(day), y(mood)) for day, mood in stretch])
    alternative = _alternative(by_day, first, last, has_line=bool(stretches))
    return canvas.chart(words.MOOD, alternative, _table(by_day, names), in_words="")


def _stretches(moods: Mapping[date, float], first: date, last: date) -> list[list[tuple[date, float]]]:
    """The rolling median in unbroken stretches of at least two days."""
    days = [first + timedelta(number) for number in range((last - first).days + 1)]
    stretches: list[list[tuple[date, float]]] = [[]]
    for day, median in zip(days, rolling_median([moods.get(day) for day in days]), strict=True):
        if median is None:
            stretches.append([])
        else:
            stretches[-1].append((day, median))
    return [stretch for stretch in stretches if len(stretch) > 1]


def _alternative(days: Sequence[MoodDay], first: date, last: date, *, has_line: bool) -> str:
    if not days:
        return words.no_moods(first, last)
    lowest, highest = min(each.low for each in days), max(each.high for each in days)
    return words.moods(first, last, len(days), lowest, highest, has_line=has_line)


def _table(days: Sequence[MoodDay], names: Sequence[str]) -> Table:
    whole = {float(score): names[score - LOWEST] for score in SCORES}
    rows = tuple(
        (each.day.isoformat(), show_number(each.median), whole.get(each.median, ""), str(each.low), str(each.high))
        for each in days
    )
    return Table(words.MOOD, (words.DAY, words.MOOD, words.WORD, words.LOWEST, words.HIGHEST), rows, frozenset({0, 2}))
