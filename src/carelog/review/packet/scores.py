"""The questionnaires of a packet, the answers about death or harm that a total hides, and whether there is a plan."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from carelog.domain.questionnaires.change import ComparedWith, Comparison
from carelog.domain.questionnaires.questionnaire import Change, HigherIs, Questionnaire
from carelog.domain.time.days import ONE_DAY, Period
from carelog.review.days.scores import Score, Scores, all_scores
from carelog.wording.questionnaires import range_name, range_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

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

    `course` are the first and the last total of the course that the last one belongs to, which can have begun before
    all that is drawn; None with a single total. `change` compares the two, None without a published reliable change.
    `compared` is how the last total in the period stands beside all that are drawn before it. `ranges` is the whole
    scale, in bands or, where there are none, in the stretches between its cut-points.
    """

    name: str
    title: str
    minimum: int
    maximum: int
    higher_is: HigherIs
    bands: tuple[BandPart, ...]
    lines: tuple[ScoreLine, ...]
    reliable_change: int | None
    change: Change | None
    attribution: str
    earlier: tuple[ScoreLine, ...] = ()
    course: tuple[ScoreLine, ScoreLine] | None = None
    compared: tuple[Comparison, ...] = ()
    ranges: tuple[BandPart, ...] = ()
    cutpoints: tuple[tuple[int, str], ...] = ()

    @property
    def drawn(self) -> tuple[ScoreLine, ...]:
        """All lines that are drawn, oldest first."""
        return (*self.earlier, *self.lines)

    @property
    def beside_others(self) -> tuple[Comparison, ...]:
        """The one before and the highest or lowest since the first, where the last total is away from them.

        The one before is told only where that is more than noise. The first itself is told with the course.
        """
        has_first = any(each.beside is ComparedWith.FIRST for each in self.compared)
        moved = [each for each in self.compared if each.change in (Change.LOWER, Change.HIGHER)]
        ends = [each for each in self.compared if each.beside in (ComparedWith.HIGHEST, ComparedWith.LOWEST)]
        before = [each for each in moved if has_first and each.beside is ComparedWith.BEFORE]
        return (*before, *ends)


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
    `earlier` and `asked_earlier` are the same for the days before it whose totals are drawn: a total hides them.
    """

    answers: tuple[SafetyAnswer, ...]
    asked: int
    has_plan: bool
    plan_reviewed: date | None
    earlier: tuple[SafetyAnswer, ...] = ()
    asked_earlier: int = 0


def scores_period(period: Period) -> Period:
    """The days whose scores are drawn: six months (183 days) up to the end of a period, or all of it if it is longer.

    A fortnight has one PHQ-9, and one point is no course.
    """
    return Period(min(period.first, period.last - (_DAYS_DRAWN - 1) * ONE_DAY), period.last)


def answered_scores(journal: Journal) -> Sequence[Scores]:
    """The scores of all questionnaires; nothing is read where none was ever answered."""
    return all_scores(journal) if len(journal.answered) else ()


def score_parts(known: Iterable[Scores], period: Period) -> tuple[ScorePart, ...]:
    """Those of the scores that are `known` that were answered in the days drawn up to the end of a period."""
    drawn = scores_period(period)
    return tuple(_part(scores, drawn, period) for scores in known if scores.within(drawn).scores)


def safety_part(journal: Journal, known: Iterable[Scores], period: Period, *, with_earlier: bool) -> SafetyPart:
    """Answers about death or harm among the `known` scores of a period, and whether there is a plan, but nothing of it.

    Those before it are added `with_earlier`, where the totals of these days are on the page.
    """
    asking = [scores for scores in known if scores.questionnaire.safety_items]
    newest = journal.plan_reviews.newest()
    answers, asked = _safety_answers(asking, period)
    drawn = scores_period(period)
    before = Period(drawn.first, period.first - ONE_DAY) if with_earlier and drawn.first < period.first else None
    earlier, asked_earlier = _safety_answers(asking, before) if before else ((), 0)
    return SafetyPart(answers, asked, bool(len(journal.plan)), newest.day if newest else None, earlier, asked_earlier)


def _part(scores: Scores, drawn: Period, period: Period) -> ScorePart:
    chosen, shown = scores.questionnaire, scores.within(drawn)
    lines = [_line(chosen, each) for each in shown.scores]
    course = _course([_line(chosen, each) for each in scores.totals if each.answered.day <= period.last])
    change = None
    if course and course[0].total is not None and course[1].total is not None:
        change = chosen.change(course[0].total, course[1].total)
    return ScorePart(
        chosen.name,
        chosen.title,
        chosen.minimum,
        chosen.maximum,
        chosen.higher_is,
        tuple((band.first, band.last, band.text) for band in chosen.bands),
        tuple(line for line in lines if line.day in period),
        chosen.reliable_change,
        change,
        chosen.attribution,
        earlier=tuple(line for line in lines if line.day < period.first),
        course=course,
        compared=next((each.compared for each in shown.totals[-1:] if each.answered.day in period), ()),
        ranges=tuple((each.first, each.last, range_name(chosen, each)) for each in chosen.ranges),
        cutpoints=tuple((each.first, each.text) for each in chosen.cutpoints),
    )


def _line(chosen: Questionnaire, score: Score) -> ScoreLine:
    place = "" if score.total is None else range_of(chosen, score.total)
    return ScoreLine(score.answered.day, score.total, score.band.text if score.band else "", place)


def _course(totals: Sequence[ScoreLine]) -> tuple[ScoreLine, ScoreLine] | None:
    """The first and the last of the totals that no pause of more than six months (183 days) parts from the last."""
    first = len(totals) - 1
    while first > 0 and (totals[first].day - totals[first - 1].day).days <= _DAYS_DRAWN:
        first -= 1
    return (totals[first], totals[-1]) if first < len(totals) - 1 else None


def _safety_answers(asking: list[Scores], period: Period) -> tuple[tuple[SafetyAnswer, ...], int]:
    """The answers above 0 in a period, oldest first, and how many times the items were asked."""
    found = [scores.within(period) for scores in asking]
    asked = sum(score.was_asked_of(scores.questionnaire.safety_items) for scores in found for score in scores.scores)
    return tuple(sorted(_answers(found), key=lambda each: each.day)), asked


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
