"""A message about a line of a file that was read."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Remark:
    """A message about a line of a file, counted from 1; 0 means the whole file.

    It never repeats what the person wrote in a row.
    """

    line: int
    message: str
