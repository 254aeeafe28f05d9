"""Published questionnaires that people answer about themselves: items word for word, a sum, and bands.

A score is the sum of a questionnaire, not a diagnosis. A change of it is judged only where a threshold is published.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum

ENGLISH = "en"
MOST_OPTIONS = 12
"""The most answers of a question, and of the one about difficulty: a scale from 0 to 10 has eleven."""

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
class Cutpoint:
    """A published cut-point: totals from `first` on. `text` is what its source calls them, empty for most."""

    first: int
    text: str = ""


@dataclass(frozen=True, slots=True)
class Subscale:
    """Some items, counted from 1, that have a sum of their own, its name, and its published cutpoint or None."""

    key: str
    items: tuple[int, ...]
    cutpoint: int | None = None
    name: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """The `total` of a subscale, from `minimum` to `maximum`, its name, and its published cutpoint or None."""

    key: str
    total: int
    minimum: int
    maximum: int
    cutpoint: int | None = None
    name: str = ""


@dataclass(frozen=True, slots=True)
class Questionnaire:
    """A questionnaire in one language.

    `minimum` and `maximum` are the bounds of the total, which is the sum of what the answers count, multiplied by
    `times`. `options` are those of every item; where items differ they are in `item_options`, a tuple for each item.
    `reverse_items`, counted from 1, count the other way round: their highest answer counts as the lowest.
    `reliable_change` is the smallest difference between two totals that is more than noise, None where none is
    published. `talk_from` is the total from which it is worth talking over; where higher is better, those at or below
    it are. `safety_items`, counted from 1, are those about death or harm: an answer that counts more than the least is
    responded to at once. `stressful_event` says that it asks about one, which can stir up memories. Once in
    `days_between` days is often enough, because its items ask about the time that `recall` names, such as 2 weeks.
    `language` is a code such as `de` or `pt-BR`; what is counted is the same in every language.
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
    days_between: int = 7
    recall: str = ""
    item_options: tuple[tuple[Option, ...], ...] = ()
    reverse_items: tuple[int, ...] = ()
    cutpoints: tuple[Cutpoint, ...] = ()
    talk_from: int | None = None
    instruction: str = ""
    stressful_event: bool = False
    language: str = ENGLISH

    def options_of(self, item: int) -> tuple[Option, ...]:
        """The options of an item, counted from 1."""
        return self.item_options[item - 1] if self.item_options else self.options

    def counted(self, item: int, answer: int) -> int:
        """What an answer to an item, counted from 1, adds to the sum: its value, or its mirror image if reversed."""
        if item not in self.reverse_items:
            return answer
        least, most = self.bounds_of(item)
        return least + most - answer

    def bounds_of(self, item: int) -> tuple[int, int]:
        """The least and the most that an item, counted from 1, can count."""
        values = [option.value for option in self.options_of(item)]
        return min(values), max(values)

    def total(self, answers: Answers) -> int | None:
        """The total, or None unless every item is answered: missing answers are never imputed."""
        count = len(self.items)
        return self._sum(range(1, count + 1), answers) if len(answers) == count else None

    def is_worth_talking_over(self, total: int) -> bool:
        """Whether a total has reached `talk_from` or, where none is given, the highest of three degrees or more."""
        if self.talk_from is None:
            return self.speaks_of_severity and total >= self.bands[-1].first
        return total >= self.talk_from if self.higher_is is HigherIs.WORSE else total <= self.talk_from

    @property
    def speaks_of_severity(self) -> bool:
        """Whether its bands are degrees of severity: higher is worse, and there are more than two bands."""
        return self.higher_is is HigherIs.WORSE and len(self.bands) > len(("below", "above"))

    @property
    def ranges(self) -> tuple[Band, ...]:
        """The scale in stretches: its bands or, where it has none, what lies between its cut-points, mostly unnamed."""
        if self.bands:
            return self.bands
        starts = [Cutpoint(self.minimum), *(each for each in self.cutpoints if each.first > self.minimum)]
        ends = [*(each.first - 1 for each in starts[1:]), self.maximum]
        return tuple(Band(start.first, end, start.text) for start, end in zip(starts, ends, strict=True))

    def range_of(self, total: int) -> Band:
        """The stretch of the scale in which a total lies. Raises ValueError if it is not on the scale."""
        for stretch in self.ranges:
            if stretch.first <= total <= stretch.last:
                return stretch
        raise ValueError(total)

    def parts(self, answers: Answers) -> tuple[Part, ...]:
        """The totals of the subscales whose items are all answered."""
        found = ((each, self._sum(each.items, answers)) for each in self.subscales)
        return tuple(self._part(each, total) for each, total in found if total is not None)

    def band(self, total: int) -> Band | None:
        """The published band of a total; None without bands. Raises ValueError if it is not on the scale."""
        return self.range_of(total) if self.bands else None

    def safety_answers(self, answers: Answers) -> tuple[tuple[int, Option], ...]:
        """The numbers of the safety items whose answer counts more than the least, counted from 1, with that answer."""
        answered = ((item, self._option(item, answers[item - 1])) for item in self.safety_items)
        return tuple((item, option) for item, option in answered if option and self._is_above(item, option.value))

    def asks_difficulty(self, answers: Answers) -> bool:
        """Whether the question about difficulty is asked: only if an answer counts more than the least."""
        given = ((item, answer) for item, answer in enumerate(answers, 1) if answer is not None)
        return bool(self.difficulty_item) and any(self._is_above(item, answer) for item, answer in given)

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

    def _sum(self, items: Iterable[int], answers: Answers) -> int | None:
        given = {item: answers[item - 1] for item in items}
        counted = [self.counted(item, answer) for item, answer in given.items() if answer is not None]
        return sum(counted) * self.times if len(counted) == len(given) else None

    def _part(self, subscale: Subscale, total: int) -> Part:
        bounds = [self.bounds_of(item) for item in subscale.items]
        least, most = (sum(each) * self.times for each in zip(*bounds, strict=True))
        return Part(subscale.key, total, least, most, subscale.cutpoint, subscale.name or subscale.key)

    def _is_above(self, item: int, answer: int) -> bool:
        return self.counted(item, answer) > self.bounds_of(item)[0]

    def _option(self, item: int, value: int | None) -> Option | None:
        return next((option for option in self.options_of(item) if option.value == value), None)
