"""The mark of a mood: a circle that fills up from the lowest level to the highest, coloured; a digit in ASCII."""

from __future__ import annotations

from rich.console import ConsoleOptions
from rich.text import Text

from carelog.domain.mood import MoodScale
from carelog.domain.score import LOWEST
from carelog.domain.statistics.descriptive import level_of
from carelog.review.days.moods import DayMood
from carelog.wording.counts import figures

_SHAPES = "○◔◑◕●"
_BOTH, _BOTH_IN_ASCII = "↕", "x"
_UNKNOWN, _UNKNOWN_IN_ASCII = "·", "."


def mood_mark(mood: float | None, options: ConsoleOptions, *, resting: bool = False) -> Text:
    """The mark of a mood from 1 to 5, one column wide: a small dot for None, a blank for None on a day of rest."""
    if mood is None:
        dot = _UNKNOWN_IN_ASCII if options.ascii_only else _UNKNOWN
        return Text(" " if resting else dot, style="quiet")
    level = level_of(mood)
    return Text(str(level) if options.ascii_only else _SHAPES[level - LOWEST], style=f"mood.{level}")


def both_ends_mark(options: ConsoleOptions) -> Text:
    """The mark of a day of a two-sided scale with entries on both sides of level."""
    return Text(_BOTH_IN_ASCII if options.ascii_only else _BOTH, style="heading")


def mood_mark_of_day(day: DayMood, scale: MoodScale, options: ConsoleOptions) -> Text:
    """The mark of a day's median; of a two-sided scale, a mark of its own for a day that was both low and high."""
    if day.is_both(scale):
        return both_ends_mark(options)
    return mood_mark(day.median, options, resting=day.resting)


def mood_figure(mood: float, options: ConsoleOptions) -> Text:
    """A mood as mark and number, such as ◕ 4; the number alone in ASCII."""
    number = Text(figures(mood), style=f"mood.{level_of(mood)}")
    return number if options.ascii_only else Text.assemble(mood_mark(mood, options), " ", number)
