"""The questionnaires of a packet, the answers about death or harm that a total hides, and whether there is a plan."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from carelog.domain.questionnaire import Change, Questionnaire
from carelog.domain.questionnaire_change import ComparedWith, Comparison
from carelog.domain.time.days import ONE_DAY, Period
from carelog.review.days.scores import Score, Scores, all_scores
from carelog.wording.questionnaires import range_name, range_of

if TYPE_CHECKING:
    from carelog.journal import Journal

BandPart = tuple[int, int, str]
"""A band of totals: first, last, and its published name."""

_DAYS_DRAWN = 183


@dataclass(frozen=True, slots=True)
class ScoreLine:
    """One time a questionnaire was answered; without a total (None) if an item was left open.

    `band` is its published name, empty where there is none; `place` is that, or where the total lies by its cut-points.
    """

    day: date
    total: int | None
    band: str
    place: str


@dataclass(frozen=True, slots=True)
class ScorePart:
    """A questionnaire and its scores: `lines` are those in the period, `earlier` those drawn before it, oldest first.

    `change` is from the first to the last total of the period, None with a single total or without a published reliable
    change. `compared` is how the last total in the period stands beside all that are drawn before it. `ranges` is the
    whole scale, in bands or, where there are none, in the stretches between its cut-points.
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
    earlier: tuple[ScoreLine, ...] = ()
    compared: tuple[Comparison, ...] = ()
    ranges: tuple[BandPart, ...] = ()
    cutpoints: tuple[tuple[int, str], ...] = ()

    @property
    def drawn(self) -> tuple[ScoreLine, ...]:
        """All lines that are drawn, oldest first."""
        return (*self.earlier, *self.lines)

    @property
    def moved(self) -> tuple[Comparison, ...]:
        """What is more than noise away from the last total: the first that is drawn, the highest or lowest since."""
        far = (each for each in self.compared if each.change is not Change.ABOUT_THE_SAME)
        return tuple(each for each in far if each.beside is not ComparedWith.BEFORE or len(self.compared) == 1)


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


def scores_period(period: Period) -> Period:
    """The days whose scores are drawn: six months (183 days) up to the end of a period, or all of it if it is longer.

    A fortnight has one PHQ-9, and one point is no course.
    """
    return Period(min(period.first, period.last - (_DAYS_DRAWN - 1) * ONE_DAY), period.last)


def score_parts(journal: Journal, period: Period) -> tuple[ScorePart, ...]:
    """The questionnaires that were answered in the days drawn up to the end of a period."""
    drawn = scores_period(period)
    found = (scores.within(drawn) for scores in all_scores(journal)) if len(journal.answered) else ()
    return tuple(_part(scores, period) for scores in found if scores.scores)


def safety_part(journal: Journal, period: Period) -> SafetyPart:
    """Answers about death or harm in a period, and whether there is a plan, but nothing of its content."""
    found = [scores.within(period) for scores in all_scores(journal)] if len(journal.answered) else []
    asking = [scores for scores in found if scores.questionnaire.safety_items]
    newest = journal.plan_reviews.newest()
    answers = sorted(_answers(asking), key=lambda each: each.day)
    asked = sum(score.was_asked_of(scores.questionnaire.safety_items) for scores in asking for score in scores.scores)
    return SafetyPart(tuple(answers), asked, bool(len(journal.plan)), newest.day if newest else None)


def _part(scores: Scores, period: Period) -> ScorePart:
    chosen, inside = scores.questionnaire, scores.within(period)
    totals, change = inside.totals, None
    if len(totals) > 1 and totals[0].total is not None and totals[-1].total is not None:
        change = chosen.change(totals[0].total, totals[-1].total)
    return ScorePart(
        chosen.name,
        chosen.title,
        chosen.minimum,
        chosen.maximum,
        chosen.higher_is.value,
        tuple((band.first, band.last, band.text) for band in chosen.bands),
        tuple(_line(chosen, each) for each in inside.scores),
        chosen.reliable_change,
        change,
        chosen.attribution,
        earlier=tuple(_line(chosen, each) for each in scores.scores if each.answered.day < period.first),
        compared=next((each.compared for each in scores.totals[-1:] if each.answered.day in period), ()),
        ranges=tuple((each.first, each.last, range_name(chosen, each)) for each in chosen.ranges),
        cutpoints=tuple((each.first, each.text) for each in chosen.cutpoints),
    )


def _line(chosen: Questionnaire, score: Score) -> ScoreLine:
    place = "" if score.total is None else range_of(chosen, score.total)
    return ScoreLine(score.answered.day, score.total, score.band.text if score.band else "", place)


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
