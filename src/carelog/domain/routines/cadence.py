"""The cadence of a routine: how often it is due, and whether it is due on a day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum

from carelog.domain.time.dates_as_said import WEEKDAYS
from carelog.domain.time.days import Period
from carelog.errors import InvalidValue

EXAMPLES = "daily, mon,wed,fri, 3/week, 2/day, 2/3d, every 3 days, as-needed"

_MOST_TIMES, _MOST_DAYS = 50, 366
_ALIASES = {
    "every day": "daily",
    "weekly": "1/week",
    "weekdays": "mon,tue,wed,thu,fri",
    "weekends": "sat,sun",
    "every other day": "every 2 days",
}


class CadenceKind(Enum):
    """The ways in which a routine can repeat."""

    PER_DAY = "per-day"
    WEEKDAYS = "weekdays"
    PER_WEEK = "per-week"
    PER_DAYS = "per-days"
    INTERVAL = "interval"
    AS_NEEDED = "as-needed"


@dataclass(frozen=True, slots=True)
class Cadence:
    """How often something is due.

    PER_DAY is due `times` a day; PER_WEEK `times` in an ISO week; PER_DAYS `times` in any `days` days in a row;
    INTERVAL once every `days` days, counted from the last time; WEEKDAYS once on each of `weekdays` (Monday is 0);
    AS_NEEDED is never due. A number that a kind does not use is set to 1. Raises InvalidValue for numbers outside
    1 to 50 times or 1 to 366 days, and for more times than there are days.
    """

    kind: CadenceKind
    times: int = 1
    days: int = 1
    weekdays: frozenset[int] = frozenset()

    def __post_init__(self) -> None:
        if not 1 <= self.times <= _MOST_TIMES or not 1 <= self.days <= _MOST_DAYS:
            raise InvalidValue("routine.cadence-out-of-range", times=_MOST_TIMES, days=_MOST_DAYS)
        if (self.kind is CadenceKind.WEEKDAYS) != bool(self.weekdays) or not self.weekdays <= set(range(7)):
            raise InvalidValue("routine.cadence-without-weekday")
        if self.kind is CadenceKind.PER_WEEK and self.times > 7:
            raise InvalidValue("routine.cadence-too-often-a-week")
        if self.kind is CadenceKind.PER_DAYS and self.times > self.days:
            raise InvalidValue("routine.cadence-too-often")
        if self.kind not in (CadenceKind.PER_DAY, CadenceKind.PER_WEEK, CadenceKind.PER_DAYS):
            object.__setattr__(self, "times", 1)
        if self.kind not in (CadenceKind.PER_DAYS, CadenceKind.INTERVAL):
            object.__setattr__(self, "days", 1)

    @property
    def has_fixed_days(self) -> bool:
        """Whether the days on which it is due are known beforehand."""
        return self.kind in (CadenceKind.PER_DAY, CadenceKind.WEEKDAYS)

    @property
    def most_a_day(self) -> int:
        """How many times at most it is due on one day."""
        return self.times if self.kind is CadenceKind.PER_DAY else 1

    @property
    def times_a_day(self) -> float:
        """How many times it is due on a day, on average over a long time; 0 as needed."""
        match self.kind:
            case CadenceKind.WEEKDAYS:
                return len(self.weekdays) / 7
            case CadenceKind.PER_WEEK:
                return self.times / 7
            case CadenceKind.AS_NEEDED:
                return 0.0
            case _:
                return self.times / self.days

    @property
    def text(self) -> str:
        """The cadence in the form that people type, such as 3/week; `read_cadence` parses it."""
        match self.kind:
            case CadenceKind.PER_DAY:
                return "daily" if self.times == 1 else f"{self.times}/day"
            case CadenceKind.WEEKDAYS:
                return ",".join(WEEKDAYS[number][:3] for number in sorted(self.weekdays))
            case CadenceKind.PER_WEEK:
                return f"{self.times}/week"
            case CadenceKind.PER_DAYS:
                return f"{self.times}/{self.days}d"
            case CadenceKind.INTERVAL:
                return f"every {self.days} days"
            case _:
                return "as-needed"

    def days_that_count(self, day: date) -> Period:
        """The days whose ticks decide how many times the routine is due on `day`, which is the last of them."""
        match self.kind:
            case CadenceKind.PER_WEEK:
                return Period(Period.week_of(day).first, day)
            case CadenceKind.PER_DAYS | CadenceKind.INTERVAL:
                return Period.ending(day, self.days)
            case _:
                return Period(day, day)

    def asked_on(self, day: date, noted: Mapping[date, int], started: date) -> int:
        """How many times the routine is due on `day`, from 0 on, before anything is noted on that day.

        `noted` counts by day how often the routine was done or skipped; a day counts once, however often that was.
        The routine is never due before it `started`.
        """
        if day < started:
            return 0
        before = sum(1 for other in self.days_that_count(day) if other != day and noted.get(other))
        match self.kind:
            case CadenceKind.PER_DAY:
                return self.times
            case CadenceKind.WEEKDAYS:
                return int(day.weekday() in self.weekdays)
            case CadenceKind.PER_WEEK | CadenceKind.PER_DAYS:
                return int(before < self.times)
            case CadenceKind.INTERVAL:
                return int(before == 0)
            case _:
                return 0


def read_cadence(text: str) -> Cadence:
    """Parse a cadence such as daily, mon,wed,fri, 3/week, 2/day, 2/3d, every 3 days or as-needed.

    Raises InvalidValue for anything else.
    """
    words = " ".join(text.strip().lower().split())
    words = _ALIASES.get(words, words)
    try:
        cadence = _read(words)
    except InvalidValue:
        raise
    except ValueError:
        cadence = None
    if cadence is None:
        raise InvalidValue("routine.cadence-not-understood", text=text, examples=EXAMPLES)
    return cadence


def _read(words: str) -> Cadence | None:
    if words == "daily":
        return Cadence(CadenceKind.PER_DAY)
    if words in ("as-needed", "as needed"):
        return Cadence(CadenceKind.AS_NEEDED)
    if words.startswith("every ") and words.endswith((" days", " day")):
        return Cadence(CadenceKind.INTERVAL, days=int(words.removeprefix("every ").rpartition(" ")[0]))
    if "/" in words:
        return _rate(*words.split("/", 1))
    return _weekdays(words)


def _rate(times: str, span: str) -> Cadence | None:
    if span in ("day", "d"):
        return Cadence(CadenceKind.PER_DAY, times=int(times))
    if span in ("week", "w"):
        return Cadence(CadenceKind.PER_WEEK, times=int(times))
    days = span.removesuffix("days").removesuffix("d").strip()
    if days == span:
        return None
    return Cadence(CadenceKind.PER_DAYS, times=int(times), days=int(days))


def _weekdays(words: str) -> Cadence | None:
    names = [name[:3] for name in WEEKDAYS]
    chosen = words.replace(" ", ",").split(",")
    known = {name: number for number, name in enumerate(names)} | {name: number for number, name in enumerate(WEEKDAYS)}
    numbers = [known.get(word) for word in chosen if word]
    if not numbers or None in numbers:
        return None
    return Cadence(CadenceKind.WEEKDAYS, weekdays=frozenset(number for number in numbers if number is not None))
