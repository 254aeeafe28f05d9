"""Read the times and periods that people type; the clock says what they leave out."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING

from carelog.clock import Resolution
from carelog.domain.text import takes_away
from carelog.domain.time.days import Moment
from carelog.errors import InvalidValue
from carelog.wording import days as days_words

if TYPE_CHECKING:
    from datetime import date

    from carelog.cli.runtime.context import Context
    from carelog.domain.time.when import Direction, Now

_LENIENCE = timedelta(minutes=1)


def past_moment(context: Context, when: str | None) -> Moment | None:
    """The moment that --at names, or None for now; a time that a clock change skipped or repeated is remarked on.

    Raises InvalidValue for a time that cannot be read or has not come yet.
    """
    if when is None:
        return None
    from carelog.domain.time.when import read_when

    now = _now(context)
    found = read_when(when, now)
    if not isinstance(found, Moment):
        shown = found.shown if found.exact else _in_day(found.shown, context.settings.day_starts_at)
        asked = f"{shown:%H:%M}"
        moment, resolution = context.clock.resolve(shown)
        if resolution is Resolution.SKIPPED:
            context.remarks.append(days_words.skipped_time(asked, moment.clock))
        elif resolution is Resolution.REPEATED:
            context.remarks.append(days_words.repeated_time(asked))
    else:
        moment = context.clock.at(found.instant) if found.offset == now.moment.offset else found
    if moment.instant > now.moment.instant + _LENIENCE:
        raise InvalidValue("time.ahead")
    return moment


def is_day_alone(context: Context, when: str | None) -> bool:
    """Whether words for a time name a day and no time of day, such as yesterday.

    Raises InvalidValue for a time that cannot be read.
    """
    if when is None:
        return False
    from carelog.domain.time.when import Wall, read_when

    found = read_when(when, _now(context))
    return isinstance(found, Wall) and not found.exact


def names_time_of_day(context: Context, when: str) -> bool:
    """Whether words for a time name a moment or a time of day, and not the present or a day alone.

    Raises InvalidValue for a time that cannot be read.
    """
    from carelog.domain.time.when import read_when

    now = _now(context)
    found = read_when(when, now)
    return found != now.moment if isinstance(found, Moment) else found.exact


def day_of(context: Context, when: str | None, direction: Direction | None = None) -> date:
    """The day that a text names, or today. Raises InvalidValue for a text that cannot be read."""
    if when is None:
        return context.today
    from carelog.domain.time.when import Direction, read_day

    return read_day(when, _now(context), direction or Direction.BACK)


def planned_for(context: Context, when: str) -> tuple[date, time | None]:
    """The day, and the time of day where one is named, that something is planned for.

    Raises InvalidValue for a time that cannot be read or a day that is over.
    """
    day, at = day_and_clock(context, when)
    if day < context.today:
        raise InvalidValue("time.over")
    return day, at


def day_and_clock(context: Context, when: str) -> tuple[date, time | None]:
    """The day, and the time of day where one is named. A weekday is the next one; a date may lie in the past.

    Raises InvalidValue for a time that cannot be read.
    """
    from carelog.domain.time.when import Direction, read_when

    found = read_when(when, _now(context), Direction.FORWARD)
    moment = found if isinstance(found, Moment) else context.clock.resolve(found.shown)[0]
    day = moment.day(context.settings.day_starts_at)
    if isinstance(found, Moment):
        exact = found.instant != context.clock.now().instant
    else:
        exact, day = found.exact, day if found.exact else found.shown.date()
    return day, moment.local.time().replace(second=0, microsecond=0) if exact else None


def days_in(context: Context, length: str) -> int | None:
    """The number of days in a length such as 3w; None for 0, off, none and empty text.

    Raises InvalidValue for one that cannot be read.
    """
    from carelog.domain.time.when import Direction

    if takes_away(length) or length.strip() == "0":
        return None
    return (day_of(context, length, Direction.FORWARD) - context.today).days


def _now(context: Context) -> Now:
    from carelog.domain.time.when import Now

    return Now(context.clock.now(), context.today)


def _in_day(shown: datetime, starts_at: time) -> datetime:
    """A time in the journal's day of that date: the morning of a day that begins at 10:00 is not before it."""
    return max(shown, datetime.combine(shown.date(), starts_at))
