"""A topic: something the person wants to bring to the next appointment."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from carelog.domain.ids import handle
from carelog.domain.text import checked_name


@dataclass(frozen=True, slots=True)
class Topic:
    """What to talk about, noted on a day.

    `entry_id` is an entry that the person wants to look at together, or None; `done` is the day on which the topic was
    talked about, or None. Raises InvalidValue for an empty text or one of more than 500 characters.
    """

    id: str
    day: date
    text: str
    entry_id: str | None = None
    done: date | None = None

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", checked_name(self.text, "appointment.topic", longest=500))

    @property
    def handle(self) -> str:
        """The short name that lists show."""
        return handle(self.id)
