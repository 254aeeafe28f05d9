"""The mark of a mood: a circle that fills up from the lowest level to the highest, coloured; a digit in ASCII."""

from __future__ import annotations

from rich.console import ConsoleOptions
from rich.text import Text

from carelog.domain.mood import LOWEST
from carelog.domain.numbers import show_number
from carelog.domain.statistics.descriptive import level_of

_SHAPES = "○◔◑◕●"
_UNKNOWN, _UNKNOWN_IN_ASCII = "·", "."


def mood_mark(mood: float | None, options: ConsoleOptions, *, resting: bool = False) -> Text:
    """The mark of a mood from 1 to 5, one column wide: a small dot for None, a blank for None on a day of rest."""
    if mood is None:
        dot = _UNKNOWN_IN_ASCII if options.ascii_only else _UNKNOWN
        return Text(" " if resting else dot, style="quiet")
    level = level_of(mood)
    return Text(str(level) if options.ascii_only else _SHAPES[level - LOWEST], style=f"mood.{level}")


def mood_figure(mood: float, options: ConsoleOptions) -> Text:
    """A mood as mark and number, such as ◕ 4; the number alone in ASCII."""
    number = Text(show_number(mood), style=f"mood.{level_of(mood)}")
    return number if options.ascii_only else Text.assemble(mood_mark(mood, options), " ", number)
