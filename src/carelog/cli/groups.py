"""Which command of a group is meant where its name is left out: by words, by an option, or the group alone."""

from __future__ import annotations

import inspect
from collections.abc import Sequence
from itertools import takewhile

from carelog.cli.command import REGISTRY, Command, alone, with_words
from carelog.cli.declared import option_names

_EVERYWHERE = frozenset({"--json", "--plain", "--no-plain", "--discreet", "--no-discreet"})


def with_command_named(group: str, argv: list[str], before_text: Sequence[str]) -> list[str]:
    """The command line of a group, with the name of the command put in where it was left out.

    `bring the nights` becomes `bring add the nights`, and `keep --handles` becomes `keep list --handles`.
    """
    place = argv.index(group) + 1
    behind = before_text[place:]
    first = next((word for word in behind if not word.startswith("-") or word == "-"), "")
    if f"{group} {first}" in REGISTRY:
        from carelog.cli.text_or_command import is_sentence

        keeping = with_words(group)
        if keeping is None or not is_sentence(keeping, first, behind):
            return argv
        return [*argv[:place], keeping.name.rpartition(" ")[2], *argv[place:]]
    meant = _meant(group, _first_option(behind), has_words=bool(first) or "--" in argv)
    return [*argv[:place], meant.name.rpartition(" ")[2], *argv[place:]] if meant else argv


def _first_option(behind: Sequence[str]) -> str:
    """The first option before any words, without those that every command takes; empty without one."""
    begun = takewhile(lambda word: word.startswith("-") and word != "-", behind)
    return next((_without_value(word) for word in begun if word not in _EVERYWHERE), "")


def _without_value(option: str) -> str:
    """An option without the value that may be joined to it: `--last=30d`, `-n5`."""
    return option.partition("=")[0] if option.startswith("--") else option[:2]


def _meant(group: str, option: str, *, has_words: bool) -> Command | None:
    """The command that is meant; None where the group itself answers for its name alone."""
    named_alone, before_words = alone(group), with_words(group)
    if option:
        is_of_words = before_words is not None and _takes(before_words, option)
        shown = (each for each in (named_alone, REGISTRY.get(f"{group} list")) if each and _takes(each, option))
        found = next(shown, None)
        if is_of_words != (found is not None):
            return found or before_words
    return before_words if before_words is None or has_words else named_alone or before_words


def _takes(command: Command, option: str) -> bool:
    """Whether a command has this option, short or long, shown or not."""
    for name, parameter in inspect.signature(command.body).parameters.items():
        for described in getattr(parameter.annotation, "__metadata__", ()):
            if option in (option_names(described) or [f"--{name.replace('_', '-')}"]):
                return True
    return False
