"""What is due: the routines that are open on a day, for a prompt or a timer, which ask often and need little."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from carelog.domain.time.days import Moment, Period
from carelog.review.days.histories import histories
from carelog.review.days.rest_days import days_away
from carelog.review.days.routines import RoutineToday, brought_up_on_a_return, routines_and_ticks, routines_today

if TYPE_CHECKING:
    from carelog.journal import Journal


@dataclass(frozen=True, slots=True)
class Due:
    """The routines that are open on a day: those due `now`, and those with a time of day that comes `later`.

    A planned time that is past with nothing noted is in neither.
    """

    day: date
    now: tuple[RoutineToday, ...]
    later: tuple[RoutineToday, ...]


def due(journal: Journal, day: date, now: Moment) -> Due:
    """The routines that are open on a day, at a moment: on the day of a return no more than the page of today shows."""
    routines, ticks = routines_and_ticks(journal, day)
    known = histories(journal, routines, Period(day, day), day)
    shown = routines_today(routines, ticks, now, journal.settings.day_starts_at, known)
    if days_away(journal, known.rest, day) is not None:
        shown = brought_up_on_a_return(shown)
    asked = [each for each in shown if each.is_open]
    return Due(day, tuple(each for each in asked if each.is_due), tuple(each for each in asked if each.later))
