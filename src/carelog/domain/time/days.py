"""Moments, periods and times of day. `Moment.day` is the one place that assigns a moment to a day of the journal."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone

from carelog.errors import InvalidValue

ONE_DAY = timedelta(days=1)

FURTHEST_OFFSET = 24 * 60 - 1
"""The most minutes that a wall clock is away from UTC."""
FIRST_YEAR, LAST_YEAR = 1900, 9000
"""The years, in UTC, that a moment can be in."""

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MILLISECOND = timedelta(milliseconds=1)
EARLIEST, LATEST = date(FIRST_YEAR - 1, 12, 31), date(LAST_YEAR + 1, 1, 1)
"""The first and the last day that a moment can be on, wherever on the earth the clock was."""


@dataclass(frozen=True, slots=True, order=True)
class Moment:
    """An instant, and the offset of the wall clock on which the person saw it.

    `instant` is UTC, exact to the millisecond; `offset` is how many minutes the wall clock was ahead of UTC. Raises
    InvalidValue for a naive datetime, an offset of a day or more, or a year outside 1900 to 9000.
    """

    instant: datetime
    offset: int = 0

    def __post_init__(self) -> None:
        if self.instant.tzinfo is None:
            raise InvalidValue("time.moment-without-offset")
        if abs(self.offset) > FURTHEST_OFFSET:
            raise InvalidValue("time.offset-out-of-range")
        check_year(self.instant)
        whole = self.instant.astimezone(UTC)
        check_year(whole)
        object.__setattr__(self, "instant", whole - timedelta(microseconds=whole.microsecond % 1000))

    @classmethod
    def of(cls, when: datetime) -> Moment:
        """The moment of an aware datetime. Raises InvalidValue for a naive one."""
        offset = when.utcoffset()
        if offset is None:
            raise InvalidValue("time.moment-without-offset")
        return cls(when, offset // timedelta(minutes=1))

    @classmethod
    def of_milliseconds(cls, milliseconds: int, offset: int) -> Moment:
        """The moment at a number of milliseconds since 1970 in UTC, with an offset in minutes.

        Raises InvalidValue for years outside 1900 to 9000.
        """
        try:
            return cls(_EPOCH + milliseconds * _MILLISECOND, offset)
        except OverflowError:
            raise InvalidValue("time.year-out-of-range", first=FIRST_YEAR, last=LAST_YEAR) from None

    @property
    def milliseconds(self) -> int:
        """Milliseconds since 1970 in UTC; negative before."""
        return (self.instant - _EPOCH) // _MILLISECOND

    @property
    def local(self) -> datetime:
        """The moment as an aware datetime with the wall clock's offset."""
        return self.instant.astimezone(timezone(timedelta(minutes=self.offset)))

    @property
    def rfc3339(self) -> str:
        """The moment in RFC 3339 to the second, such as 2026-11-22T21:30:00+01:00."""
        return self.local.isoformat(timespec="seconds")

    @property
    def clock(self) -> str:
        """The time of day on the wall clock, such as 21:30."""
        return f"{self.local:%H:%M}"

    def day(self, starts_at: time) -> date:
        """The day of the journal: the date on the wall clock, or the date before if it is earlier than `starts_at`."""
        local = self.local
        return local.date() - ONE_DAY if local.time() < starts_at else local.date()


@dataclass(frozen=True, slots=True)
class Period:
    """Days from the first to the last, both included. Raises InvalidValue when they are in the wrong order."""

    first: date
    last: date

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise InvalidValue("time.period-ends-before-it-begins", first=self.first, last=self.last)

    @classmethod
    def ending(cls, last: date, days: int) -> Period:
        """The period of a number of days, 1 or more, that ends on `last`."""
        return cls(last - (days - 1) * ONE_DAY, last)

    @classmethod
    def week_of(cls, day: date) -> Period:
        """The ISO week of a day, Monday to Sunday."""
        monday = day - day.weekday() * ONE_DAY
        return cls(monday, monday + 6 * ONE_DAY)

    def clipped(self, within: Period) -> Period | None:
        """The days of the period that are within another one; None without any."""
        first, last = max(self.first, within.first), min(self.last, within.last)
        return Period(first, last) if first <= last else None

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last

    def __len__(self) -> int:
        return (self.last - self.first).days + 1

    def __iter__(self) -> Iterator[date]:
        return (self.first + number * ONE_DAY for number in range(len(self)))


def check_year(when: datetime) -> None:
    """Raise InvalidValue for a year outside 1900 to 9000."""
    if not FIRST_YEAR <= when.year <= LAST_YEAR:
        raise InvalidValue("time.year-out-of-range", first=FIRST_YEAR, last=LAST_YEAR)


def read_clock(text: str) -> time:
    """Parse a time of day such as 21:30, 9:41 pm or 9pm.

    Raises InvalidValue for anything else.
    """
    digits, half = _split_half(text.strip().lower())
    hours, colon, minutes = digits.partition(":")
    if (colon or half) and _is_number(hours, 2) and (not colon or (_is_number(minutes, 2) and len(minutes) == 2)):
        hour, minute = int(hours), int(minutes or 0)
        if half and 1 <= hour <= 12:
            hour = hour % 12 + (12 if half == "pm" else 0)
        elif half:
            hour = 24
        if hour <= 23 and minute <= 59:
            return time(hour, minute)
    raise InvalidValue("time.clock-not-understood", text=text)


def _split_half(text: str) -> tuple[str, str]:
    """The text before am or pm, and which of them it is; empty where there is neither."""
    for half in ("am", "pm"):
        for spelling in (half, f"{half[0]}.m."):
            if text.endswith(spelling):
                return text.removesuffix(spelling).strip(), half
    return text, ""


def _is_number(text: str, longest: int) -> bool:
    return text.isdecimal() and text.isascii() and len(text) <= longest
