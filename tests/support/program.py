"""The program as it is put together: its commands, and the options of each."""

from collections.abc import Iterator, Sequence
from typing import Any

import typer

from carelog.cli.app import build
from carelog.cli.command import REGISTRY
from carelog.cli.earlier_words import with_one_name
from carelog.cli.groups import with_command_named
from carelog.cli.spoken import is_mood_word
from carelog.cli.table import COMMANDS
from carelog.crisis.pleas import HELP, NOTE, plea

EVERYWHERE = frozenset(["--json", "--plain", "--no-plain", "--discreet", "--no-discreet"])
"""The options that every command takes."""

_PROGRAM: Any = typer.main.get_command(build(list(COMMANDS)))


def meant_by(words: Sequence[str]) -> list[str]:
    """The commands that a command line begins with; none where there is no such command.

    A group's name alone may mean one of its commands, and another before words that name none of them. `help` means
    the commands that it is about, a word for help the card, and a score or its word a mood.
    """
    if words and words[0] not in COMMANDS:
        return _meant_without_command(words)
    words = with_one_name(words)
    if words[1:2] and words[1].startswith("--"):
        words = with_command_named(words[0], words, words)
    for length in (2, 1):
        if " ".join(words[:length]) in OPTIONS:
            return [" ".join(words[:length])]
    alone = len(words) == 1 or (len(words) > 1 and words[1].startswith("-"))
    inside = (each for name, each in REGISTRY.items() if words and name.startswith(f"{words[0]} "))
    return [each.name for each in inside if each.with_words or (alone and each.group)]


def _meant_without_command(words: Sequence[str]) -> list[str]:
    if words[0] == HELP:
        return meant_by(words[1:]) or list(OPTIONS)
    asked = plea(words)
    if asked and asked != NOTE:
        return ["crisis"]
    return ["mood"] if asked or words[0].startswith(tuple("12345")) or is_mood_word(words[0]) else []


def _commands() -> Iterator[tuple[str, Any]]:
    for name, each in _PROGRAM.commands.items():
        inside = getattr(each, "commands", None)
        yield from [(name, each)] if inside is None else ((f"{name} {last}", found) for last, found in inside.items())


COMMANDS_BY_NAME: dict[str, Any] = dict(_commands())
"""Each command as Typer has it, by its whole name."""


def _options_of(command: Any) -> tuple[str, ...]:
    options = (each for each in command.params if each.param_type_name == "option" and not each.hidden)
    return tuple(form for each in options for form in (*each.opts, *each.secondary_opts) if form not in EVERYWHERE)


OPTIONS = {name: _options_of(command) for name, command in _commands()}
"""The options of each command beside those of all, by its whole name, in every form that help shows."""

OWN_OPTIONS = frozenset([*_options_of(_PROGRAM), "--help", "-h", "--install-completion", "--show-completion"])
"""The options of the program itself."""

CHOICES = tuple(
    ", ".join(str(getattr(each, "value", each)) for each in param.type.choices)
    for _, command in _commands()
    for param in command.params
    if getattr(param.type, "choices", None)
)
"""The words that an option or argument takes, as an error lists them."""

PLACEHOLDERS = tuple(
    sorted(
        {param.metavar or param.name for _, command in _commands() for param in command.params}, key=len, reverse=True
    )
)
"""What stands for an argument where help shows a command, such as NAME."""

TAKES_WORDS = frozenset(
    name
    for name, command in _commands()
    if any(param.param_type_name == "argument" or not param.is_flag for param in command.params)
)
"""The commands that take words, or an option with a value: a person can mistype those."""
