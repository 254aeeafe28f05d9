"""What is said before and after a questionnaire, and answers as a script gives them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carelog.cli.questionnaire_safety import response
from carelog.cli.questionnaire_walk import Given
from carelog.cli.streams import say_beside
from carelog.errors import InvalidValue
from carelog.wording import questionnaires as words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from carelog.cli.session import Session
    from carelog.domain.questionnaire import Questionnaire
    from carelog.review.scores import Score

_OPEN = "-"
_WITH_ALTERNATIVE = "phq9"


def not_too_soon(session: Session, chosen: Questionnaire, *, again: bool) -> None:
    """Raise InvalidValue where it was answered for the same days already, unless that is meant."""
    from carelog.review.scores import scores_of

    found = scores_of(chosen, session.to_write().answered.to(chosen.key))
    earliest = found.earliest_again
    if earliest and session.today < earliest and not again:
        raise InvalidValue(words.too_soon(chosen.name, found.scores[-1].answered.day, earliest))


def said_before(session: Session, chosen: Questionnaire) -> None:
    """Say, where a question is about death, that nobody else sees the answers, and how to do without it."""
    if chosen.safety_items and session.can_ask:
        say_beside(words.NOBODY_ELSE)
        if chosen.key == _WITH_ALTERNATIVE:
            say_beside(words.WITHOUT_IT)
        from carelog.cli.ask import ask_text

        ask_text(words.CARRY_ON)


def checked_answers(chosen: Questionnaire, given: Sequence[str], difficulty: int | None) -> Given:
    """The answers of a script. Raises InvalidValue for a number of them that does not fit, or one that is none."""
    if len(given) != len(chosen.items):
        raise InvalidValue(words.how_many(chosen.name, len(given), len(chosen.items)))
    values = [option.value for option in chosen.options]
    answers = tuple(_answer(each, values) for each in given)
    if difficulty is not None and difficulty not in range(len(chosen.difficulty_options)):
        raise InvalidValue(words.not_an_option(str(difficulty), range(len(chosen.difficulty_options))))
    return Given(answers, difficulty)


def said_after(session: Session, chosen: Questionnaire, score: Score, *, walked: bool) -> str:
    """The result; where an answer was about death and nobody was asked on a terminal, what is there comes first."""
    first = [response(session.to_write()), ""] if score.safety and not walked else []
    return "\n".join([*first, *_result(chosen, score)])


def _result(chosen: Questionnaire, score: Score) -> Iterator[str]:
    yield words.result(chosen, score.total, score.band)
    before = score.before
    if score.change and before and before.total is not None and chosen.reliable_change:
        yield words.change(before.total, before.answered.day, score.change, chosen.reliable_change)
    yield from (words.safety_answer(item, chosen.items[item - 1], option.text) for item, option in score.safety)
    if score.band == chosen.bands[-1] and chosen.speaks_of_severity:
        yield words.WORTH_TALKING
    yield chosen.attribution


def _answer(given: str, values: Sequence[int]) -> int | None:
    if given.strip() == _OPEN:
        return None
    if not (given.strip().isdecimal() and given.isascii() and int(given) in values):
        raise InvalidValue(words.not_an_option(given, values))
    return int(given)
