"""Answered questionnaires as scores: totals, bands, and how each stands beside earlier ones."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from carelog.domain.questionnaires.answer import Answered
from carelog.domain.questionnaires.change import Comparison, Dated, comparisons
from carelog.domain.questionnaires.questionnaire import Band, Change, Option, Part, Questionnaire
from carelog.domain.time.days import ONE_DAY, Period
from carelog.review.days.rest_days import is_used

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from carelog.journal import Journal

_DAYS_LOOKED_BACK = 14


@dataclass(frozen=True, slots=True)
class Score:
    """One time a questionnaire was answered.

    `total` is None where an item was left open; `band` also where the questionnaire has no bands. `before` is the
    latest earlier score with a total. `compared` says how the total stands beside that one, the first that is shown,
    and the highest and lowest since; it is empty without an earlier one. `safety` are the answers to items about death
    or harm that count more than the least, with the numbers of the items. `parts` are the totals of subscales,
    `difficulty` is the answer about difficulty in words, or empty.
    """

    answered: Answered
    total: int | None
    band: Band | None
    before: Score | None = None
    compared: tuple[Comparison, ...] = ()
    safety: tuple[tuple[int, Option], ...] = ()
    parts: tuple[Part, ...] = ()
    difficulty: str = ""

    @property
    def change(self) -> Change | None:
        """How the total compares with the one before; None where they cannot be compared."""
        return self.compared[0].change if self.compared else None

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
    def again_from(self) -> date | None:
        """The day from which it can be answered again, the same on every page; None if it was never answered in full.

        It asks about the weeks before, so that `days_between` days later are often enough.
        """
        days = timedelta(days=self.questionnaire.days_between)
        return self.totals[-1].answered.day + days if self.totals else None

    def within(self, period: Period) -> Scores:
        """The scores within a period. The first of them is the first they are compared with; `before` is unaltered."""
        return self.with_only(each for each in self.scores if each.answered.day in period)

    def with_only(self, shown: Iterable[Score]) -> Scores:
        """Some of the scores, in their order, compared as those `within` a period are."""
        return Scores(self.questionnaire, _compared(self.questionnaire, shown))


def all_scores(journal: Journal) -> list[Scores]:
    """The scores of all questionnaires, including those that were never answered.

    Answers to a questionnaire that no longer exists are left out.
    """
    from carelog.questionnaires import questionnaires

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
    return Scores(questionnaire, _compared(questionnaire, scores))


def hard_thoughts_last_time(journal: Journal, day: date) -> bool:
    """Whether the last answers about death or harm were above 0, and `day` is the first day of use after them.

    Answers are looked up for two weeks. The latest answers of each questionnaire count.
    """
    latest = max((each.answered.day for each in _asked_last(journal, day) if each.safety), default=None)
    if latest is None:
        return False
    between = Period(latest + ONE_DAY, day - ONE_DAY) if latest + ONE_DAY < day else None
    return between is None or not is_used(journal, between)


def _score(questionnaire: Questionnaire, answered: Answered, before: Score | None) -> Score:
    if len(answered.answers) != len(questionnaire.items):
        return Score(answered, None, None)
    total = questionnaire.total(answered.answers)
    is_on_scale = total is not None and questionnaire.minimum <= total <= questionnaire.maximum
    return Score(
        answered,
        total,
        questionnaire.band(total) if total is not None and is_on_scale else None,
        before,
        safety=questionnaire.safety_answers(answered.answers),
        parts=questionnaire.parts(answered.answers),
        difficulty=questionnaire.difficulty(answered.difficulty),
    )


def _compared(questionnaire: Questionnaire, scores: Iterable[Score]) -> tuple[Score, ...]:
    """Scores with how each total stands beside those that are shown before it, or else beside its `before`."""
    found: list[Score] = []
    shown: list[Dated] = []
    for score in scores:
        if score.total is None:
            found.append(score)
            continue
        earlier = shown or ([_dated(score.before)] if score.before else [])
        found.append(replace(score, compared=comparisons(questionnaire, earlier, score.total)))
        shown.append(_dated(score))
    return tuple(found)


def _dated(score: Score) -> Dated:
    return Dated(score.answered.day, score.total or 0)


def _asked_last(journal: Journal, day: date) -> Iterable[Score]:
    """The latest score of each questionnaire in the two weeks before a day with an answer about death or harm."""
    recent = journal.answered.within(Period.ending(day - ONE_DAY, _DAYS_LOOKED_BACK))
    if not recent:
        return ()
    from carelog.questionnaires import questionnaires

    known = questionnaires(journal.paths)
    latest: dict[str, Score] = {}
    for each in recent:
        score = _score(known[each.questionnaire], each, None) if each.questionnaire in known else None
        if score and score.was_asked_of(known[each.questionnaire].safety_items):
            latest[each.questionnaire] = score
    return latest.values()
