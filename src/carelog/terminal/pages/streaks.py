"""Streaks: what was kept of each routine, its strength, and its last weeks day by day; medicines come last."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from rich.console import Console, ConsoleOptions, RenderResult
from rich.measure import Measurement
from rich.text import Text

from carelog.domain.time.days import ONE_DAY
from carelog.review.pages.streaks import DayMark, Streaks, weeks_of
from carelog.terminal.charts.week_strip import axis, columns_of
from carelog.terminal.marks.day import day_mark
from carelog.terminal.page import after_blank_line, flow, measure, page_width, sentence
from carelog.terminal.pages.routine_list import RoutineList
from carelog.terminal.pages.streak_block import StreakBlock, strip_indent
from carelog.terminal.user_text import paragraph
from carelog.wording import routines as routines_words
from carelog.wording.pages import common as common_words
from carelog.wording.pages import streaks as streaks_words


class StreaksPage:
    """The routines of the last weeks. After a long absence a welcome and one open routine come first."""

    def __init__(self, streaks: Streaks) -> None:
        self.streaks = streaks
        self.brought_up = RoutineList(streaks.brought_up)
        self.weeks, self.monday = _weeks_to_show(streaks)
        blocks = [StreakBlock(each, self.monday, self.weeks) for each in streaks.shown]
        self.habits = [block for block in blocks if not block.streak.routine.is_medicine]
        self.medicines = [block for block in blocks if block.streak.routine.is_medicine]
        self._drawn = {mark for block in blocks for mark in block.drawn}

    def sentences(self) -> Iterator[str]:
        """The welcome and the open routine after an absence, each routine, each medicine, and what strength is."""
        yield from map(sentence, self._opening())
        yield from self.brought_up.sentences()
        for block in self.habits:
            yield from block.sentences()
        if self.medicines:
            yield sentence(streaks_words.MEDICINES)
        for block in self.medicines:
            yield from block.sentences()
        yield from map(sentence, self._set_aside())
        yield from self._about_strength()

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        for line in self._opening():
            yield from paragraph(line, console, options, "heading" if self.streaks.shown else "")
        yield from after_blank_line(list(self.brought_up.lines(options)))
        for block in self.habits:
            yield from after_blank_line(list(block.lines(console, options)))
        if self.medicines:
            yield from after_blank_line([Text(streaks_words.MEDICINES, style="quiet")])
        for block in self.medicines:
            yield from after_blank_line(list(block.lines(console, options)))
        yield from self._below(console, options)
        for line in self._set_aside():
            yield from after_blank_line(list(paragraph(line, console, options, "quiet")))

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        return measure(options)

    def _opening(self) -> Iterator[str]:
        if self.streaks.welcome_back:
            yield common_words.WELCOME_BACK
        if self.streaks.shown:
            yield streaks_words.weeks_title(self.weeks, self.monday, self.streaks.period.last)
        elif not self.streaks.welcome_back:
            yield routines_words.NO_ROUTINES

    def _set_aside(self) -> Iterator[str]:
        if self.streaks.set_aside:
            yield streaks_words.set_aside(self.streaks.set_aside)

    def _below(self, console: Console, options: ConsoleOptions) -> Iterator[Text]:
        """The day on which each week begins, where the strips are one line each, the legend, and what strength is."""
        indent = strip_indent(self.weeks, options)
        if self._drawn and columns_of(self.weeks) <= page_width(options) - indent:
            yield Text.assemble(" " * indent, axis(self.monday, self.weeks))
        explained = (part for each in self._about_strength() for part in paragraph(each, console, options, "quiet"))
        yield from after_blank_line([*self._legend(options), *explained])

    def _legend(self, options: ConsoleOptions) -> Iterator[Text]:
        explained = (mark for mark in DayMark if mark in self._drawn and mark.value in streaks_words.MARK_WORDS)
        parts = [
            Text.assemble(day_mark(mark, options), (f" {streaks_words.MARK_WORDS[mark.value]}", "quiet"))
            for mark in explained
        ]
        return flow(parts, page_width(options))

    def _about_strength(self) -> Iterator[str]:
        if any(each.strength is not None for each in self.streaks.shown):
            yield streaks_words.WHAT_STRENGTH_IS


def _weeks_to_show(streaks: Streaks) -> tuple[int, date]:
    """How many weeks to show, without empty ones at the beginning but at least one, and the first one's Monday."""
    marked = (number for each in streaks.shown for number, mark in enumerate(each.marks) if mark is not DayMark.NOT_DUE)
    empty_weeks = min(marked, default=len(streaks.period) - 1) // 7
    return weeks_of(streaks.period) - empty_weeks, streaks.period.first + empty_weeks * 7 * ONE_DAY
