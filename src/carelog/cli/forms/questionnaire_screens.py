"""Answer a questionnaire on a terminal: a screen for each question, each with a way back and a way out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from carelog.cli.forms.questionnaire_safety import offer_help
from carelog.cli.prompts.ask import ask, ask_text, confirm
from carelog.cli.prompts.wrap import new_screen, show_lines
from carelog.errors import InvalidValue
from carelog.wording import questionnaires as words

if TYPE_CHECKING:
    from carelog.cli.runtime.context import Context
    from carelog.domain.questionnaires.questionnaire import Questionnaire
    from carelog.journal import Journal

BACK, STOP, OPEN = "b", "q", "-"
"""What people type to go back, to stop, and to leave a question open."""

ALTERNATIVES = {"phq9": "phq8"}
"""The questionnaires that are another one without its question about death."""


@dataclass(frozen=True, slots=True)
class Given:
    """The answers so far, None for a question that is left open, and the answer on difficulty."""

    answers: tuple[int | None, ...]
    difficulty: int | None = None

    @property
    def first_open(self) -> int:
        """The index of the first open question; where none is open, the number of questions."""
        return self.answers.index(None) if None in self.answers else len(self.answers)

    def at(self, place: int) -> int | None:
        """The answer at an index; the one behind the last question is on difficulty."""
        return self.answers[place] if place < len(self.answers) else self.difficulty

    def with_one(self, place: int, answer: int | None) -> Given:
        """The same with another answer at an index."""
        if place == len(self.answers):
            return replace(self, difficulty=answer)
        return replace(self, answers=(*self.answers[:place], answer, *self.answers[place + 1 :]))


def has_first_screen(chosen: Questionnaire) -> bool:
    """Whether there is a screen before the first question: where something has to be known or chosen first."""
    return bool(chosen.safety_items or chosen.stressful_event or chosen.instruction)


def ask_before(context: Context, original: Questionnaire, chosen: Questionnaire) -> str | None:
    """What stands before the first question; the key of the questionnaire to answer, None to leave.

    `chosen` is the `original` in a language, or another one where that is not offered in it. The PHQ-9 has an
    alternative without its question about death.
    """
    if not has_first_screen(original):
        return chosen.key
    new_screen(context)
    if chosen.key != original.key:
        show_lines([words.without_it_in(original, chosen), "", words.begin_instead(chosen)])
        return None if ask_text(words.CHOICE).lower() == STOP else chosen.key
    other = ALTERNATIVES.get(chosen.key)
    about = [words.ABOUT_AN_EVENT] if chosen.stressful_event else [words.NOBODY_ELSE]
    show_lines([*about, *([words.WITHOUT_IT] if other else []), *filter(None, ["", chosen.instruction])])
    show_lines(["", words.BEGIN_OR_WITHOUT if other else words.BEGIN])
    said = ask_text(words.CHOICE).lower()
    if said == STOP:
        return None
    return other if other and said in ("8", other, "phq-8") else chosen.key


def ask_questions(
    context: Context, journal: Journal, chosen: Questionnaire, begun: Given, first_lines: Sequence[str]
) -> Given | None:
    """Ask from the first open question on; None when the person stops and wants nothing kept.

    The first screen has some lines above its question.
    """
    given, place, above = begun, begun.first_open, first_lines
    while place < len(chosen.items) + chosen.asks_difficulty(given.answers):
        typed, above = _ask_question(context, chosen, place, given.at(place), above), ()
        if typed == STOP:
            return _kept_on_stop(context, chosen, begun, given)
        if typed == BACK:
            place = max(place - 1, 0)
            continue
        if typed:
            given = given.with_one(place, None if typed == OPEN else int(typed))
        if typed and any(item == place + 1 for item, _ in chosen.safety_answers(given.answers)):
            offer_help(journal, chosen.language)
        place += 1
    return given if chosen.asks_difficulty(given.answers) else replace(given, difficulty=None)


def _ask_question(context: Context, chosen: Questionnaire, place: int, before: int | None, above: Sequence[str]) -> str:
    """What is typed: the number of an option, empty text to keep the answer `before`, or BACK, STOP or OPEN."""
    options = _options(chosen, place)
    new_screen(context)
    show_lines([line for each in above for line in (each, "")])
    show_lines(_heading(chosen, place))
    show_lines((_option(value, text, before) for value, text in options.items()), hanging=5)
    show_lines(["", words.number(before)])

    def read(typed: str) -> str:
        said = typed.strip().lower()
        if said and said not in (BACK, STOP, OPEN, *options):
            raise InvalidValue("questionnaire.number-needed")
        return said

    return ask(words.NUMBER, read)


def _options(chosen: Questionnaire, place: int) -> Mapping[str, str]:
    if place < len(chosen.items):
        return {str(option.value): option.text for option in chosen.options_of(place + 1)}
    return {str(number): text for number, text in enumerate(chosen.difficulty_options)}


def _heading(chosen: Questionnaire, place: int) -> Sequence[str]:
    if place == len(chosen.items):
        return [chosen.name, "", chosen.difficulty_item, ""]
    return [words.place(chosen.name, place + 1, len(chosen.items)), "", chosen.stem, "", chosen.items[place], ""]


def _option(value: str, text: str, before: int | None) -> str:
    """A line for an option, with a mark on the one that was chosen before."""
    return f"{'>' if value == str(before) else ' '} {value}  {text}"


def _kept_on_stop(context: Context, chosen: Questionnaire, begun: Given, given: Given) -> Given | None:
    if given == begun or set(given.answers) == {None}:
        return None
    is_finished = chosen.total(given.answers) is not None
    return given if confirm(context, words.KEEP_ALL if is_finished else words.KEEP_UNFINISHED) else None
