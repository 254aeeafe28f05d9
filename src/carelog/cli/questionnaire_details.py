"""What is said before and after a questionnaire, and answers as a script gives them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carelog.cli.ask import ask_text, need_terminal
from carelog.cli.questionnaire_safety import response
from carelog.cli.questionnaire_walk import STOP, Given, walk
from carelog.cli.screens import new_screen, show_lines
from carelog.errors import InvalidValue
from carelog.wording import questionnaires as words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from carelog.cli.session import Session
    from carelog.domain.questionnaire import Questionnaire
    from carelog.domain.questionnaire_answer import Answered
    from carelog.review.days.scores import Score

_OPEN = "-"
_ALTERNATIVES = {"phq9": "phq8"}


def chosen_to_answer(session: Session, name: str, *, again: bool, asked: bool) -> Questionnaire | None:
    """The questionnaire to answer, once the person who is `asked` heard what to know before; None when they left.

    Raises NotFound, and InvalidValue where it was answered for the same days already or nobody can be asked.
    """
    from carelog.questionnaires import questionnaire

    chosen = questionnaire(session.paths, name)
    _not_too_soon(session, chosen, again=again)
    if not asked:
        return chosen
    need_terminal(session, words.NEEDS_ANSWERS)
    if not chosen.safety_items:
        return chosen
    instead = _said_before(session, chosen)
    if instead is None or instead == chosen.key:
        return chosen if instead else None
    return chosen_to_answer(session, instead, again=again, asked=asked)


def answers_of(session: Session, chosen: Questionnaire, given: Sequence[str], difficulty: int | None) -> Given | None:
    """The answers of a script, else those that the person is asked for; None when they want nothing kept."""
    if given:
        return _checked(chosen, given, difficulty)
    begun = begun_today(session, chosen)
    if begun:
        show_lines([words.BEGUN_TODAY])
    answers = Given(begun.answers, begun.difficulty) if begun else Given((None,) * len(chosen.items))
    return walk(session, chosen, answers)


def begun_today(session: Session, chosen: Questionnaire) -> Answered | None:
    """What was begun today and not finished: it is gone on with instead of beginning another."""
    latest = next(reversed(session.to_write().answered.to(chosen.key)), None)
    if latest is None or latest.day != session.today or len(latest.answers) != len(chosen.items):
        return None
    return latest if None in latest.answers else None


def said_after(session: Session, chosen: Questionnaire, score: Score, *, asked: bool) -> str:
    """The result; where an answer was about death and nobody was asked on a terminal, what is there comes first."""
    lines = list(_result(chosen, score))
    if score.safety:
        lines = [*lines, words.AT_ANY_TIME] if asked else [response(session), "", *lines]
    return "\n".join(lines)


def _not_too_soon(session: Session, chosen: Questionnaire, *, again: bool) -> None:
    from carelog.review.days.scores import scores_of

    found = scores_of(chosen, session.to_read().answered.to(chosen.key))
    session.close()  # for looking: what comes next may write
    earliest = found.earliest_again
    if earliest and session.today < earliest and not again:
        raise InvalidValue(words.too_soon(chosen.name, chosen.recall, found.totals[-1].answered.day, earliest))


def _said_before(session: Session, chosen: Questionnaire) -> str | None:
    """Say that nobody else sees the answers and where the card is; the key of what they answer, None to leave."""
    instead = _ALTERNATIVES.get(chosen.key)
    new_screen(session)
    choice = [words.WITHOUT_IT, "", words.BEGIN_OR_WITHOUT] if instead else ["", words.BEGIN]
    show_lines([words.NOBODY_ELSE, *choice])
    said = ask_text(words.CHOICE).lower()
    if said == STOP:
        return None
    return instead if instead and said in ("8", instead, "phq-8") else chosen.key


def _checked(chosen: Questionnaire, given: Sequence[str], difficulty: int | None) -> Given:
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
