"""The sheet of a month: a person's own scales by day, filled with what was noted or empty, to be printed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from carelog.domain.time.days import ONE_DAY, Period
from carelog.review.days.moods import moods_of
from carelog.review.days.readings import daily_readings
from carelog.review.days.rest_days import Rest

if TYPE_CHECKING:
    from carelog.domain.tracker import Tracker
    from carelog.journal import Journal


@dataclass(frozen=True, slots=True)
class SheetDay:
    """A day of the sheet: the middle of its moods, and of the readings of each scale; None where nothing stands."""

    day: date
    mood: float | None
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
    entries = [] if empty else shared.entries.matching(month)
    noted = {tracker.id: days for tracker, days in daily_readings(shared, entries)}
    days = (
        SheetDay(mood.day, mood.median, tuple(noted.get(tracker.id, {}).get(mood.day) for tracker in trackers))
        for mood in moods_of(month, entries, Rest())
    )
    return MonthSheet(trackers, tuple(days), empty)


def month_of(day: date) -> Period:
    """The calendar month of a day."""
    first = day.replace(day=1)
    following = (first + 31 * ONE_DAY).replace(day=1)
    return Period(first, following - ONE_DAY)
