"""An activity: something small and specific that a person plans or did, alone or with someone.

Planning activities and comparing how pleasant they were with what was expected is behavioural activation.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from enum import Enum

from carelog.domain.ids import handle
from carelog.domain.text import checked_name, checked_text
from carelog.domain.time.days import Moment
from carelog.errors import InvalidValue

RATINGS = range(11)
"""How pleasant something was, how well it went, how close it brought one: from not at all to as much as possible."""


class ActivityKind(Enum):
    """What an activity is good for."""

    CONNECTION = "connection"
    PURPOSE = "purpose"
    MOVEMENT = "movement"
    REST = "rest"
    FUN = "fun"
    PRACTICAL = "practical"


class ActivityState(Enum):
    """Whether an activity is still planned, and else whether it was done, done in part or skipped."""

    PLANNED = "planned"
    DONE = "done"
    PARTLY = "partly"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class Activity:
    """An activity that is planned for a day (and a time), or was done or skipped at a moment.

    `expected` is the pleasure that the person expected; `pleasure`, `mastery` and `closeness` are how they rated it
    afterwards: 0 to 10 or None. `at` and the journal day `day` are when it was done or skipped, None while it is
    planned. Raises InvalidValue for an empty text, a rating outside 0 to 10, or a state that does not fit `at`.
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
        object.__setattr__(self, "text", checked_name(self.text, "activity.text"))
        object.__setattr__(self, "note", checked_text(self.note, "text.note"))
        for rating in (self.expected, self.pleasure, self.mastery, self.closeness):
            if rating is not None and rating not in RATINGS:
                raise InvalidValue("activity.rating-out-of-range")
        if (self.at is None) != self.is_planned or (self.day is None) != self.is_planned:
            raise InvalidValue("activity.moment-misplaced")

    @property
    def handle(self) -> str:
        """The short name that lists show."""
        return handle(self.id)

    @property
    def name(self) -> str:
        """The name by which commands find it: its text."""
        return self.text

    @property
    def is_planned(self) -> bool:
        """Whether it is planned and neither done nor skipped yet."""
        return self.state is ActivityState.PLANNED

    @property
    def was_done(self) -> bool:
        """Whether it was done, in full or in part."""
        return self.state in (ActivityState.DONE, ActivityState.PARTLY)

    @property
    def better_by(self) -> int | None:
        """How much more pleasant it was than expected, -10 to 10, or None where one of the two ratings is missing."""
        if self.pleasure is None or self.expected is None:
            return None
        return self.pleasure - self.expected
