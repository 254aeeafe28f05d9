"""What a person says of a helpline: that it stays off their card, or that they checked its number."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from carelog.domain.text import checked_name


@dataclass(frozen=True, slots=True)
class HelplineMark:
    """A helpline, by its country's ISO 3166 code and its name, and what the person says of it."""

    id: str
    country: str
    name: str
    hidden: bool = False
    checked_on: date | None = None

    def __post_init__(self) -> None:
        object.__setattr__(self, "country", checked_name(self.country, "A country", longest=2))
        object.__setattr__(self, "name", checked_name(self.name, "A helpline"))
