"""Answering a questionnaire on a terminal: a screen for each question, back and out whenever one likes."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from carelog.cli.ask import ask, confirm, need_terminal
from carelog.cli.questionnaire_safety import be_there
from carelog.cli.streams import say_beside
from carelog.errors import InvalidValue
from carelog.wording import questionnaires as words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from carelog.cli.session import Session
    from carelog.domain.questionnaire import Questionnaire

BACK, STOP = "b", "q"
_CLEAR = "\x1b[2J\x1b[H"


@dataclass(frozen=True, slots=True)
class Given:
    """The answers that were given, None where one was left open, and the one about difficulty."""

    answers: tuple[int | None, ...]
    difficulty: int | None = None


def walk(session: Session, chosen: Questionnaire) -> Given | None:
    """Ask question by question; None when the person stopped and wanted nothing kept.

    Raises InvalidValue where nobody can be asked.
    """
    need_terminal(session, words.NEEDS_ANSWERS)
    answers: list[int | None] = []
    while len(answers) < len(chosen.items):
        typed = _asked(session, chosen, len(answers))
        if typed == STOP:
            return _unfinished(session, chosen, answers)
        if typed == BACK:
            answers = answers[:-1]
            continue
        answers.append(int(typed) if typed else None)
        if len(answers) in chosen.safety_items and answers[-1]:
            be_there(session.to_write())
    return Given(tuple(answers), _difficulty(session, chosen, answers))


def _asked(session: Session, chosen: Questionnaire, place: int) -> str:
    """A number as text, nothing, or one of the two letters."""
    options = {str(option.value): option.text for option in chosen.options}
    _show(session, chosen, place, chosen.items[place], options, with_stem=True)

    def read(typed: str) -> str:
        given = typed.strip().lower()
        if given and given not in (BACK, STOP, *options):
            raise InvalidValue(words.AN_OPTION)
        return given

    return ask(words.NUMBER, read)


def _difficulty(session: Session, chosen: Questionnaire, answers: Sequence[int | None]) -> int | None:
    if not chosen.asks_difficulty(answers):
        return None
    options = {str(number): text for number, text in enumerate(chosen.difficulty_options)}
    _show(session, chosen, len(chosen.items), chosen.difficulty_item, options, with_stem=False)

    def read(typed: str) -> str:
        if typed.strip() and typed.strip() not in options:
            raise InvalidValue(words.AN_OPTION)
        return typed.strip()

    given = ask(words.NUMBER.partition(" (")[0], read)
    return int(given) if given else None


def _unfinished(session: Session, chosen: Questionnaire, answers: list[int | None]) -> Given | None:
    if not any(answer is not None for answer in answers) or not confirm(session, words.KEEP_UNFINISHED):
        return None
    return Given((*answers, *[None] * (len(chosen.items) - len(answers))))


def _show(
    session: Session, chosen: Questionnaire, place: int, item: str, options: dict[str, str], *, with_stem: bool
) -> None:
    if not session.plain and os.environ.get("TERM") != "dumb":
        sys.stderr.write(_CLEAR)
    where = words.place(chosen.name, place + 1, len(chosen.items)) if with_stem else chosen.name
    say_beside("\n".join([where, "", *([chosen.stem, ""] if with_stem else []), item, ""]))
    say_beside("\n".join([*(f"  {number}  {text}" for number, text in options.items()), ""]))
