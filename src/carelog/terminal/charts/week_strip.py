"""Weeks as a row of day marks, with a thin line between one week and the next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, RenderResult
from rich.measure import Measurement
from rich.text import Text

from carelog.domain.time.days import ONE_DAY
from carelog.review.pages.streaks import DayMark
from carelog.terminal.marks.day import day_mark
from carelog.terminal.page import page_width
from carelog.wording.pages import streaks as streaks_words

_DAYS = 7
_BETWEEN, _BETWEEN_IN_ASCII = "│", "|"


class WeekStrip:
    """Consecutive days from a Monday on, with the weeks spread evenly over as few lines as possible."""

    def __init__(self, marks: Sequence[DayMark]) -> None:
        self.weeks = [marks[start : start + _DAYS] for start in range(0, len(marks), _DAYS)]

    def lines(self, options: ConsoleOptions, room: int) -> Iterator[Text]:
        """The strip in lines of at most `room` columns."""
        most = per_line(len(self.weeks), room)
        between = Text.assemble((_BETWEEN_IN_ASCII if options.ascii_only else _BETWEEN, "quiet"))
        for start in range(0, len(self.weeks), most):
            line = between.join(self._week(week, options) for week in self.weeks[start : start + most])
            line.rstrip()
            yield line

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        yield from self.lines(options, page_width(options))

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        return Measurement(_DAYS, max(columns_of(len(self.weeks)), _DAYS))

    @staticmethod
    def _week(marks: Sequence[DayMark], options: ConsoleOptions) -> Text:
        week = Text.assemble(*(day_mark(mark, options) for mark in marks))
        week.pad_right(_DAYS - len(marks))
        return week


def per_line(weeks: int, room: int) -> int:
    """How many weeks go on a line of `room` columns: all, or as few halvings as needed; at least one."""
    while weeks > 1 and columns_of(weeks) > room:
        weeks = (weeks + 1) // 2
    return weeks


def columns_of(weeks: int) -> int:
    """The columns that `weeks` weeks side by side take."""
    return max((_DAYS + 1) * weeks - 1, 0)


def axis(monday: date, weeks: int) -> Text:
    """The line of labels below a strip of one line: the day on which each week begins."""
    line = Text(style="quiet")
    for number in range(weeks):
        label = streaks_words.week_label(monday + number * _DAYS * ONE_DAY)
        line.append(label + " " * (_DAYS + 1 - cell_len(label)))
    line.rstrip()
    return line
