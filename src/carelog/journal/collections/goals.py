"""The goals of a journal, and how close a person said they were to them."""

from __future__ import annotations

from datetime import date

from carelog.domain.goal import Goal, GoalRating
from carelog.domain.time.days import Moment
from carelog.journal.collections.collection import NamedCollection, WholeCollection
from carelog.journal.storage.rows import GOAL_RATINGS, GOALS, Row, day_or_none, text_or_none


class Goals(WholeCollection[Goal], NamedCollection[Goal]):
    """The goals, those that were put down included, in order of creation; only open ones are found by name."""

    table = GOALS
    key_prefix = "goal."

    def open(self) -> list[Goal]:
        """The goals that were not put down."""
        return [goal for goal in self if goal.let_go is None]

    def _candidates(self) -> list[Goal]:
        return self.open()

    def _read(self, row: Row) -> Goal:
        return Goal(row["id"], row["text"], date.fromisoformat(row["day"]), day_or_none(row["let_go"]))

    def _content(self, thing: Goal) -> Row:
        return {"text": thing.text, "day": thing.day.isoformat(), "let_go": text_or_none(thing.let_go)}


class GoalRatings(WholeCollection[GoalRating]):
    """The ratings of all goals, in the order (at, id)."""

    table = GOAL_RATINGS
    key_prefix = "goal.rating-"
    order = "at, id"

    def of(self, goal: Goal) -> list[GoalRating]:
        """The ratings of one goal, oldest first."""
        return self._select("AND goal_id = ?", (goal.id,))

    def _read(self, row: Row) -> GoalRating:
        at = Moment.of_milliseconds(row["at"], row["utc_offset"])
        return GoalRating(row["id"], row["goal_id"], at, date.fromisoformat(row["day"]), row["value"])

    def _content(self, thing: GoalRating) -> Row:
        return {
            "goal_id": thing.goal_id,
            "at": thing.at.milliseconds,
            "utc_offset": thing.at.offset,
            "day": thing.day.isoformat(),
            "value": thing.value,
        }
