"""Association between mood and something else about the same days: an effect, its interval and its p-value."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date
from enum import Enum

from carelog.domain.statistics.descriptive import t_critical_value, t_p_value
from carelog.domain.statistics.persistence import Persistence, variance_inflation
from carelog.domain.statistics.weekdays import by_weekday

DAYS_PER_SIDE, DAYS_OVERALL = 10, 30
"""The fewest days on each side, with something and without it, and the fewest days in all for a comparison."""

DIFFERENT_VALUES = 3
"""The fewest different values that a number must have taken, and mood on the same days."""

_FIELLER = 4
_NEARLY_ONE = 1 - 1e-9


class Measure(Enum):
    """The measure of an effect; both go from -1 to 1."""

    CLIFFS_DELTA = "cliffs-delta"
    KENDALL_TAU_B = "kendall-tau-b"


SMALLEST_EFFECT = {Measure.CLIFFS_DELTA: 0.15, Measure.KENDALL_TAU_B: 0.10}
"""Effects nearer to 0 than this are “no clear difference”, however sure."""


@dataclass(frozen=True, slots=True)
class Association:
    """An effect from -1 to 1 with its interval (CONFIDENCE) from `low` to `high`.

    `days` were compared, of which `days_with` had the thing and `days_without` did not (None for numbers).
    `effective_days` is the effective sample size: how many independent days would say as much, because neighbouring
    days are alike. `p` is the two-sided p-value, 0 to 1.
    """

    measure: Measure
    effect: float
    low: float
    high: float
    p: float
    days: int
    effective_days: float
    days_with: int | None = None
    days_without: int | None = None


def associate_groups(
    mood_by_day: Mapping[date, float], days_with: AbstractSet[date], *, within_weekdays: bool = False
) -> Association | None:
    """Mood on days with something against mood on the other days: Cliff's delta, above 0 when mood was higher with it.

    `within_weekdays` compares a Monday with Mondays only, and so on: days of the week that are all with it or all
    without it are left out. None with fewer than DAYS_PER_SIDE days on either side or DAYS_OVERALL in all.
    """
    present = {day: float(day in days_with) for day in mood_by_day}
    strata = _strata(mood_by_day, present, Measure.CLIFFS_DELTA, within_weekdays=within_weekdays)
    with_it = int(sum(sum(stratum.others) for stratum in strata))
    without = sum(len(stratum.days) for stratum in strata) - with_it
    if min(with_it, without) < DAYS_PER_SIDE or with_it + without < DAYS_OVERALL:
        return None
    return _association(Measure.CLIFFS_DELTA, strata, (with_it, without))


def associate_numbers(
    mood_by_day: Mapping[date, float],
    number_by_day: Mapping[date, float],
    *,
    within_weekdays: bool = False,
    fewest: int = DAYS_OVERALL,
) -> Association | None:
    """Mood against a number of the same days: Kendall's tau-b, above 0 when both were high together.

    `within_weekdays` compares a Monday with Mondays only, and so on. None with fewer than `fewest` days that have both,
    or fewer than DIFFERENT_VALUES values on either side.
    """
    moods = {day: mood for day, mood in mood_by_day.items() if day in number_by_day}
    strata = _strata(moods, number_by_day, Measure.KENDALL_TAU_B, within_weekdays=within_weekdays)
    different_moods = {mood for stratum in strata for mood in stratum.moods}
    different_numbers = {number for stratum in strata for number in stratum.others}
    if min(len(different_moods), len(different_numbers)) < DIFFERENT_VALUES:
        return None
    if sum(len(stratum.days) for stratum in strata) < fewest:
        return None
    return _association(Measure.KENDALL_TAU_B, strata, (None, None))


def compared_days(
    mood_by_day: Mapping[date, float], other_by_day: Mapping[date, float], measure: Measure
) -> list[date]:
    """The days that a comparison within days of the week uses: not those of a weekday on which a side never varies."""
    strata = _strata(mood_by_day, other_by_day, measure, within_weekdays=True)
    return sorted(day for stratum in strata for day in stratum.days)


def cliffs_delta(with_: Sequence[float], without: Sequence[float]) -> float:
    """Cliff's delta, -1 to 1: how much more often a value of the one group is above one of the other than below it.

    Source: Cliff (1993), Psychological Bulletin 114:494; it is 2·U/(n·m) - 1 of the Mann-Whitney U.
    Raises ValueError without values on either side.
    """
    if not with_ or not without:
        raise ValueError("no values")
    present = [1.0] * len(with_) + [0.0] * len(without)
    return concordance([*with_, *without], present) / (len(with_) * len(without))


def kendall_tau_b(x: Sequence[float], y: Sequence[float]) -> float:
    """Kendall's tau-b, -1 to 1: how much more often two pairs go the same way than opposite ways, ties corrected.

    Source: Kendall (1945), Biometrika 33:239. Raises ValueError when all values of a side are alike.
    """
    if not (untied := _pairs_untied(x, y)):
        raise ValueError("all values alike")
    return concordance(x, y) / untied


def concordance(x: Sequence[float], y: Sequence[float]) -> int:
    """Kendall's S: the number of concordant pairs (both go the same way) less that of discordant pairs.

    Takes n log n steps: values of x are visited in order, and a Fenwick tree (1994, Software 24:327) counts the ranks
    of the y that were visited before.
    """
    rank = {value: number for number, value in enumerate(sorted(set(y)), start=1)}
    tree = [0] * (len(rank) + 1)
    rows: dict[float, Counter[int]] = {value: Counter() for value in sorted(set(x))}
    for left, right in zip(x, y, strict=True):
        rows[left][rank[right]] += 1
    visited = s = 0
    for row in rows.values():
        for place, count in row.items():
            s += count * (_count_below(tree, place) + _count_below(tree, place + 1) - visited)
        for place, count in row.items():
            _add(tree, place, count)
            visited += count
    return s


def concordance_variance(x: Sequence[float], y: Sequence[float]) -> float:
    """The variance of Kendall's S over all orders of y, ties corrected; exactly 0 when all values of a side are equal.

    Source: Kendall (1970), Rank Correlation Methods, 4th edition, section 5.5.
    """
    pairs = len(x) * (len(x) - 1)
    triples = pairs * max(1, len(x) - 2)
    (x_pairs, x_triples, x_spread), (y_pairs, y_triples, y_spread) = _ties(x), _ties(y)
    spread = pairs * (2 * len(x) + 5) - x_spread - y_spread
    whole = spread * triples + 36 * x_pairs * y_pairs * triples // max(1, pairs) + 2 * x_triples * y_triples
    return whole / (18 * triples) if triples else 0.0


@dataclass(frozen=True, slots=True)
class _Stratum:
    """Days that are compared with each other, and the largest S that they can have."""

    days: Sequence[date]
    moods: Sequence[float]
    others: Sequence[float]
    scale: float


def _strata(
    mood_by_day: Mapping[date, float], other_by_day: Mapping[date, float], measure: Measure, *, within_weekdays: bool
) -> list[_Stratum]:
    """All days as one stratum or one for each day of the week; those without anything to compare are left out."""
    strata = []
    for days in by_weekday(mood_by_day) if within_weekdays else [list(mood_by_day)]:
        moods, others = [mood_by_day[day] for day in days], [other_by_day[day] for day in days]
        with_it = sum(others)
        scale = with_it * (len(days) - with_it) if measure is Measure.CLIFFS_DELTA else _pairs_untied(moods, others)
        if scale:
            strata.append(_Stratum(days, moods, others, scale))
    return strata


def _association(measure: Measure, strata: Sequence[_Stratum], sides: tuple[int | None, int | None]) -> Association:
    """The effect S/scale with an interval on Fisher's z scale, where its width hardly depends on the effect.

    S, its variance without any association and its scale are sums over the strata (van Elteren 1960 for groups). The
    variance is scaled up from all days to the effective ones less 4, as Fieller, Hartley and Pearson (1957, Biometrika
    44:470) found for tau; that difference also is the degrees of freedom.
    """
    pairs = sorted(
        (day.toordinal(), mood, other)
        for stratum in strata
        for day, mood, other in zip(stratum.days, stratum.moods, stratum.others, strict=True)
    )
    inflation = variance_inflation(
        Persistence({place: mood for place, mood, _ in pairs}), Persistence({place: other for place, _, other in pairs})
    )
    days, scale = len(pairs), sum(stratum.scale for stratum in strata)
    effective_days = days / inflation
    freedom = effective_days - _FIELLER
    effect = sum(concordance(stratum.moods, stratum.others) for stratum in strata) / scale
    variance = sum(concordance_variance(stratum.moods, stratum.others) for stratum in strata)
    z = math.atanh(max(-_NEARLY_ONE, min(_NEARLY_ONE, effect)))
    error = math.sqrt(variance * days / max(freedom, 1.0)) / scale
    if not error:
        return Association(measure, effect, -1.0, 1.0, 1.0, days, effective_days, *sides)
    margin = t_critical_value(freedom) * error
    low, high = min(effect, math.tanh(z - margin)), max(effect, math.tanh(z + margin))
    return Association(measure, effect, low, high, t_p_value(z / error, freedom), days, effective_days, *sides)


def _pairs_untied(x: Sequence[float], y: Sequence[float]) -> float:
    pairs = len(x) * (len(x) - 1) // 2
    return math.sqrt(pairs - _ties(x)[0]) * math.sqrt(pairs - _ties(y)[0])


def _ties(values: Iterable[float]) -> tuple[int, int, int]:
    """The tie corrections of the variance formula: for the count of pairs, of triples (times six), and the spread."""
    pairs = triples = spread = 0
    for count in Counter(values).values():
        pairs += count * (count - 1) // 2
        triples += count * (count - 1) * (count - 2)
        spread += count * (count - 1) * (2 * count + 5)
    return pairs, triples, spread


def _count_below(tree: Sequence[int], place: int) -> int:
    """How many values the Fenwick tree holds at places below this one."""
    total = 0
    place -= 1
    while place:
        total += tree[place]
        place &= place - 1
    return total


def _add(tree: list[int], place: int, count: int) -> None:
    while place < len(tree):
        tree[place] += count
        place += place & -place
