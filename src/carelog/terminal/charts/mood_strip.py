"""The moods of consecutive days as a row of marks."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import dropwhile

from rich.console import Console, ConsoleOptions, RenderResult
from rich.measure import Measurement
from rich.text import Text

from carelog.domain.mood import MoodScale
from carelog.review.days.moods import DayMood
from carelog.terminal.marks.mood import mood_mark_of_day


class MoodStrip:
    """Consecutive days, oldest first: the mark of the day, a dot without a mood, a blank on a day of rest.

    Days of rest at the beginning are left out.
    """

    def __init__(self, moods: Sequence[DayMood], scale: MoodScale = MoodScale.ONE_SIDED) -> None:
        self.moods = list(dropwhile(lambda each: each.resting, moods))
        self.scale = scale

    def text(self, options: ConsoleOptions) -> Text:
        """The strip as one line, for a page that puts a label before it."""
        return Text(" ").join(mood_mark_of_day(each, self.scale, options) for each in self.moods)

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        yield self.text(options)

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        columns = max(2 * len(self.moods) - 1, 0)
        return Measurement(columns, columns)
