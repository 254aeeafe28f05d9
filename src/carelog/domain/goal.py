"""A goal in a person's own words, and how close they say they are to it, 0 to 10."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from carelog.domain.ids import handle
from carelog.domain.text import checked_name
from carelog.domain.time.days import Moment
from carelog.errors import InvalidValue

CLOSEST = 10
"""The highest rating; the lowest is 0."""


@dataclass(frozen=True, slots=True)
class Goal:
    """A goal that was set on a `day`. `let_go` is the day on which it was put down, or None.

    Raises InvalidValue for an empty text.
    """

    id: str
    text: str
    day: date
    let_go: date | None = None

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", checked_name(self.text, "goal.text"))

    @property
    def handle(self) -> str:
        """The short name that lists show."""
        return handle(self.id)

    @property
    def name(self) -> str:
        """The name by which commands find it: its text."""
        return self.text


@dataclass(frozen=True, slots=True)
class GoalRating:
    """How close somebody was to a goal at a moment of a journal day, 0 to 10; None once it is deleted.

    Raises InvalidValue for a value outside that range.
    """

    id: str
    goal_id: str
    at: Moment
    day: date
    value: int | None

    def __post_init__(self) -> None:
        if self.value is not None and not 0 <= self.value <= CLOSEST:
            raise InvalidValue("goal.rating-outside-range", most=CLOSEST)

    @property
    def handle(self) -> str:
        """The short name that lists show."""
        return handle(self.id)
