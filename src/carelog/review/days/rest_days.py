"""Days that ask for nothing: announced pauses, and long stretches without any use."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from carelog.domain.routines.pause import DAYS_WITHOUT_USE, Pause, quiet_stretches
from carelog.domain.time.days import ONE_DAY, Period

if TYPE_CHECKING:
    from carelog.journal import Journal

DAYS_OF_SETTLING = 7
"""So many days after a return nothing but the day itself is brought up."""

_THE_BEGINNING = date(1, 1, 1)


@dataclass(frozen=True, slots=True)
class Rest:
    """The rest that touches a stretch of days: announced `pauses`, and `quiet` stretches of two weeks without any use.

    The days before a journal began are quiet too: nobody left them out.
    """

    pauses: tuple[Pause, ...] = ()
    quiet: tuple[Period, ...] = ()

    def __contains__(self, day: object) -> bool:
        return isinstance(day, date) and (self.pause_on(day) is not None or self.is_quiet(day))

    def is_quiet(self, day: date) -> bool:
        """Whether a day belongs to a long stretch without any use, so that nothing is known about it."""
        return any(day in stretch for stretch in self.quiet)

    def pause_on(self, day: date) -> Pause | None:
        """The announced pause that covers a day."""
        return next((pause for pause in self.pauses if day in pause), None)

    def return_before(self, day: date) -> date | None:
        """The day on which the last quiet stretch before `day` had ended, `day` itself included; None without one."""
        ends = [stretch.last + ONE_DAY for stretch in self.quiet if stretch.last < day]
        return max(ends, default=None)


def rest_in(journal: Journal, period: Period, today: date) -> Rest:
    """The rest that touches a period, as it is known `today`, which counts as a day with use.

    Days further than a quiet stretch from the period are not looked at.
    """
    margin = (DAYS_WITHOUT_USE + 1) * ONE_DAY
    end = max(period.first, min(period.last + margin, today))
    looked_at = Period(period.first - margin, end)
    used = _used(journal, looked_at)
    stretches = quiet_stretches({looked_at.first - ONE_DAY, *used}, end)
    return Rest(tuple(journal.pauses), tuple(Period(first, last) for first, last in stretches))


def days_away(journal: Journal, rest: Rest, day: date) -> int | None:
    """How many days ago the journal was last used, when `day` ends a quiet stretch; None on any other day."""
    return (day - last).days if rest.return_before(day) == day and (last := _last_use(journal, day)) else None


def is_settling(journal: Journal, rest: Rest, day: date) -> bool:
    """Whether `day` is within the week after a return."""
    returned = rest.return_before(day)
    lately = returned is not None and (day - returned).days < DAYS_OF_SETTLING
    return lately and _last_use(journal, returned or day) is not None


def is_used(journal: Journal, period: Period) -> bool:
    """Whether anything was noted in a period."""
    return bool(_used(journal, period))


def _last_use(journal: Journal, before: date) -> date | None:
    earlier = Period(_THE_BEGINNING, before - ONE_DAY)
    return max(_used(journal, earlier), default=None)


def _used(journal: Journal, period: Period) -> set[date]:
    """The days of a period on which anything was noted."""
    collections = (journal.entries, journal.ticks, journal.activities, journal.reached)
    return {day for each in collections for day in each.days(period)}
