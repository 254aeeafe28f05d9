"""The sheet of a month: a person's own scales by day, filled with what was noted or empty, to be printed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from carelog.domain.time.months import month_of
from carelog.review.days.moods import DayMood, moods_of
from carelog.review.days.readings import daily_readings
from carelog.review.days.rest_days import Rest

if TYPE_CHECKING:
    from carelog.domain.mood import MoodScale
    from carelog.domain.tracker import Tracker
    from carelog.journal import Journal


@dataclass(frozen=True, slots=True)
class SheetDay:
    """A day of the sheet: the middle of its moods, and of the readings of each scale; None where nothing stands.

    A day that was both low and high has its `ends` instead of a middle, the lowest and the highest.
    """

    day: date
    mood: float | None
    ends: tuple[int, int] | None
    readings: tuple[float | None, ...]


@dataclass(frozen=True, slots=True)
class MonthSheet:
    """A month with the active scales, in the order of their names."""

    trackers: tuple[Tracker, ...]
    days: tuple[SheetDay, ...]
    is_empty: bool


def month_sheet(journal: Journal, day: date, *, empty: bool = False) -> MonthSheet:
    """The sheet of the month of a day; with `empty` nothing is filled in. Private entries are on no sheet."""
    month = month_of(day)
    shared = journal.as_shared()
    trackers = tuple(shared.trackers.active())
    entries = [] if empty else shared.entries.within(month)
    noted = {tracker.id: days for tracker, days in daily_readings(shared, entries)}
    scale = journal.settings.mood.scale
    days = (
        _day(mood, scale, tuple(noted.get(tracker.id, {}).get(mood.day) for tracker in trackers))
        for mood in moods_of(month, entries, Rest())
    )
    return MonthSheet(trackers, tuple(days), empty)


def _day(mood: DayMood, scale: MoodScale, readings: tuple[float | None, ...]) -> SheetDay:
    if mood.is_both(scale):
        return SheetDay(mood.day, None, (min(mood.scores), max(mood.scores)), readings)
    return SheetDay(mood.day, mood.median, None, readings)
