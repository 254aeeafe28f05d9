"""The scores of a questionnaire: days, totals, bands, changes, and the safety answers that a total would hide."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from rich.console import Console, ConsoleOptions, RenderResult
from rich.measure import Measurement
from rich.text import Text

from carelog.terminal.charts.score_bars import ScoreBars
from carelog.terminal.page import measure, sentence
from carelog.terminal.table import ListTable
from carelog.terminal.user_text import paragraph
from carelog.wording import days as days_words
from carelog.wording import questionnaire_changes as changes
from carelog.wording import questionnaires as words
from carelog.wording.lists import listed
from carelog.wording.punctuation import in_clauses, labelled, named

if TYPE_CHECKING:
    from carelog.domain.questionnaires.change import Comparison
    from carelog.domain.questionnaires.questionnaire import Questionnaire
    from carelog.review.days.scores import Score, Scores


class ScoresPage:
    """One questionnaire with all its scores."""

    def __init__(self, scores: Scores) -> None:
        self.scores = scores

    def sentences(self) -> Iterator[str]:
        """The questionnaire, each score, then what a score means and whose questionnaire it is."""
        yield sentence(self._title())
        yield from score_sentences(self.scores, in_full=True)
        yield from map(sentence, self._foot())

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        yield from paragraph(self._title(), console, options, "heading")
        yield Text()
        if self.scores.scores:
            yield ScoreBars(self.scores)
            yield Text()
            yield self._table()
        for remark in self._remarks():
            yield Text()
            yield from paragraph(remark, console, options)
        for line in self._foot():
            yield Text()
            yield from paragraph(line, console, options, "quiet")

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        return measure(options)

    def _title(self) -> str:
        chosen = self.scores.questionnaire
        return listed([chosen.name, words.scale_of(chosen.higher_is.value, chosen.minimum, chosen.maximum)])

    def _table(self) -> ListTable:
        """A table beside the bars: day, handle, change, parts and difficulty of each score."""
        rows = [
            (
                days_words.day_in_table(each.answered.day),
                each.answered.handle,
                _short_change(self.scores, each),
                listed(named(part.name, str(part.total)) for part in each.parts),
                each.difficulty.lower(),
            )
            for each in self.scores.scores
        ]
        return ListTable(words.SCORE_HEADERS, rows)

    def _remarks(self) -> Iterator[str]:
        """How the latest total stands beside earlier ones, and the safety answers that a total hides."""
        for score in self.scores.totals[-1:]:
            yield from _comparisons(changes.comparison, self.scores, score)
        for score in self.scores.scores:
            day = days_words.date_name(score.answered.day, short=True)
            yield from (labelled(day, answer) for answer in _safety_answers(self.scores, score))

    def _foot(self) -> Iterator[str]:
        if not self.scores.scores:
            yield words.never_answered(self.scores.questionnaire.key)
        if self.scores.again_from:
            yield words.again(self.scores.questionnaire, self.scores.again_from)
        yield words.not_a_diagnosis(self.scores.questionnaire.recall)
        yield self.scores.questionnaire.attribution


def score_sentences(scores: Scores, *, in_full: bool = False) -> Iterator[str]:
    """One sentence per score; `in_full` adds parts, difficulty and handle."""
    for score in scores.scores:
        facts = [words.NO_TOTAL] if score.total is None else [_total(scores.questionnaire, score.total)]
        facts += _comparisons(changes.comparison_fact, scores, score)
        facts += _safety_answers(scores, score)
        if in_full:
            difficulty = [words.difficulty_fact(score.difficulty)] if score.difficulty else []
            facts += [*map(words.part, score.parts), *difficulty, score.answered.handle]
        yield sentence(labelled(days_words.date_name(score.answered.day, short=True), in_clauses(facts)))


def _total(chosen: Questionnaire, total: int) -> str:
    return listed(filter(None, [str(total), words.range_of(chosen, total)]))


def _short_change(scores: Scores, score: Score) -> str:
    return changes.comparisons_in_short(score.compared, scores.questionnaire.reliable_change or 0)


def _comparisons(say: Callable[[Comparison, int], str], scores: Scores, score: Score) -> Iterator[str]:
    """How a total stands beside earlier ones, as `say` puts it; nothing where they cannot be compared."""
    return (say(each, scores.questionnaire.reliable_change or 0) for each in score.compared)


def _safety_answers(scores: Scores, score: Score) -> Iterator[str]:
    items = scores.questionnaire.items
    return (words.safety_answer(number, items[number - 1], option.text) for number, option in score.safety)
