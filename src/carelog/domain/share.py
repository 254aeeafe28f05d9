"""A share: the record that a page about a period was made for someone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from carelog.domain.ids import handle
from carelog.domain.text import checked_line, checked_name, checked_sha256
from carelog.domain.time.days import Moment, Period


@dataclass(frozen=True, slots=True)
class Share:
    """A page that was written: its audience, whom it is for, its period, its sections, and its format (`form`).

    `sha256` is the checksum of the file, in hexadecimal, by which the file can be recognised. Raises InvalidValue for
    an invalid one, and for an empty audience or format.
    """

    id: str
    at: Moment
    day: date
    audience: str
    form: str
    period: Period
    sections: tuple[str, ...]
    sha256: str
    whom: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "audience", checked_name(self.audience, "export.audience"))
        object.__setattr__(self, "form", checked_name(self.form, "export.format"))
        object.__setattr__(self, "whom", checked_line(self.whom, "text.name"))
        checked_sha256(self.sha256)

    @property
    def handle(self) -> str:
        """The short name that lists show."""
        return handle(self.id)
