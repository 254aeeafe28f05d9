"""Answered questionnaires as scores: totals, bands, and the change from the score before."""

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

_DAYS_LOOKED_BACK = 14


@dataclass(frozen=True, slots=True)
class Score:
    """One time a questionnaire was answered.

    `total` and `band` are None where an item was left open. `before` is the latest earlier score with a total, and
    `change` compares the two; it is None without an earlier one or a published reliable change. `safety` are the
    answers above 0 to items about death or harm, with the numbers of the items. `parts` are the totals of subscales,
    `difficulty` is the answer about difficulty in words, or empty.
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
        """Whether at least one of some items, counted from 1, was answered."""
        given = self.answered.answers
        return any(item <= len(given) and given[item - 1] is not None for item in items)


@dataclass(frozen=True, slots=True)
class Scores:
    """A questionnaire and every time it was answered, earliest first."""

    questionnaire: Questionnaire
    scores: tuple[Score, ...]

    @property
    def totals(self) -> tuple[Score, ...]:
        """The scores that have a total."""
        return tuple(score for score in self.scores if score.total is not None)

    @property
    def next_offered(self) -> date | None:
        """The day from which the questionnaire is offered again; None if it was never answered in full."""
        return self._after(self.questionnaire.days_between)

    @property
    def earliest_again(self) -> date | None:
        """The earliest day on which it should be answered again; None if it was never answered in full.

        Before that day, its items ask about days that the last answers covered already.
        """
        return self._after(self.questionnaire.fewest_days_between)

    def within(self, period: Period) -> Scores:
        """The scores within a period; `before` and `change` of each are unaltered."""
        return Scores(self.questionnaire, tuple(each for each in self.scores if each.answered.day in period))

    def _after(self, days: int) -> date | None:
        return self.totals[-1].answered.day + timedelta(days=days) if self.totals else None


def all_scores(journal: Journal) -> list[Scores]:
    """The scores of all questionnaires, including those that were never answered.

    Answers to a questionnaire that no longer exists are left out.
    """
    answered: dict[str, list[Answered]] = {}
    for each in journal.answered:
        answered.setdefault(each.questionnaire, []).append(each)
    return [scores_of(each, answered.get(each.key, ())) for each in questionnaires(journal.paths).values()]


def scores_of(questionnaire: Questionnaire, answered: Iterable[Answered]) -> Scores:
    """The scores of a questionnaire from answers, earliest first. Another number of answers than items has no total."""
    scores: list[Score] = []
    before: Score | None = None
    for each in answered:
        score = _score(questionnaire, each, before)
        scores.append(score)
        before = score if score.total is not None else before
    return Scores(questionnaire, tuple(scores))


def hard_thoughts_last_time(journal: Journal, day: date) -> bool:
    """Whether the last answers about death or harm were above 0, and `day` is the first day of use after them.

    Answers are looked up for two weeks. The latest answers of each questionnaire count.
    """
    latest = max((each.answered.day for each in _asked_last(journal, day) if each.safety), default=None)
    if latest is None:
        return False
    between = Period(latest + ONE_DAY, day - ONE_DAY) if latest + ONE_DAY < day else None
    return between is None or not (is_used(journal, between) or journal.answered.within(between))


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


def _asked_last(journal: Journal, day: date) -> Iterable[Score]:
    """The latest score of each questionnaire in the two weeks before a day with an answer about death or harm."""
    recent = journal.answered.within(Period.ending(day - ONE_DAY, _DAYS_LOOKED_BACK))
    known = questionnaires(journal.paths) if recent else {}
    latest: dict[str, Score] = {}
    for each in recent:
        score = _score(known[each.questionnaire], each, None) if each.questionnaire in known else None
        if score and score.was_asked_of(known[each.questionnaire].safety_items):
            latest[each.questionnaire] = score
    return latest.values()
