"""Whether the day of the week could explain that something goes together with mood."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from datetime import date

from carelog.domain.statistics.persistence import ranks

_SUSPECTED = 0.8416212335729143
"""The normal distribution's quantile 0.8: one in five things that know nothing of the week is suspected, too.

Suspecting costs little, because days are then compared within days of the week; overlooking costs a false finding.
"""

_SUSPECTED_MOOD = 0.5244005127080407
"""The quantile 0.7, for mood: where mood is alike on all days of the week, the week explains nothing."""


def week_could_explain(mood_by_day: Mapping[date, float], other_by_day: Mapping[date, float]) -> bool:
    """Whether both mood and something else, on the same days, may go by the days of the week.

    The quantiles were chosen by simulation (docs/insights.md): journals in which the week alone matters, and journals
    in which it does not.
    """
    return weekday_score(other_by_day) > _SUSPECTED and weekday_score(mood_by_day) > _SUSPECTED_MOOD


def weekday_score(values: Mapping[date, float]) -> float:
    """How much values differ between days of the week: Kruskal and Wallis's statistic, ties corrected, as a normal one.

    Above 1.64 the chance of so much or more is 5 % for values that know nothing of the week; minus infinity where all
    values or all days of the week are alike. For values that are 0 or 1 it is the chi-square test of their table.
    Sources: Kruskal and Wallis (1952), Journal of the American Statistical Association 47:583; Wilson and Hilferty
    (1931), Proceedings of the National Academy of Sciences 17:684, for chi-square as a normal distribution.
    """
    rank_of = dict(zip(values, ranks(list(values.values())), strict=True))
    middle = (len(values) + 1) / 2
    total = math.fsum((rank - middle) ** 2 for rank in rank_of.values())
    weeks = by_weekday(values)
    freedom = len(weeks) - 1
    if freedom < 1 or not total:
        return -math.inf
    between = math.fsum(math.fsum(rank_of[day] - middle for day in days) ** 2 / len(days) for days in weeks)
    statistic = (len(values) - 1) * between / total
    spread = 2 / (9 * freedom)
    return (math.cbrt(statistic / freedom) - 1 + spread) / math.sqrt(spread)


def by_weekday(days: Iterable[date]) -> list[list[date]]:
    """The days in up to seven lists, one for each day of the week that is among them, in the order of the week."""
    listed: dict[int, list[date]] = {}
    for day in days:
        listed.setdefault(day.weekday(), []).append(day)
    return [listed[weekday] for weekday in sorted(listed)]
