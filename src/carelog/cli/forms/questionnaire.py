"""Choose a questionnaire, read or ask for its answers, and word the result."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from carelog.cli.forms.questionnaire_language import offered
from carelog.cli.forms.questionnaire_safety import response
from carelog.cli.forms.questionnaire_screens import Given, ask_before, ask_questions, has_first_screen
from carelog.cli.prompts.ask import need_terminal
from carelog.errors import InvalidValue
from carelog.wording import questionnaires as words
from carelog.wording.days import date_name
from carelog.wording.hard_answer import hard_answer_in
from carelog.wording.lists import listed
from carelog.wording.punctuation import capitalised
from carelog.wording.questionnaire_changes import comparison

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import date

    from carelog.cli.runtime.context import Context
    from carelog.domain.questionnaires.answer import Answered
    from carelog.domain.questionnaires.questionnaire import Option, Questionnaire
    from carelog.journal import Journal
    from carelog.review.days.scores import Score

_OPEN = "-"


@dataclass(frozen=True, slots=True)
class Wanted:
    """How a questionnaire is to be answered: in which language (empty: not said), again, asked on the terminal."""

    language: str = ""
    again: bool = False
    asked: bool = True


def choose_questionnaire(
    context: Context, name: str, answered: Callable[[str], Sequence[Answered]], wanted: Wanted
) -> Questionnaire | None:
    """The questionnaire to answer, in a language; None when the person leaves before the first question.

    A person who is asked on the terminal first reads who sees the answers, and may choose an alternative. `answered`
    looks up earlier answers by key. Raises NotFound for an unknown name or language, and InvalidValue where the
    questionnaire was answered about the same days already, where a hard answer could not be met in that language, and
    where nobody can be asked.
    """
    from carelog.questionnaires import questionnaire

    original = questionnaire(context.paths, name)
    earlier = answered(original.key)
    language = wanted.language or _language_begun(original, earlier, context.today)
    chosen = offered(context.paths, original, language)
    if chosen.key == original.key:
        _refuse_too_soon(chosen, earlier, context.today, again=wanted.again)
    elif not wanted.asked:
        reason = words.without_it_in(original, chosen)
        raise InvalidValue("questionnaire.other-offered", reason=reason, key=chosen.key, language=chosen.language)
    if not wanted.asked:
        return chosen
    need_terminal(context, "questionnaire.needs-terminal")
    key = ask_before(context, original, chosen)
    if key in (None, original.key):
        return chosen if key else None
    return choose_questionnaire(context, key, answered, replace(wanted, language=language))


def checked_answers(chosen: Questionnaire, given: Sequence[str], difficulty: int | None) -> Given:
    """The answers that a script gives. Raises InvalidValue for a wrong number of them and for one that does not fit."""
    if len(given) != len(chosen.items):
        raise InvalidValue(
            "questionnaire.answers-not-as-many",
            name=chosen.name,
            count=len(given),
            needed=words.question_count(len(chosen.items)),
        )
    answers = tuple(_read_answer(each, chosen.options_of(item)) for item, each in enumerate(given, 1))
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
    answers = Given(begun.answers, begun.difficulty) if begun else Given((None,) * len(chosen.items))
    first_lines = [*([] if has_first_screen(chosen) else [words.NOBODY_ELSE]), *([words.BEGUN_TODAY] if begun else [])]
    return ask_questions(context, journal, chosen, answers, first_lines)


def begun_today(journal: Journal, chosen: Questionnaire) -> Answered | None:
    """The answers of today that are not finished, which the person goes on with; None where there are none."""
    return _begun(chosen, journal.answered.to(chosen.key), journal.today)


def result_text(context: Context, journal: Journal, chosen: Questionnaire, score: Score, *, asked: bool) -> str:
    """The result in sentences.

    Where an answer is about death or harm, help comes first, unless the terminal showed it already (`asked`).
    """
    lines = [*_result_lines(chosen, score), *filter(None, [after(context, journal, chosen)]), chosen.attribution]
    if score.safety:
        at_any_time = hard_answer_in(chosen.language).at_any_time
        lines = [*lines, at_any_time] if asked else [response(journal, chosen.language), "", *lines]
    return "\n".join(lines)


def after(context: Context, journal: Journal, chosen: Questionnaire) -> str:
    """What is said after a questionnaire that can stir up memories, with a step of the plan; empty after others.

    Where others see the screen, the step is none of the person's own.
    """
    from carelog.review.people.printed_plan import printed_plan

    if not chosen.stressful_event:
        return ""
    steps = () if context.hides_stored_words else printed_plan(journal, journal.today).steps
    return words.after_an_event(next(iter(steps), ""))


def _begun(chosen: Questionnaire, answered: Sequence[Answered], today: date) -> Answered | None:
    latest = next(reversed(answered), None)
    if latest is None or latest.day != today or len(latest.answers) != len(chosen.items):
        return None
    return latest if None in latest.answers else None


def _language_begun(original: Questionnaire, answered: Sequence[Answered], today: date) -> str:
    """The language in which the person began today; else the questionnaire's own."""
    begun = _begun(original, answered, today)
    return begun.language if begun and begun.language else original.language


def _refuse_too_soon(chosen: Questionnaire, answered: Sequence[Answered], today: date, *, again: bool) -> None:
    from carelog.review.days.scores import scores_of

    found = scores_of(chosen, answered)
    again_from = found.again_from
    if again_from and today < again_from and not again:
        raise InvalidValue(
            "questionnaire.too-soon",
            name=chosen.name,
            last=date_name(found.totals[-1].answered.day, short=True),
            again=words.again(chosen, again_from),
        )


def _read_answer(given: str, options: Sequence[Option]) -> int | None:
    if given.strip() == _OPEN:
        return None
    values = [option.value for option in options]
    if not (given.strip().isdecimal() and given.isascii() and int(given) in values):
        raise InvalidValue("questionnaire.answer-not-possible", given=given, values=listed(map(str, values)))
    return int(given)


def _result_lines(chosen: Questionnaire, score: Score) -> Iterator[str]:
    yield words.result(chosen, score.answered.day, score.total, score.band)
    if score.parts:
        yield words.parts(score.parts)
    yield from (comparison(each, chosen.reliable_change or 0) for each in score.compared)
    safety = (words.safety_answer(item, chosen.items[item - 1], option.text) for item, option in score.safety)
    yield from map(capitalised, safety)
    if score.difficulty:
        yield words.difficulty(score.difficulty)
    if score.total is not None and chosen.is_worth_talking_over(score.total):
        yield words.WORTH_TALKING
