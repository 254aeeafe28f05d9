"""The passphrase that opens a locked journal, and what is refused as one, or as the password of a file."""

from __future__ import annotations

import unicodedata

from carelog.errors import InvalidValue

SHORTEST, LONGEST = 8, 1_000
"""The fewest and the most characters of a new passphrase."""


def refuse_guessable(secret: str, *, too_short: str) -> None:
    """Raise InvalidValue for a new passphrase or password that a stranger guesses soon; it says what to do instead.

    That is one of fewer than SHORTEST characters, blanks around it aside (the sentence is `too_short`), of repetitions,
    of what stands in a row on a keyboard, or of what many people choose.
    """
    from carelog.domain.guessable import is_often_chosen, is_run, repeats

    if len(secret.strip()) < SHORTEST:
        raise InvalidValue(too_short, shortest=SHORTEST)
    for found, key in ((repeats, "repeats"), (is_run, "is-run"), (is_often_chosen, "is-often-chosen")):
        if found(secret):
            raise InvalidValue(f"passphrase.{key}")


def read_passphrase(typed: str) -> str:
    """Normalise a typed passphrase (NFKC), because keyboards encode the same letter in different ways."""
    return unicodedata.normalize("NFKC", typed).strip()


def checked_passphrase(typed: str) -> str:
    """Normalise a new passphrase.

    Raises InvalidValue when it has more than LONGEST characters, or is guessed soon.
    """
    passphrase = read_passphrase(typed)
    if len(passphrase) > LONGEST:
        raise InvalidValue("lock.passphrase-too-long", longest=LONGEST)
    refuse_guessable(passphrase, too_short="lock.passphrase-too-short")
    return passphrase
