"""Days of rest (announced pauses, and long times without any use), and how much of a period a journal covers."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from carelog.domain.ids import milliseconds_of
from carelog.domain.routines.pause import DAYS_WITHOUT_USE, Pause, quiet_stretches
from carelog.domain.time.days import ONE_DAY, Period

if TYPE_CHECKING:
    from carelog.domain.routines.routine import Routine
    from carelog.journal import Journal

DAYS_OF_SETTLING = 7
"""For this many days after a return, pages bring up nothing but the day itself."""

_THE_BEGINNING = date(1, 1, 1)


@dataclass(frozen=True, slots=True)
class Rest:
    """The days of rest in and around a period: announced `pauses`, and `quiet` stretches of two weeks without any use.

    The days before a journal began are quiet too: nobody left them out.
    """

    pauses: tuple[Pause, ...] = ()
    quiet: tuple[Period, ...] = ()

    def __contains__(self, day: object) -> bool:
        return isinstance(day, date) and (self.pause_on(day) is not None or self.is_quiet(day))

    def is_quiet(self, day: date) -> bool:
        """Whether a day belongs to a stretch of two weeks or more without any use, so that nothing is known of it."""
        return any(day in stretch for stretch in self.quiet)

    def pause_on(self, day: date) -> Pause | None:
        """The announced pause that covers a day, or None."""
        return next((pause for pause in self.pauses if day in pause), None)

    def return_before(self, day: date) -> date | None:
        """The day of the last return up to and with `day`: the day after a quiet stretch. None without one."""
        ends = [stretch.last + ONE_DAY for stretch in self.quiet if stretch.last < day]
        return max(ends, default=None)


def rest_in(journal: Journal, period: Period, today: date) -> Rest:
    """The days of rest in and around a period. `today` counts as a day with use, and later days are not looked at.

    Adding a routine is use, as a note is. The days before the first use are quiet, whatever their number. Days further
    from the period than the shortest quiet stretch are not read, because they change nothing in it.
    """
    margin = (DAYS_WITHOUT_USE + 1) * ONE_DAY
    end = max(period.first, min(period.last + margin, today))
    looked_at = Period(period.first - margin, end)
    used = journal.days_of_use(looked_at) | _added(journal, looked_at)
    stretches = quiet_stretches({looked_at.first - ONE_DAY, *used}, end)
    return Rest(tuple(journal.pauses), tuple(Period(first, last) for first, last in stretches))


def days_away(journal: Journal, rest: Rest, day: date) -> int | None:
    """How many days before `day` the journal was last used, if `day` is that of a return; None on any other day."""
    return (day - last).days if rest.return_before(day) == day and (last := _last_use(journal, day)) else None


def is_settling(journal: Journal, rest: Rest, day: date) -> bool:
    """Whether `day` is within the week after a return, the day of the return included."""
    returned = rest.return_before(day)
    lately = returned is not None and (day - returned).days < DAYS_OF_SETTLING
    return lately and _last_use(journal, returned or day) is not None


def is_used(journal: Journal, period: Period) -> bool:
    """Whether anything was noted in a period."""
    return bool(journal.days_of_use(period))


def known_part(period: Period, began: date | None, today: date) -> Period:
    """The period without the days before a journal `began` and without those after `today`; at least one day of it."""
    last = max(period.first, min(period.last, today))
    return Period(began if began and period.first < began <= last else period.first, last)


def days_asked_for(period: Period, noted: Container[date], rest: Rest) -> frozenset[date]:
    """The days of a period without the days of an announced pause on which nothing was `noted`: they ask for nothing.

    A long time without use is a gap all the same, because days that somebody leaves out may be unlike the others.
    """
    return frozenset(day for day in period if day in noted or rest.pause_on(day) is None)


def covers_half(days: int, of: int) -> bool:
    """Whether `days` known days are enough to describe a period of `of` days: at least one, and at least half.

    With fewer, the days that were left out may have been unlike the others.
    """
    return days > 0 and 2 * days >= of


def _last_use(journal: Journal, before: date) -> date | None:
    earlier = Period(_THE_BEGINNING, before - ONE_DAY)
    return max(journal.days_of_use(earlier) | _added(journal, earlier), default=None)


def _added(journal: Journal, period: Period) -> set[date]:
    """The days of a period on which a routine was added; of one that was imported that day is not known."""
    routines = journal.routines.with_uncovered()
    return {each.started for each in routines if each.started in period and _began_when_added(each)}


def _began_when_added(routine: Routine) -> bool:
    """Whether a routine began on the day it was typed, up to the difference between a day and that of UTC."""
    made = milliseconds_of(routine.id)
    return made is not None and abs(datetime.fromtimestamp(made / 1000, UTC).date() - routine.started) <= ONE_DAY
