"""Something that was put away with somebody: it is kept, and nothing brings it up."""

from __future__ import annotations

from dataclasses import dataclass

from carelog.domain.ids import handle


@dataclass(frozen=True, slots=True)
class PutAway:
    """A row of a table and its words, and the id of the contact with whom it was put away, or is to be."""

    table: str
    id: str
    text: str
    contact_id: str

    @property
    def handle(self) -> str:
        """The short name that lists show."""
        return handle(self.id)
