"""Published questionnaires that people answer about themselves: items word for word, a sum, and bands.

A score is the sum of a questionnaire, not a diagnosis. A change of it is judged only where a threshold is published.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

Answers = Sequence[int | None]
"""The values of the chosen options in the order of the items, None where an item was left open."""


class HigherIs(Enum):
    """Whether a higher total is worse or better."""

    WORSE = "worse"
    BETTER = "better"


class Change(Enum):
    """How a total compares with an earlier one; less than the reliable change apart is about the same."""

    ABOUT_THE_SAME = "about-the-same"
    LOWER = "lower"
    HIGHER = "higher"


@dataclass(frozen=True, slots=True)
class Option:
    """An answer that can be chosen, and the value that it adds to the sum."""

    value: int
    text: str


@dataclass(frozen=True, slots=True)
class Band:
    """The published name of a range of totals, from `first` to `last`, both included."""

    first: int
    last: int
    text: str


@dataclass(frozen=True, slots=True)
class Subscale:
    """Some items, counted from 1, that have a sum of their own, and its published cutpoint or None."""

    key: str
    items: tuple[int, ...]
    cutpoint: int | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """The `total` of a subscale, from `minimum` to `maximum`, and its published cutpoint or None."""

    key: str
    total: int
    minimum: int
    maximum: int
    cutpoint: int | None = None


@dataclass(frozen=True, slots=True)
class Questionnaire:
    """A questionnaire.

    `minimum` and `maximum` are the bounds of the total, which is the sum of the answers multiplied by `times`.
    `reliable_change` is the smallest difference between two totals that is more than noise, None where none is
    published. `safety_items`, counted from 1, are those about death or harm: an answer above 0 is responded to at once.
    `days_between` is after how many days the questionnaire is offered again. It should not be answered again before
    `fewest_days_between` days, because its items ask about the time that `recall` names, such as 2 weeks.
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
        """The total, or None unless every item is answered: missing answers are never imputed."""
        given = [answer for answer in answers if answer is not None]
        return sum(given) * self.times if len(given) == len(self.items) else None

    @property
    def speaks_of_severity(self) -> bool:
        """Whether its bands are degrees of severity: higher is worse, and there are more than two bands."""
        return self.higher_is is HigherIs.WORSE and len(self.bands) > len(("below", "above"))

    def parts(self, answers: Answers) -> tuple[Part, ...]:
        """The totals of the subscales whose items are all answered."""
        found = ((each, self._subtotal(each, answers)) for each in self.subscales)
        return tuple(self._part(each, total) for each, total in found if total is not None)

    def band(self, total: int) -> Band:
        """The published band of a total. Raises ValueError if no band covers it."""
        for band in self.bands:
            if band.first <= total <= band.last:
                return band
        raise ValueError(total)

    def safety_answers(self, answers: Answers) -> tuple[tuple[int, Option], ...]:
        """The numbers of the safety items that were answered above 0, counted from 1, each with its answer."""
        answered = ((item, self._option(answers[item - 1])) for item in self.safety_items)
        return tuple((item, option) for item, option in answered if option and option.value > 0)

    def asks_difficulty(self, answers: Answers) -> bool:
        """Whether the question about difficulty is asked: only if an answer was above 0."""
        return bool(self.difficulty_item) and any(answers)

    def change(self, before: int, after: int) -> Change | None:
        """How the total `after` compares with `before`; None where no reliable change is published."""
        if self.reliable_change is None:
            return None
        if abs(after - before) < self.reliable_change:
            return Change.ABOUT_THE_SAME
        return Change.LOWER if after < before else Change.HIGHER

    def difficulty(self, answer: int | None) -> str:
        """The words of the chosen option for difficulty, counted from 0; empty if there is none."""
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
