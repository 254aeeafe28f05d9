"""Meeting times of a group as people write them, such as Tue 19:00 every week, or first Mon 18:00 every month."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time

from carelog.domain.time.days import ONE_DAY, read_clock
from carelog.domain.time.weekdays import joined, read_weekdays
from carelog.errors import InvalidValue

EXAMPLES = "Tue 19:00, Mon and Thu 18:30, first Mon 18:00 every month"

_ORDINALS = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4, "last": -1}
_CLOCK = re.compile(r"\b(?:at )?(\d{1,2}[:.]\d{2}(?: ?[ap]m)?|\d{1,2} ?[ap]m)\b")
_EACH_WEEK = re.compile(r"\b(every|each) week\b|\bweekly\b")
_EACH_MONTH = re.compile(r"\b(of )?(every|each|the|a) month\b|\bmonthly\b")


@dataclass(frozen=True, slots=True)
class Meeting:
    """A recurring meeting on `weekdays` (Monday is 0), `at` a time of day in the group's time zone.

    `which` selects the first to fourth such weekday of a month (1 to 4) or the last one (-1); None is every week.
    """

    weekdays: frozenset[int]
    at: time
    which: int | None = None

    def on(self, day: date) -> bool:
        """Whether the group meets on a day."""
        if day.weekday() not in self.weekdays:
            return False
        if self.which is None:
            return True
        return (day + 7 * ONE_DAY).month != day.month if self.which < 0 else (day.day - 1) // 7 + 1 == self.which

    def next_from(self, wall: datetime) -> datetime:
        """The wall-clock time of the next meeting, from a given one on."""
        day = wall.date()
        while not (self.on(day) and datetime.combine(day, self.at) >= wall):
            day += ONE_DAY
        return datetime.combine(day, self.at)


def read_meeting(text: str) -> Meeting | None:
    """Parse the times of a meeting, or return None for a text that is not understood: meetings are never guessed."""
    written = joined(text)
    clocks = list(_CLOCK.finditer(written))
    if len(clocks) != 1:
        return None
    words = _CLOCK.sub(" ", _EACH_WEEK.sub(" ", written))
    words, monthly = _EACH_MONTH.subn(" ", words)
    kept = [word for word in re.split(r"[\s,]+", words) if word]
    ordinals = [_ORDINALS[word] for word in kept if word in _ORDINALS]
    weekdays = read_weekdays(" ".join(word for word in kept if word not in _ORDINALS and word != "the"))
    if not weekdays or len(ordinals) > 1 or bool(monthly) != bool(ordinals):
        return None
    try:
        return Meeting(weekdays, read_clock(clocks[0][1].replace(".", ":")), next(iter(ordinals), None))
    except InvalidValue:
        return None
