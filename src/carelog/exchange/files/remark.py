"""What is to be said of a line of a file that is read."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Remark:
    """A sentence about a line of the file, counted from 1, or about all of it (0).

    It holds nothing that was written in a row.
    """

    line: int
    message: str
