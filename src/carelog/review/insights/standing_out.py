"""Which of many comparisons stand out, allowing for the fact that some do by chance."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from carelog.domain.statistics.descriptive import benjamini_hochberg
from carelog.review.insights.comparisons import Comparison
from carelog.review.insights.kinds import Family

MOST_FOUND = 5
"""How many comparisons are told at most that are no feelings."""
FEELINGS_FOUND = 2
"""How many feelings are told at most, after the others and beside their places: a feeling is part of a mood anyway."""


@dataclass(frozen=True, slots=True)
class StandingOut:
    """The comparisons that stand out, at most MOST_FOUND and, apart from them, FEELINGS_FOUND of feelings.

    The most certain come first. `more` and `more_feelings` say whether there are others.
    """

    found: tuple[Comparison, ...]
    feelings: tuple[Comparison, ...]
    more: bool
    more_feelings: bool


def standing_out(compared: Sequence[Comparison]) -> StandingOut:
    """Select comparisons that pass Benjamini-Hochberg, are clear alone, and stay so when days are drawn anew.

    What is no feeling has to pass among all that are none: feelings, which are certain and many, neither carry others
    along nor make it harder for them. A feeling has to pass among feelings and among all comparisons, so that a page
    as a whole finds no more by chance. Days are drawn anew lazily, for as many as are needed: each takes long.
    """
    others = [each for each in compared if not _is_feeling(each)]
    feelings = [each for each in compared if _is_feeling(each)]
    among_all = {id(each) for each in _significant(compared)} if feelings else set()
    certain_others = _certain(_significant(others))
    certain_feelings = _certain([each for each in _significant(feelings) if id(each) in among_all])
    found, told = tuple(islice(certain_others, MOST_FOUND)), tuple(islice(certain_feelings, FEELINGS_FOUND))
    return StandingOut(found, told, any(True for _ in certain_others), any(True for _ in certain_feelings))


def _is_feeling(compared: Comparison) -> bool:
    return compared.factor.family is Family.FEELINGS


def _significant(compared: Sequence[Comparison]) -> list[Comparison]:
    """Those that pass Benjamini-Hochberg among these and are clear, the most certain first."""
    passed = benjamini_hochberg([each.association.p for each in compared])
    kept = [each for each, passes in zip(compared, passed, strict=True) if passes and each.is_clear]
    return sorted(kept, key=lambda each: each.association.p)


def _certain(compared: Sequence[Comparison]) -> Iterator[Comparison]:
    return (each for each in compared if each.resampled_interval().leaves_out_zero)
