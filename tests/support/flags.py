"""The flag table: every command with its arguments and options, as Typer's own tree has them."""

from collections.abc import Iterator
from typing import Any

import typer

from carelog.cli import table
from carelog.cli.app import build
from support.program import EVERYWHERE

_HEAD = """\
Every option of every command: its forms, the kind of value or the words it takes, “...” where it may be given several
times, what it is without, and its help. A new one is a decision: look at the others first.
pytest tests/cli/test_flags.py --update-golden writes this anew.
"""


def tree() -> Any:
    """The program as Typer has it."""
    return typer.main.get_command(build(list(table.COMMANDS)))


def commands(command: Any = None, name: str = "carelog") -> Iterator[tuple[str, Any]]:
    """Every command and group with its whole name, the program first."""
    command = command or tree()
    yield name, command
    for last, each in getattr(command, "commands", {}).items():
        yield from commands(each, f"{name} {last}")


def flag_table() -> str:
    """The table as text."""
    return "\n".join([_HEAD, *(line for name, command in commands() for line in _rows(name, command))])


def parameters(command: Any) -> list[Any]:
    """The arguments and options of a command beside those that every command has."""
    return [each for each in command.params if EVERYWHERE.isdisjoint(each.opts)]


def choices(parameter: Any) -> list[str]:
    """The words that an option or argument takes, where it takes no others."""
    return [str(getattr(each, "value", each)) for each in getattr(parameter.type, "choices", ())]


def default(parameter: Any) -> str:
    """What it is where it is not given; empty where that is nothing."""
    given = parameter.default
    return "" if given in (None, "", False) else str(getattr(given, "value", given))


def _rows(name: str, command: Any) -> Iterator[str]:
    is_program = name == "carelog"
    rows = [_row(each) for each in (command.params if is_program else parameters(command))]
    old = getattr(table, "OLD_OPTIONS", {}).get(name.removeprefix("carelog "), {})
    rows += [f"  old: {word} = {now}" for word, now in old.items()]
    if rows:
        yield from [name, *rows, ""]


def _row(parameter: Any) -> str:
    forms = ", ".join([*parameter.opts, *parameter.secondary_opts]) if parameter.param_type_name == "option" else ""
    value = "|".join(choices(parameter)) or parameter.metavar or ""
    several = "..." if getattr(parameter, "multiple", False) else ""
    hidden = "(hidden)" if getattr(parameter, "hidden", False) else ""
    shown = f"[{default(parameter)}]" if default(parameter) else ""
    return "  " + "  ".join(
        filter(None, [" ".join(filter(None, [forms, value + several])), hidden, shown, parameter.help])
    )
