"""A week as seven columns, for terminals that are wide enough."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, RenderResult
from rich.measure import Measurement
from rich.text import Text

from carelog.review.pages.week import RoutineWeek, Week
from carelog.terminal.page import measure, page_width
from carelog.terminal.pages.week_cells import first_note, legend, mood_cell, range_words, routine_cell
from carelog.terminal.user_text import field, shortened, wrapped
from carelog.wording.days import day_of_week
from carelog.wording.pages import common as common_words

SIDE_BY_SIDE = 80
"""The fewest columns of a terminal in which the days stand side by side."""

_DAYS = 7
_GAP = 2
_READABLE_CELL = 12
_NARROWEST_LABEL, _WIDEST_LABEL_WHERE_TIGHT = 15, 40
"""How much of the width names get before the columns of the days, and at most while those are as narrow as can be."""
_DAY_NAME, _MOST_NOTE_LINES, _MOST_NAME_LINES = 8, 2, 2


class WeekColumns:
    """Moods, readings and routines, each in the column of its day; below them the first note of each day."""

    def __init__(self, week: Week) -> None:
        self.week = week

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        blocks = (self._moods(options), self._readings(options), self._routines(console, options))
        for block in (*blocks, self._notes(console, options)):
            lines = list(block)
            if lines:
                yield Text()
            yield from lines
        if marks := legend(self.week, options):
            yield Text()
            yield marks

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        return measure(options, SIDE_BY_SIDE)

    def _moods(self, options: ConsoleOptions) -> Iterator[Text]:
        week = self.week
        names = (day_of_week(day) for day in week.period)
        styles = ("heading" if day <= week.today else "quiet" for day in week.period)
        yield self._row("", [Text(name, style=style) for name, style in zip(names, styles, strict=True)], options)
        yield self._row(common_words.MOOD, [mood_cell(mood, week, options) for mood in week.moods], options)
        ranges = [Text(range_words(mood), style="quiet") for mood in week.moods]
        if any(ranges):
            yield self._row("", ranges, options)

    def _readings(self, options: ConsoleOptions) -> Iterator[Text]:
        room = self._cell(options) - 1
        for each in self.week.trackers:
            shown = ("" if reading is None else each.tracker.show(reading) for reading in each.readings)
            yield self._row(each.tracker.name, [Text(shortened(text, room, options)) for text in shown], options)

    def _routines(self, console: Console, options: ConsoleOptions) -> Iterator[Text]:
        """A row for each routine, under which a long name goes on."""
        room = self._label(options) - _GAP
        for each in self.week.routines:
            marks = [routine_cell(each, number, self.week.today, options) for number in range(_DAYS)]
            name = wrapped(each.routine.name, room, console, options, _MOST_NAME_LINES)
            yield self._row(name[0], marks, options, _count_of(each))
            yield from (Text(line, style="quiet") for line in name[1:])

    def _notes(self, console: Console, options: ConsoleOptions) -> Iterator[Text]:
        """The first note of each day below the columns, which are so narrow that they would cut words in two."""
        for day, entries in zip(self.week.period, self.week.entries, strict=True):
            name = day_of_week(day).ljust(_DAY_NAME)
            lines = wrapped(first_note(entries), page_width(options) - _DAY_NAME, console, options, _MOST_NOTE_LINES)
            for number, line in enumerate(line for line in lines if line):
                yield Text.assemble((" " * _DAY_NAME if number else name, "quiet"), line)

    def _row(self, label: str, cells: Sequence[Text], options: ConsoleOptions, count: str = "") -> Text:
        label_width = self._label(options)
        line = Text.assemble((shortened(label, label_width - _GAP, options), "quiet"))
        line.append(" " * (label_width - cell_len(line.plain)))
        for cell in cells:
            line.append_text(cell).append(" " * max(self._cell(options) - cell_len(cell.plain), 0))
        line.append(count, style="quiet")
        line.rstrip()
        return line

    def _cell(self, options: ConsoleOptions) -> int:
        """The width of a day's column."""
        return (page_width(options) - self._label(options) - self._count()) // _DAYS

    def _label(self, options: ConsoleOptions) -> int:
        """The width of the labels on the left."""
        names = [each.tracker.name for each in self.week.trackers] + [each.routine.name for each in self.week.routines]
        needed = max(cell_len(field(name, options)) for name in (*names, common_words.MOOD)) + _GAP
        room = page_width(options) - self._count()
        readable, tight = room - _DAYS * _READABLE_CELL, room - _DAYS * self._narrowest_cell(options)
        return min(needed, max(readable, min(tight, _WIDEST_LABEL_WHERE_TIGHT), _NARROWEST_LABEL))

    def _narrowest_cell(self, options: ConsoleOptions) -> int:
        """The width of the longest words of a day, and a blank behind them."""
        week = self.week
        words = [*map(day_of_week, week.period), *map(range_words, week.moods)]
        words += [mood_cell(mood, week, options).plain for mood in week.moods]
        words += [each.tracker.show(number) for each in week.trackers for number in each.readings if number is not None]
        return max(cell_len(field(word, options)) for word in words) + 1

    def _count(self) -> int:
        """The width of the counts on the right."""
        return max((cell_len(_count_of(each)) for each in self.week.routines), default=0)


def _count_of(each: RoutineWeek) -> str:
    return common_words.kept_count(each.kept, each.due, each.open)
