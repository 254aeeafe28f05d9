"""Autocorrelation: how much of a day is still there in the next ones, and how many independent days that leaves."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from operator import mul

_MOST_VALUES_PER_PAIR = 10
"""A lag with fewer than one pair for this many values says nothing."""

_LARGEST_CORRELATION = 0.99
_GONE = 1e-6
"""A smaller correlation than this adds nothing."""


class Persistence:
    """The autocorrelations of the ranks of values, from pairs that truly lie that far apart.

    Each of the `stretches` holds known values by their place, such as of ordinal dates. All are ranked together, and
    then each has its own mean taken off, or with `detrended` its own straight line; a pair never lies in two stretches.
    Raises ValueError without values.
    """

    def __init__(self, *stretches: Mapping[int, float], detrended: bool = False) -> None:
        if not any(stretches):
            raise ValueError("no values")
        laid_out = list(_apart(stretches))
        self.count = sum(map(len, laid_out))
        self._stretches, self._fitted = len(laid_out), len(laid_out) * (2 if detrended else 1)
        first = min(map(min, laid_out))
        self._deviations = [0.0] * (max(map(max, laid_out)) - first + 1)
        known = bytearray(b"0") * len(self._deviations)
        for place, deviation in _rank_deviations(laid_out, detrended=detrended):
            self._deviations[place - first] = deviation
            known[place - first] = ord("1")
        self._known = int(known, 2)
        self._variance = math.fsum(map(mul, self._deviations, self._deviations)) / self.count

    @property
    def span(self) -> int:
        """How many places lie between the first and the last, both included."""
        return len(self._deviations)

    def pairs(self, lag: int) -> int:
        """How many pairs of known values lie `lag` places apart; 0 when they are under a tenth of the values."""
        pairs = (self._known & self._known >> lag).bit_count()
        return pairs if pairs * _MOST_VALUES_PER_PAIR >= self.count else 0

    def autocorrelation(self, lag: int) -> float:
        """The correlation, -1 to 1, of values that lie `lag` places apart; 0 without pairs or when all are equal."""
        pairs = self.pairs(lag)
        if not pairs or not self._variance:
            return 0.0
        covariance = math.fsum(map(mul, self._deviations, self._deviations[lag:])) / pairs
        return max(-1.0, min(1.0, covariance / self._variance))

    @property
    def lag_one(self) -> float:
        """The autocorrelation of neighbours, -1 to 1, corrected for the bias towards 0 of short series.

        Source: Marriott and Pope (1954), Biometrika 41:390; Kendall (1954), ibid. 403.
        """
        n, fitted = self.count, self._fitted
        left = n - 2 * self._stretches - fitted
        if not self._variance or not self.pairs(1) or left < 2:
            return 0.0
        return max(-1.0, min(1.0, (n * self.autocorrelation(1) + fitted) / left))


def variance_inflation(values: Persistence, others: Persistence | None = None) -> float:
    """By which factor, 1 or more, the autocorrelation of days multiplies a variance.

    `others` are the values that are compared with these; without them it is a straight line. The result is the larger
    of two estimates: (1+a)/(1-a) from neighbours alone, as if autocorrelation faded evenly, and the sum over all lags
    up to where it is gone, for autocorrelation that fades slowly and for journals of every other day.
    Source: Bayley and Hammersley (1946), supplement to the Journal of the Royal Statistical Society 8:184.
    """
    of_others = others.lag_one if others else 1.0
    shared = min(_LARGEST_CORRELATION, max(0.0, values.lag_one * of_others))
    summed = 1.0
    for lag in range(1, values.span // 4):
        if pairs := values.pairs(lag):
            product = values.autocorrelation(lag) * (others.autocorrelation(lag) if others else 1.0)
            if product <= 0:
                break
            summed += 2 * product * pairs / values.count
    return max((1 + shared) / (1 - shared), summed)


def inflation_of_difference(before: Mapping[int, float], after: Mapping[int, float]) -> float:
    """By which factor, 1 or more, autocorrelation multiplies the variance of the difference between two stretches.

    Both hold known values by their place in one numbering. Autocorrelation is measured within each of them, because a
    step from one to the other would make all neighbours look alike and so hide itself. Pairs of places within a stretch
    add to the variance, pairs across take from it. The result is the larger of the two estimates that
    `variance_inflation` has. Raises ValueError without values on either side.
    """
    if not before or not after:
        raise ValueError("no values")
    alike, first = Persistence(before, after), min(*before, *after)
    left, right = (sum(1 << place - first for place in each) for each in (before, after))
    lags = range(1, max(*before, *after) - first + 1)
    weight = 2 * len(before) * len(after) / (len(before) + len(after))

    def share(lag: int) -> float:
        """What a correlation of 1 at this lag adds."""
        ours = (left & left >> lag).bit_count() / len(before) ** 2 + (right & right >> lag).bit_count() / len(
            after
        ) ** 2
        across = (right >> lag & left).bit_count() + (left >> lag & right).bit_count()
        return weight * (ours - across / (len(before) * len(after)))

    shared = min(_LARGEST_CORRELATION, max(0.0, alike.lag_one))
    faded = math.fsum(shared**lag * share(lag) for lag in lags if shared**lag > _GONE)
    summed = 0.0
    for lag in lags[: len(lags) // 4]:
        if alike.pairs(lag):
            if (correlation := alike.autocorrelation(lag)) <= 0:
                break
            summed += correlation * share(lag)
    return 1 + max(0.0, faded, summed)


def ranks(values: Sequence[float]) -> list[float]:
    """The rank of each value, counted from 1; equal values share the middle of their ranks."""
    counts = Counter(values)
    rank_of: dict[float, float] = {}
    below = 0
    for value in sorted(counts):
        rank_of[value] = below + (counts[value] + 1) / 2
        below += counts[value]
    return [rank_of[value] for value in values]


def _apart(stretches: Sequence[Mapping[int, float]]) -> Iterator[Mapping[int, float]]:
    """The stretches that have values, each moved so far from the one before it that no lag reaches across."""
    filled = [each for each in stretches if each]
    if len(filled) == 1:
        yield filled[0]
        return
    longest = max(max(each) - min(each) + 1 for each in filled)
    for number, each in enumerate(filled):
        moved = 2 * number * longest - min(each)
        yield {place + moved: value for place, value in each.items()}


def _rank_deviations(stretches: Sequence[Mapping[int, float]], *, detrended: bool) -> Iterator[tuple[int, float]]:
    """Each place and how far its rank is from the mean rank of its stretch or, if `detrended`, from the line through.

    Values are ranked before the line is taken off, so that equal values stay equal.
    """
    ranked = iter(ranks([value for each in stretches for value in each.values()]))
    for each in stretches:
        of_stretch = [next(ranked) for _ in each]
        mean, centre = math.fsum(of_stretch) / len(each), math.fsum(each) / len(each)
        deviations, slope = [rank - mean for rank in of_stretch], 0.0
        if detrended and len(each) > 1:
            places = [place - centre for place in each]
            slope = math.fsum(map(mul, places, deviations)) / math.fsum(map(mul, places, places))
        for place, deviation in zip(each, deviations, strict=True):
            yield place, deviation - slope * (place - centre)
