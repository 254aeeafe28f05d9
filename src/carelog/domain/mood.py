"""Moods: the scores 1 to 5 and the words for them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from carelog.domain.score import HIGHEST, LOWEST, SCORES, read_score
from carelog.domain.text import checked_name, fold
from carelog.errors import InvalidValue
from carelog.language import gettext as _
from carelog.language import pgettext

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from carelog.domain.score import Scored

LOW, MIDDLE, HIGH = 2, 3, 4
"""Scores up to LOW are low, scores from HIGH on are high; MIDDLE is between the two ends."""

NEUTRAL_WORDS = (_("one of five"), _("two of five"), _("three of five"), _("four of five"), _("five of five"))
"""Words for the scores that reveal no mood to somebody who looks at the screen."""


class MoodScale(Enum):
    """ONE_SIDED: a higher score is better. TWO_SIDED: both ends are hard, and the middle is level."""

    ONE_SIDED = "one-sided"
    TWO_SIDED = "two-sided"


def hard_levels(scale: MoodScale) -> tuple[int, ...]:
    """The scores at which a time is hard: the lowest and, where both ends are, the highest too."""
    return (LOWEST, HIGHEST) if scale is MoodScale.TWO_SIDED else (LOWEST,)


_WORDS = {
    MoodScale.ONE_SIDED: (
        pgettext("mood", "awful"),
        pgettext("mood", "bad"),
        pgettext("mood", "okay"),
        pgettext("mood", "good"),
        pgettext("mood", "great"),
    ),
    MoodScale.TWO_SIDED: (
        pgettext("mood", "very low"),
        pgettext("mood", "low"),
        pgettext("mood", "level"),
        pgettext("mood", "high"),
        pgettext("mood", "very high"),
    ),
}
_IN_ENGLISH = {
    MoodScale.ONE_SIDED: ("awful", "bad", "okay", "good", "great"),
    MoodScale.TWO_SIDED: ("very low", "low", "level", "high", "very high"),
}
"""The words as files have them, and as they can be typed in any language."""


@dataclass(frozen=True, slots=True)
class MoodWords:
    """A person's words for the scores 1 to 5, and their scale.

    `renamed` are five different words, or none to use the default words of the scale. Raises InvalidValue for another
    number of words, equal words, or a word that begins with a number.
    """

    scale: MoodScale = MoodScale.ONE_SIDED
    renamed: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        words = tuple(checked_name(word, "settings.mood-word", longest=30) for word in self.renamed)
        object.__setattr__(self, "renamed", words)
        if any(word.split()[0].removeprefix("-").isdecimal() for word in words):
            raise InvalidValue("settings.mood-word-begins-with-number")
        if words and (len(words) != len(SCORES) or len({fold(word) for word in words}) != len(SCORES)):
            raise InvalidValue("settings.mood-words-not-five")

    @property
    def words(self) -> tuple[str, ...]:
        """The five words in the language of the program, from score 1 to score 5."""
        return self.renamed or _WORDS[self.scale]

    def word(self, score: float) -> str:
        """The word for a score or median from 1 to 5; for a median between two scores “between” their words."""
        return _between(self.words, score, _("between {below} and {above}"))

    def word_in_file(self, score: float) -> str:
        """The word for a score or median as a property of a file, which is in English in every language."""
        return _between(self._in_english, score, "between {below} and {above}")

    def read(self, text: str) -> tuple[int | None, str]:
        """The score that a line begins with or None, and the rest of the line.

        A number from 1 to 5 is a score whenever it comes first; a word is one when it is alone or before a colon, so
        that “good morning walk” stays a note. A default word is known in English too, and each without its accents.
        Raises InvalidValue when another whole number comes first.
        """
        return read_score(text, self.scored, _spelled)

    @property
    def scored(self) -> tuple[tuple[int, str], ...]:
        """Each score with each of its words: those in the language of the program, and those in English."""
        return (*zip(SCORES, self.words, strict=True), *zip(SCORES, self._in_english, strict=True))

    @property
    def _in_english(self) -> tuple[str, ...]:
        return self.renamed or _IN_ENGLISH[self.scale]


def _spelled(word: str, scored: Sequence[Scored], word_of: Callable[[Scored], str]) -> list[Scored]:
    from carelog.domain.letters import spelled

    return spelled(word, scored, word_of)


def _between(words: Sequence[str], score: float, template: str) -> str:
    below, above = words[int(score) - 1], words[min(int(score + 0.5), HIGHEST) - 1]
    return below if below == above else template.format(below=below, above=above)
