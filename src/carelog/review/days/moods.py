"""The moods of a day, for every page that shows days."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from carelog.domain.entry import Entry
from carelog.domain.statistics.descriptive import median
from carelog.domain.time.days import Period
from carelog.review.days.rest_days import Rest


@dataclass(frozen=True, slots=True)
class DayMood:
    """A day's scores in the order they were noted, and how many entries it has, scored or not.

    `resting` days belong to a pause or to a long stretch without use: nothing is missing on them.
    """

    day: date
    scores: tuple[int, ...] = ()
    entries: int = 0
    resting: bool = False

    @property
    def median(self) -> float | None:
        """The day's mood, 1 to 5; None when no score was noted, which means unknown and never low."""
        return median(self.scores) if self.scores else None

    @property
    def lowest(self) -> int | None:
        """The lowest score of the day."""
        return min(self.scores, default=None)

    @property
    def highest(self) -> int | None:
        """The highest score of the day."""
        return max(self.scores, default=None)


def moods_of(period: Period, entries: Iterable[Entry], rest: Rest) -> tuple[DayMood, ...]:
    """The moods of every day of a period, from entries in the order of time; others than the period's are left out."""
    by_day: dict[date, list[Entry]] = {day: [] for day in period}
    for entry in entries:
        if entry.day in by_day:
            by_day[entry.day].append(entry)
    return tuple(
        DayMood(
            day,
            tuple(entry.mood for entry in noted if entry.mood is not None),
            len(noted),
            resting=day in rest and not noted,
        )
        for day, noted in by_day.items()
    )


def half_step(mood: float) -> float:
    """A mood as people read it: the ladder has half steps and no finer ones, so it is the half step below."""
    return int(mood * 2) / 2
