"""The command line as a whole: it loads only what is asked for, and reports every error in one plain sentence."""

import errno
import importlib
import os
import sys
from collections.abc import Sequence
from typing import Annotated

import typer

from carelog.cli.command import REGISTRY, Command
from carelog.cli.runner import Discreet, Json, Plain, command_callback, group_callback
from carelog.cli.runtime.help_words import TranslatedCommand, TranslatedGroup
from carelog.cli.runtime.output import ClosedPipe, write_json
from carelog.cli.runtime.panic_key import install_panic_key
from carelog.cli.runtime.streams import prepare_streams, say, say_on_stderr, shown, stop_writing
from carelog.cli.table import COMMANDS, COMPLETION_OPTIONS, OTHER_VERBS, TIMED_OPTIONS
from carelog.errors import CarelogError, StorageError
from carelog.language import gettext as _
from carelog.wording import program as program_words

_NARROWEST_BOX = 60
_TEXT_SETTINGS = {"ignore_unknown_options": True}


def main(argv: Sequence[str]) -> int:
    """Run one command line and return its exit number; nothing is raised."""
    typed = ["--help" if word == "-h" and place < len(_before_text(argv)) else word for place, word in enumerate(argv)]
    typed = _with_known_verb(typed)
    number = _run_or_report([*typed])
    if _is_without_command(typed) and "--json" not in _before_text(typed):
        from carelog.cli.spoken import line_below

        if line := line_below(typed):
            say_on_stderr(line)
    return number


