"""The moods of these days beside those of as many days before, for all pages that compare them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from carelog.domain.mood import MoodScale
from carelog.domain.statistics.descriptive import median
from carelog.domain.statistics.halves import Halves, halves
from carelog.domain.time.days import Period
from carelog.review.days.mood_counts import MoodCounts, count_moods
from carelog.review.days.rest_days import Rest, days_asked_for


@dataclass(frozen=True, slots=True)
class MoodHalves:
    """How two halves differ, and the days of each by level."""

    found: Halves
    before: MoodCounts
    after: MoodCounts


def mood_halves(
    scores: Mapping[date, Sequence[int]], before: Period, after: Period, scale: MoodScale, rest: Rest
) -> MoodHalves | None:
    """Compare the scores, by day, of the days `after` with those of the days `before`; None where there are too few.

    Days of an announced pause in `rest` are not asked for.
    """
    asked = days_asked_for(before, scores, rest), days_asked_for(after, scores, rest)
    found = halves({day: median(noted) for day, noted in scores.items()}, before, after, asked=asked)
    if found is None:
        return None
    of_before, of_after = (
        count_moods((scores[day] for day in each if day in scores), scale) for each in (before, after)
    )
    return MoodHalves(found, of_before, of_after)
