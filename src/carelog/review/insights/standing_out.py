"""Which of many comparisons stand out, allowing for the fact that some do by chance."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice

from carelog.domain.statistics.association import SMALLEST_EFFECT
from carelog.domain.statistics.descriptive import benjamini_hochberg
from carelog.domain.statistics.resampling import Interval
from carelog.review.insights.comparisons import Comparison
from carelog.review.insights.factors import FactorKind

MOST_FOUND = 5
FEELINGS_FOUND = 2
"""How many places feelings get if others take the rest, because a feeling is part of a mood and goes with it anyway."""

Found = tuple[Comparison, Interval]
"""A comparison that stands out, and the bootstrap interval of its effect."""


@dataclass(frozen=True, slots=True)
class StandingOut:
    """At most five comparisons that stand out, and whether there are more.

    The most certain come first, but feelings after all others: they are the most certain and say the least.
    """

    found: tuple[Found, ...]
    more: bool


def standing_out(compared: Sequence[Comparison]) -> StandingOut:
    """Select comparisons that pass Benjamini-Hochberg with a large enough effect and a bootstrap interval without 0.

    A factor other than a feeling has to pass Benjamini-Hochberg among all comparisons and among those without feelings:
    feelings are so certain that they would let uncertain factors pass with them. Intervals are computed lazily, only
    as many as are needed, because each takes long.
    """
    others = [each for each in compared if not _is_feeling(each)]
    among_others = {id(each) for each in _significant(others)}
    significant = sorted(_significant(compared), key=lambda each: each.association.p)
    certain_others = _certain([each for each in significant if id(each) in among_others])
    certain_feelings = _certain([each for each in significant if _is_feeling(each)])
    feelings = list(islice(certain_feelings, FEELINGS_FOUND))
    found = list(islice(certain_others, MOST_FOUND - len(feelings)))
    feelings += islice(certain_feelings, MOST_FOUND - len(feelings) - len(found))
    more = any(True for _ in chain(certain_others, certain_feelings))
    return StandingOut((*found, *feelings), more=more)


def _is_feeling(compared: Comparison) -> bool:
    return compared.factor.kind is FactorKind.FEELING


def _significant(compared: Sequence[Comparison]) -> list[Comparison]:
    passed = benjamini_hochberg([each.association.p for each in compared])
    return [each for each, passes in zip(compared, passed, strict=True) if passes and _is_large_enough(each)]


def _is_large_enough(compared: Comparison) -> bool:
    return abs(compared.association.effect) >= SMALLEST_EFFECT[compared.association.measure]


def _certain(compared: Sequence[Comparison]) -> Iterator[Found]:
    with_interval = ((each, each.resampled_interval()) for each in compared)
    return ((each, interval) for each, interval in with_interval if interval.leaves_out_zero)
