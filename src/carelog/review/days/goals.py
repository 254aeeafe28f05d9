"""Goals with their ratings. No average and no direction is made of them: a rating is no measurement."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from carelog.domain.goal import Goal, GoalRating
    from carelog.domain.time.days import Period
    from carelog.journal import Journal


@dataclass(frozen=True, slots=True)
class RatedGoal:
    """A goal and its ratings, oldest first."""

    goal: Goal
    ratings: tuple[GoalRating, ...]

    @property
    def latest(self) -> GoalRating | None:
        """The newest rating, or None."""
        return self.ratings[-1] if self.ratings else None

    def within(self, period: Period | None) -> RatedGoal:
        """The goal with its ratings of a period; with all of them without one."""
        return RatedGoal(self.goal, tuple(each for each in self.ratings if period is None or each.day in period))


def rated_goals(journal: Journal, *, put_down: bool = False) -> list[RatedGoal]:
    """The goals with their ratings, in order of creation; those that were `put_down` only where asked for."""
    goals = list(journal.goals) if put_down else journal.goals.open()
    return [rated_goal(journal, goal) for goal in goals]


def rated_goal(journal: Journal, goal: Goal) -> RatedGoal:
    """One goal with its ratings."""
    return RatedGoal(goal, tuple(journal.goal_ratings.of(goal)))
