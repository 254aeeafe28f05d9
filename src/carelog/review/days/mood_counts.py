"""How many days were on which level, low and high: counted once, for every page that says so."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from carelog.domain.mood import HIGH, LOW, MIDDLE, MoodScale
from carelog.domain.score import SCORES
from carelog.domain.statistics.descriptive import level_of, median
from carelog.review.days.moods import is_both_ends


@dataclass(frozen=True, slots=True)
class MoodCounts:
    """Numbers of days with a mood.

    `by_level` are the days by the level of their median, from 1 to 5. On a two-sided scale a day with entries on both
    sides of level is on no level: such days are `both`, which is 0 on a one-sided scale. `low` and `high` are the days
    whose median is at 2 or below and at 4 or above, `low_entries` and `high_entries` those with at least one such
    entry.
    """

    by_level: tuple[int, ...]
    both: int = 0
    low: int = 0
    high: int = 0
    low_entries: int = 0
    high_entries: int = 0

    @property
    def levels(self) -> dict[int, int]:
        """The number of days on each level from 1 to 5."""
        return dict(zip(SCORES, self.by_level, strict=True))

    @property
    def days(self) -> int:
        """The number of days."""
        return sum(self.by_level) + self.both

    @property
    def level(self) -> int:
        """The number of days in the middle, which on a two-sided scale is where a person is level."""
        return self.levels[MIDDLE]


def count_moods(days: Iterable[Sequence[int]], scale: MoodScale) -> MoodCounts:
    """Count days by the scores of each; a day without a score is not counted."""
    levels: Counter[int] = Counter()
    counts: Counter[str] = Counter()
    for scores in days:
        if not scores:
            continue
        middle = median(scores)
        if is_both_ends(scores, scale):
            counts["both"] += 1
        else:
            levels[level_of(middle)] += 1
        counts["low"] += middle <= LOW
        counts["high"] += middle >= HIGH
        counts["low_entries"] += min(scores) <= LOW
        counts["high_entries"] += max(scores) >= HIGH
    return MoodCounts(tuple(levels[level] for level in SCORES), **counts)
