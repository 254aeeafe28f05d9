"""The questionnaires of a packet, the answers about death or harm that a total hides, and whether there is a plan."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from carelog.domain.questionnaire import Change
from carelog.review.days.scores import Scores, all_scores

if TYPE_CHECKING:
    from carelog.domain.time.days import Period
    from carelog.journal import Journal

BandPart = tuple[int, int, str]
"""A band of totals: first, last, and its published name."""


@dataclass(frozen=True, slots=True)
class ScoreLine:
    """One time a questionnaire was answered; without a total and a band (None, empty) if an item was left open."""

    day: date
    total: int | None
    band: str


@dataclass(frozen=True, slots=True)
class ScorePart:
    """A questionnaire and its scores in the period, earliest first.

    `change` is from the first to the last total, None with a single total or without a published reliable change.
    """

    name: str
    title: str
    minimum: int
    maximum: int
    higher_is: str
    bands: tuple[BandPart, ...]
    lines: tuple[ScoreLine, ...]
    reliable_change: int | None
    change: Change | None
    attribution: str


@dataclass(frozen=True, slots=True)
class SafetyAnswer:
    """An answer above 0 to an item about death or harm: its day, the item word for word, and the answer."""

    day: date
    questionnaire: str
    number: int
    item: str
    answer: str


@dataclass(frozen=True, slots=True)
class SafetyPart:
    """What a professional looks for first: answers about death or harm, and whether the person has a plan.

    `asked` is how many times a questionnaire was answered in the period, an item about death or harm included.
    """

    answers: tuple[SafetyAnswer, ...]
    asked: int
    has_plan: bool
    plan_reviewed: date | None


def score_parts(journal: Journal, period: Period) -> tuple[ScorePart, ...]:
    """The questionnaires that were answered in a period."""
    found = (scores.within(period) for scores in all_scores(journal)) if len(journal.answered) else ()
    return tuple(_part(scores) for scores in found if scores.scores)


def safety_part(journal: Journal, period: Period) -> SafetyPart:
    """Answers about death or harm in a period, and whether there is a plan, but nothing of its content."""
    found = [scores.within(period) for scores in all_scores(journal)] if len(journal.answered) else []
    asking = [scores for scores in found if scores.questionnaire.safety_items]
    newest = journal.plan_reviews.newest()
    answers = sorted(_answers(asking), key=lambda each: each.day)
    asked = sum(score.was_asked_of(scores.questionnaire.safety_items) for scores in asking for score in scores.scores)
    return SafetyPart(tuple(answers), asked, bool(len(journal.plan)), newest.day if newest else None)


def _part(scores: Scores) -> ScorePart:
    chosen, totals = scores.questionnaire, scores.totals
    change = None
    if len(totals) > 1 and totals[0].total is not None and totals[-1].total is not None:
        change = chosen.change(totals[0].total, totals[-1].total)
    return ScorePart(
        chosen.name,
        chosen.title,
        chosen.minimum,
        chosen.maximum,
        chosen.higher_is.value,
        tuple((band.first, band.last, band.text) for band in chosen.bands),
        tuple(ScoreLine(each.answered.day, each.total, each.band.text if each.band else "") for each in scores.scores),
        chosen.reliable_change,
        change,
        chosen.attribution,
    )


def _answers(asking: list[Scores]) -> list[SafetyAnswer]:
    return [
        SafetyAnswer(
            score.answered.day,
            scores.questionnaire.name,
            number,
            scores.questionnaire.items[number - 1],
            option.text.lower(),
        )
        for scores in asking
        for score in scores.scores
        for number, option in score.safety
    ]
