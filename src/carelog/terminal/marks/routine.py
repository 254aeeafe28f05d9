"""The mark for the state of a routine on a day: squares, as on a to-do list; letters in ASCII."""

from __future__ import annotations

from rich.console import ConsoleOptions
from rich.text import Text

from carelog.domain.routines.routine import DayState

_MARKS = {
    DayState.OPEN: ("□", "_", ""),
    DayState.PARTLY: ("◧", "/", "kept"),
    DayState.DONE: ("■", "x", "kept"),
    DayState.SMALL: ("▪", "o", "kept"),
    DayState.SKIPPED: ("–", "-", "quiet"),
    DayState.NOT_DUE: (" ", " ", ""),
}
_PAST_AND_OPEN = ("·", ".")


def routine_mark(state: DayState, options: ConsoleOptions, *, past: bool = False) -> Text:
    """The mark of a state, one column wide. A `past` day that stayed open gets a small dot, so that nothing accuses."""
    shape, letter, style = _MARKS[state]
    if past and state is DayState.OPEN:
        (shape, letter), style = _PAST_AND_OPEN, "quiet"
    return Text(letter if options.ascii_only else shape, style=style)
