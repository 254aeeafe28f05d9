"""Scores of moods, 1 to 5, and how one is read at the beginning of a line. Whoever notes a mood loads this alone."""

from __future__ import annotations

from carelog.domain.text import fold
from carelog.errors import InvalidValue

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    Scored = tuple[int, str]
    Spelled = Callable[[str, Sequence[Scored], Callable[[Scored], str]], list[Scored]]

LOWEST, HIGHEST = 1, 5
SCORES = range(LOWEST, HIGHEST + 1)

_MOST_DIGITS = 20


def checked_score(score: int) -> int:
    """Return a score from 1 to 5 unchanged.

    Raises InvalidValue for anything else, also for 3.0 and True, which a file would give back as another type.
    """
    if type(score) is not int or score not in SCORES:
        raise InvalidValue("entry.mood-not-a-score", lowest=LOWEST, highest=HIGHEST, score=score)
    return score


def read_score(text: str, scored: Sequence[Scored], spelled: Spelled | None = None) -> tuple[int | None, str]:
    """The score that a line begins with or None, and the rest of the line.

    `scored` are scores with the words for them. A number from 1 to 5 is a score whenever it comes first; a word is one
    when it is alone or before a colon, so that “good morning walk” stays a note. `spelled` finds a word that is written
    with other letters, such as without its accents. Raises InvalidValue when another whole number comes first.
    """
    first, rest = [*text.split(maxsplit=1), "", ""][:2]
    number = first.removesuffix(":")
    if number.removeprefix("-").isdecimal():
        return checked_score(int(number[:_MOST_DIGITS])), rest.strip()
    before, colon, after = text.strip().partition(":")
    word = " ".join(before.split())
    found = [each for each in scored if fold(each[1]) == fold(word)]
    if not found and spelled:
        found = spelled(word, scored, lambda each: each[1])
    if len({score for score, _ in found}) == 1:
        return found[0][0], after.strip() if colon else ""
    return None, text.strip()
