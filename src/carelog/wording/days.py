"""Days, times and spans in words, and what is said about them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carelog.language import gettext as _
from carelog.language import pgettext, plural

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date, time

WEEKDAYS = (
    _("Monday"),
    _("Tuesday"),
    _("Wednesday"),
    _("Thursday"),
    _("Friday"),
    _("Saturday"),
    _("Sunday"),
)
SHORT_WEEKDAYS = (_("Mon"), _("Tue"), _("Wed"), _("Thu"), _("Fri"), _("Sat"), _("Sun"))

_MONTHS = (
    pgettext("in a date", "January"),
    pgettext("in a date", "February"),
    pgettext("in a date", "March"),
    pgettext("in a date", "April"),
    pgettext("in a date", "May"),
    pgettext("in a date", "June"),
    pgettext("in a date", "July"),
    pgettext("in a date", "August"),
    pgettext("in a date", "September"),
    pgettext("in a date", "October"),
    pgettext("in a date", "November"),
    pgettext("in a date", "December"),
)
_MONTHS_ALONE = (
    pgettext("alone", "January"),
    pgettext("alone", "February"),
    pgettext("alone", "March"),
    pgettext("alone", "April"),
    pgettext("alone", "May"),
    pgettext("alone", "June"),
    pgettext("alone", "July"),
    pgettext("alone", "August"),
    pgettext("alone", "September"),
    pgettext("alone", "October"),
    pgettext("alone", "November"),
    pgettext("alone", "December"),
)
"""Many languages inflect the name of a month behind a day, and not where it stands alone."""

_SHORT_MONTHS = (
    pgettext("in short", "Jan"),
    pgettext("in short", "Feb"),
    pgettext("in short", "Mar"),
    pgettext("in short", "Apr"),
    pgettext("in short", "May"),
    pgettext("in short", "Jun"),
    pgettext("in short", "Jul"),
    pgettext("in short", "Aug"),
    pgettext("in short", "Sep"),
    pgettext("in short", "Oct"),
    pgettext("in short", "Nov"),
    pgettext("in short", "Dec"),
)
_DAYS_OF_A_WEEK = 7
_LONGEST_WEEK, _LONGEST_MONTH = 6, 31
"""The days from the first to the last of a stretch that is called by its days, or by its month."""


def day_name(day: date) -> str:
    """A day in words, such as Monday 3 November 2025."""
    template = _("{weekday} {day} {month} {year}")
    return template.format(weekday=WEEKDAYS[day.weekday()], day=day.day, month=_month(day), year=day.year)


def short_day(day: date) -> str:
    """A day in a few letters, such as Mon 3 Nov."""
    template = _("{weekday} {day} {month}")
    return template.format(weekday=SHORT_WEEKDAYS[day.weekday()], day=day.day, month=short_month(day))


def day_in_table(day: date) -> str:
    """A day in a table, whose days can be years apart, such as 3 Nov 2025: tables of past days have this one form."""
    return date_name(day, short=True)


def day_beside(day: date, other: date) -> str:
    """A day in a table beside another one in a few letters, such as Mon 3 Nov, with its year where that differs."""
    if day.year == other.year:
        return short_day(day)
    return _("{day} {year}").format(day=short_day(day), year=day.year)


def date_name(day: date, *, short: bool = False) -> str:
    """A day without its weekday, such as 3 November 2025, or with `short` 3 Nov 2025."""
    return _("{day} {month} {year}").format(day=day.day, month=_month(day, short=short), year=day.year)


def day_in_year(day: date, year: int) -> str:
    """A day in a few letters, with its year unless that is the one of the page, such as 3 Nov and 3 Nov 2025."""
    return day_of_month(day) if day.year == year else date_name(day, short=True)


def day_of_month(day: date) -> str:
    """A day within a known year, such as 3 Nov."""
    return _("{day} {month}").format(day=day.day, month=short_month(day))


def day_and_month(day: date) -> str:
    """A day within a known year, with its month in full, such as 3 November."""
    return _("{day} {month}").format(day=day.day, month=_month(day))


def by_day(values: Sequence[tuple[date | None, str]], *, with_year: bool) -> str:
    """What changed on some days, such as daily; from 4 November 3/week; each value with the day it began on."""
    said, last = values[0][1], values[0][1]
    for day, value in values[1:]:
        if day and value != last:
            since = date_name(day) if with_year else day_and_month(day)
            said = _("{before}; from {day} {after}").format(before=said, day=since, after=value)
            last = value
    return said


def day_of_week(day: date) -> str:
    """A day within a known week, such as Mon 3."""
    return _("{weekday} {day}").format(weekday=SHORT_WEEKDAYS[day.weekday()], day=day.day)


def month_name(day: date) -> str:
    """The month of a day, such as November."""
    return _MONTHS_ALONE[day.month - 1]


def short_month(day: date) -> str:
    """The month of a day in a few letters, such as Nov."""
    return _SHORT_MONTHS[day.month - 1]


def month_and_year(day: date, *, short: bool = False) -> str:
    """The month of a day with its year, such as November 2025, or with `short` Nov 2025."""
    return _("{month} {year}").format(month=short_month(day) if short else month_name(day), year=day.year)


def time_of_day(at: time) -> str:
    """A time of day, such as 21:40."""
    return f"{at:%H:%M}"


def from_to(first: date, last: date, *, short: bool = False) -> str:
    """A period, such as 26 October to 22 November 2026, or with `short` months 26 Oct to 22 Nov 2026."""
    if first == last:
        return date_name(last, short=short)
    if first.year != last.year:
        template = _("{first_day} {first_month} {first_year} to {last_day} {last_month} {last_year}")
    elif first.month != last.month:
        template = _("{first_day} {first_month} to {last_day} {last_month} {last_year}")
    else:
        template = _("{first_day} to {last_day} {last_month} {last_year}")
    return template.format(
        first_day=first.day,
        first_month=_month(first, short=short),
        first_year=first.year,
        last_day=last.day,
        last_month=_month(last, short=short),
        last_year=last.year,
    )


def span(first: date, last: date) -> str:
    """A range of days in short, such as 26 Oct – 1 Nov."""
    if first == last:
        return day_of_month(first)
    if (first.year, first.month) == (last.year, last.month):
        return _("{first_day} – {last_day} {month}").format(
            first_day=first.day, last_day=last.day, month=short_month(last)
        )
    return _("{first} – {last}").format(first=day_of_month(first), last=day_of_month(last))


def stretch(first: date, last: date) -> str:
    """A stretch of a period by its name: its years, its month, or its days in a few letters."""
    if last.year != first.year:
        return _("{first} to {last}").format(first=first.year, last=last.year)
    length = (last - first).days
    if length > _LONGEST_MONTH:
        return str(first.year)
    if length > _LONGEST_WEEK:
        return month_and_year(first)
    if first == last:
        return short_day(first)
    return _("{first} to {last}").format(first=short_day(first), last=short_day(last))


def day_count(days: int) -> str:
    """A number of days, such as 2 days."""
    return plural(days, "{count} day", "{count} days")


def on_days(counts: Iterable[tuple[str, int]]) -> list[str]:
    """What was on how many days, such as great on 4 days, good on 9; only the first names the unit."""
    known = list(counts)
    first = [plural(days, "{what} on {count} day", "{what} on {count} days", what=what) for what, days in known[:1]]
    return first + [_("{what} on {days}").format(what=what, days=days) for what, days in known[1:]]


def counted_for(day: date, starts_at: time) -> str:
    """Something was noted in the small hours, and counts for the day before."""
    template = _("It is noted for {weekday}: your day begins at {time}.")
    return template.format(weekday=WEEKDAYS[day.weekday()], time=time_of_day(starts_at))


def recent_day(day: date, today: date) -> str:
    """A day as one speaks of it: by its weekday within the last six days, else in full."""
    return WEEKDAYS[day.weekday()] if 0 < (today - day).days < _DAYS_OF_A_WEEK else day_name(day)


def skipped_time(asked: str, used: str) -> str:
    """The time does not exist, because the clocks were put forward."""
    return _("The clocks went forward over {asked} that day, so it is noted as {used}.").format(asked=asked, used=used)


def repeated_time(asked: str) -> str:
    """The time came twice, because the clocks were put back."""
    return _("The clocks went back that day, so {asked} came twice; it is noted as the first.").format(asked=asked)


def _month(day: date, *, short: bool = False) -> str:
    """The month of a day as it stands behind the day."""
    return short_month(day) if short else _MONTHS[day.month - 1]
