"""A kind word: something helpful that someone said, kept for a hard day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from carelog.domain.ids import handle
from carelog.domain.text import checked_line, checked_name


@dataclass(frozen=True, slots=True)
class KindWord:
    """What was said, the day on which it was noted, and who said it, empty if unknown.

    Raises InvalidValue for an empty text or one of more than 500 characters.
    """

    id: str
    day: date
    text: str
    from_whom: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", checked_name(self.text, "plan.kind-word", longest=500))
        object.__setattr__(self, "from_whom", checked_line(self.from_whom, "text.name"))

    @property
    def handle(self) -> str:
        """The short name that lists show."""
        return handle(self.id)
