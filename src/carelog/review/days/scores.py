"""Answered questionnaires as scores: totals, bands, how each stands beside the one before."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from carelog.domain.questionnaire import Band, Change, Option, Part, Questionnaire
from carelog.domain.questionnaire_answer import Answered
from carelog.domain.time.days import ONE_DAY, Period
from carelog.questionnaires import questionnaires
from carelog.review.days.rest_days import is_used

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from carelog.journal import Journal

_DAYS_LATER = 14


@dataclass(frozen=True, slots=True)
class Score:
    """One time a questionnaire was answered.

    `total` and `band` are None where a question was left open; `change` is that from `before`, the last total until
    then, and None where there is none or nothing is documented. `safety` are the answers that were met at once,
    `parts` the sums of published parts, `difficulty` the words of that answer or nothing.
    """

    answered: Answered
    total: int | None
    band: Band | None
    before: Score | None = None
    change: Change | None = None
    safety: tuple[tuple[int, Option], ...] = ()
    parts: tuple[Part, ...] = ()
    difficulty: str = ""

    def was_asked_of(self, items: Sequence[int]) -> bool:
        """Whether one of some items, counted from 1, was answered."""
        given = self.answered.answers
        return any(item <= len(given) and given[item - 1] is not None for item in items)


@dataclass(frozen=True, slots=True)
class Scores:
    """A questionnaire and every time it was answered, earliest first."""

    questionnaire: Questionnaire
    scores: tuple[Score, ...]

    @property
    def totals(self) -> tuple[Score, ...]:
        """Those that have a total."""
        return tuple(score for score in self.scores if score.total is not None)

    @property
    def next_offered(self) -> date | None:
        """The day from which it is offered again, or None where it was never answered in full."""
        return self._after(self.questionnaire.days_between)

    @property
    def earliest_again(self) -> date | None:
        """The day before which it asks about days that were answered for, or None where it never was in full."""
        return self._after(self.questionnaire.fewest_days_between)

    def within(self, period: Period) -> Scores:
        """Those of the days of a period; each still knows the one before."""
        return Scores(self.questionnaire, tuple(each for each in self.scores if each.answered.day in period))

    def _after(self, days: int) -> date | None:
        return self.totals[-1].answered.day + timedelta(days=days) if self.totals else None


def all_scores(journal: Journal) -> list[Scores]:
    """Every questionnaire there is with what was answered, also those that never were.

    What was answered of one that is not there any more is not among them.
    """
    answered: dict[str, list[Answered]] = {}
    for each in journal.answered:
        answered.setdefault(each.questionnaire, []).append(each)
    return [scores_of(each, answered.get(each.key, ())) for each in questionnaires(journal.paths).values()]


def scores_of(questionnaire: Questionnaire, answered: Iterable[Answered]) -> Scores:
    """What was answered of a questionnaire, as scores; answers that do not fit its questions have no total."""
    scores: list[Score] = []
    before: Score | None = None
    for each in answered:
        score = _score(questionnaire, each, before)
        scores.append(score)
        before = score if score.total is not None else before
    return Scores(questionnaire, tuple(scores))


def hard_thoughts_last_time(journal: Journal, day: date) -> bool:
    """Whether thoughts of death or harm were named the last time they were asked about, and `day` is the first since.

    The first is that on which carelog is used again, within two weeks.
    """
    latest = max((each.answered.day for each in _asked_last(journal, day) if each.safety), default=None)
    if latest is None:
        return False
    between = Period(latest + ONE_DAY, day - ONE_DAY) if latest + ONE_DAY < day else None
    return between is None or not (is_used(journal, between) or journal.answered.within(between))


def _asked_last(journal: Journal, day: date) -> Iterable[Score]:
    """The latest of each questionnaire whose questions about death or harm were answered, in the two weeks before."""
    recent = journal.answered.within(Period.ending(day - ONE_DAY, _DAYS_LATER))
    known = questionnaires(journal.paths) if recent else {}
    latest: dict[str, Score] = {}
    for each in recent:
        score = _score(known[each.questionnaire], each, None) if each.questionnaire in known else None
        if score and score.was_asked_of(known[each.questionnaire].safety_items):
            latest[each.questionnaire] = score
    return latest.values()


def _score(questionnaire: Questionnaire, answered: Answered, before: Score | None) -> Score:
    if len(answered.answers) != len(questionnaire.items):
        return Score(answered, None, None)
    total = questionnaire.total(answered.answers)
    band = questionnaire.band(total) if total is not None and total <= questionnaire.maximum else None
    change = None
    if total is not None and before is not None and before.total is not None:
        change = questionnaire.change(before.total, total)
    return Score(
        answered,
        total,
        band,
        before,
        change,
        safety=questionnaire.safety_answers(answered.answers),
        parts=questionnaire.parts(answered.answers),
        difficulty=questionnaire.difficulty(answered.difficulty),
    )
