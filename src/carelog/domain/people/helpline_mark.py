"""A person's mark on a built-in helpline: hidden from their card, or its number checked by them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from carelog.domain.text import checked_name


@dataclass(frozen=True, slots=True)
class HelplineMark:
    """A mark on the helpline with a `name` in a `country` (ISO 3166 code).

    `hidden` keeps it off the card; `checked_on` is the day on which the person last confirmed its number, or None.
    Raises InvalidValue for an empty name or country, or a country of more than two letters.
    """

    id: str
    country: str
    name: str
    hidden: bool = False
    checked_on: date | None = None

    def __post_init__(self) -> None:
        object.__setattr__(self, "country", checked_name(self.country, "helpline.country", longest=2))
        object.__setattr__(self, "name", checked_name(self.name, "helpline.name"))
