"""The passphrase of a locked journal."""

from __future__ import annotations

import unicodedata

from carelog.errors import InvalidValue

SHORTEST, LONGEST = 8, 1_000
"""How many characters a passphrase has."""


def read_passphrase(typed: str) -> str:
    """A passphrase as it counts: keyboards that write the same letter in different ways agree (NFKC)."""
    return unicodedata.normalize("NFKC", typed).strip()


def checked_passphrase(typed: str) -> str:
    """A new passphrase. Raises InvalidValue, saying what is wanted, when it is too short or too long."""
    passphrase = read_passphrase(typed)
    if len(passphrase) < SHORTEST:
        raise InvalidValue(f"A passphrase needs at least {SHORTEST} characters. Four or five words make a good one.")
    if len(passphrase) > LONGEST:
        raise InvalidValue(f"A passphrase has at most {LONGEST} characters.")
    return passphrase
