"""Opening hours as people write them, such as Mon-Fri 09:00-17:00: parsed, and compared with a time.

All times are naive wall-clock times in the time zone of the hours; the caller converts to that zone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from carelog.domain.time.days import ONE_DAY
from carelog.domain.time.weekdays import EVERY_DAY, joined, read_weekdays

EXAMPLES = "Mon-Fri 09:00-17:00, daily 18:00-02:00, Sat,Sun 10-12, 24/7"

_A_DAY, _HALF_A_DAY = 24 * 60, 12 * 60  # minutes
_DAYS = 7
_ALL_DAY = re.compile(
    r"\b(24\s*/\s*7|24\s*(h|hrs|hours)\b( a day)?|a?round the clock|all day|any ?(time|hour)|day (or|and) night|always)"
    r"(?P<limited>\s+(?=(?:(?:after|before|between|from)\s+)?\d))?"
)
"""All day. It is `limited` where a time follows at once, which is what is meant then: “any time after 18:00”."""
_ONE_SIDED = re.compile(r"\b(after|before)\s+(\d{1,2}(?:[:.h]\d{2})?\s*(?:am|pm|a\.m\.|p\.m\.)?)(?![\d-])")
_TIME = r"(\d{1,2})(?:[:.h](\d{2}))?\s*(am|pm|a\.m\.|p\.m\.)?"
_SPAN = re.compile(rf"(?<![\d:.]){_TIME}\s*-\s*{_TIME}(?![\d:.])")


@dataclass(frozen=True, slots=True)
class Span:
    """Open minutes of a weekday (Monday is 0): from `opens`, 0 to 1439, up to `closes`, at most a day later."""

    weekday: int
    opens: int
    closes: int


@dataclass(frozen=True, slots=True)
class Hours:
    """The opening hours of a week."""

    spans: tuple[Span, ...]

    def cover(self, wall: datetime) -> bool:
        """Whether a wall-clock time is within the hours."""
        return any(begins <= wall < ends for begins, ends in self._around(wall))

    @property
    def never_close(self) -> bool:
        """Whether every minute of the week is within the hours."""
        open_until = 0
        for begins, ends in sorted((day * _A_DAY + span.opens, day * _A_DAY + span.closes) for day, span in self._days):
            if begins > open_until:
                return False
            open_until = max(open_until, ends)
        return open_until >= _DAYS * _A_DAY

    def next_after(self, wall: datetime) -> datetime:
        """The wall-clock time at which the hours next begin, after a given one."""
        return min(begins for begins, _ in self._around(wall) if begins > wall)

    @property
    def _days(self) -> Iterator[tuple[int, Span]]:
        """The spans with their days, counted from Monday 0; Sunday night, which reaches into Monday, is day -1 too."""
        for span in self.spans:
            yield span.weekday, span
            if span.weekday == _DAYS - 1:
                yield -1, span

    def _around(self, wall: datetime) -> Iterator[tuple[datetime, datetime]]:
        """Beginning and end of every span from the day before `wall` to a week after it."""
        midnight = wall.replace(hour=0, minute=0, second=0, microsecond=0)
        for days in range(-1, 8):
            day = midnight + days * ONE_DAY
            for span in self.spans:
                if span.weekday == day.weekday():
                    yield day + timedelta(minutes=span.opens), day + timedelta(minutes=span.closes)


def read_hours(text: str) -> Hours | None:
    """Parse opening hours, or return None for a text that is not understood completely: hours are never guessed.

    Days come before the times they apply to; times without days apply to every day. An end before its beginning is on
    the next day. `9-5` alone could mean a day or a night, so it is not understood.
    """
    written = _ONE_SIDED.sub(_with_both_ends, _ALL_DAY.sub(_all_day, joined(text)))
    spans: list[Span] = []
    days, place = EVERY_DAY, 0
    for found in _SPAN.finditer(written):
        named = read_weekdays(written[place : found.start()])
        minutes = _minutes(found)
        if named is None or minutes is None:
            return None
        days, place = named or days, found.end()
        spans += [Span(day, *minutes) for day in sorted(days)]
    rest = written[place:].strip(" ,;.")
    return Hours(tuple(dict.fromkeys(spans))) if spans and not rest else None


def _all_day(found: re.Match[str]) -> str:
    """Rewrite “any time” as 00:00-24:00, and leave it out where a time follows that says more."""
    return "" if found["limited"] else "00:00-24:00"


def _with_both_ends(found: re.Match[str]) -> str:
    """Rewrite “after 17:00” as 17:00-24:00 and “before 17:00” as 00:00-17:00."""
    return f"{found[2].strip()}-24:00" if found[1] == "after" else f"00:00-{found[2].strip()}"


def _minutes(found: re.Match[str]) -> tuple[int, int] | None:
    """Beginning and end in minutes of the day; None if one is no time of day, or the two are ambiguous."""
    hour, minute, half, last_hour, last_minute, last_half = found.groups()
    begins, ends = _readings(hour, minute, half), _readings(last_hour, last_minute, last_half)
    if not half and not last_half:
        begins, ends = begins[:1], ends[:1]
    pairs = [(begin, end if end > begin else end + _A_DAY) for begin in begins if begin < _A_DAY for end in ends]
    bare = not (half or last_half or minute or last_minute)
    if not pairs or (bare and int(hour) < 12 and int(last_hour) <= int(hour)):
        return None
    return min(pairs, key=lambda pair: pair[1] - pair[0])


def _readings(hour: str, minute: str | None, half: str | None) -> list[int]:
    """The minutes of the day that a time can mean: one, or two where neither am nor pm is given; none if invalid."""
    hours, minutes = int(hour), int(minute or 0)
    if minutes > 59 or hours > 24 or (hours == 24 and minutes):
        return []
    if half:
        return [hours % 12 * 60 + minutes + _HALF_A_DAY * half.startswith("p")] if 1 <= hours <= 12 else []
    whole = hours * 60 + minutes
    return [whole, hours % 12 * 60 + minutes + _HALF_A_DAY] if 1 <= hours <= 12 else [whole]
