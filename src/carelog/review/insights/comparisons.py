"""Comparisons of days with a factor and days without it, for mood on the same day and on the day after."""

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
    """A factor compared with an outcome that is higher on better days, and their association.

    `outcome` has a value for each day that is compared. `present` are those of these days that had the factor or, with
    a lag of one day, whose day before had it. For a factor that is a number, `readings` are its values, by day of the
    outcome too.
    """

    factor: Factor
    lag: Lag
    outcome: Mapping[date, float]
    present: AbstractSet[date]
    readings: Mapping[date, float]
    association: Association

    def resampled_interval(self) -> Interval:
        """The bootstrap interval of the effect."""
        if self.factor.is_number:
            return resampled_numbers(self.outcome, self.readings)
        return resampled_groups(self.outcome, self.present)

    def groups(self) -> list[list[date]]:
        """The days with the factor and those without or, for a number, up to three groups of days.

        These groups are thirds of the readings from low to high; equal readings are in one group.
        """
        if not self.factor.is_number:
            with_it = [day for day in self.outcome if day in self.present]
            return [with_it, [day for day in self.outcome if day not in self.present]]
        in_order = sorted(self.readings[day] for day in self.outcome)
        thirds: list[list[date]] = [[], [], []]
        for day in self.outcome:
            reading = self.readings[day]
            middle = (bisect_left(in_order, reading) + bisect_right(in_order, reading)) / 2
            thirds[min(int(3 * middle / len(in_order)), 2)].append(day)
        return [third for third in thirds if third]


def compare(factor: Factor, outcome: Mapping[date, float], lag: Lag) -> Comparison | None:
    """Compare a factor with the outcome of days; None where there are too few days for an association.

    For a number, at least half of the days with an outcome since its first reading need a reading too.
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
