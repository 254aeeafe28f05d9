"""The routines of a day, one line each: mark, name, dose or target, state."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, RenderResult
from rich.measure import Measurement
from rich.text import Text

from carelog.review.days.routines import RoutineToday
from carelog.terminal.marks.routine import routine_mark
from carelog.terminal.page import measure, page_width, sentence
from carelog.terminal.pages.routine_words import about, small_version, state
from carelog.terminal.user_text import field, shortened
from carelog.wording.lists import listed
from carelog.wording.pages import common as common_words
from carelog.wording.punctuation import labelled

FEWEST_COLUMNS_FOR_SMALL = 72
"""The narrowest page that has room for a small version beside its routine."""
_MOST = 7
_WIDEST_NAME = 44


class RoutineList:
    """The routines of a day in the order given. When there are too many to draw, open ones are preferred."""

    def __init__(self, routines: Sequence[RoutineToday]) -> None:
        self.routines = routines

    def sentences(self) -> Iterator[str]:
        """Each routine and its state."""
        for each in self.routines:
            name = listed(part for part in (each.day.routine.name, about(each)) if part)
            stands = listed(part for part in (state(each), small_version(each)) if part)
            yield sentence(labelled(name, stands))

    def lines(self, options: ConsoleOptions) -> Iterator[Text]:
        """The lines of the list; at most seven routines, then how many more there are."""
        shown = drawn_of(self.routines)
        states = {id(each): Text(state(each), style="" if each.is_open else "quiet") for each in shown}
        state_width = max((cell_len(each.plain) for each in states.values()), default=0)
        widest = max((_name_width(each, options) for each in shown), default=0)
        width = min(widest, _WIDEST_NAME, max(page_width(options) - state_width - 4, 10))
        for each in shown:
            line = Text.assemble(
                routine_mark(each.day.state, options), " ", _name(each, width, options), "  ", states[id(each)]
            )
            small = small_version(each)
            if small and page_width(options) >= FEWEST_COLUMNS_FOR_SMALL:
                left = page_width(options) - cell_len(line.plain) - 2
                line.append(f"  {shortened(small, left, options)}", style="quiet")
            yield line
        yield from (Text(f"  {line}", style="quiet") for line in not_drawn_of(self.routines))

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        yield from self.lines(options)

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        return measure(options)


def drawn_of(routines: Sequence[RoutineToday]) -> list[RoutineToday]:
    """The routines for which there is room: open ones are preferred."""
    open_first = sorted(range(len(routines)), key=lambda number: not routines[number].is_open)
    return [routines[number] for number in sorted(open_first[:_MOST])]


def not_drawn_of(routines: Sequence[RoutineToday]) -> Iterator[str]:
    """How many routines there is no room for, if any."""
    left_out = len(routines) - _MOST
    if left_out > 0:
        yield common_words.more_routines(left_out)


def _name_width(each: RoutineToday, options: ConsoleOptions) -> int:
    shown = field(about(each), options)
    return cell_len(field(each.day.routine.name, options)) + (cell_len(shown) + 2 if shown else 0)


def _name(each: RoutineToday, width: int, options: ConsoleOptions) -> Text:
    name = Text(shortened(each.day.routine.name, width, options))
    left = width - cell_len(name.plain) - 2
    shown = field(about(each), options)
    if shown and cell_len(shown) <= left:
        name.append(f"  {shortened(shown, left, options)}", style="quiet")
    name.pad_right(max(width - cell_len(name.plain), 0))
    return name
