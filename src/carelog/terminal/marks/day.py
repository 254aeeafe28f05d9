"""The mark of a routine on a past day: those of `routine_marks`, and marks for missed, bridged and paused days."""

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
    """The mark of a day, one column wide: a small dot for a missed day, a blank where nothing was due."""
    match mark:
        case DayMark.MISSED:
            return routine_mark(DayState.OPEN, options, past=True)
        case DayMark.BRIDGED:
            return Text(_BRIDGE[options.ascii_only], style="quiet")
        case DayMark.PAUSED:
            return Text(_PAUSE[options.ascii_only], style="quiet")
        case _:
            return routine_mark(_STATES[mark], options)
