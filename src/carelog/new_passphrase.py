"""A new passphrase, or the password of a file: what is refused as one, and words that are drawn for one.

The words that people often choose, and those to draw from, are files of data.
"""

from __future__ import annotations

import secrets
from functools import cache
from importlib.resources import files

from carelog.domain.guessable import is_often_chosen, is_run, repeats
from carelog.domain.passphrase import LONGEST, SHORTEST, read_passphrase
from carelog.errors import InvalidValue

WORDS_DRAWN = 6
"""Six of 1,024 words are 60 random bits; to try half of them at 0.4 s each takes seven billion years."""


def checked_passphrase(typed: str) -> str:
    """Normalise a new passphrase.

    Raises InvalidValue when it has more than LONGEST characters, or is guessed soon.
    """
    passphrase = read_passphrase(typed)
    if len(passphrase) > LONGEST:
        raise InvalidValue("lock.passphrase-too-long", longest=LONGEST)
    if len(passphrase) < SHORTEST:
        raise InvalidValue("lock.passphrase-too-short", shortest=SHORTEST)
    refuse_guessable(passphrase)
    return passphrase


def checked_password(password: str) -> str:
    """The password of a file as it is. Raises InvalidValue when it is guessed soon."""
    if len(password.strip()) < SHORTEST:
        raise InvalidValue("export.password-too-short", shortest=SHORTEST)
    refuse_guessable(password)
    return password


def refuse_guessable(secret: str) -> None:
    """Raise InvalidValue for repetitions, what stands in a row on a keyboard, and what many people choose."""
    known = _often_chosen()
    if repeats(secret, known):
        raise InvalidValue("passphrase.repeats")
    if is_run(secret):
        raise InvalidValue("passphrase.is-run")
    if is_often_chosen(secret, known):
        raise InvalidValue("passphrase.is-often-chosen")


def drawn_words(number: int = WORDS_DRAWN) -> str:
    """A passphrase of words that the system's random generator draws."""
    words = _words_of("words_to_draw.txt")
    return " ".join(secrets.choice(words) for _ in range(number))


@cache
def _often_chosen() -> frozenset[str]:
    return frozenset(_words_of("often_chosen.txt"))


def _words_of(name: str) -> list[str]:
    """The words of a file of data, whose remarks begin with #."""
    lines = files("carelog").joinpath("data", name).read_text("utf-8").splitlines()
    return [word for line in lines if not line.startswith("#") for word in line.split()]
