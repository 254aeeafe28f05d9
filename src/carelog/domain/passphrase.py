"""The passphrase that opens a locked journal, and how long it and a password of a file have to be."""

from __future__ import annotations

import unicodedata

from carelog.errors import InvalidValue

SHORTEST, LONGEST = 8, 1_000
"""The fewest and the most characters of a new passphrase."""


def is_too_short(secret: str) -> bool:
    """Whether a new passphrase or password has fewer than SHORTEST characters, blanks around it aside."""
    return len(secret.strip()) < SHORTEST


def read_passphrase(typed: str) -> str:
    """Normalise a typed passphrase (NFKC), because keyboards encode the same letter in different ways."""
    return unicodedata.normalize("NFKC", typed).strip()


def checked_passphrase(typed: str) -> str:
    """Normalise a new passphrase.

    Raises InvalidValue when it has fewer than SHORTEST or more than LONGEST characters.
    """
    passphrase = read_passphrase(typed)
    if is_too_short(passphrase):
        raise InvalidValue("lock.passphrase-too-short", shortest=SHORTEST)
    if len(passphrase) > LONGEST:
        raise InvalidValue("lock.passphrase-too-long", longest=LONGEST)
    return passphrase
