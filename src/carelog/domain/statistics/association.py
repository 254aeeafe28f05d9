"""How much two things about the same days go together, and how sure that is."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date
from enum import Enum

from carelog.domain.statistics.persistence import Persistence, stretch
from carelog.domain.statistics.student import chance_beyond, errors_to_be_sure

DAYS_PER_SIDE, DAYS_OVERALL = 10, 30
"""Days with something, days without it, and days in all that a comparison needs."""

DIFFERENT_VALUES = 3
"""So many different values a number must have taken, and mood beside it."""

_FIELLER = 4
_NEARLY_ONE = 1 - 1e-9


class Measure(Enum):
    """What an effect from -1 to 1 is counted in."""

    CLIFFS_DELTA = "cliffs-delta"
    KENDALL_TAU_B = "kendall-tau-b"


@dataclass(frozen=True, slots=True)
class Association:
    """What went together, from -1 to 1, with its 95 % interval.

    `days` were compared, of which `days_with` had the thing and `days_without` did not (None for numbers).
    `effective_days` says how many independent days would be worth as much, because neighbouring days are alike.
    `p` is how often days without any connection would look at least as connected, two-sided.
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
    """How much more often a value of the one group is above a value of the other than below it, from -1 to 1.

    Source: Cliff (1993), Psychological Bulletin 114:494; it is 2·U/(n·m) - 1 of the Mann-Whitney U.
    Raises ValueError without values on either side.
    """
    if not with_ or not without:
        raise ValueError("no values")
    present = [1.0] * len(with_) + [0.0] * len(without)
    return concordance([*with_, *without], present) / (len(with_) * len(without))


def kendall_tau_b(x: Sequence[float], y: Sequence[float]) -> float:
    """How much more often two pairs of values go the same way than opposite ways, ties corrected, from -1 to 1.

    Source: Kendall (1945), Biometrika 33:239. Raises ValueError when all values of a side are alike.
    """
    if not (untied := _pairs_untied(x, y)):
        raise ValueError("all values alike")
    return concordance(x, y) / untied


def concordance(x: Sequence[float], y: Sequence[float]) -> int:
    """Kendall's S: pairs in which both go the same way, less pairs in which they go opposite ways.

    Takes n log n steps: values of x are met in order, and a Fenwick tree (1994, Software 24:327) counts the y
    that were met before.
    """
    place = {value: number for number, value in enumerate(sorted(set(y)), start=1)}
    tree = [0] * (len(place) + 1)
    rows: dict[float, Counter[int]] = {value: Counter() for value in sorted(set(x))}
    for left, right in zip(x, y, strict=True):
        rows[left][place[right]] += 1
    met = balance = 0
    for row in rows.values():
        for spot, count in row.items():
            balance += count * (_met_below(tree, spot) + _met_below(tree, spot + 1) - met)
        for spot, count in row.items():
            _meet(tree, spot, count)
            met += count
    return balance


def concordance_variance(x: Sequence[float], y: Sequence[float]) -> float:
    """The variance of Kendall's S over all orders of y, ties on both sides corrected; exactly 0 when a side is alike.

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
    """The effect S/scale with an interval on Fisher's scale, where its width hardly depends on the effect.

    The variance of S without any connection is stretched from all days to the effective ones less 4, as Fieller,
    Hartley and Pearson (1957, Biometrika 44:470) found for tau; so many less are its degrees of freedom too.
    """
    places = [day.toordinal() for day in days]
    left, right = (Persistence(dict(zip(places, values, strict=True))) for values in (moods, other))
    worth = len(days) / stretch(left, right)
    freedom = worth - _FIELLER
    effect = concordance(moods, other) / scale
    middle = math.atanh(max(-_NEARLY_ONE, min(_NEARLY_ONE, effect)))
    error = math.sqrt(concordance_variance(moods, other) * len(days) / max(freedom, 1.0)) / scale
    if not error:
        return Association(measure, effect, -1.0, 1.0, 1.0, len(days), worth, *sides)
    sure = errors_to_be_sure(freedom) * error
    low, high = min(effect, math.tanh(middle - sure)), max(effect, math.tanh(middle + sure))
    return Association(measure, effect, low, high, chance_beyond(middle / error, freedom), len(days), worth, *sides)


def _pairs_untied(x: Sequence[float], y: Sequence[float]) -> float:
    pairs = len(x) * (len(x) - 1) // 2
    return math.sqrt(pairs - _ties(x)[0]) * math.sqrt(pairs - _ties(y)[0])


def _ties(values: Iterable[float]) -> tuple[int, int, int]:
    """What equal values take from the count of pairs, of triples (times six) and of the spread."""
    pairs = triples = spread = 0
    for count in Counter(values).values():
        pairs += count * (count - 1) // 2
        triples += count * (count - 1) * (count - 2)
        spread += count * (count - 1) * (2 * count + 5)
    return pairs, triples, spread


def _met_below(tree: Sequence[int], spot: int) -> int:
    """How many were met at places below this one."""
    total = 0
    spot -= 1
    while spot:
        total += tree[spot]
        spot &= spot - 1
    return total


def _meet(tree: list[int], spot: int, count: int) -> None:
    while spot < len(tree):
        tree[spot] += count
        spot += spot & -spot
