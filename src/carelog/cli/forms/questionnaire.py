"""Choose a questionnaire, read or ask for its answers, and word the result."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carelog.cli.forms.questionnaire_safety import response
from carelog.cli.forms.questionnaire_screens import STOP, Given, ask_questions
from carelog.cli.prompts.ask import ask_text, need_terminal
from carelog.cli.prompts.wrap import new_screen, show_lines
from carelog.errors import InvalidValue
from carelog.wording import questionnaires as words
from carelog.wording.days import short_day
from carelog.wording.lists import listed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import date

    from carelog.cli.runtime.context import Context
    from carelog.domain.questionnaire import Questionnaire
    from carelog.domain.questionnaire_answer import Answered
    from carelog.journal import Journal
    from carelog.review.days.scores import Score

_OPEN = "-"
_ALTERNATIVES = {"phq9": "phq8"}


def choose_questionnaire(
    context: Context, name: str, answered: Callable[[str], Sequence[Answered]], *, again: bool, asked: bool
) -> Questionnaire | None:
    """The questionnaire to answer; None when the person leaves before the first question.

    A person who is `asked` on the terminal first reads who sees the answers, and may choose an alternative. `answered`
    looks up earlier answers by key. Raises NotFound for an unknown name, and InvalidValue where the questionnaire was
    answered about the same days already and where nobody can be asked.
    """
    from carelog.questionnaires import questionnaire

    chosen = questionnaire(context.paths, name)
    _refuse_too_soon(chosen, answered(chosen.key), context.today, again=again)
    if not asked:
        return chosen
    need_terminal(context, "questionnaire.needs-terminal")
    if not chosen.safety_items:
        return chosen
    instead = _ask_before(context, chosen)
    if instead is None or instead == chosen.key:
        return chosen if instead else None
    return choose_questionnaire(context, instead, answered, again=again, asked=asked)


def checked_answers(chosen: Questionnaire, given: Sequence[str], difficulty: int | None) -> Given:
    """The answers that a script gives. Raises InvalidValue for a wrong number of them and for one that does not fit."""
    if len(given) != len(chosen.items):
        raise InvalidValue(
            "questionnaire.answers-not-as-many", name=chosen.name, count=len(given), needed=len(chosen.items)
        )
    values = [option.value for option in chosen.options]
    answers = tuple(_read_answer(each, values) for each in given)
    if difficulty is None:
        return Given(answers)
    if not chosen.asks_difficulty(answers):
        key = "questionnaire.difficulty-not-asked" if chosen.difficulty_item else "questionnaire.without-difficulty"
        raise InvalidValue(key, name=chosen.name)
    if difficulty not in range(len(chosen.difficulty_options)):
        highest = len(chosen.difficulty_options) - 1
        raise InvalidValue("questionnaire.difficulty-not-possible", given=difficulty, highest=highest)
    return Given(answers, difficulty)


def ask_answers(context: Context, journal: Journal, chosen: Questionnaire) -> Given | None:
    """Ask for the answers one by one, going on with those of today; None when the person wants nothing kept."""
    begun = begun_today(journal, chosen)
    if begun:
        show_lines([words.BEGUN_TODAY])
    answers = Given(begun.answers, begun.difficulty) if begun else Given((None,) * len(chosen.items))
    return ask_questions(context, journal, chosen, answers)


def begun_today(journal: Journal, chosen: Questionnaire) -> Answered | None:
    """The answers of today that are not finished, which the person goes on with; None where there are none."""
    latest = next(reversed(journal.answered.to(chosen.key)), None)
    if latest is None or latest.day != journal.today or len(latest.answers) != len(chosen.items):
        return None
    return latest if None in latest.answers else None


def result_text(journal: Journal, chosen: Questionnaire, score: Score, *, asked: bool) -> str:
    """The result in sentences.

    Where an answer is about death or harm, help comes first, unless the terminal showed it already (`asked`).
    """
    lines = list(_result_lines(chosen, score))
    if score.safety:
        lines = [*lines, words.AT_ANY_TIME] if asked else [response(journal), "", *lines]
    return "\n".join(lines)


def _refuse_too_soon(chosen: Questionnaire, answered: Sequence[Answered], today: date, *, again: bool) -> None:
    from carelog.review.days.scores import scores_of

    found = scores_of(chosen, answered)
    earliest = found.earliest_again
    if earliest and today < earliest and not again:
        raise InvalidValue(
            "questionnaire.too-soon-after-recall" if chosen.recall else "questionnaire.too-soon",
            name=chosen.name,
            recall=words.period(chosen.recall),
            last=short_day(found.totals[-1].answered.day),
            again=short_day(earliest),
        )


def _ask_before(context: Context, chosen: Questionnaire) -> str | None:
    """Say that nobody else sees the answers and where the card is; the key of what to answer, None to leave."""
    instead = _ALTERNATIVES.get(chosen.key)
    new_screen(context)
    choice = [words.WITHOUT_IT, "", words.BEGIN_OR_WITHOUT] if instead else ["", words.BEGIN]
    show_lines([words.NOBODY_ELSE, *choice])
    said = ask_text(words.CHOICE).lower()
    if said == STOP:
        return None
    return instead if instead and said in ("8", instead, "phq-8") else chosen.key


def _read_answer(given: str, values: Sequence[int]) -> int | None:
    if given.strip() == _OPEN:
        return None
    if not (given.strip().isdecimal() and given.isascii() and int(given) in values):
        raise InvalidValue("questionnaire.answer-not-possible", given=given, values=listed(map(str, values)))
    return int(given)


def _result_lines(chosen: Questionnaire, score: Score) -> Iterator[str]:
    yield words.result(chosen, score.answered.day, score.total, score.band)
    if score.parts:
        yield words.parts(score.parts)
    before = score.before
    if score.change and before and before.total is not None and chosen.reliable_change:
        yield words.change(before.total, before.answered.day, score.change, chosen.reliable_change)
    yield from (words.safety_answer(item, chosen.items[item - 1], option.text) for item, option in score.safety)
    if score.difficulty:
        yield words.difficulty(score.difficulty)
    if score.band == chosen.bands[-1] and chosen.speaks_of_severity:
        yield words.WORTH_TALKING
    yield chosen.attribution
