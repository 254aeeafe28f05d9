"""How a total of a questionnaire stands beside earlier ones: the one before, the first shown, and the ends since then.

Neighbours alone hide a slow change: 15, 14, 13 and so on to 8 is “about the same” at every step.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum

from carelog.domain.questionnaire import Change, Questionnaire


class ComparedWith(Enum):
    """Which of the earlier totals a total is compared with."""

    BEFORE = "before"
    FIRST = "first"
    HIGHEST = "highest"
    LOWEST = "lowest"


@dataclass(frozen=True, slots=True)
class Dated:
    """A total and the day on which it was given."""

    day: date
    total: int


@dataclass(frozen=True, slots=True)
class Comparison:
    """An earlier total that a total is compared with, and how the later one differs from it."""

    beside: ComparedWith
    earlier: Dated
    change: Change


def comparisons(questionnaire: Questionnaire, earlier: Sequence[Dated], total: int) -> tuple[Comparison, ...]:
    """A total beside earlier ones, which come earliest first; nothing where no reliable change is published.

    The one before is always compared, and the first where that is another. The highest and the lowest since the first
    are compared only where they lie further out than both, and where the total is more than noise away from them. So
    whenever any earlier total is more than noise away, at least one comparison is not “about the same”.
    """
    if not earlier:
        return ()
    neighbours = [(ComparedWith.BEFORE, earlier[-1]), *([(ComparedWith.FIRST, earlier[0])] if len(earlier) > 1 else [])]
    changes = ((beside, each, _change(questionnaire, each, total)) for beside, each in neighbours)
    found = [Comparison(beside, each, change) for beside, each, change in changes if change]
    near = [each.total for _, each in neighbours]
    highest, lowest = (pick(earlier[::-1], key=lambda each: each.total) for pick in (max, min))
    if highest.total > max(near) and _change(questionnaire, highest, total) is Change.LOWER:
        found.append(Comparison(ComparedWith.HIGHEST, highest, Change.LOWER))
    if lowest.total < min(near) and _change(questionnaire, lowest, total) is Change.HIGHER:
        found.append(Comparison(ComparedWith.LOWEST, lowest, Change.HIGHER))
    return tuple(found)


def _change(questionnaire: Questionnaire, earlier: Dated, total: int) -> Change | None:
    return questionnaire.change(earlier.total, total)
