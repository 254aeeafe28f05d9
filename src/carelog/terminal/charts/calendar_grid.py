"""A year as a grid of days: a column for each week, Monday on top; in halves or quarters where it is too wide."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from rich.console import Console, ConsoleOptions, RenderResult
from rich.measure import Measurement
from rich.text import Text

from carelog.domain.time.days import ONE_DAY, Period
from carelog.review.pages.calendar import CalendarYear
from carelog.terminal.marks.calendar import day_mark
from carelog.terminal.page import page_width
from carelog.wording.days import SHORT_WEEKDAYS, short_month
from carelog.wording.pages import calendar as calendar_words

_LABEL = 4
"""Columns of a weekday's name and the gap behind it."""

_AIRY, _TIGHT = 2, 1
"""Columns per week; two make a day about as wide as it is high."""

_ONE_YEAR = ((1, _AIRY), (2, _AIRY), (2, _TIGHT), (4, _TIGHT))
_SEVERAL_YEARS = ((1, _AIRY), (1, _TIGHT), (2, _TIGHT), (4, _TIGHT))
"""Layouts by preference, each a number of pieces and the columns per week: the first one that fits is used."""

_MOST_WEEKS = {1: 54, 2: 28, 4: 15}
"""The most calendar weeks that a year, a half or a quarter can touch."""

_A_WEEK = 7 * ONE_DAY
_POINTER, _POINTER_IN_ASCII = "▴", "^"


class CalendarGrid:
    """One mark per day of a year, and a pointer below the week of `today`.

    With `low` the grid prefers fewer rows, for several years below each other. Days before the journal began and days
    to come are blank; a piece that would be blank altogether is left out.
    """

    def __init__(self, year: CalendarYear, today: date, *, low: bool = False) -> None:
        self.year = year
        self.today = today
        self.layouts = _SEVERAL_YEARS if low else _ONE_YEAR

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        yield from self.lines(options)

    def lines(self, options: ConsoleOptions) -> Iterator[Text]:
        """The lines of the grid: for each piece the names of its months and seven rows of days."""
        pieces, pitch = self._layout(options)
        marks = {each.day: day_mark(each, self.year.scale, options) for each in self.year.days}
        periods = (_piece_of(self.year.year, number, pieces) for number in range(pieces))
        for period in (each for each in periods if self.today in each or any(map(marks.get, each))):
            yield from self._piece(period, pitch, marks, options)

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        columns = [min(_columns(*layout), page_width(options)) for layout in self.layouts]
        return Measurement(min(columns), max(columns))

    def _layout(self, options: ConsoleOptions) -> tuple[int, int]:
        fitting = (layout for layout in self.layouts if _columns(*layout) <= page_width(options))
        return next(fitting, self.layouts[-1])

    def _piece(
        self, period: Period, pitch: int, marks: dict[date, tuple[str, str]], options: ConsoleOptions
    ) -> Iterator[Text]:
        monday = Period.week_of(period.first).first
        weeks = _week(period.last, monday) + 1
        yield _month_names(period, monday, pitch)
        for weekday in Period.week_of(monday):
            is_todays = self.today in period and weekday.weekday() == self.today.weekday()
            line = Text.assemble((SHORT_WEEKDAYS[weekday.weekday()].ljust(_LABEL), "heading" if is_todays else "quiet"))
            for day in (weekday + week * _A_WEEK for week in range(weeks)):
                mark, style = marks.get(day, (" ", "")) if day in period else (" ", "")
                line.append(mark.ljust(pitch), style=style or None)
            line.rstrip()
            yield line
        if self.today in period:
            yield _pointer(_LABEL + _week(self.today, monday) * pitch, options)


def _piece_of(year: int, number: int, pieces: int) -> Period:
    """The days of one of the pieces of a year, counted from 0."""
    months = 12 // pieces
    after = date(year + (number + 1) // pieces, (number + 1) * months % 12 + 1, 1)
    return Period(date(year, number * months + 1, 1), after - ONE_DAY)


def _month_names(period: Period, monday: date, pitch: int) -> Text:
    line = Text()
    for first in (day for day in period if day.day == 1):
        place = _LABEL + _week(first, monday) * pitch
        line.append(" " * (place - len(line))).append(short_month(first), style="quiet")
    return line


def _pointer(place: int, options: ConsoleOptions) -> Text:
    """An arrow in the column of today's week, its word on the side that has room."""
    arrow = Text(_POINTER_IN_ASCII if options.ascii_only else _POINTER, style="heading")
    word = Text(calendar_words.TODAY, style="quiet")
    before = place - len(word) - 1
    if before < _LABEL:
        return Text.assemble(" " * place, arrow, " ", word)
    return Text.assemble(" " * before, word, " ", arrow)


def _week(day: date, monday: date) -> int:
    """How many weeks after the one that begins on `monday` a day lies."""
    return (day - monday).days // 7


def _columns(pieces: int, pitch: int) -> int:
    return _LABEL + _MOST_WEEKS[pieces] * pitch - (pitch - 1)
