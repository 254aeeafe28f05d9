"""What one day of a week shows, whether days are columns or stand below each other."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from rich.console import ConsoleOptions
from rich.text import Text

from carelog.domain.entry import Entry
from carelog.domain.routines.routine import DayState
from carelog.review.days.moods import DayMood
from carelog.review.pages.week import RoutineWeek, Week
from carelog.terminal.marks.mood import both_ends_mark, mood_figure, mood_mark
from carelog.terminal.marks.routine import routine_mark
from carelog.terminal.pages.entry_words import note_of
from carelog.wording.pages import common as common_words

_IN_LEGEND = (DayState.PARTLY, DayState.SMALL, DayState.SKIPPED)


def mood_cell(mood: DayMood, week: Week, options: ConsoleOptions) -> Text:
    """The median of a day; a small dot without a mood; a blank for days of rest and for days that are not over.

    A day of a two-sided scale that was both low and high has a mark and no median, which would call it level.
    """
    if mood.is_both(week.scale):
        return both_ends_mark(options)
    if mood.median is not None:
        return mood_figure(mood.median, options)
    return mood_mark(None, options, resting=mood.resting or mood.day >= week.today)


def range_words(mood: DayMood) -> str:
    """The range of moods on a day, such as 2 to 5; empty when they are equal or there are none."""
    return common_words.levels(mood.lowest, mood.highest) if mood.lowest and mood.highest else ""


def routine_cell(each: RoutineWeek, number: int, today: date, options: ConsoleOptions) -> Text:
    """The mark of a routine on a day of the week, counted from 0."""
    day = each.days[number]
    return routine_mark(day.state, options, past=day.day < today)


def first_note(entries: Sequence[Entry]) -> str:
    """The first note of a day, on one line; the placeholder of a private note only if all notes are private."""
    in_order = sorted(entries, key=lambda entry: entry.private)
    return next((" ".join(note.split()) for entry in in_order if (note := note_of(entry))), "")


def legend(week: Week, options: ConsoleOptions) -> Text:
    """The meaning of the less obvious marks that the week has, on one line; empty when it has none."""
    seen = {day.state for each in week.routines for day in each.days}
    marks = [
        Text.assemble(routine_mark(state, options), (f" {common_words.STATE_WORDS[state.value]}", "quiet"))
        for state in _IN_LEGEND
        if state in seen
    ]
    return Text("   ").join(marks)
