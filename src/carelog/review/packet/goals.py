"""The goals of a packet: in the person's own words, with how close they said they were, day by day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from carelog.review.days.goals import rated_goals
from carelog.review.packet.scores import scores_period

if TYPE_CHECKING:
    from carelog.domain.time.days import Period
    from carelog.journal import Journal
    from carelog.review.days.goals import RatedGoal


@dataclass(frozen=True, slots=True)
class GoalPart:
    """A goal that was kept or first rated on a day `since`, and `put_down` up to the end of the period, or None.

    `ratings` are how close the person said they were, 0 to 10, oldest first: those of the days whose scores are drawn.
    Nothing is calculated from them.
    """

    text: str
    since: date
    put_down: date | None
    ratings: tuple[tuple[date, int], ...]


def goal_parts(journal: Journal, period: Period) -> tuple[GoalPart, ...]:
    """The goals that were kept on at least a day of a period, in order of creation."""
    known = rated_goals(journal, put_down=True) if len(journal.goals) else []
    return tuple(_part(each, period) for each in known if _was_kept(each, period))


def _was_kept(rated: RatedGoal, period: Period) -> bool:
    let_go = rated.goal.let_go
    return _since(rated) <= period.last and (let_go is None or let_go >= period.first)


def _since(rated: RatedGoal) -> date:
    """A goal is often written down after it was set, and then rated for a day before."""
    return min([rated.goal.day, *(each.day for each in rated.ratings)])


def _part(rated: RatedGoal, period: Period) -> GoalPart:
    goal, shown = rated.goal, scores_period(period)
    ratings = [(each.day, each.value) for each in rated.ratings if each.value is not None and each.day in shown]
    put_down = goal.let_go if goal.let_go and goal.let_go <= period.last else None
    return GoalPart(goal.text, _since(rated), put_down, tuple(ratings))
