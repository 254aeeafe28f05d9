"""The moods of each day, for all pages that show days."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from carelog.domain.entry import Entry
from carelog.domain.statistics.descriptive import median
from carelog.domain.time.days import Period
from carelog.review.days.rest_days import Rest


@dataclass(frozen=True, slots=True)
class DayMood:
    """A day's scores in order of time, and how many entries it has, with a score or without.

    A `resting` day has no entry because of a pause or a long time without use: nothing is missing on it.
    """

    day: date
    scores: tuple[int, ...] = ()
    entries: int = 0
    resting: bool = False

    @property
    def median(self) -> float | None:
        """The day's mood, 1 to 5; None without a score, which means unknown and never low."""
        return median(self.scores) if self.scores else None

    @property
    def lowest(self) -> int | None:
        """The lowest score of the day, or None without any."""
        return min(self.scores, default=None)

    @property
    def highest(self) -> int | None:
        """The highest score of the day, or None without any."""
        return max(self.scores, default=None)


def moods_of(period: Period, entries: Iterable[Entry], rest: Rest) -> tuple[DayMood, ...]:
    """The moods of each day of a period, from entries in order of time; entries of other days are ignored."""
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


def scores_by_day(entries: Iterable[Entry]) -> dict[date, list[int]]:
    """The scores of each day that has any, in the order of the entries."""
    scores: dict[date, list[int]] = {}
    for entry in entries:
        if entry.mood is not None:
            scores.setdefault(entry.day, []).append(entry.mood)
    return scores


def days_at_or_below(days: Iterable[Sequence[float]], score: float) -> int:
    """How many days have an entry at a score or below, by the scores of each day: a median hides a bad hour."""
    return sum(bool(scores) and min(scores) <= score for scores in days)


def days_at_or_above(days: Iterable[Sequence[float]], score: float) -> int:
    """How many days have an entry at a score or above."""
    return sum(bool(scores) and max(scores) >= score for scores in days)


def half_step(mood: float) -> float:
    """A mood rounded down to a half step, because pages have words for half steps and none for finer ones."""
    return int(mood * 2) / 2
