"""Which comparisons stand out among all that were made, when looking at many makes some stand out by chance."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice

from carelog.domain.statistics.discoveries import WORTH_SAYING, benjamini_hochberg
from carelog.domain.statistics.resampling import Interval
from carelog.review.insights.comparisons import Comparison
from carelog.review.insights.factors import FactorKind

MOST_FOUND = 5
FEELINGS_FOUND = 2
"""A feeling is part of a mood and goes with it anyway: it gets so many places, and those that others leave."""

Sure = tuple[Comparison, Interval]
"""A comparison that stands out, and the 90 % interval of drawing its days anew."""


@dataclass(frozen=True, slots=True)
class StandingOut:
    """At most five comparisons that stand out, and whether there are more.

    The surest come first, feelings after all others: they are surest of all and say least.
    """

    found: tuple[Sure, ...]
    more: bool


def standing_out(compared: Sequence[Comparison]) -> StandingOut:
    """What stands out: Benjamini-Hochberg keeps it, its effect is worth saying, and drawing days anew leaves zero out.

    What is no feeling has to be kept among all and among its like: certain things, which feelings are beside mood,
    would let uncertain ones pass with them. Days are drawn anew for no more than it takes, because it takes long.
    """
    others = [each for each in compared if not _is_feeling(each)]
    among_others = {id(each) for each in _kept(others)}
    kept = sorted(_kept(compared), key=lambda each: each.association.p)
    sure_others = _sure([each for each in kept if id(each) in among_others])
    sure_feelings = _sure([each for each in kept if _is_feeling(each)])
    feelings = list(islice(sure_feelings, FEELINGS_FOUND))
    found = list(islice(sure_others, MOST_FOUND - len(feelings)))
    feelings += islice(sure_feelings, MOST_FOUND - len(feelings) - len(found))
    more = any(True for _ in chain(sure_others, sure_feelings))
    return StandingOut((*found, *feelings), more=more)


def _kept(compared: Sequence[Comparison]) -> list[Comparison]:
    standing = benjamini_hochberg([each.association.p for each in compared])
    return [each for each, stands in zip(compared, standing, strict=True) if stands and _is_worth_saying(each)]


def _is_worth_saying(compared: Comparison) -> bool:
    return abs(compared.association.effect) >= WORTH_SAYING[compared.association.measure]


def _is_feeling(compared: Comparison) -> bool:
    return compared.factor.kind is FactorKind.FEELING


def _sure(compared: Sequence[Comparison]) -> Iterator[Sure]:
    drawn = ((each, each.drawn_anew()) for each in compared)
    return ((each, interval) for each, interval in drawn if interval.leaves_out_zero)
