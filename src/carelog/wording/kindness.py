"""Kind words that people kept."""

from __future__ import annotations

KEPT = "Kept. “carelog keep” shows it again on a day when it is needed."
NONE_YET = "Nothing is kept yet. When someone says something that helps: carelog keep their words --from-whom Sam"


def said(text: str, from_whom: str) -> str:
    """A kind word, and who said it where that is known."""
    return f"“{text}” {from_whom}".rstrip()
