"""The five steps of a mood and the words for them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from carelog.domain.text import checked_name, fold
from carelog.errors import InvalidValue

LOWEST, HIGHEST = 1, 5
SCORES = range(LOWEST, HIGHEST + 1)

_MOST_DIGITS = 20


class MoodScale(Enum):
    """Whether higher is better, or both ends are hard and the middle is level."""

    ONE_SIDED = "one-sided"
    TWO_SIDED = "two-sided"


_WORDS = {
    MoodScale.ONE_SIDED: ("awful", "bad", "okay", "good", "great"),
    MoodScale.TWO_SIDED: ("very low", "low", "level", "high", "very high"),
}


NEUTRAL_WORDS = ("one of five", "two of five", "three of five", "four of five", "five of five")
"""Words for the scores that say nothing of a mood to somebody who reads along."""


@dataclass(frozen=True, slots=True)
class MoodWords:
    """A person's words for the scores 1 to 5, and which scale they stand on.

    `renamed` are five different words, or none for the scale's own. Raises InvalidValue otherwise.
    """

    scale: MoodScale = MoodScale.ONE_SIDED
    renamed: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        words = tuple(checked_name(word, "A word for a mood", longest=30) for word in self.renamed)
        object.__setattr__(self, "renamed", words)
        if any(word.split()[0].removeprefix("-").isdecimal() for word in words):
            raise InvalidValue("A word for a mood cannot begin with a number: numbers are the scores themselves.")
        if words and (len(words) != len(SCORES) or len({fold(word) for word in words}) != len(SCORES)):
            raise InvalidValue("Moods need five different words, from the lowest to the highest.")

    @property
    def words(self) -> tuple[str, ...]:
        """The five words, from score 1 to score 5."""
        return self.renamed or _WORDS[self.scale]

    def word(self, score: float) -> str:
        """The word for a score, or “between” two words for a median half way."""
        below, above = self.words[int(score) - 1], self.words[min(int(score + 0.5), HIGHEST) - 1]
        return below if below == above else f"between {below} and {above}"

    def read(self, text: str) -> tuple[int | None, str]:
        """The score that a line begins with, and the rest of the line.

        A number 1 to 5 counts whenever it stands first; a word counts when it is alone or followed by a colon,
        so that “good morning walk” stays a note. Without a score the whole text is the rest.
        Raises InvalidValue for a whole number outside 1 to 5 standing first.
        """
        first, rest = [*text.split(maxsplit=1), "", ""][:2]
        number = first.removesuffix(":")
        if number.removeprefix("-").isdecimal():
            return checked_score(int(number[:_MOST_DIGITS])), rest.strip()
        before, colon, after = text.strip().partition(":")
        for score, word in zip(SCORES, self.words, strict=True):
            if fold(" ".join(before.split())) == fold(word):
                return score, after.strip() if colon else ""
        return None, text.strip()


def checked_score(score: int) -> int:
    """The score itself, 1 to 5.

    Raises InvalidValue otherwise, also for 3.0 and True: a file would give back another value than it was given.
    """
    if type(score) is not int or score not in SCORES:
        raise InvalidValue(f"A mood is a whole number from {LOWEST} to {HIGHEST}; {score} is not.")
    return score