def build(names: Sequence[str], *, drawn: bool = False, boxed: bool = True) -> typer.Typer:
    """The program with the commands of these first words; `drawn` adds boxes and completion, which help shows.

    Without `boxed` there is completion and no box.
    """
    app = typer.Typer(
        name="carelog",
        cls=TranslatedGroup,
        suggest_commands=False,
        add_completion=drawn,
        rich_markup_mode="rich" if drawn and boxed else None,
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


def has_command(words: Sequence[str]) -> bool:
    """Whether these words are the whole name of a command or of a group, such as contact add."""
    build(words[:1])
    return " ".join(words) in REGISTRY


def _run_or_report(argv: list[str]) -> int:
    """Run a command line, into which the name of a command that was left out is put; report any error."""
    try:
        prepare_streams()
        install_panic_key()
        if _is_without_command(argv):
            from carelog.cli.spoken import answer, understand

            if text := understand(argv):
                return answer(text, as_json="--json" in _before_text(argv))
        return _run(argv)
    except (ClosedPipe, BrokenPipeError):
        stop_writing(sys.stdout)
        return 0
    except (typer.Abort, KeyboardInterrupt, EOFError):
        return _report(argv, "interrupted", "program.stopped", program_words.STOPPED, 130)
    except Exception as error:  # noqa: BLE001 - the one boundary: a traceback would show what people wrote
        return _report_error(argv, error)


def _run(argv: list[str]) -> int:
    if "_CARELOG_COMPLETE" in os.environ:
        from carelog.cli.completing.answer import answer_shell, is_own_script

        if is_own_script():
            return answer_shell(lambda names: build(names, drawn=True, boxed=False), _with_command_named)
    first_word = _first_word(argv)
    names = [first_word] if first_word in COMMANDS else list(COMMANDS)
    if first_word not in COMMANDS and not COMPLETION_OPTIONS.isdisjoint(_before_text(argv)):
        from carelog.cli.completing.scripts import hand_over

        return hand_over(argv)
    drawn = _wants_help(argv) and not _is_plain(argv)
    app = build(names, drawn=drawn, boxed=drawn and _is_wide())
    if not first_word and "--help" in _before_text(argv):
        say(program_words.CRISIS_FIRST, sys.stdout)
    try:
        result = app(args=_with_command_named(_with_joined_times(argv)), prog_name="carelog", standalone_mode=False)
    except SystemExit as end:  # Typer prints help, and ends with 1 when the reader has closed the pipe
        if isinstance(end.__context__, BrokenPipeError):
            raise ClosedPipe from None
        raise
    return result if isinstance(result, int) else 0


def _report(argv: Sequence[str], code: str, key: str, message: str, number: int) -> int:
    """Report an error to a program in the envelope, to a person on stderr; return its exit number."""
    if "--json" not in _before_text(argv):
        say_on_stderr(message)
        return number
    name = _command_name(argv) or _first_word(argv)
    listing = f"{name} list"
    try:
        errors = [{"code": code, "key": key, "message": shown(message)}]
        write_json(sys.stdout, listing if listing in REGISTRY else shown(name), {}, errors)
        sys.stdout.flush()
    except (OSError, ValueError):
        stop_writing(sys.stdout)
    return number


def _report_error(argv: Sequence[str], error: Exception) -> int:
    match error:
        case CarelogError():
            return _report(argv, error.code, error.key, error.message, error.exit_number)
        case OSError() if error.filename is not None:
            from carelog.file_access import refusal

            return _report_error(argv, refusal(error))
        case typer.TyperException():
            return _report(argv, "usage", "program.usage", _usage_message(argv, error.format_message()), 2)
        case OSError(errno=errno.ENAMETOOLONG):
            return _report_error(argv, StorageError("storage.name-too-long"))
        case _:
            message = program_words.bug(type(error).__name__, _place_of(error))
            return _report(argv, "bug", "program.bug", message, 1)


def _root(
    ctx: typer.Context,
    as_json: Json = False,
    plain: Plain = False,
    discreet: Discreet = None,
    version: Annotated[bool, typer.Option("--version", help=_("Say which versions run."), show_default=False)] = False,
    verbose: Annotated[
        bool, typer.Option("--verbose", help=_("With --version: the places too."), show_default=False)
    ] = False,
) -> None:
    if ctx.invoked_subcommand is None:
        from carelog.cli.front import bare, versions

        if version:
            raise typer.Exit(versions(verbose=verbose, as_json=as_json))
        raise typer.Exit(bare(as_json=as_json, plain=plain, discreet=discreet))


def _commands_of(name: str) -> list[Command]:
    return [each for whole, each in REGISTRY.items() if whole == name or whole.startswith(f"{name} ")]


def _add(app: typer.Typer, groups: dict[str, typer.Typer], each: Command) -> None:
    group, _, last = each.name.rpartition(" ")
    if group and group not in groups:
        groups[group] = _add_group(app, group)
    settings = _TEXT_SETTINGS if each.takes_text else None
    panel = None if group else _panel(each)
    register = (groups[group] if group else app).command
    register(last, cls=TranslatedCommand, help=each.help, context_settings=settings, rich_help_panel=panel)(
        command_callback(each)
    )


def _add_group(app: typer.Typer, name: str) -> typer.Typer:
    """An empty group. Its name alone runs the command that it means, or says that a command is missing."""
    group = typer.Typer(cls=TranslatedGroup, suggest_commands=False, rich_markup_mode=app.rich_markup_mode)
    alone = _command_alone(name)
    if alone:
        behind_name = _command_with_words(name)
        examples = behind_name.examples_for_help if behind_name else ""
        group.callback(invoke_without_command=True, help=alone.group + examples)(group_callback(alone))
    app.add_typer(group, name=name, rich_help_panel=_panel(alone) if alone else None)
    return group


def _panel(each: Command) -> str | None:
    """The heading under which help lists a command or its group, in the language of the program."""
    return program_words.PANELS[each.panel] if each.panel else None


def _usage_message(argv: Sequence[str], message: str) -> str:
    from carelog.cli.runtime.usage_errors import in_plain_words

    message, name = in_plain_words(message), _command_name(argv)
    if name or not _first_word(argv):
        return program_words.usage(message, name)
    from carelog.cli.spoken import is_mood_word

    return program_words.no_command(message, _first_word(argv), is_mood=is_mood_word(_first_word(argv)))


def _command_name(argv: Sequence[str]) -> str:
    """The whole name of the command that is asked for, such as contact add; empty where there is no such command."""
    words = [word for word in argv if not word.startswith("-")]
    if " ".join(words[:2]) in REGISTRY:
        return " ".join(words[:2])
    return words[0] if words and words[0] in COMMANDS else ""


def _is_without_command(argv: Sequence[str]) -> bool:
    """Whether the first word is the name of no command; without any word, today is meant."""
    first_word = _first_word(argv)
    return bool(first_word) and first_word not in COMMANDS


def _first_word(argv: Sequence[str]) -> str:
    return next((word for word in argv if not word.startswith("-")), "")


def _wants_help(argv: Sequence[str]) -> bool:
    return "_CARELOG_COMPLETE" in os.environ or "--help" in _before_text(argv)


def _is_plain(argv: Sequence[str]) -> bool:
    return "--plain" in _before_text(argv) or bool(os.environ.get("CARELOG_PLAIN")) or os.environ.get("TERM") == "dumb"


def _is_wide() -> bool:
    """Whether a box with three columns of words leaves enough letters to each."""
    from shutil import get_terminal_size

    return get_terminal_size().columns >= _NARROWEST_BOX


def _before_text(argv: Sequence[str]) -> Sequence[str]:
    """The words that can be options: after `--` everything is text."""
    return argv[: argv.index("--")] if "--" in argv else argv


def _with_command_named(argv: list[str]) -> list[str]:
    """The command line, with the name of the command put in where a group is called without one.

    So `bring the nights` becomes `bring add the nights`.
    """
    argv, group = _with_known_verb(argv), _first_word(argv)
    with_words = _command_with_words(group)
    if with_words is None or "--help" in _before_text(argv):
        return argv
    place = argv.index(group) + 1
    first = next((word for word in _before_text(argv)[place:] if not word.startswith("-") or word == "-"), "")
    if f"{group} {first}" in REGISTRY:
        return argv
    command = with_words if first or "--" in argv else _command_alone(group) or with_words
    return [*argv[:place], command.name.rpartition(" ")[2], *argv[place:]]


def _with_known_verb(argv: list[str]) -> list[str]:
    if OTHER_VERBS.keys().isdisjoint(argv):
        return argv
    from carelog.cli.other_verbs import with_known_verb

    return with_known_verb(argv, has_command, lambda group: _command_with_words(group) is not None)


def _with_joined_times(argv: list[str]) -> list[str]:
    if TIMED_OPTIONS.isdisjoint(word.partition("=")[0] for word in argv):
        return argv
    from carelog.cli.prompts.join_times import join_times

    return join_times(argv)


def _command_alone(group: str) -> Command | None:
    """The command that the name of a group means where it stands alone."""
    return next((each for each in _commands_of(group) if each.group), None)


def _command_with_words(group: str) -> Command | None:
    """The command that the name of a group means where words follow that name none of its commands."""
    return next((each for each in _commands_of(group) if each.with_words), None)


def _place_of(bug: Exception) -> str:
    """The file and line of carelog's own code in which a bug arose; values may be private, so they are left out."""
    place, trace = "", bug.__traceback__
    while trace is not None:
        file = trace.tb_frame.f_code.co_filename
        if f"{os.sep}carelog{os.sep}" in file:
            place = f"{file.rpartition(os.sep)[2]}:{trace.tb_lineno}"
        trace = trace.tb_next
    return place
