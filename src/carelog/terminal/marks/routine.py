"""A mark for how a routine stands on a day: squares, as a list of things to tick has them; letters in ASCII."""

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
    """One column for a state; a day that is `past` and stayed open has a small dot and nothing that accuses."""
    shape, letter, style = _MARKS[state]
    if past and state is DayState.OPEN:
        (shape, letter), style = _PAST_AND_OPEN, "quiet"
    return Text(letter if options.ascii_only else shape, style=style)
