"""What days can speak for: the part of a period that a journal can know, and how many of its days it takes."""

from __future__ import annotations

from datetime import date

from carelog.domain.time.days import Period


def known_part(period: Period, began: date | None, today: date) -> Period:
    """The period without the days before a journal `began` and without those to come; one day of it at least."""
    last = max(period.first, min(period.last, today))
    return Period(began if began and period.first < began <= last else period.first, last)


def speak_for(days: int, of: int) -> bool:
    """Whether so many days can say something of all of them: at least one, and at least half."""
    return days > 0 and 2 * days >= of
