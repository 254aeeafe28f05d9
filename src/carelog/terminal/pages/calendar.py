"""The calendar: a year, or several below each other, with a mark for every day."""

from __future__ import annotations

from collections.abc import Iterator

from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, RenderResult
from rich.measure import Measurement
from rich.text import Text

from carelog.domain.mood import MoodWords
from carelog.domain.score import SCORES
from carelog.review.days.mood_sentences import ends_sentences
from carelog.review.pages.calendar import Calendar, CalendarYear, Tally
from carelog.terminal.charts.calendar_grid import CalendarGrid
from carelog.terminal.marks.calendar import legend
from carelog.terminal.page import measure, page_width, sentence
from carelog.terminal.user_text import paragraph
from carelog.wording import program as program_words
from carelog.wording.pages import calendar as calendar_words
from carelog.wording.pages import common as common_words
from carelog.wording.pages.mood_counts import BOTH_ENDS

_GAP = 3
_MOST_LINES = 23
"""What a terminal of 24 lines shows beside its prompt."""


class CalendarPage:
    """One or several years, with the person's words for moods."""

    def __init__(self, calendar: Calendar, words: MoodWords) -> None:
        self.calendar = calendar
        self.words = words

    def sentences(self) -> Iterator[str]:
        """Each year with its coverage, then its days by level: month by month, or for the year when there are several.

        Months that were a pause from the first day to the last are left out.
        """
        for year in self.calendar.years:
            yield sentence(str(year.year))
            yield self._summary(year)
            yield from ends_sentences(year.tally.moods, self.words)
            if year.tally.noted and len(self.calendar.years) > 1:
                yield sentence(calendar_words.whole_year(self._counts(year.tally)))
            elif year.tally.noted:
                months = ((month, self._counts(tally)) for month, tally in year.months if tally.of)
                yield from (sentence(calendar_words.month(month, counts)) for month, counts in months)

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        below = list(self._below(console, options))
        for number, year in enumerate(self.calendar.years):
            if number:
                yield Text()
            heading = list(self._heading(year, console, options))
            yield from heading
            if year.tally.noted:
                yield from self._grid(year, _MOST_LINES - len(heading) - len(below), options)
        yield from below

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        return measure(options)

    def _grid(self, year: CalendarYear, room: int, options: ConsoleOptions) -> Iterator[Text]:
        """The grid of a year. A year alone is kept to `room` lines where that is possible, with its legend below."""
        several = len(self.calendar.years) > 1
        lines = list(CalendarGrid(year, self.calendar.today, low=several).lines(options))
        if len(lines) > room and not several:
            lines = list(CalendarGrid(year, self.calendar.today, low=True).lines(options))
        if len(lines) < room or several:
            yield Text()
        yield from lines

    def _below(self, console: Console, options: ConsoleOptions) -> Iterator[Text]:
        """The legend, and how many days were low, level or high."""
        if self.calendar.tally.noted:
            yield Text()
            yield from legend(self.calendar.tally, self.words, options)
            for line in ends_sentences(self.calendar.tally.moods, self.words):
                yield from paragraph(line, console, options, "quiet")

    def _heading(self, year: CalendarYear, console: Console, options: ConsoleOptions) -> Iterator[Text]:
        name, summary = str(year.year), self._summary(year)
        if cell_len(name) + _GAP + cell_len(summary) <= page_width(options):
            yield Text.assemble((name, "heading"), " " * _GAP, (summary, "quiet"))
        else:
            yield Text(name, style="heading")
            yield from paragraph(summary, console, options, "quiet")

    def _summary(self, year: CalendarYear) -> str:
        if self.calendar.is_new:
            return program_words.NOTHING_YET
        tally = year.tally
        if not tally.noted:
            return calendar_words.nothing_that_year(year.year)
        return calendar_words.coverage(tally.noted, tally.of, paused=bool(tally.resting))

    def _counts(self, tally: Tally) -> list[tuple[str, int]]:
        levels = [(self.words.words[score - 1], tally.levels[score]) for score in reversed(SCORES)]
        others = [
            (BOTH_ENDS, tally.moods.both),
            (common_words.NO_MOOD, tally.unscored),
            (common_words.NO_ENTRY, tally.empty),
            (calendar_words.ON_PAUSE, tally.resting),
        ]
        return [*levels, *others]
