"""Which helplines of a country are within their hours, and when the others open, each by the clocks of its own zone.

Loaded only for a country in which a line has hours. `scripts/make_helplines.py` writes them as numbers:

    open  600-1320 2040-2760            minutes of the week, which begins on Monday at 00:00
    zone  60 120 3 5 0 120 10 5 0 180   minutes ahead of UTC, in winter and in summer; from when to when summer time is

Beginning and end of summer time have four numbers each: month, week of the month (5 is the last), weekday (0 is Sunday)
and minute of the day on the clocks until then, as POSIX counts them. A zone without summer time has one number.
Holidays are in no source, so that these are the usual hours.
"""

from __future__ import annotations

import os
import time

TYPE_CHECKING = False
if TYPE_CHECKING:
    Now = tuple[int, int | None]
    """Seconds since 1970, and the minutes ahead of UTC of a clock that stands still; None for the computer's own."""

    Opening = tuple[int, str, str, bool]
    """When a line opens: minutes since 1970, weekday (empty for today), time of day, and whether these two are of the
    computer's clock."""

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_DAY, _WEEK = 24 * 60, 7 * 24 * 60
_MONDAY = 3 * _DAY
"""The minutes of its week that were over when 1970 began, on a Thursday."""
_MONTHS = (0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)


def opening(hours: str, zone: str, now: Now) -> tuple[bool, Opening | None]:
    """Whether a moment is within hours, and else when they begin: by their own clocks, if the person's show the same.

    Raises ValueError for hours and zones that are damaged, OSError or OverflowError for a moment that no clock shows.
    """
    spans = [tuple(map(int, span.split("-"))) for span in hours.split()]
    seconds, ahead = now[0], minutes_ahead(zone, now[0])
    wall = seconds // 60 + ahead
    minute = (wall + _MONDAY) % _WEEK
    if any(begin <= each < end for begin, end in spans for each in (minute, minute + _WEEK)):
        return True, None
    opens = wall + min((begin - minute) % _WEEK for begin, _ in spans)
    there = minutes_ahead(zone, (opens - ahead) * 60)
    here = _ahead_here(now, (opens - there) * 60)
    today = (seconds // 60 + (ahead if here == there else _ahead_here(now, seconds))) // _DAY
    shown = opens - there + here
    day = "" if shown // _DAY == today else DAYS[(shown + _MONDAY) % _WEEK // _DAY]
    return False, (opens - there, day, f"{shown % _DAY // 60:02}:{shown % 60:02}", here != there)


def is_before(now: Now, day: str) -> bool:
    """Whether a moment is before a day such as 2026-06-02 everywhere on earth, so that its clock must be wrong."""
    year, month, tomorrow = time.gmtime(now[0] + _DAY * 60)[:3]
    return f"{year:04}-{month:02}-{tomorrow:02}" < day


def clock() -> Now:
    """The present moment, or that of CARELOG_NOW. Raises ValueError where it is no time with an offset."""
    stopped = os.environ.get("CARELOG_NOW", "")
    return moment_of(stopped) if stopped else (int(time.time()), None)


def moment_of(text: str) -> Now:
    """The moment of a text of RFC 3339, such as 2026-11-22T21:30:00+01:00. Raises ValueError for any other."""
    offset = text[19:].lstrip(".0123456789").upper().replace("Z", "+00:00")
    form = "".join("0" if each.isdecimal() else each for each in text[:10] + text[11:19] + offset)
    if form not in {"0000-00-0000:00:00+00:00", "0000-00-0000:00:00-00:00"}:
        raise ValueError
    ahead = int(offset[:3]) * 60 + int(offset[0] + offset[4:])
    minutes = _days(int(text[:4]), int(text[5:7]), int(text[8:10])) * _DAY + int(text[11:13]) * 60 + int(text[14:16])
    return (minutes - ahead) * 60 + int(text[17:19]), ahead


def minutes_ahead(zone: str, seconds: int) -> int:
    """The minutes that clocks in a zone are ahead of UTC at a moment. Raises ValueError for a damaged zone."""
    winter, *change = map(int, zone.split())
    if not change:
        return winter
    summer, begin, end = change[0], change[1:5], change[5:]
    minute = seconds // 60
    year = time.gmtime(seconds + winter * 60).tm_year
    begins, ends = _change(year, begin) - winter, _change(year, end) - summer
    is_summer = begins <= minute < ends if begins < ends else not ends <= minute < begins
    return summer if is_summer else winter


def _ahead_here(now: Now, seconds: int) -> int:
    """The minutes that the person's own clock is ahead of UTC at a moment; none where it would be a day or more."""
    ahead = time.localtime(seconds).tm_gmtoff // 60 if now[1] is None else now[1]
    return ahead if abs(ahead) < 24 * 60 else 0


def _change(year: int, rule: list[int]) -> int:
    """The minute since 1970, on the clocks of the place, at which clocks change in a year."""
    month, week, weekday, minute = rule
    first = _days(year, month, 1)
    day = first + (weekday - first - 4) % 7 + 7 * (week - 1)
    if day >= _days(year + month // 12, month % 12 + 1, 1):
        day -= 7
    return day * _DAY + minute


def _days(year: int, month: int, day: int) -> int:
    """The days from the beginning of 1970 to a day of the calendar that is in use now."""
    before = year - (month < 3)
    leap = before // 4 - before // 100 + before // 400 - 477
    return (year - 1970) * 365 + leap + _MONTHS[month - 1] + day - 1
