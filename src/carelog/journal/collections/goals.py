"""The goals of a journal, and how close a person said they were to them."""

from __future__ import annotations

from typing import Any, ClassVar

from carelog.domain.goal import Goal, GoalRating
from carelog.domain.text import fold
from carelog.domain.time.days import Moment
from carelog.errors import AmbiguousName, InvalidValue, NotFound
from carelog.journal.collections import given
from carelog.journal.collections.collection import DayCollection, WholeCollection
from carelog.journal.collections.named_collection import NamedCollection
from carelog.journal.storage.dates import read_day
from carelog.journal.storage.rows import GOAL_RATINGS, GOALS, day_or_none, text_or_none
from carelog.journal.storage.table import Row
from carelog.wording.program import typed


class Goals(WholeCollection[Goal], NamedCollection[Goal]):
    """The goals, those that were put down included, in order of creation; only open ones are found by name."""

    table = GOALS
    kind = Goal
    key_prefix = "goal."
    arguments: ClassVar = {"text": given.text, "day": given.day, "let_go": given.or_none(given.day)}
    found_by_any_word = True

    def add(self, text: str, *, day: given.Day | None = None, let_go: given.Day | None = None) -> Goal:
        """Add a goal of today or of a `day`, and return it; `let_go` is the day on which it was put down.

        Raises InvalidValue for a value that cannot be used, and when another open goal has its text.
        """
        return self._insert_new(**self._arguments(locals(), day=self._today))

    def insert(self, thing: Goal) -> Goal:
        """Add a complete goal, or write a new version of it, and return it.

        Raises InvalidValue when another open goal has its text.
        """
        if thing.let_go is None:
            self._refuse_taken(thing)
        return super().insert(thing)

    def named(self, name: str) -> Goal:
        """The open goal that a name means. Raises NotFound or AmbiguousName; for one that was put down, it says so."""
        try:
            return super().named(name)
        except NotFound:
            if self._was_put_down(name):
                raise NotFound("goal.put-down", name=name, quoted=typed(name)) from None
            raise

    def named_even_put_down(self, name: str, *, put_down_first: bool = False) -> Goal:
        """The goal that a name means: an open one, else one that was put down; or the other way round.

        Raises NotFound or AmbiguousName.
        """
        try:
            return self._named_among(self._put_down, name) if put_down_first else self.named(name)
        except NotFound:
            return self.named(name) if put_down_first else self._named_among(lambda: list(self), name)

    def open(self) -> list[Goal]:
        """The goals that were not put down."""
        return [goal for goal in self if goal.let_go is None]

    def remove(self, *which: Goal | str) -> None:
        """Delete goals and their ratings in one transaction, for good. Raises NotFound when one of them is missing."""
        ids = self._ids(which)
        condition = f"goal_id IN ({', '.join('?' * len(ids))})"
        statement = f"SELECT id FROM {GOAL_RATINGS.name} WHERE deleted_at IS NULL AND {condition}"
        with self._store.change(self._now(), can_be_undone=False) as change:
            for each in ids:
                change.remove(self.table, each)
            for row in list(self._store.rows(statement, ids)):
                change.remove(GOAL_RATINGS, row["id"])

    def _candidates(self) -> list[Goal]:
        return self.open()

    def _put_down(self) -> list[Goal]:
        return [goal for goal in self if goal.let_go]

    def _was_put_down(self, name: str) -> bool:
        """Whether a name means one or several of the goals that were put down."""
        try:
            self._named_among(self._put_down, name)
        except AmbiguousName:
            return True
        except NotFound:
            return False
        return True

    def _refuse_taken(self, goal: Goal) -> None:
        with self._store.unmasked():
            others = [each for each in self.open() if each.id != goal.id]
        if any(fold(each.text) == fold(goal.text) for each in others):
            raise InvalidValue("goal.text-taken", text=goal.text)

    def _read(self, row: Row) -> Goal:
        return Goal(row["id"], row["text"], read_day(row["day"]), day_or_none(row["let_go"]))

    def _content(self, thing: Goal) -> Row:
        return {"text": thing.text, "day": thing.day.isoformat(), "let_go": text_or_none(thing.let_go)}


class GoalRatings(WholeCollection[GoalRating], DayCollection[GoalRating]):
    """The ratings of all goals, in the order (at, id)."""

    table = GOAL_RATINGS
    kind = GoalRating
    fields: ClassVar = {"goal": "goal_id"}
    arguments: ClassVar = {"goal": given.id_in("goals"), "value": given.whole, "at": given.moment}
    key_prefix = "goal.rating-"
    order = "at, id"

    def add(self, goal: Goal | str, value: int, *, at: given.When | None = None) -> GoalRating:
        """Add how close the person is to a goal, 0 to 10, now or `at` a moment, and return it.

        `goal` is the goal, or its id, handle or text. Raises InvalidValue for a value that cannot be used, NotFound or
        AmbiguousName for the goal.
        """
        values = self._arguments(locals(), at=self._clock.now())
        return self._insert_new(day=self._day_of(values["at"]), **values)

    def _changed(self, old: GoalRating, values: dict[str, Any]) -> GoalRating:
        return self._moved(old, values)

    def of(self, goal: Goal | str) -> list[GoalRating]:
        """The ratings of one goal, oldest first."""
        asked: Goal = given.thing(self._beside.goals, Goal, "goal", goal)
        return self._select("AND goal_id = ?", (asked.id,))

    def _read(self, row: Row) -> GoalRating:
        at = Moment.of_milliseconds(row["at"], row["utc_offset"])
        return GoalRating(row["id"], row["goal_id"], at, read_day(row["day"]), row["value"])

    def _content(self, thing: GoalRating) -> Row:
        return {
            "goal_id": thing.goal_id,
            "at": thing.at.milliseconds,
            "utc_offset": thing.at.offset,
            "day": thing.day.isoformat(),
            "value": thing.value,
        }
