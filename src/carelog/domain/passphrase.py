"""The passphrase that opens a locked journal."""

from __future__ import annotations

import unicodedata

SHORTEST, LONGEST = 8, 1_000
"""The fewest and the most characters of a new passphrase."""


def read_passphrase(typed: str) -> str:
    """Normalise a typed passphrase (NFKC), because keyboards encode the same letter in different ways."""
    return unicodedata.normalize("NFKC", typed).strip()
