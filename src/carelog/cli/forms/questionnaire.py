"""What is said before and after a questionnaire, and answers as a script gives them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carelog.cli.forms.questionnaire_safety import response
from carelog.cli.forms.questionnaire_screens import STOP, Given, walk
from carelog.cli.prompts.ask import ask_text, need_terminal
from carelog.cli.prompts.wrap import new_screen, show_lines
from carelog.errors import InvalidValue
from carelog.wording import questionnaires as words

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


def chosen_to_answer(
    context: Context, name: str, answered: Callable[[str], Sequence[Answered]], *, again: bool, asked: bool
) -> Questionnaire | None:
    """The questionnaire to answer, once the person who is `asked` heard what to know before; None when they left.

    `answered` looks up what was answered to a questionnaire, by its key. Raises NotFound, and InvalidValue where it
    was answered for the same days already or nobody can be asked.
    """
    from carelog.questionnaires import questionnaire

    chosen = questionnaire(context.paths, name)
    _not_too_soon(chosen, answered(chosen.key), context.today, again=again)
    if not asked:
        return chosen
    need_terminal(context, words.NEEDS_ANSWERS)
    if not chosen.safety_items:
        return chosen
    instead = _said_before(context, chosen)
    if instead is None or instead == chosen.key:
        return chosen if instead else None
    return chosen_to_answer(context, instead, answered, again=again, asked=asked)


def checked_answers(chosen: Questionnaire, given: Sequence[str], difficulty: int | None) -> Given:
    """The answers that a script gives. Raises InvalidValue for too few or too many, and for one that is no option."""
    if len(given) != len(chosen.items):
        raise InvalidValue(words.how_many(chosen.name, len(given), len(chosen.items)))
    values = [option.value for option in chosen.options]
    answers = tuple(_answer(each, values) for each in given)
    if difficulty is None:
        return Given(answers)
    if not chosen.asks_difficulty(answers):
        raise InvalidValue(words.NO_DIFFICULTY if chosen.difficulty_item else words.never_difficult(chosen.name))
    if difficulty not in range(len(chosen.difficulty_options)):
        raise InvalidValue(words.not_a_difficulty(difficulty, len(chosen.difficulty_options)))
    return Given(answers, difficulty)


def asked_answers(context: Context, journal: Journal, chosen: Questionnaire) -> Given | None:
    """The answers that the person is asked for, one by one; None when they want nothing kept."""
    begun = begun_today(journal, chosen)
    if begun:
        show_lines([words.BEGUN_TODAY])
    answers = Given(begun.answers, begun.difficulty) if begun else Given((None,) * len(chosen.items))
    return walk(context, journal, chosen, answers)


def begun_today(journal: Journal, chosen: Questionnaire) -> Answered | None:
    """What was begun today and not finished: it is gone on with instead of beginning another."""
    latest = next(reversed(journal.answered.to(chosen.key)), None)
    if latest is None or latest.day != journal.today or len(latest.answers) != len(chosen.items):
        return None
    return latest if None in latest.answers else None


def said_after(journal: Journal, chosen: Questionnaire, score: Score, *, asked: bool) -> str:
    """The result; where an answer was about death and nobody was asked on a terminal, what is there comes first."""
    lines = list(_result(chosen, score))
    if score.safety:
        lines = [*lines, words.AT_ANY_TIME] if asked else [response(journal), "", *lines]
    return "\n".join(lines)


def _not_too_soon(chosen: Questionnaire, answered: Sequence[Answered], today: date, *, again: bool) -> None:
    from carelog.review.days.scores import scores_of

    found = scores_of(chosen, answered)
    earliest = found.earliest_again
    if earliest and today < earliest and not again:
        raise InvalidValue(words.too_soon(chosen.name, chosen.recall, found.totals[-1].answered.day, earliest))


def _said_before(context: Context, chosen: Questionnaire) -> str | None:
    """Say that nobody else sees the answers and where the card is; the key of what they answer, None to leave."""
    instead = _ALTERNATIVES.get(chosen.key)
    new_screen(context)
    choice = [words.WITHOUT_IT, "", words.BEGIN_OR_WITHOUT] if instead else ["", words.BEGIN]
    show_lines([words.NOBODY_ELSE, *choice])
    said = ask_text(words.CHOICE).lower()
    if said == STOP:
        return None
    return instead if instead and said in ("8", instead, "phq-8") else chosen.key


def _answer(given: str, values: Sequence[int]) -> int | None:
    if given.strip() == _OPEN:
        return None
    if not (given.strip().isdecimal() and given.isascii() and int(given) in values):
        raise InvalidValue(words.not_an_option(given, values))
    return int(given)


def _result(chosen: Questionnaire, score: Score) -> Iterator[str]:
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
