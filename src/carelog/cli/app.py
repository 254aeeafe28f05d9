"""The command line as a whole: only what is asked for is loaded, and every error ends in one plain sentence."""

import importlib
import os
import sys
from collections.abc import Sequence
from typing import Annotated

import typer

from carelog.cli.command import REGISTRY, Command
from carelog.cli.runner import Discreet, Json, Plain, command_callback, group_callback
from carelog.cli.runtime.output import ClosedPipe, write_json
from carelog.cli.runtime.panic_key import be_ready_to_leave
from carelog.cli.runtime.streams import make_ready, say_beside, stop_writing
from carelog.cli.table import COMMANDS
from carelog.domain.text import clean
from carelog.errors import CarelogError
from carelog.wording import program as program_words

_HELPING = ("--help", "--install-completion", "--show-completion")
_SETTINGS_WITH_TEXT = {"ignore_unknown_options": True}


def main(argv: Sequence[str]) -> int:
    """Run one command line and return its exit number; nothing is raised."""
    try:
        make_ready()
        be_ready_to_leave()
        return _run(list(argv))
    except (ClosedPipe, BrokenPipeError):
        stop_writing(sys.stdout)
        return 0
    except (typer.Abort, KeyboardInterrupt, EOFError):
        return _report(argv, "interrupted", "program.stopped", program_words.STOPPED, 130)
    except Exception as error:  # noqa: BLE001 - the one boundary: a traceback would show what people wrote
        return _report_error(argv, error)


def build(names: Sequence[str], *, drawn: bool = False) -> typer.Typer:
    """The program with some of its commands; `drawn` is for help, with boxes and completion."""
    app = typer.Typer(
        name="carelog",
        add_completion=drawn,
        rich_markup_mode="rich" if drawn else None,
        pretty_exceptions_enable=False,
        pretty_exceptions_show_locals=False,
        help=program_words.HELP,
    )
    app.callback(invoke_without_command=True)(_root)
    for module in dict.fromkeys(module for name in names for module in COMMANDS[name]):
        importlib.import_module(f"carelog.cli.commands.{module}")
    groups: dict[str, typer.Typer] = {}
    for name in names:
        for each in _commands_of(name):
            _add(app, groups, each)
    return app


def _run(argv: list[str]) -> int:
    asked, helps = _first_word(argv), _wants_help(argv)
    app = build([asked] if asked in COMMANDS else list(COMMANDS), drawn=helps and not _is_plain(argv))
    if not asked and "--help" in _before_text(argv):
        sys.stdout.write(f"{program_words.CRISIS_FIRST}\n")
    try:
        result = app(args=_with_name(_with_whole_times(argv)), prog_name="carelog", standalone_mode=False)
    except SystemExit as end:  # Typer, which prints the help, ends with 1 when nobody reads on
        if isinstance(end.__context__, BrokenPipeError):
            raise ClosedPipe from None
        raise
    return result if isinstance(result, int) else 0


def _with_whole_times(argv: list[str]) -> list[str]:
    if "--at" not in argv:
        return argv
    from carelog.cli.prompts.times import with_whole_times

    return with_whole_times(argv)


def _with_name(argv: list[str]) -> list[str]:
    """A command line that names its command, also where a group is called with words of its own."""
    group = _first_word(argv)
    with_words = next((each for each in _commands_of(group) if each.with_words), None)
    if with_words is None or "--help" in _before_text(argv):
        return argv
    place = argv.index(group) + 1
    first = next((word for word in _before_text(argv)[place:] if not word.startswith("-") or word == "-"), "")
    if f"{group} {first}" in REGISTRY:
        return argv
    meant = with_words if first or "--" in argv else _meant_alone(group) or with_words
    return [*argv[:place], meant.name.rpartition(" ")[2], *argv[place:]]


def _commands_of(name: str) -> list[Command]:
    return [each for whole, each in REGISTRY.items() if whole == name or whole.startswith(f"{name} ")]


def _meant_alone(group: str) -> Command | None:
    return next((each for each in _commands_of(group) if each.group), None)


