"""The moods of Mondays, Tuesdays and so on, side by side and without comment."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, RenderResult
from rich.measure import Measurement
from rich.text import Text

from carelog.review.days.moods import half_step
from carelog.review.pages.trends import WeekdayMood
from carelog.terminal.marks.mood import both_ends_mark, mood_figure, mood_mark
from carelog.terminal.page import NARROWEST, measure, page_width
from carelog.terminal.table import ListTable
from carelog.wording.counts import figures
from carelog.wording.days import SHORT_WEEKDAYS
from carelog.wording.lists import listed
from carelog.wording.pages import common as common_words
from carelog.wording.pages import trends as trends_words
from carelog.wording.pages.mood_counts import BOTH_ENDS
from carelog.wording.punctuation import labelled

_LABEL, _CELL = 5, 5
_FEWEST_COLUMNS_FOR_WIDE, _WIDE_CELL = 64, 8


class WeekdayTable:
    """The median mood of each weekday and its number of days. It draws no conclusion: differences may be chance."""

    def __init__(self, weekdays: Sequence[WeekdayMood]) -> None:
        self.weekdays = weekdays

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        if page_width(options) < NARROWEST:
            yield ListTable(["", common_words.MOOD, trends_words.DAYS], [_record(each) for each in self.weekdays])
            return
        names = (Text(SHORT_WEEKDAYS[each.weekday], style="quiet") for each in self.weekdays)
        yield self._row("", names, options)
        yield self._row(common_words.MOOD, (self._mood(each, options) for each in self.weekdays), options)
        counts = (Text(str(each.days), style="quiet") for each in self.weekdays)
        yield self._row(trends_words.DAYS, counts, options)
        if any(each.both for each in self.weekdays):
            both = (Text(str(each.both), style="quiet") for each in self.weekdays)
            yield self._row(both_ends_mark(options).plain, both, options)

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        return measure(options)

    def _mood(self, each: WeekdayMood, options: ConsoleOptions) -> Text:
        if each.median is None:
            return both_ends_mark(options) if each.both else mood_mark(None, options)
        shown = half_step(each.median)
        figure = mood_figure(shown, options)
        return figure if _is_wide(options) else figure[-len(figures(shown)) :]

    def _row(self, label: str, cells: Iterator[Text], options: ConsoleOptions) -> Text:
        width = _WIDE_CELL if _is_wide(options) else _CELL
        line = Text.assemble((label.ljust(_LABEL), "quiet"))
        for cell in cells:
            line.append_text(cell).append(" " * (width - cell_len(cell.plain)))
        line.rstrip()
        return line


def _is_wide(options: ConsoleOptions) -> bool:
    return page_width(options) >= _FEWEST_COLUMNS_FOR_WIDE


def _record(each: WeekdayMood) -> list[str]:
    mood = trends_words.NO_MOOD if each.median is None else figures(half_step(each.median))
    if each.both:
        both = labelled(BOTH_ENDS, str(each.both))
        mood = both if each.median is None else listed([mood, both])
    return [SHORT_WEEKDAYS[each.weekday], mood, str(each.days)]
