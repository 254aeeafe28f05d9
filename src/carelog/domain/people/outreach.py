"""A record that a person was in touch with a contact, and whether it helped."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from carelog.domain.ids import handle
from carelog.domain.text import checked_text
from carelog.domain.time.days import Moment


class Helped(Enum):
    """Whether it helped, in the person's own judgement."""

    YES = "yes"
    SOME = "some"
    NO = "no"


@dataclass(frozen=True, slots=True)
class Reached:
    """Being in touch with a contact at a moment; `helped` is None where the person did not say."""

    id: str
    contact_id: str
    at: Moment
    day: date
    helped: Helped | None = None
    note: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "note", checked_text(self.note, "text.note"))

    @property
    def handle(self) -> str:
        """The short name that lists show."""
        return handle(self.id)