def _add(app: typer.Typer, groups: dict[str, typer.Typer], each: Command) -> None:
    group, _, last = each.name.rpartition(" ")
    if group and group not in groups:
        groups[group] = _add_group(app, group)
    settings = _SETTINGS_WITH_TEXT if each.takes_text else None
    panel = None if group else each.panel
    register = (groups[group] if group else app).command
    register(last, help=each.help, context_settings=settings, rich_help_panel=panel)(command_callback(each))


def _add_group(app: typer.Typer, name: str) -> typer.Typer:
    """A group with nothing in it yet; its name alone says what is missing, where no command is what that means."""
    group, alone = typer.Typer(rich_markup_mode=app.rich_markup_mode), _meant_alone(name)
    if alone:
        group.callback(invoke_without_command=True, help=alone.group)(group_callback(alone))
    app.add_typer(group, name=name, rich_help_panel=alone.panel if alone else None)
    return group


def _root(
    ctx: typer.Context,
    as_json: Json = False,
    plain: Plain = False,
    discreet: Discreet = None,
    version: Annotated[bool, typer.Option("--version", help="Say which versions run.", show_default=False)] = False,
    verbose: Annotated[
        bool, typer.Option("--verbose", help="With --version: the places too.", show_default=False)
    ] = False,
) -> None:
    if ctx.invoked_subcommand is None:
        from carelog.cli.front import bare, versions

        if version:
            raise typer.Exit(versions(verbose=verbose, as_json=as_json))
        raise typer.Exit(bare(as_json=as_json, plain=plain, discreet=discreet))


def _wants_help(argv: Sequence[str]) -> bool:
    return "_CARELOG_COMPLETE" in os.environ or any(flag in _HELPING for flag in _before_text(argv))


def _is_plain(argv: Sequence[str]) -> bool:
    return "--plain" in _before_text(argv) or bool(os.environ.get("CARELOG_PLAIN")) or os.environ.get("TERM") == "dumb"


def _before_text(argv: Sequence[str]) -> Sequence[str]:
    """The words that can be options: after `--` everything is text."""
    return argv[: argv.index("--")] if "--" in argv else argv


def _usage(argv: Sequence[str], message: str) -> str:
    from carelog.cli.runtime.usage_errors import plainly

    message, known = plainly(message), _command_in(argv)
    if known or not _first_word(argv):
        return program_words.usage(message, known)
    return program_words.no_command(message, _first_word(argv))


def _report_error(argv: Sequence[str], error: Exception) -> int:
    match error:
        case CarelogError():
            return _report(argv, error.code, error.key, error.message, error.exit_number)
        case typer.TyperException():
            return _report(argv, "usage", "program.usage", _usage(argv, error.format_message()), 2)
        case _:
            message = program_words.bug(type(error).__name__, _place_of(error))
            return _report(argv, "bug", "program.bug", message, 1)


def _report(argv: Sequence[str], code: str, key: str, message: str, number: int) -> int:
    """Say what happened: to a program in the envelope, to a person on stderr, in both cleaned."""
    if "--json" not in _before_text(argv):
        say_beside(message)
        return number
    name = _command_in(argv) or _first_word(argv)
    alone = f"{name} list"
    try:
        errors = [{"code": code, "key": key, "message": clean(message)}]
        write_json(sys.stdout, alone if alone in REGISTRY else clean(name), {}, errors)
        sys.stdout.flush()
    except (OSError, ValueError):
        stop_writing(sys.stdout)
    return number


def _command_in(argv: Sequence[str]) -> str:
    """The whole name of the command that is asked for, such as contact add; empty when there is none like it."""
    words = [word for word in argv if not word.startswith("-")]
    if " ".join(words[:2]) in REGISTRY:
        return " ".join(words[:2])
    return words[0] if words and words[0] in COMMANDS else ""


def _first_word(argv: Sequence[str]) -> str:
    return next((word for word in argv if not word.startswith("-")), "")


def _place_of(bug: Exception) -> str:
    """The last line of carelog's own code that the bug passed through; never what was in it."""
    place, trace = "", bug.__traceback__
    while trace is not None:
        file = trace.tb_frame.f_code.co_filename
        if f"{os.sep}carelog{os.sep}" in file:
            place = f"{file.rpartition(os.sep)[2]}:{trace.tb_lineno}"
        trace = trace.tb_next
    return place
