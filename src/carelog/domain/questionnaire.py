"""Questionnaires that people answer about themselves: items word for word, a sum, published bands.

A score is a number from a page, not a diagnosis. What a change means is said only where it is documented.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

Answers = Sequence[int | None]


class HigherIs(Enum):
    """Which way a scale points."""

    WORSE = "worse"
    BETTER = "better"


class Change(Enum):
    """How a total stands beside an earlier one: nearer than the questionnaire's usual noise is about the same."""

    ABOUT_THE_SAME = "about-the-same"
    LOWER = "lower"
    HIGHER = "higher"


@dataclass(frozen=True, slots=True)
class Option:
    """An answer that can be given, and what it adds to the sum."""

    value: int
    text: str


@dataclass(frozen=True, slots=True)
class Band:
    """The published name of a range of totals; `first` and `last` belong to it."""

    first: int
    last: int
    text: str


@dataclass(frozen=True, slots=True)
class Subscale:
    """A part with a sum of its own; `items` are counted from 1, `cutpoint` is published or None."""

    key: str
    items: tuple[int, ...]
    cutpoint: int | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """What a part adds up to, within its range."""

    key: str
    total: int
    minimum: int
    maximum: int
    cutpoint: int | None = None


@dataclass(frozen=True, slots=True)
class Questionnaire:
    """A questionnaire.

    `minimum` and `maximum` are of the total, `times` is what the sum is multiplied by. `reliable_change` is the
    difference from which a change is larger than the usual noise, None where none is documented. `safety_items`,
    counted from 1, are those whose every answer above 0 is met at once. `days_between` is after how many days it is
    offered again, `fewest_days_between` before how many it should not be answered again: its items ask about the time
    that `recall` names, such as 2 weeks.
    """

    key: str
    name: str
    title: str
    stem: str
    items: tuple[str, ...]
    options: tuple[Option, ...]
    minimum: int
    maximum: int
    bands: tuple[Band, ...]
    attribution: str
    source: str
    times: int = 1
    higher_is: HigherIs = HigherIs.WORSE
    reliable_change: int | None = None
    difficulty_item: str = ""
    difficulty_options: tuple[str, ...] = ()
    safety_items: tuple[int, ...] = ()
    subscales: tuple[Subscale, ...] = ()
    fewest_days_between: int = 7
    days_between: int = 14
    recall: str = ""

    def total(self, answers: Answers) -> int | None:
        """The sum, or None unless every item is answered: nothing is filled in."""
        given = [answer for answer in answers if answer is not None]
        return sum(given) * self.times if len(given) == len(self.items) else None

    @property
    def speaks_of_severity(self) -> bool:
        """Whether higher is worse and its bands tell degrees, not merely on which side of a cut a total lies."""
        return self.higher_is is HigherIs.WORSE and len(self.bands) > len(("below", "above"))

    def parts(self, answers: Answers) -> tuple[Part, ...]:
        """What the parts add up to, as far as all of a part is answered."""
        found = ((each, self._subtotal(each, answers)) for each in self.subscales)
        return tuple(self._part(each, total) for each, total in found if total is not None)

    def band(self, total: int) -> Band:
        """The published band that a total lies in. Raises ValueError where none covers it."""
        for band in self.bands:
            if band.first <= total <= band.last:
                return band
        raise ValueError(total)

    def safety_answers(self, answers: Answers) -> tuple[tuple[int, Option], ...]:
        """The safety items that were answered with more than nothing, counted from 1, and the answers."""
        said = ((item, self._option(answers[item - 1])) for item in self.safety_items)
        return tuple((item, option) for item, option in said if option and option.value > 0)

    def asks_difficulty(self, answers: Answers) -> bool:
        """Whether the question about difficulty follows: only where something was above nothing."""
        return bool(self.difficulty_item) and any(answers)

    def change(self, before: int, after: int) -> Change | None:
        """How a later total stands beside an earlier one; None where no threshold is documented."""
        if self.reliable_change is None:
            return None
        if abs(after - before) < self.reliable_change:
            return Change.ABOUT_THE_SAME
        return Change.LOWER if after < before else Change.HIGHER

    def difficulty(self, answer: int | None) -> str:
        """The words of an answer on difficulty, empty where there is none."""
        known = answer is not None and answer < len(self.difficulty_options)
        return self.difficulty_options[answer or 0] if known else ""

    def _subtotal(self, subscale: Subscale, answers: Answers) -> int | None:
        given = [answers[item - 1] for item in subscale.items]
        return None if None in given else sum(answer or 0 for answer in given) * self.times

    def _part(self, subscale: Subscale, total: int) -> Part:
        values, count = [option.value for option in self.options], len(subscale.items) * self.times
        return Part(subscale.key, total, min(values) * count, max(values) * count, subscale.cutpoint)

    def _option(self, value: int | None) -> Option | None:
        return next((option for option in self.options if option.value == value), None)
