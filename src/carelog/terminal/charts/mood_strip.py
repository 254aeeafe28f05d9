"""A row of days, each one mark wide."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import dropwhile

from rich.console import Console, ConsoleOptions, RenderResult
from rich.measure import Measurement
from rich.text import Text

from carelog.review.days.moods import DayMood
from carelog.terminal.marks.mood import mood_mark


class MoodStrip:
    """The medians of consecutive days, oldest first: a mark, a dot where none was noted, nothing on days of rest.

    It begins with the first day that is not one of rest.
    """

    def __init__(self, moods: Sequence[DayMood]) -> None:
        self.moods = list(dropwhile(lambda each: each.resting, moods))

    def text(self, options: ConsoleOptions) -> Text:
        """The strip as one line, for pages that put words before it."""
        return Text(" ").join(mood_mark(each.median, options, resting=each.resting) for each in self.moods)

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        yield self.text(options)

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        columns = max(2 * len(self.moods) - 1, 0)
        return Measurement(columns, columns)
