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


def associate_groups(mood_by_day: Mapping[date, float], days_with: AbstractSet[date]) -> Association | None:
    """Mood on days with something against mood on the other days: Cliff's delta, above 0 when mood was higher with it.

    None with fewer than DAYS_PER_SIDE days on either side or DAYS_OVERALL in all.
    """
    days = list(mood_by_day)
    moods = [mood_by_day[day] for day in days]
    present = [float(day in days_with) for day in days]
    with_it = int(sum(present))
    without = len(days) - with_it
    if min(with_it, without) < DAYS_PER_SIDE or len(days) < DAYS_OVERALL:
        return None
    scale = with_it * without
    return _association(Measure.CLIFFS_DELTA, days, moods, present, scale, (with_it, without))


def associate_numbers(mood_by_day: Mapping[date, float], number_by_day: Mapping[date, float]) -> Association | None:
    """Mood against a number of the same days: Kendall's tau-b, above 0 when both were high together.

    None with fewer than DAYS_OVERALL days that have both, or fewer than DIFFERENT_VALUES values on either side.
    """
    days = [day for day in mood_by_day if day in number_by_day]
    moods = [mood_by_day[day] for day in days]
    numbers = [number_by_day[day] for day in days]
    if len(days) < DAYS_OVERALL or min(len(set(moods)), len(set(numbers))) < DIFFERENT_VALUES:
        return None
    return _association(Measure.KENDALL_TAU_B, days, moods, numbers, _pairs_untied(moods, numbers), (None, None))


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


def _association(
    measure: Measure,
    days: Sequence[date],
    moods: Sequence[float],
    other: Sequence[float],
    scale: float,
    sides: tuple[int | None, int | None],
) -> Association:
    """The effect S/scale with an interval on Fisher's z scale, where its width hardly depends on the effect.

    The variance of S without any association is scaled up from all days to the effective ones less 4, as Fieller,
    Hartley and Pearson (1957, Biometrika 44:470) found for tau; that difference also is the degrees of freedom.
    """
    places = [day.toordinal() for day in days]
    left, right = (Persistence(dict(zip(places, values, strict=True))) for values in (moods, other))
    effective_days = len(days) / variance_inflation(left, right)
    freedom = effective_days - _FIELLER
    effect = concordance(moods, other) / scale
    z = math.atanh(max(-_NEARLY_ONE, min(_NEARLY_ONE, effect)))
    error = math.sqrt(concordance_variance(moods, other) * len(days) / max(freedom, 1.0)) / scale
    if not error:
        return Association(measure, effect, -1.0, 1.0, 1.0, len(days), effective_days, *sides)
    margin = t_critical_value(freedom) * error
    low, high = min(effect, math.tanh(z - margin)), max(effect, math.tanh(z + margin))
    return Association(measure, effect, low, high, t_p_value(z / error, freedom), len(days), effective_days, *sides)


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
