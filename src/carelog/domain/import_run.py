"""An import run: the record of what one imported file added to the journal, and when."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from carelog.domain.ids import handle
from carelog.domain.text import checked_name, checked_sha256
from carelog.domain.time.days import Moment, Period
from carelog.errors import InvalidValue


@dataclass(frozen=True, slots=True)
class ImportRun:
    """One import of a file: the app it came from (`source`), when, and how many things of each kind it added.

    `sha256` is the checksum of the file, in hexadecimal. `period` are the first and last day of what it added, None
    if nothing in it has a day. Raises InvalidValue for an invalid sha256, an empty source, or a count below zero.
    """

    id: str
    at: Moment
    day: date
    source: str
    sha256: str
    counts: Mapping[str, int] = field(default_factory=dict)
    period: Period | None = None

    def __post_init__(self) -> None:
        object.__setattr__(self, "source", checked_name(self.source, "imports.source"))
        checked_sha256(self.sha256)
        if min(self.counts.values(), default=0) < 0:
            raise InvalidValue("imports.count-below-zero")

    @property
    def handle(self) -> str:
        """The short name that lists show."""
        return handle(self.id)

    @property
    def brought(self) -> int:
        """How many things it added in all."""
        return sum(self.counts.values())
