"""One routine on the streaks page: kept of due, strength, its last weeks day by day, and runs if they are enabled."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import dropwhile

from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, RenderResult
from rich.measure import Measurement
from rich.text import Text

from carelog.domain.routines.cadence import CadenceKind
from carelog.domain.time.days import ONE_DAY
from carelog.review.pages.streaks import DayMark, RoutineStreak
from carelog.terminal.charts.strength_bar import COLUMNS, StrengthBar
from carelog.terminal.charts.week_strip import WeekStrip, columns_of
from carelog.terminal.page import measure, page_width, sentence
from carelog.terminal.user_text import shortened, wrapped
from carelog.wording.lists import listed
from carelog.wording.pages import streaks as streaks_words
from carelog.wording.punctuation import in_clauses, labelled

_INDENT, _GAP = 2, 2
_WIDEST_NAME = 44


class StreakBlock:
    """A routine over its last `weeks` weeks, of which the first begins on `monday`."""

    def __init__(self, streak: RoutineStreak, monday: date, weeks: int) -> None:
        self.streak = streak
        self.monday = monday
        self.weeks = weeks
        self.marks = streak.marks[(len(streak.weeks) - weeks) * 7 :]

    @property
    def drawn(self) -> frozenset[DayMark]:
        """The marks of the strip; none where it would show no mark but pauses, so that it is not drawn."""
        marks = frozenset(self.marks)
        return marks if marks - {DayMark.NOT_DUE, DayMark.PAUSED} else frozenset()

    def sentences(self) -> Iterator[str]:
        """What was kept, the strength and runs; then each week since it began, and the days that a run bridges."""
        streak = self.streak
        facts = filter(None, (self._kept(), self._small_and_skipped(), self._strength(), self._runs()))
        called = listed([streak.routine.name, streak.routine.cadence.text])
        yield sentence(labelled(called, in_clauses(facts)))
        if weeks := list(dropwhile(lambda week: not week[1], streak.weeks)):
            yield sentence(streaks_words.week_by_week(weeks))
        if bridged := [number for number, mark in enumerate(self.marks) if mark is DayMark.BRIDGED]:
            yield sentence(streaks_words.bridged([self.monday + number * ONE_DAY for number in bridged]))

    def lines(self, console: Console, options: ConsoleOptions) -> Iterator[Text]:
        """The lines of the block: name and what was kept, then the strength with the strip beside or below it."""
        yield from self._heading(console, options)
        indent = strip_indent(self.weeks, options)
        strip = self._strip(page_width(options) - indent, options)
        line = Text(" " * _INDENT)
        if self.streak.strength is not None:
            line.append_text(StrengthBar(self.streak.strength).text(options))
        if strip and indent > _INDENT:
            line.pad_right(indent - line.cell_len)
            line.append_text(strip.pop(0))
        line.rstrip()
        yield from [line] if line else []
        yield from (Text.assemble(" " * _INDENT, week) for week in strip)

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        yield from self.lines(console, options)

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        return measure(options)

    def _heading(self, console: Console, options: ConsoleOptions) -> Iterator[Text]:
        """The name and the facts that fit beside it; the other facts on lines of their own."""
        width = page_width(options)
        facts = [Text(self._kept())]
        facts += [Text(each, style="quiet") for each in (self._small_and_skipped(), self._runs()) if each]
        line = Text.assemble((shortened(self.streak.routine.name, min(width, _WIDEST_NAME), options), "heading"))
        while facts and line.cell_len + _GAP + facts[0].cell_len <= width:
            line.append(" " * _GAP).append_text(facts.pop(0))
        yield line
        for fact in facts:
            for words in wrapped(fact.plain, width - _INDENT, console, options):
                yield Text.assemble(" " * _INDENT, (words, fact.style))

    def _strip(self, room: int, options: ConsoleOptions) -> list[Text]:
        return list(WeekStrip(self.marks).lines(options, room)) if self.drawn else []

    def _kept(self) -> str:
        """What was kept of what was due in these weeks, also under a former cadence; else how often it was done."""
        streak = self.streak
        is_as_needed = streak.routine.cadence.kind is CadenceKind.AS_NEEDED
        if not streak.kept and (streak.times or (is_as_needed and not streak.due)):
            return streaks_words.kept_as_needed(streak.times)
        more = streak.times - streak.kept if is_as_needed else 0
        return streaks_words.kept_of_due(streak.kept, streak.due, more)

    def _small_and_skipped(self) -> str:
        return streaks_words.among_them(self.streak.small, self.streak.skipped)

    def _strength(self) -> str:
        strength = self.streak.strength
        return "" if strength is None else streaks_words.strength_in_words(strength)

    def _runs(self) -> str:
        runs = self.streak.runs
        return streaks_words.runs(runs.present, runs.longest, in_days=self.streak.runs_in_days) if runs else ""


def strip_indent(weeks: int, options: ConsoleOptions) -> int:
    """The column where a strip of `weeks` weeks begins: beside the strength bar if it fits there, else below it."""
    beside = _INDENT + COLUMNS + _GAP + cell_len(streaks_words.strength_in_words(1)) + _GAP
    return beside if beside + columns_of(weeks) <= page_width(options) else _INDENT
