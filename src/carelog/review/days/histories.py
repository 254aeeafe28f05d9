"""The histories of routines, from which every page and file takes its numbers of due, kept and missed times."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from carelog.domain.routines.cadence import CadenceKind
from carelog.domain.routines.due import RoutineHistory, windows
from carelog.domain.routines.routine import Routine, TickCounts
from carelog.domain.time.days import EARLIEST, LATEST, ONE_DAY, Period
from carelog.review.days.rest_days import Rest, rest_in

if TYPE_CHECKING:
    from carelog.journal import Journal

LONGEST_WINDOW = 366 * ONE_DAY
"""The longest window of days by which a cadence is judged."""


@dataclass(frozen=True, slots=True)
class Histories:
    """What the journal knows of routines on the days of a span, as known `today`."""

    span: Period
    today: date
    rest: Rest
    _noted: Mapping[str, Mapping[date, TickCounts]]
    _paused: frozenset[date]
    _quiet: frozenset[date]

    def of(self, routine: Routine) -> RoutineHistory:
        """The history of a routine."""
        return RoutineHistory(routine, self._noted.get(routine.id, {}), self.today, self._paused, self._quiet)


def histories(
    journal: Journal, routines: Sequence[Routine], period: Period, today: date, *, since: date | None = None
) -> Histories:
    """Read what decides the numbers of routines in a period, as known `today`, and all days from `since` on.

    With EARLIEST, `since` is the day of the first tick.
    """
    needed = [_first_needed(routine, period.first) for routine in routines]
    first = min([period.first, *needed, *([since] if since else [])])
    noted = journal.ticks.noted(Period(first, max(today, first)))
    if since == EARLIEST:
        first = min([period.first, *(day for days in noted.values() for day in days)])
    else:
        whole = [routine.id for routine in routines if _counts_from_its_beginning(routine)]
        noted |= journal.ticks.noted(Period(EARLIEST, today), whole) if whole else {}
        first = min([first, *(_waiting_since(each, noted, period.first) for each in routines if each.id in whole)])
    span = Period(first, max(today, first))
    rest = rest_in(journal, span, today)
    nearby = Period(first, span.last + LONGEST_WINDOW)
    announced = (Period(pause.first, pause.last or LATEST) for pause in rest.pauses)
    return Histories(span, today, rest, noted, _days(announced, nearby), _days(rest.quiet, nearby))


def _first_needed(routine: Routine, day: date) -> date:
    """The first day that decides what was due on a day, or whether it was asked for."""
    stretch = next((each for each in routine.stretches if day in each), None)
    if stretch is None or stretch.cadence.kind not in (CadenceKind.PER_WEEK, CadenceKind.PER_DAYS):
        return day
    window = next(windows(stretch, Period(day, day)))
    return max(min(window.first, stretch.cadence.days_that_count(day).first), stretch.first)


def _counts_from_its_beginning(routine: Routine) -> bool:
    """Whether the first tick decides which of the later ones were due."""
    return any(stretch.cadence.kind is CadenceKind.INTERVAL for stretch in routine.stretches)


def _waiting_since(routine: Routine, noted: Mapping[str, Mapping[date, TickCounts]], day: date) -> date:
    """The day from which a routine has waited to be done: that of the last tick before a day, or of its beginning."""
    return max((each for each in noted.get(routine.id, {}) if each < day), default=min(routine.started, day))


def _days(periods: Iterable[Period], within: Period) -> frozenset[date]:
    found = (each.clipped(within) for each in periods)
    return frozenset(day for period in found if period for day in period)
