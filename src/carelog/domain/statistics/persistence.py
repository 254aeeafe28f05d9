"""Autocorrelation: how much of a day is still there in the next ones, and how many independent days that leaves."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from operator import mul

_MOST_VALUES_PER_PAIR = 10
"""A lag with fewer than one pair for this many values says nothing."""

_LARGEST_CORRELATION = 0.99


class Persistence:
    """The autocorrelations of the ranks of values, from pairs that truly lie that far apart.

    `numbered` holds the known values by their place, such as of ordinal dates; `detrended` takes the straight line
    through the ranks off first. Raises ValueError without values.
    """

    def __init__(self, numbered: Mapping[int, float], *, detrended: bool = False) -> None:
        if not numbered:
            raise ValueError("no values")
        first, self.count = min(numbered), len(numbered)
        self._fitted = 2 if detrended else 1
        self._deviations = [0.0] * (max(numbered) - first + 1)
        known = bytearray(b"0") * len(self._deviations)
        for place, deviation in _rank_deviations(numbered, detrended=detrended):
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
        if not self._variance or not self.pairs(1) or n < fitted + 4:
            return 0.0
        return max(-1.0, min(1.0, (n * self.autocorrelation(1) + fitted) / (n - 2 - fitted)))


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


def ranks(values: Sequence[float]) -> list[float]:
    """The rank of each value, counted from 1; equal values share the middle of their ranks."""
    counts = Counter(values)
    rank_of: dict[float, float] = {}
    below = 0
    for value in sorted(counts):
        rank_of[value] = below + (counts[value] + 1) / 2
        below += counts[value]
    return [rank_of[value] for value in values]


def _rank_deviations(numbered: Mapping[int, float], *, detrended: bool) -> Iterator[tuple[int, float]]:
    """Each place and how far its rank is from the mean rank, or from the line through the ranks if `detrended`.

    Values are ranked before the line is taken off, so that equal values stay equal.
    """
    mean = (len(numbered) + 1) / 2
    deviations = [rank - mean for rank in ranks(list(numbered.values()))]
    slope, centre = 0.0, math.fsum(numbered) / len(numbered)
    if detrended and len(numbered) > 1:
        places = [place - centre for place in numbered]
        slope = math.fsum(map(mul, places, deviations)) / math.fsum(map(mul, places, places))
    for place, deviation in zip(numbered, deviations, strict=True):
        yield place, deviation - slope * (place - centre)
