"""How much of a day is still there in the next ones, and how many independent days that leaves."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from operator import mul

_FEWEST = 10
_MOST_SHARED = 0.99


class Persistence:
    """How alike values are that lie some places apart: the autocorrelations of their ranks, true distances only.

    `numbered` holds the value of each place that is known, such as of ordinal dates; `straightened` takes the
    straight line through the ranks off first. Raises ValueError without values.
    """

    def __init__(self, numbered: Mapping[int, float], *, straightened: bool = False) -> None:
        if not numbered:
            raise ValueError("no values")
        first, self.count = min(numbered), len(numbered)
        self._fitted = 2 if straightened else 1
        self._around = [0.0] * (max(numbered) - first + 1)
        known = bytearray(b"0") * len(self._around)
        for place, rank in _level_ranks(numbered, straightened=straightened):
            self._around[place - first] = rank
            known[place - first] = ord("1")
        self._known = int(known, 2)
        self._spread = math.fsum(map(mul, self._around, self._around)) / self.count

    @property
    def span(self) -> int:
        """How many places lie between the first and the last, both included."""
        return len(self._around)

    def pairs(self, apart: int) -> int:
        """How many pairs of known values lie so many places apart; 0 when they are under a tenth of the values."""
        pairs = (self._known & self._known >> apart).bit_count()
        return pairs if pairs * _FEWEST >= self.count else 0

    def likeness(self, apart: int) -> float:
        """How alike values are that lie so many places apart, -1 to 1; 0 without pairs, or when all are alike."""
        pairs = self.pairs(apart)
        if not pairs or not self._spread:
            return 0.0
        together = math.fsum(map(mul, self._around, self._around[apart:])) / pairs
        return max(-1.0, min(1.0, together / self._spread))

    @property
    def carried_over(self) -> float:
        """The likeness of neighbours, without the share by which a short series looks less alike than it is.

        Source: Marriott and Pope (1954), Biometrika 41:390; Kendall (1954), ibid. 403.
        """
        n, fitted = self.count, self._fitted
        if not self._spread or not self.pairs(1) or n < fitted + 4:
            return 0.0
        return max(-1.0, min(1.0, (n * self.likeness(1) + fitted) / (n - 2 - fitted)))


def stretch(values: Persistence, others: Persistence | None = None) -> float:
    """By how much likeness of neighbouring days stretches a variance, from 1 on.

    `others` are the values that are compared with these; a straight line without them. It is the larger of two
    estimates: (1+a)/(1-a) from true neighbours, as if likeness faded evenly, and the sum over all distances up to
    where likeness is gone, for likeness that fades slowly and for journals of every other day.
    Source: Bayley and Hammersley (1946), supplement to the Journal of the Royal Statistical Society 8:184.
    """
    beside = others.carried_over if others else 1.0
    shared = min(_MOST_SHARED, max(0.0, values.carried_over * beside))
    summed = 1.0
    for apart in range(1, values.span // 4):
        if pairs := values.pairs(apart):
            alike = values.likeness(apart) * (others.likeness(apart) if others else 1.0)
            if alike <= 0:
                break
            summed += 2 * alike * pairs / values.count
    return max((1 + shared) / (1 - shared), summed)


def _level_ranks(numbered: Mapping[int, float], *, straightened: bool) -> Iterator[tuple[int, float]]:
    """The ranks around their middle, and around their line if asked: ranks first, so that equal values stay equal."""
    middle = (len(numbered) + 1) / 2
    around = [rank - middle for rank in ranks(list(numbered.values()))]
    slope, centre = 0.0, math.fsum(numbered) / len(numbered)
    if straightened and len(numbered) > 1:
        places = [place - centre for place in numbered]
        slope = math.fsum(map(mul, places, around)) / math.fsum(map(mul, places, places))
    for place, rank in zip(numbered, around, strict=True):
        yield place, rank - slope * (place - centre)


def ranks(values: Sequence[float]) -> list[float]:
    """The place of each value in the sorted list, counted from 1; equal values share the middle of their places."""
    counts = Counter(values)
    places: dict[float, float] = {}
    below = 0
    for value in sorted(counts):
        places[value] = below + (counts[value] + 1) / 2
        below += counts[value]
    return [places[value] for value in values]
