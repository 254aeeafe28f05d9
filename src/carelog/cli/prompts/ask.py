"""Questions on the terminal. They go to stderr, because stdout is for the answer; no shell keeps what is typed here."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

import typer

from carelog.cli.runtime.streams import in_lines, say_on_stderr
from carelog.domain.text import checked_name
from carelog.errors import InvalidValue
from carelog.wording import program as program_words

if TYPE_CHECKING:
    from carelog.cli.runtime.context import Context

Value = TypeVar("Value")

_QUESTION_MARKS = ("?", "？", "؟")


def ask(question: str, read: Callable[[str], Value], default: str = "") -> Value:
    """Ask until `read` accepts what is typed, and return what it makes of that; Enter takes the default."""
    while True:
        typed = _typed(question, default)
        try:
            return read(_in_letters(typed))
        except InvalidValue as mistake:
            say_on_stderr(mistake.message)


def ask_text(question: str, default: str = "") -> str:
    """Ask for a line; Enter leaves it empty or takes the default."""
    return ask(question, str.strip, default)


def new_name(typed: str, taken: Callable[[str], bool], key: str) -> str:
    """A name for something new.

    Raises InvalidValue when it cannot be a name and, with the `key` of its sentence, when it is taken.
    """
    name = checked_name(typed, "text.name")
    if taken(name):
        raise InvalidValue(key, name=name)
    return name


def confirm(context: Context, question: str, *, yes: bool = False, default: bool = False) -> bool:
    """Whether the person agrees; `yes` agrees in advance, and Enter gives the `default`.

    Raises InvalidValue when there is nobody to ask.
    """
    if yes:
        return True
    need_terminal(context, "program.yes-needs-terminal")
    shown = program_words.DISCREET_QUESTION if context.hides_stored_words else question
    return ask_yes_or_no(shown, default=default)


def ask_yes_or_no(question: str, *, default: bool) -> bool:
    """Ask until the person says yes or no, in English or in the language of the program; Enter gives the `default`."""
    shown = program_words.yes_or_no(question, default=default)
    while True:
        answer = _typed(shown).strip().lower()
        if answer in program_words.YES:
            return True
        if answer in program_words.NO:
            return False
        if not answer:
            return default
        say_on_stderr(program_words.NEITHER_YES_NOR_NO)


def _typed(question: str, default: str = "") -> str:
    """What is typed after a question. A colon follows it, but not where it ends with a question mark of its own."""
    asked = f"{question} [{default}]" if default else question
    asked += " " if asked.endswith(_QUESTION_MARKS) else ": "
    shown = in_lines(asked, sys.stderr, is_question=True)
    try:
        typed: str = typer.prompt(
            shown, default=default, show_default=False, prompt_suffix="", value_proc=str, err=True
        )
    except typer.Abort:
        say_on_stderr("")  # what is said next begins a line, or the window breaks it in the middle of a word
        raise
    return typed


def _in_letters(typed: str) -> str:
    """What was typed, with letters in place of bytes that are not UTF-8; what is to be said of it is said at once.

    Raises InvalidValue where it is no text.
    """
    if typed.isprintable():
        return typed
    from carelog.cli.runtime.outside import word_of

    remarks: list[str] = []
    word = word_of(typed, remarks)
    for remark in remarks:
        say_on_stderr(remark)
    return word


def need_terminal(context: Context, key: str, **values: object) -> None:
    """Raise InvalidValue when there is nobody to ask. The sentence of its `key` says what to do instead."""
    if not context.can_ask:
        raise InvalidValue(key, **values)
