"""The moods of these days beside those of as many days before, for all pages that compare them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from carelog.domain.mood import MoodScale
from carelog.domain.numbers import rounded
from carelog.domain.statistics.descriptive import median
from carelog.domain.statistics.halves import Half, Halves, halves
from carelog.domain.time.days import Period
from carelog.review.days.mood_counts import MoodCounts, count_moods


@dataclass(frozen=True, slots=True)
class MoodHalves:
    """How two halves differ, and the days of each by level."""

    found: Halves
    before: MoodCounts
    after: MoodCounts

    @property
    def data(self) -> dict[str, Any]:
        """Both halves as JSON has them, on a page of the person's own and on one for others; null is not known."""
        return {
            "before": _data(self.found.before, self.before),
            "after": _data(self.found.after, self.after),
            "delta": rounded(self.found.delta),
            "low": rounded(self.found.low),
            "high": rounded(self.found.high),
            "verdict": self.found.verdict.value,
            "days_per_point": self.found.spacing,
        }


def mood_halves(
    scores: Mapping[date, Sequence[int]], before: Period, after: Period, scale: MoodScale, asked_for: frozenset[date]
) -> MoodHalves | None:
    """Compare the scores, by day, of the days `after` with those of the days `before`; None where there are too few.

    At least half of the days of either that are `asked_for` have to have a mood.
    """
    asked = len(asked_for.intersection(before)), len(asked_for.intersection(after))
    found = halves({day: median(noted) for day, noted in scores.items()}, before, after, asked=asked)
    if found is None:
        return None
    of_before, of_after = (
        count_moods((scores[day] for day in each if day in scores), scale) for each in (before, after)
    )
    return MoodHalves(found, of_before, of_after)


def _data(half: Half, counts: MoodCounts) -> dict[str, Any]:
    return {
        "from": half.period.first.isoformat(),
        "to": half.period.last.isoformat(),
        "days": half.days,
        "median": half.median,
        "levels": {str(level): days for level, days in counts.levels.items()},
        "both_low_and_high": counts.both,
    }
