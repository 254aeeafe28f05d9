"""Calendar months: the days of one, and the months before and after it."""

from __future__ import annotations

from datetime import date

from carelog.domain.time.days import ONE_DAY, Period


def month_of(day: date) -> Period:
    """The calendar month of a day."""
    return Period(day.replace(day=1), months_on(day, 1) - ONE_DAY)


def months_on(day: date, months: int) -> date:
    """The first day of the month that is so many months after that of a day, or before it where `months` is negative.

    Raises ValueError where that is before year 1 or after year 9999.
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, 1)
