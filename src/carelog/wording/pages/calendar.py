"""The calendar page: counts of days, without any interpretation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carelog.language import gettext as _
from carelog.language import plural
from carelog.wording.days import month_name, on_days
from carelog.wording.lists import listed
from carelog.wording.punctuation import labelled

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

TODAY = _("today")
ON_PAUSE = _("pause")


def nothing_that_year(year: int) -> str:
    """A year has no entries."""
    return _("Nothing is noted in {year}.").format(year=year)


def coverage(days: int, of: int, *, paused: bool) -> str:
    """On how many days something was noted, and whether days of rest are left out of the count."""
    if not paused:
        return plural(of, "Entries on {days} of {count} day.", "Entries on {days} of {count} days.", days=days)
    return plural(
        of,
        "Entries on {days} of {count} day; pauses and long times away are left out.",
        "Entries on {days} of {count} days; pauses and long times away are left out.",
        days=days,
    )


def legend_item(word: str, days: int) -> str:
    """A level and its number of days, which is left out when it is 0."""
    return labelled(word, str(days)) if days else word


def whole_year(counts: Iterable[tuple[str, int]]) -> str:
    """What the days of a year were, such as great on 4 days, good on 9; those that are 0 are left out."""
    return _("The year: {days}").format(days=_by_level(counts))


def month(day: date, counts: Iterable[tuple[str, int]]) -> str:
    """What the days of the month of a day were."""
    return _("{month}: {days}").format(month=month_name(day), days=_by_level(counts))


def _by_level(counts: Iterable[tuple[str, int]]) -> str:
    return listed(on_days((what, days) for what, days in counts if days))
