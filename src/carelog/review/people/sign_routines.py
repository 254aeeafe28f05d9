"""Whether routines were kept, for signs whose rules ask for that: only those read the history of routines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carelog.domain.routines.routine import NO_TICKS
from carelog.domain.text import fold
from carelog.review.days.histories import histories

if TYPE_CHECKING:
    from datetime import date

    from carelog.domain.routines.due import RoutineHistory
    from carelog.domain.time.days import Period
    from carelog.journal import Journal


def kept_on_days(journal: Journal, period: Period, today: date) -> dict[date, dict[str, bool | None]]:
    """For each day of a period whether each routine was kept, by its name; None if it was skipped or did not ask."""
    routines = [each for each in journal.routines.with_uncovered() if each.archived is None]
    known = histories(journal, routines, period, today)
    asked = {fold(each.name): known.of(each) for each in routines}
    return {day: {name: _kept(history, day) for name, history in asked.items()} for day in period}


def _kept(history: RoutineHistory, day: date) -> bool | None:
    noted = history.noted.get(day, NO_TICKS)
    if noted.kept:
        return True
    return None if noted.skipped or not history.asked_on(day) else False
