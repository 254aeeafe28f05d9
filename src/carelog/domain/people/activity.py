"""An activity: something small and specific that is planned or was done, with people, for a purpose or for itself.

Planning activities, rating them and comparing with what was expected is behavioural activation; in part counts.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from enum import Enum

from carelog.domain.ids import handle
from carelog.domain.text import checked_name, checked_text
from carelog.domain.time.days import Moment
from carelog.errors import InvalidValue


class ActivityKind(Enum):
    """What an activity is good for."""

    CONNECTION = "connection"
    PURPOSE = "purpose"
    MOVEMENT = "movement"
    REST = "rest"
    FUN = "fun"
    PRACTICAL = "practical"


class ActivityState(Enum):
    """How an activity stands."""

    PLANNED = "planned"
    DONE = "done"
    PARTLY = "partly"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class Activity:
    """Something planned for a day (and a time) or noted at a moment of a journal day.

    `expected` is the pleasure that was expected, `pleasure`, `mastery` and `closeness` are what it was: 0 to 10 or
    None. `at` and `day` say when it was done or skipped. Raises InvalidValue for an empty text, a rating outside 0 to
    10, or a state that does not fit its moment.
    """

    id: str
    text: str
    kind: ActivityKind
    state: ActivityState = ActivityState.PLANNED
    planned_day: date | None = None
    planned_at: time | None = None
    contact_id: str | None = None
    expected: int | None = None
    at: Moment | None = None
    day: date | None = None
    pleasure: int | None = None
    mastery: int | None = None
    closeness: int | None = None
    note: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", checked_name(self.text, "An activity"))
        object.__setattr__(self, "note", checked_text(self.note, "A note"))
        for rating in (self.expected, self.pleasure, self.mastery, self.closeness):
            if rating is not None and rating not in range(11):
                raise InvalidValue("Activities are rated from 0 to 10.")
        if (self.at is None) != self.is_planned or (self.day is None) != self.is_planned:
            raise InvalidValue("An activity that is planned has no moment yet; any other has one.")

    @property
    def handle(self) -> str:
        """The short name that lists show."""
        return handle(self.id)

    @property
    def name(self) -> str:
        """What people call it by: its text."""
        return self.text

    @property
    def is_planned(self) -> bool:
        """Whether it is still to come."""
        return self.state is ActivityState.PLANNED

    @property
    def counts(self) -> bool:
        """Whether it was done; in part counts."""
        return self.state in (ActivityState.DONE, ActivityState.PARTLY)

    @property
    def better_by(self) -> int | None:
        """How much more pleasant it was than expected (below zero: less), or None where one of the two is not known."""
        if self.pleasure is None or self.expected is None:
            return None
        return self.pleasure - self.expected
