"""How wide the window of a terminal is."""

from __future__ import annotations

import os

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TextIO

NARROWEST = 20
"""The fewest columns that lines are made for; in a narrower window words are broken."""

_USUAL = 80


def columns_of(stream: TextIO) -> int:
    """The columns of the window of a stream, or those that COLUMNS asks for; at least NARROWEST."""
    asked = os.environ.get("COLUMNS", "")
    if asked.isascii() and asked.isdigit() and 0 < int(asked[:5]) < 10_000:
        return max(int(asked), NARROWEST)
    try:
        return max(os.get_terminal_size(stream.fileno()).columns or _USUAL, NARROWEST)
    except (OSError, ValueError):
        return _USUAL
