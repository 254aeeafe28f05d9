"""Answer a shell that completes: ask Typer what fits to what was typed."""

from __future__ import annotations

import io
import os
import shlex
from collections.abc import Callable, Sequence
from contextlib import redirect_stdout, suppress
from typing import TYPE_CHECKING

from carelog.cli.completing.offered import attach
from carelog.cli.completing.shell_line import hand_over, shell_that_asks, typed
from carelog.cli.earlier_words import with_new_options, with_one_name
from carelog.cli.help_asked import HELP
from carelog.cli.table import COMMANDS, TOPICS

if TYPE_CHECKING:
    import typer

FILES_WANTED = 3
"""The exit number that asks the shell to offer files."""


def answer_shell(
    build: Callable[[Sequence[str]], typer.Typer], with_command_named: Callable[[list[str]], list[str]]
) -> int:
    """Write what can follow the words that were typed; return 0, or FILES_WANTED where a file has to be named.

    `with_command_named` puts in the name of a group's command that was left out.
    """
    shell = shell_that_asks()
    words, quote = typed(shell)
    is_manual = words[1:2] == [HELP] and len(words) > 2
    asked = [words[0], *words[2:]] if is_manual else _with_mood_named(words)
    asked = [asked[0], *with_one_name(asked[1:-1]), *asked[1:][-1:]]
    names = [asked[1]] if len(asked) > 2 and asked[1] in COMMANDS else list(COMMANDS)
    attach(names)
    app = build(names)
    if len(asked) > 3 or (len(asked) > 2 and asked[-1].startswith("-")):
        asked = [asked[0], *with_new_options(with_command_named(asked[1:-1])), asked[-1]]
    lines = _offered(app, asked, with_help=shell != "bash")
    if is_manual:
        lines = [line for line in lines if _is_command(asked[1:-1], line.partition("\t")[0])]
    lines += [each for each in _besides_commands(words) if each.startswith(words[-1])]
    if not lines and not is_manual and _wants_file(asked):
        return FILES_WANTED
    hand_over(lines, shell, words[-1], quote)
    return 0


def _besides_commands(words: Sequence[str]) -> Sequence[str]:
    """What stands where the first word of a command does, and is none: help, and behind it the topics of help."""
    if len(words) == 2:
        return (HELP,)
    return TOPICS if len(words) == 3 and words[1] == HELP else ()


def _with_mood_named(words: list[str]) -> list[str]:
    """The words, with the name of the command put in where a mood was typed without it."""
    if len(words) < 3 or words[1] in COMMANDS or words[1].startswith("-"):
        return words
    from carelog.cli.spoken import MOOD, begins_with_mood

    return [words[0], MOOD, *words[1:]] if begins_with_mood(" ".join(words[1:])) else words


def _offered(app: typer.Typer, words: Sequence[str], *, with_help: bool) -> list[str]:
    """What Typer offers, a line each, in fish's form with help behind a tab, or without help."""
    args = shlex.join(words[:-1]) + " " + (shlex.quote(words[-1]) if words[-1] else "")
    os.environ["_CARELOG_COMPLETE"] = "complete_fish" if with_help else "complete_bash"
    os.environ |= {"_TYPER_COMPLETE_FISH_ACTION": "get-args", "_TYPER_COMPLETE_ARGS": args}
    os.environ |= {"COMP_WORDS": args, "COMP_CWORD": str(len(words) - 1)}
    out = io.StringIO()
    with redirect_stdout(out), suppress(SystemExit):
        app(args=[], prog_name="carelog", standalone_mode=False)
    return [line for line in out.getvalue().split("\n") if line.strip()]


def _is_command(before: Sequence[str], name: str) -> bool:
    from carelog.cli.command import REGISTRY

    whole = " ".join([*before, name])
    return any(each == whole or each.startswith(f"{whole} ") for each in REGISTRY)


def _wants_file(words: Sequence[str]) -> bool:
    """Whether a file or a folder has to be named here, as help calls it."""
    import inspect

    from carelog.cli.command import REGISTRY
    from carelog.cli.declared import names_a_file, option_names

    command = REGISTRY.get(" ".join(words[1:3])) or REGISTRY.get(" ".join(words[1:2]))
    if command is None:
        return False
    option = next((word for word in (words[-1].partition("=")[0], words[-2]) if word.startswith("-")), "")
    annotations = [each.annotation for each in inspect.signature(command.body).parameters.values()]
    described = [(each.__origin__, each.__metadata__[0]) for each in annotations if hasattr(each, "__metadata__")]
    if any(option in option_names(info) for kind, info in described if kind in (bool, bool | None)):
        option = ""
    fitting = [(kind, info) for kind, info in described if option in (option_names(info) or [""])]
    return any("Path" in str(kind) or names_a_file(info.metavar or "") for kind, info in fitting)
