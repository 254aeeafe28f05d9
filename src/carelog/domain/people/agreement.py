"""An agreement: what a person agreed at an appointment to do until the next one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from carelog.domain.ids import handle
from carelog.domain.text import checked_text
from carelog.errors import InvalidValue


@dataclass(frozen=True, slots=True)
class Agreement:
    """What was agreed on a day, the appointment it was agreed at, and the routine that was made of it, if any.

    Raises InvalidValue for an empty text.
    """

    id: str
    day: date
    text: str
    appointment_id: str | None = None
    routine_id: str | None = None

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", checked_text(self.text, "appointment.agreement"))
        if not self.text:
            raise InvalidValue("appointment.agreement-empty")

    @property
    def handle(self) -> str:
        """The short name that lists show."""
        return handle(self.id)
