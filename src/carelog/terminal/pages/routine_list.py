"""The routines of a day, one line each: mark, name, dose or target, state."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, RenderResult
from rich.measure import Measurement
from rich.text import Text

from carelog.domain.routines.routine import DayState, RoutineDay
from carelog.review.days.routines import RoutineToday
from carelog.terminal.marks.routine import routine_mark
from carelog.terminal.page import measure, page_width, sentence
from carelog.terminal.user_text import field, shortened
from carelog.wording.counts import amount, figures, part_of
from carelog.wording.lists import listed
from carelog.wording.pages import common as common_words
from carelog.wording.punctuation import labelled

_MOST = 7
_WIDEST_NAME = 44
_FEWEST_COLUMNS_FOR_SMALL = 72


class RoutineList:
    """The routines of a day in the order given. When there are too many to draw, open ones are preferred."""

    def __init__(self, routines: Sequence[RoutineToday]) -> None:
        self.routines = routines

    def sentences(self) -> Iterator[str]:
        """Each routine and its state."""
        for each in self.routines:
            name = listed(part for part in (each.day.routine.name, _about(each)) if part)
            state = listed(part for part in (_state(each), _small(each)) if part)
            yield sentence(labelled(name, state))

    def lines(self, options: ConsoleOptions) -> Iterator[Text]:
        """The lines of the list; at most seven routines, then how many more there are."""
        shown = self._shown()
        states = {id(each): Text(_state(each), style="" if each.is_open else "quiet") for each in shown}
        state_width = max((cell_len(state.plain) for state in states.values()), default=0)
        widest = max((_name_width(each, options) for each in shown), default=0)
        width = min(widest, _WIDEST_NAME, max(page_width(options) - state_width - 4, 10))
        for each in shown:
            line = Text.assemble(
                routine_mark(each.day.state, options), " ", _name(each, width, options), "  ", states[id(each)]
            )
            small = _small(each)
            if small and page_width(options) >= _FEWEST_COLUMNS_FOR_SMALL:
                left = page_width(options) - cell_len(line.plain) - 2
                line.append(f"  {shortened(small, left, options)}", style="quiet")
            yield line
        if len(shown) < len(self.routines):
            yield Text(f"  {common_words.more_routines(len(self.routines) - len(shown))}", style="quiet")

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        yield from self.lines(options)

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        return measure(options)

    def _shown(self) -> list[RoutineToday]:
        open_first = sorted(range(len(self.routines)), key=lambda number: not self.routines[number].is_open)
        return [self.routines[number] for number in sorted(open_first[:_MOST])]


def _name_width(each: RoutineToday, options: ConsoleOptions) -> int:
    about = field(_about(each), options)
    return cell_len(field(each.day.routine.name, options)) + (cell_len(about) + 2 if about else 0)


def _name(each: RoutineToday, width: int, options: ConsoleOptions) -> Text:
    name = Text(shortened(each.day.routine.name, width, options))
    left = width - cell_len(name.plain) - 2
    about = field(_about(each), options)
    if about and cell_len(about) <= left:
        name.append(f"  {shortened(about, left, options)}", style="quiet")
    name.pad_right(max(width - cell_len(name.plain), 0))
    return name


def _about(each: RoutineToday) -> str:
    routine = each.day.routine
    if routine.is_medicine:
        return routine.dose_on(each.day.day)
    return amount(routine.target, routine.unit) if routine.target else ""


def _small(each: RoutineToday) -> str:
    small = each.day.routine.small
    return common_words.or_small(small) if small and each.day.state is DayState.OPEN else ""


def _state(each: RoutineToday) -> str:
    day, come = each.day, common_words.comes_at(each.next_at, later=each.later) if each.next_at else ""
    unnoted = common_words.not_noted(each.unnoted) if each.unnoted else ""
    match day.state:
        case DayState.OPEN:
            return listed(part for part in (come, unnoted) if part) or common_words.OPEN
        case DayState.PARTLY:
            says_when = each.later or any(slot.is_open and slot.at == each.next_at for slot in each.slots)
            return listed(part for part in (_noted(day), come if says_when else "", unnoted) if part)
        case DayState.DONE if day.asked > 1:
            return listed([_noted(day), day.ticks[-1].at.clock])
        case DayState.DONE | DayState.SMALL:
            return common_words.state_at(day.state.value, day.ticks[-1].at.clock)
        case _:
            return common_words.STATE_WORDS[day.state.value]


def _noted(day: RoutineDay) -> str:
    if day.routine.target and len(day.ticks) >= day.asked:
        return part_of(figures(day.amount), amount(day.routine.target, day.routine.unit))
    return part_of(day.kept, day.asked)
