"""The wide table of Loop's CSV export, with a row for each day and a column for each habit.

It has no notes, and does not quote names, so it is read only for habits without a table of their own, and only where
its heading is the list of habits. Some versions wrote a value as `Entry(timestamp=2023-04-04, value=2)`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from carelog.exchange.files.source import decoded

_ENTRY = re.compile(r"Entry\([^()]*\bvalue=(-?[0-9]{1,12})\)")
_DATE = "Date"


def columns_in(content: bytes, names: Sequence[str]) -> list[list[tuple[int, list[str]]]]:
    """For each name the rows of its habit: the line, and the day and the value as they are written.

    Empty where the heading does not have these names in their order, so that no day is counted to another habit. A row
    with more or fewer cells has its day and an empty value for each habit. Raises RefusedFile when it is no text.
    """
    lines = decoded(content).text.splitlines()
    if not lines or lines[0].strip().rstrip(",") != ",".join([_DATE, *names]).rstrip(","):
        return []
    rows = [(number, _cells(line, len(names))) for number, line in enumerate(lines[1:], start=2) if line.strip()]
    return [[(number, [day, values[place]]) for number, (day, *values) in rows] for place in range(len(names))]


def _cells(line: str, habits: int) -> list[str]:
    day, *values = _ENTRY.sub(r"\1", line.strip()).removesuffix(",").split(",")
    return [day, *(values if len(values) == habits else [""] * habits)]
