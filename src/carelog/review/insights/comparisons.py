"""Days with something beside days without it, on the same day and on the day after."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date
from enum import Enum

from carelog.domain.statistics.association import DAYS_PER_SIDE, Association, associate_groups, associate_numbers
from carelog.domain.statistics.resampling import Interval, resampled_groups, resampled_numbers
from carelog.domain.time.days import ONE_DAY
from carelog.review.insights.factors import Factor


class Lag(Enum):
    """How many days lie between a factor and the mood it is compared with."""

    SAME_DAY = 0
    DAY_AFTER = 1


@dataclass(frozen=True, slots=True)
class Comparison:
    """A factor beside the outcome of days, which is higher on better ones, and how much they went together.

    `outcome` holds the days that are compared, all of them days of the mood. Those of them that are `present` had
    the factor, or the day before them had; for a number, `readings` are by day of the mood too.
    """

    factor: Factor
    lag: Lag
    outcome: Mapping[date, float]
    present: AbstractSet[date]
    readings: Mapping[date, float]
    association: Association

    def drawn_anew(self) -> Interval:
        """How far that would move if the days were drawn anew."""
        if self.factor.is_number:
            return resampled_numbers(self.outcome, self.readings)
        return resampled_groups(self.outcome, self.present)

    def groups(self) -> list[list[date]]:
        """The days with the factor and those without, or the days of a number in up to three groups.

        The groups of a number are thirds, from low to high; equal readings stay together.
        """
        if not self.factor.is_number:
            with_it = [day for day in self.outcome if day in self.present]
            return [with_it, [day for day in self.outcome if day not in self.present]]
        ladder = sorted(self.readings[day] for day in self.outcome)
        thirds: list[list[date]] = [[], [], []]
        for day in self.outcome:
            reading = self.readings[day]
            middle = (bisect_left(ladder, reading) + bisect_right(ladder, reading)) / 2
            thirds[min(int(3 * middle / len(ladder)), 2)].append(day)
        return [third for third in thirds if third]


def compare(factor: Factor, outcome: Mapping[date, float], lag: Lag) -> Comparison | None:
    """A factor beside the outcome; None where there are too few days to say how much they go together.

    A number speaks for the days since it was first noted when half of them that have a mood have a reading too.
    """
    if not factor.is_number and len(factor.present) < DAYS_PER_SIDE:
        return None
    later = lag.value * ONE_DAY
    compared = {day: outcome[day] for day in (each + later for each in factor.known) if day in outcome}
    if factor.is_number and 2 * len(compared) < sum(1 for day in outcome if day >= factor.known[0]):
        return None
    present = {day + later for day in factor.present}
    readings = {day + later: reading for day, reading in factor.readings.items()}
    association = associate_numbers(compared, readings) if factor.is_number else associate_groups(compared, present)
    return Comparison(factor, lag, compared, present, readings, association) if association else None
