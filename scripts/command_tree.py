"""The whole command line as Typer has it: groups, commands, arguments, options, and what can stand at their place."""

from __future__ import annotations

import inspect
import os
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any
from unittest.mock import patch

import typer

from carelog.cli.app import build
from carelog.cli.command import REGISTRY, alone, with_words
from carelog.cli.completing.offered import attach, offer_key
from carelog.cli.completing.scripts import SCRIPTS
from carelog.cli.declared import names_a_file
from carelog.cli.table import COMMANDS, COMPLETION_OPTIONS, IN_TWO_WORDS, name_shown
from carelog.journal import Journal

FLAG, TEXT, JOURNAL, FILES, WORDS = "flag", "text", "journal", "files", "words"
"""What follows an option or stands for an argument: nothing, any text, a name of the journal, a file, fixed words."""


@dataclass(frozen=True)
class Place:
    """An option or an argument: how it is typed, what help says of it, and what can stand there."""

    names: tuple[str, ...]
    """The forms in which an option is typed; none for an argument."""
    kind: str
    words: tuple[str, ...]
    """The fixed words that fit, where the kind is WORDS."""
    is_repeated: bool
    shown: str
    """How help shows it, such as --tag TAG."""
    help: str
    limits: str
    """What Typer adds to the help in brackets, such as a default."""
    offer: str
    """The key of what carelog offers there; empty where it offers nothing of its own."""


@dataclass(frozen=True)
class Node:
    """The program, a group or a command."""

    path: str
    """The words behind carelog, such as contact add; empty for the program."""
    help: str
    examples: tuple[str, ...]
    usage: str
    panel: str
    options: tuple[Place, ...]
    arguments: tuple[Place, ...]
    inside: tuple[Node, ...]
    alone: str
    """The last word of the command that a group means where options alone follow its name."""
    before_words: str
    """The last word of the command that a group means where other words follow its name."""
    behind_word: dict[str, Node] = field(default_factory=dict)
    """The same command behind each fixed word of its first argument, where what else fits depends on that word."""

    def walk(self) -> Iterator[Node]:
        """This node and all within it."""
        yield self
        for each in self.inside:
            yield from each.walk()


def whole_tree() -> Node:
    """The program, with everything within it."""
    attach(COMMANDS)
    program: Any = typer.main.get_command(build(list(COMMANDS), drawn=True, boxed=False))
    with tempfile.TemporaryDirectory() as folder, patch.dict(os.environ, {"CARELOG_HOME": folder}):
        Path(folder, "journal.db").touch()
        with patch.object(Journal, "open", side_effect=_AskedJournalError):
            return _node(program, _context(program, None))


class _AskedJournalError(BaseException):
    """Something looked into the journal for what can be completed."""


def _context(command: Any, parent: Any) -> Any:
    return command.context_class(command, info_name=command.name if parent else "carelog", parent=parent)


def _node(command: Any, context: Any) -> Node:
    path = _whole_name(context)
    inside = [
        each for name, each in getattr(command, "commands", {}).items() if not each.hidden or name in IN_TWO_WORDS
    ]
    before_words, named_alone = (with_words(path), alone(path)) if inside else (None, None)
    known = REGISTRY.get(path) or before_words
    node = Node(
        path=name_shown(path),
        help=inspect.cleandoc(command.help or "").partition("\b")[0].strip(),
        examples=known.examples if known else (),
        usage=" ".join(command.collect_usage_pieces(context)),
        panel=getattr(command, "rich_help_panel", None) or "",
        options=_places(command, context, "option"),
        arguments=_places(command, context, "argument"),
        inside=tuple(_node(each, _context(each, context)) for each in inside),
        alone=_last_word(named_alone or before_words) if before_words else "",
        before_words=_last_word(before_words),
    )
    return replace(node, behind_word=_behind_words(node, command, context))


def _last_word(command: Any) -> str:
    return command.name.rpartition(" ")[2] if command else ""


def _behind_words(node: Node, command: Any, context: Any) -> dict[str, Node]:
    first = next((each for each in command.params if each.param_type_name == "argument"), None)
    if first is None or node.arguments[0].kind != WORDS:
        return {}
    found = {}
    for word in node.arguments[0].words:
        context.params = {first.name: word}
        options, arguments = _places(command, context, "option"), _places(command, context, "argument")
        found[word] = replace(node, path=f"{node.path} {word}", options=options, arguments=arguments[1:])
    context.params = {}
    same = all((each.options, each.arguments) == (node.options, node.arguments[1:]) for each in found.values())
    return {} if same else found


def _places(command: Any, context: Any, kind: str) -> tuple[Place, ...]:
    params = command.get_params(context)
    return tuple(
        _place(each, context) for each in params if each.param_type_name == kind and not getattr(each, "hidden", False)
    )


def _place(param: Any, context: Any) -> Place:
    is_option = param.param_type_name == "option"
    names = (*param.opts, *param.secondary_opts) if is_option else ()
    kind, words = _fitting(param, context, names)
    shown, said = param.get_help_record(context)
    is_repeated = param.multiple if is_option else param.nargs != 1
    limits = said.removeprefix(param.help or "").strip()
    typed, offer = tuple(sorted(names, key=len, reverse=True)), offer_key(_whole_name(context), param.name)
    return Place(typed, kind, words, is_repeated, shown, param.help or "", limits, offer)


def _whole_name(context: Any) -> str:
    return context.command_path.partition(" ")[2]


def _fitting(param: Any, context: Any, names: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    """What can stand here, and the fixed words of it."""
    if not COMPLETION_OPTIONS.isdisjoint(names):
        return WORDS, tuple(SCRIPTS)
    if names and (param.is_flag or param.count):
        return FLAG, ()
    try:
        words = tuple(str(each.value) for each in param.shell_complete(context, "") if each.type == "plain")
    except _AskedJournalError:
        return JOURNAL, ()
    if words:
        return WORDS, words
    is_file = "path" in param.type.name or names_a_file(param.metavar or "")
    return (FILES if is_file else TEXT), ()
