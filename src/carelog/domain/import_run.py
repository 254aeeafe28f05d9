"""A run of an import: what one file brought into the journal, and when."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from carelog.domain.ids import handle
from carelog.domain.text import checked_name
from carelog.domain.time.days import Moment, Period
from carelog.errors import InvalidValue

_SHA256 = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class ImportRun:
    """One file of another app that was taken in: from which app, when, and how many things of each kind it brought.

    `sha256` is that of the file, in hexadecimal. `period` are the days of what it brought, None where it has none.
    Raises InvalidValue for another sha256, an empty source, or a count below zero.
    """

    id: str
    at: Moment
    day: date
    source: str
    sha256: str
    counts: Mapping[str, int] = field(default_factory=dict)
    period: Period | None = None

    def __post_init__(self) -> None:
        object.__setattr__(self, "source", checked_name(self.source, "The name of a format"))
        if not _SHA256.fullmatch(self.sha256):
            raise InvalidValue("A SHA-256 has 64 hexadecimal digits.")
        if min(self.counts.values(), default=0) < 0:
            raise InvalidValue("A count is never below zero.")

    @property
    def handle(self) -> str:
        """The short name that lists show."""
        return handle(self.id)

    @property
    def brought(self) -> int:
        """How many things it brought in all."""
        return sum(self.counts.values())
