"""How a total of a questionnaire stands beside earlier ones: the one before, the first shown, and the ends since then.

Neighbours alone hide a slow change: 15, 14, 13 and so on to 8 is “about the same” at every step.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum

from carelog.domain.questionnaires.questionnaire import Change, Questionnaire


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
    """An earlier total that a total is set beside, and how the later one differs from it.

    `change` is None where no reliable change is published: then the two stand side by side without a verdict.
    """

    beside: ComparedWith
    earlier: Dated
    change: Change | None


def comparisons(questionnaire: Questionnaire, earlier: Sequence[Dated], total: int) -> tuple[Comparison, ...]:
    """A total beside earlier ones, which come earliest first.

    The one before is always compared, and the first where that is another. The highest and the lowest since the first
    are compared only where they lie further out than both, and where the total is more than noise away from them. So
    whenever any earlier total is more than noise away, at least one comparison is not “about the same”. Where no
    reliable change is published, any difference from the highest and the lowest is enough, and nothing has a verdict.
    """
    if not earlier:
        return ()
    neighbours = [(ComparedWith.BEFORE, earlier[-1]), *([(ComparedWith.FIRST, earlier[0])] if len(earlier) > 1 else [])]
    found = [Comparison(beside, each, questionnaire.change(each.total, total)) for beside, each in neighbours]
    near = [each.total for _, each in neighbours]
    highest, lowest = (pick(earlier[::-1], key=lambda each: each.total) for pick in (max, min))
    for beside, end, is_further_out in (
        (ComparedWith.HIGHEST, highest, highest.total > max(*near, total)),
        (ComparedWith.LOWEST, lowest, lowest.total < min(*near, total)),
    ):
        change = questionnaire.change(end.total, total)
        if is_further_out and change is not Change.ABOUT_THE_SAME:
            found.append(Comparison(beside, end, change))
    return tuple(found)
