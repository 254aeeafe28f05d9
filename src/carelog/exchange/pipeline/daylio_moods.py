"""The scores of moods that are only named, as in a Daylio export.

The default names of Daylio have known scores. The score of a mood that a person renamed or added is never guessed:
the person gives it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from carelog.domain.score import checked_score
from carelog.domain.text import clean_line, fold
from carelog.errors import InvalidValue

DEFAULT_MOODS: Mapping[str, int] = {
    "rad": 5,
    "good": 4,
    "meh": 3,
    "neutral": 3,
    "bad": 2,
    "awful": 1,
    "super": 5,
    "bien": 4,
    "mouais": 3,
    "mauvais": 2,
    "horrible": 1,
}
"""The scores of Daylio's default names in English and in French."""

_LONGEST = 60


class MoodScores:
    """Finds the scores of the moods in one file, and counts the moods that have none.

    `own` are the person's scores, 1 to 5, by name; they override the defaults.
    Where `are_numbers` is set, a name with a digit in it is no feeling once it has its score; until then it stands for
    it, and nothing is taken in. Raises InvalidValue when a score of `own` is not 1 to 5.
    """

    def __init__(self, own: Mapping[str, int], *, are_numbers: bool = False) -> None:
        self._are_numbers = are_numbers
        self._own = {fold(clean_line(name)): checked_score(score) for name, score in own.items()}
        self._spelling: dict[str, str] = {}
        self._unknown: Counter[str] = Counter()

    @property
    def unknown(self) -> dict[str, int]:
        """The moods without a score and how often each was read, most frequent first."""
        return {self._spelling[name]: count for name, count in self._unknown.most_common()}

    def read(self, cell: str) -> tuple[int | None, tuple[str, ...]]:
        """The score of a mood, or None, and its name as a feeling; no feeling where the name is just a default one.

        Raises InvalidValue when the cell is empty or too long for a name.
        """
        word = clean_line(cell)
        if not word:
            raise InvalidValue("imports.mood-needed")
        if len(word) > _LONGEST:
            raise InvalidValue("imports.mood-name-too-long", longest=_LONGEST)
        name = fold(word)
        score = self._own.get(name, DEFAULT_MOODS.get(name))
        if score is None:
            self._spelling.setdefault(name, word)
            self._unknown[name] += 1
        is_number = self._are_numbers and any(letter.isdigit() for letter in word)
        says_no_more = score is not None and (is_number or score == DEFAULT_MOODS.get(name))
        return score, () if says_no_more else (word,)
