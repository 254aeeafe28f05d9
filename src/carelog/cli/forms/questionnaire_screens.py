"""Answering a questionnaire on a terminal: a screen for each question, back and out whenever one likes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from carelog.cli.forms.questionnaire_safety import be_there
from carelog.cli.prompts.ask import ask, confirm
from carelog.cli.prompts.wrap import new_screen, show_lines
from carelog.errors import InvalidValue
from carelog.wording import questionnaires as words

if TYPE_CHECKING:
    from carelog.cli.runtime.context import Context
    from carelog.domain.questionnaire import Questionnaire
    from carelog.journal import Journal

BACK, STOP, OPEN = "b", "q", "-"


@dataclass(frozen=True, slots=True)
class Given:
    """The answers that were given, None where one was left open, and the one about difficulty."""

    answers: tuple[int | None, ...]
    difficulty: int | None = None

    @property
    def first_open(self) -> int:
        """The place of the first question that is open, from 0; behind the last one where none is."""
        return self.answers.index(None) if None in self.answers else len(self.answers)

    def at(self, place: int) -> int | None:
        """The answer at a place; behind the last question is the one about difficulty."""
        return self.answers[place] if place < len(self.answers) else self.difficulty

    def with_one(self, place: int, answer: int | None) -> Given:
        """The same with another answer at a place."""
        if place == len(self.answers):
            return replace(self, difficulty=answer)
        return replace(self, answers=(*self.answers[:place], answer, *self.answers[place + 1 :]))


def walk(context: Context, journal: Journal, chosen: Questionnaire, begun: Given) -> Given | None:
    """Ask question by question, from the first open one; None when the person stopped and wanted nothing kept."""
    given, place = begun, begun.first_open
    while place < len(chosen.items) + chosen.asks_difficulty(given.answers):
        typed = _asked(context, chosen, place, given.at(place))
        if typed == STOP:
            return _stopped(context, chosen, begun, given)
        if typed == BACK:
            place = max(place - 1, 0)
            continue
        if typed:
            given = given.with_one(place, None if typed == OPEN else int(typed))
        if typed and place + 1 in chosen.safety_items and given.at(place):
            be_there(journal)
        place += 1
    return given if chosen.asks_difficulty(given.answers) else replace(given, difficulty=None)


def _asked(context: Context, chosen: Questionnaire, place: int, before: int | None) -> str:
    """A number as text, nothing where it stays as it was `before`, or one of the three signs."""
    options = _options(chosen, place)
    new_screen(context)
    show_lines(_heading(chosen, place))
    show_lines((_option(value, text, before) for value, text in options.items()), hanging=5)
    show_lines(["", words.number(before)])

    def read(typed: str) -> str:
        said = typed.strip().lower()
        if said and said not in (BACK, STOP, OPEN, *options):
            raise InvalidValue(words.AN_OPTION)
        return said

    return ask(words.NUMBER, read)


def _option(value: str, text: str, before: int | None) -> str:
    """An option; the one that was chosen before is marked."""
    return f"{'>' if value == str(before) else ' '} {value}  {text}"


def _options(chosen: Questionnaire, place: int) -> Mapping[str, str]:
    if place < len(chosen.items):
        return {str(option.value): option.text for option in chosen.options}
    return {str(number): text for number, text in enumerate(chosen.difficulty_options)}


def _heading(chosen: Questionnaire, place: int) -> Sequence[str]:
    if place == len(chosen.items):
        return [chosen.name, "", chosen.difficulty_item, ""]
    return [words.place(chosen.name, place + 1, len(chosen.items)), "", chosen.stem, "", chosen.items[place], ""]


def _stopped(context: Context, chosen: Questionnaire, begun: Given, given: Given) -> Given | None:
    if given == begun or set(given.answers) == {None}:
        return None
    whole = chosen.total(given.answers) is not None
    return given if confirm(context, words.KEEP_ALL if whole else words.KEEP_UNFINISHED) else None
