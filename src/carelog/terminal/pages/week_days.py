"""A week with its days below each other, for narrow terminals."""

from __future__ import annotations

from collections.abc import Iterator

from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, RenderResult
from rich.measure import Measurement
from rich.text import Text

from carelog.domain.mood import MoodWords
from carelog.domain.routines.routine import DayState
from carelog.review.days.moods import DayMood
from carelog.review.pages.week import Week
from carelog.terminal.page import flow, measure, page_width
from carelog.terminal.pages.week_cells import first_note, legend, mood_cell, range_words, routine_cell
from carelog.terminal.user_text import field, shortened, wrapped
from carelog.wording.days import day_of_week
from carelog.wording.lists import listed
from carelog.wording.pages import common as common_words
from carelog.wording.pages.mood_counts import BOTH_ENDS
from carelog.wording.punctuation import named

_INDENT = 2
_MOST_NOTE_LINES = 3


class WeekDays:
    """Each day up to today under its own heading, then how often each routine was kept."""

    def __init__(self, week: Week, words: MoodWords) -> None:
        self.week = week
        self.words = words

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        for number, mood in enumerate(self.week.moods):
            body = [line for line in self._body(number, console, options) if line]
            if mood.day > self.week.today or (mood.resting and not body):
                continue
            yield Text()
            yield from self._heading(number, options)
            for line in body:
                line.rstrip()  # a name that has no letters in this encoding leaves a blank
                yield Text.assemble(" " * _INDENT, line)
        counts = list(self._counts(options))
        if counts:
            yield Text()
        yield from counts
        if marks := legend(self.week, options):
            yield Text()
            yield marks

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        return measure(options)

    def _heading(self, number: int, options: ConsoleOptions) -> Iterator[Text]:
        mood = self.week.moods[number]
        name = day_of_week(mood.day).ljust(8)
        line = Text.assemble((name, "heading"), mood_cell(mood, self.week, options))
        for words in (field(self._mood(mood), options), range_words(mood)):
            if words and cell_len(line.plain) + cell_len(words) + 2 <= page_width(options):
                line.append(f"  {words}", style="quiet")
        line.rstrip()
        yield line

    def _mood(self, mood: DayMood) -> str:
        if mood.is_both(self.week.scale):
            return BOTH_ENDS
        return "" if mood.median is None else self.words.word(mood.median)

    def _body(self, number: int, console: Console, options: ConsoleOptions) -> Iterator[Text]:
        room = page_width(options) - _INDENT
        readings = [
            named(each.tracker.name, each.tracker.show(reading))
            for each in self.week.trackers
            if (reading := each.readings[number]) is not None
        ]
        if readings:
            yield from (Text(line, style="quiet") for line in wrapped(listed(readings), room, console, options))
        yield from flow(self._marks(number, room, options), room, gap=2)
        if note := first_note(self.week.entries[number]):
            yield from map(Text, wrapped(note, room, console, options, _MOST_NOTE_LINES))

    def _marks(self, number: int, room: int, options: ConsoleOptions) -> list[Text]:
        is_today = self.week.moods[number].day == self.week.today
        unsaid = {DayState.NOT_DUE} if is_today else {DayState.NOT_DUE, DayState.OPEN}
        return [
            Text.assemble(
                routine_cell(each, number, self.week.today, options),
                f" {shortened(each.routine.name, room - 2, options)}".rstrip(),
            )
            for each in self.week.routines
            if each.days[number].state not in unsaid
        ]

    def _counts(self, options: ConsoleOptions) -> Iterator[Text]:
        kept = [each for each in self.week.routines if each.kept]
        counts = [common_words.kept_count(each.kept, each.due, each.open) for each in kept]
        room = page_width(options) - max(map(cell_len, counts), default=0) - 2
        names = [shortened(each.routine.name, room, options) for each in kept]
        width = max(map(cell_len, names), default=0)
        for name, count in zip(names, counts, strict=True):
            yield Text.assemble(name, " " * (width - cell_len(name) + 2), (count, "quiet"))
