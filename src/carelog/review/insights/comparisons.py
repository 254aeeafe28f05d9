"""Comparisons of days with a factor and days without it, for mood on the same day and on the day after.

Where both a factor and mood may go by the days of the week, days are compared within days of the week, so that a better
weekend is not laid to what weekends bring along.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date
from enum import Enum

from carelog.domain.statistics.association import (
    DAYS_OVERALL,
    DAYS_PER_SIDE,
    SMALLEST_EFFECT,
    Association,
    Measure,
    associate_groups,
    associate_numbers,
    compared_days,
)
from carelog.domain.statistics.resampling import Interval, resampled_groups, resampled_numbers
from carelog.domain.statistics.weekdays import week_could_explain
from carelog.domain.time.days import ONE_DAY
from carelog.review.insights.factors import Factor
from carelog.review.insights.kinds import FactorKind

FEWEST_SCORES = 10
"""The fewest totals of a questionnaire for a comparison, which is made only where it is asked for."""

_NOT_DONE = (FactorKind.FEELING, FactorKind.QUESTIONNAIRE)


class Lag(Enum):
    """How many days lie between a factor and the mood it is compared with."""

    SAME_DAY = 0
    DAY_AFTER = 1


class Strata(Enum):
    """Within what days were compared.

    NONE: all with each other. WEEKDAY: within days of the week, because both the factor and mood go by them.
    INSEPARABLE: all with each other, although the factor comes so much on the same days of the week that too few days
    are left within them: whatever is seen may be the day of the week.
    """

    NONE = "none"
    WEEKDAY = "weekday"
    INSEPARABLE = "inseparable"


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
    strata: Strata = Strata.NONE

    @property
    def is_about_doing(self) -> bool:
        """Whether it sets mood beside something else than a feeling or a night of the same day.

        Relief on the same day is not the same as feeling better, so what is done may look better than it is.
        """
        return self.lag is Lag.SAME_DAY and not self.factor.same_day_only and self.factor.kind not in _NOT_DONE

    @property
    def interval(self) -> Interval:
        """The range of the effect by the number of effective days, which is the one that pages say."""
        return Interval(self.association.low, self.association.high)

    @property
    def differs(self) -> bool:
        """Whether the range leaves out 0 and the effect is worth saying, be it the day of the week or not."""
        worth_saying = abs(self.association.effect) >= SMALLEST_EFFECT[self.association.measure]
        return worth_saying and self.interval.leaves_out_zero

    @property
    def is_clear(self) -> bool:
        """Whether days differ, and it is not merely the day of the week."""
        return self.differs and self.strata is not Strata.INSEPARABLE

    def resampled_interval(self) -> Interval:
        """The bootstrap interval of the effect."""
        within = self.strata is Strata.WEEKDAY
        if self.factor.is_number:
            return resampled_numbers(self.outcome, self.readings, within_weekdays=within)
        return resampled_groups(self.outcome, self.present, within_weekdays=within)

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
    if factor.kind is FactorKind.TRACKER and 2 * len(compared) < sum(1 for day in outcome if day >= factor.known[0]):
        return None
    present = {day + later for day in factor.present}
    readings = {day + later: reading for day, reading in factor.readings.items()}
    values = {day: readings[day] if factor.is_number else float(day in present) for day in compared}

    def associated(*, within_weekdays: bool) -> Association | None:
        if factor.is_number:
            fewest = FEWEST_SCORES if factor.kind is FactorKind.QUESTIONNAIRE else DAYS_OVERALL
            return associate_numbers(compared, readings, within_weekdays=within_weekdays, fewest=fewest)
        return associate_groups(compared, present, within_weekdays=within_weekdays)

    if not week_could_explain(compared, values):
        association, strata = associated(within_weekdays=False), Strata.NONE
    elif association := associated(within_weekdays=True):
        measure = Measure.KENDALL_TAU_B if factor.is_number else Measure.CLIFFS_DELTA
        compared = {day: compared[day] for day in compared_days(compared, values, measure)}
        strata = Strata.WEEKDAY
    else:
        association, strata = associated(within_weekdays=False), Strata.INSEPARABLE
    return Comparison(factor, lag, compared, present, readings, association, strata) if association else None
