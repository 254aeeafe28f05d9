"""Answered questionnaires as scores: totals, bands, how each stands beside the one before."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from carelog.domain.answered import Answered
from carelog.domain.questionnaire import Band, Change, Option, Questionnaire
from carelog.questionnaires import questionnaires

if TYPE_CHECKING:
    from collections.abc import Iterable

    from carelog.domain.days import Period
    from carelog.journal import Journal


@dataclass(frozen=True, slots=True)
class Score:
    """One time a questionnaire was answered.

    `total` and `band` are None where a question was left open; `change` is that from `before`, the last total until
    then, and None where there is none or nothing is documented. `safety` are the answers that were met at once.
    """

    answered: Answered
    total: int | None
    band: Band | None
    before: Score | None = None
    change: Change | None = None
    safety: tuple[tuple[int, Option], ...] = ()


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
        """The day from which it is offered again, or None where it was never answered."""
        return self._after(self.questionnaire.days_between)

    @property
    def earliest_again(self) -> date | None:
        """The day before which it asks about days that were answered for, or None where it was never answered."""
        return self._after(self.questionnaire.fewest_days_between)

    def within(self, period: Period) -> Scores:
        """Those of the days of a period; each still knows the one before."""
        return Scores(self.questionnaire, tuple(each for each in self.scores if each.answered.day in period))

    def _after(self, days: int) -> date | None:
        return self.scores[-1].answered.day + timedelta(days=days) if self.scores else None


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
    """Whether the last answers on an earlier day named thoughts of death or harm, and nothing was noted since."""
    taken = [each for each in journal.answered if each.day < day]
    if not taken:
        return False
    known, latest = questionnaires(journal.paths), taken[-1]
    if latest.questionnaire not in known or not _score(known[latest.questionnaire], latest, None).safety:
        return False
    from carelog.domain.days import Period

    first = latest.day + timedelta(days=1)
    between = Period(first, day - timedelta(days=1)) if first < day else None
    return between is None or not (journal.entries.matching(between) or journal.ticks.within(between))


def _score(questionnaire: Questionnaire, answered: Answered, before: Score | None) -> Score:
    if len(answered.answers) != len(questionnaire.items):
        return Score(answered, None, None)
    total = questionnaire.total(answered.answers)
    band = questionnaire.band(total) if total is not None and total <= questionnaire.maximum else None
    change = None
    if total is not None and before is not None and before.total is not None:
        change = questionnaire.change(before.total, total)
    return Score(answered, total, band, before, change, questionnaire.safety_answers(answered.answers))
