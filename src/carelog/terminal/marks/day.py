"""A mark for what became of a routine on a day, as `routine_marks` has them, and those that only weeks later show."""

from __future__ import annotations

from rich.console import ConsoleOptions
from rich.text import Text

from carelog.domain.routines.routine import DayState
from carelog.review.pages.streaks import DayMark
from carelog.terminal.marks.routine import routine_mark

_STATES = {
    DayMark.DONE: DayState.DONE,
    DayMark.SMALL: DayState.SMALL,
    DayMark.PARTLY: DayState.PARTLY,
    DayMark.SKIPPED: DayState.SKIPPED,
    DayMark.OPEN: DayState.OPEN,
    DayMark.NOT_DUE: DayState.NOT_DUE,
}
_BRIDGE, _PAUSE = ("◠", "^"), ("~", "~")


def day_mark(mark: DayMark, options: ConsoleOptions) -> Text:
    """One column for a day; a small dot where something was due and nothing is noted, nothing where nothing was due."""
    match mark:
        case DayMark.MISSED:
            return routine_mark(DayState.OPEN, options, past=True)
        case DayMark.BRIDGED:
            return Text(_BRIDGE[options.ascii_only], style="quiet")
        case DayMark.PAUSED:
            return Text(_PAUSE[options.ascii_only], style="quiet")
        case _:
            return routine_mark(_STATES[mark], options)
