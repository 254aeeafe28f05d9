"""The command line as a whole: it loads only what is asked for, and reports every error in one plain sentence."""

import errno
import os
import sys
from collections.abc import Sequence
from typing import Annotated

import typer

from carelog.cli.command import REGISTRY, Command, alone, commands_of, help_of_group, load
from carelog.cli.help_asked import ALL, asks_help, before_text, with_help_behind
from carelog.cli.runner import Discreet, Json, Plain, command_callback, group_callback
from carelog.cli.runtime.ending import ended_in_order
from carelog.cli.runtime.help_words import TranslatedCommand, TranslatedGroup
from carelog.cli.runtime.output import ClosedPipe, unshown, write_json
from carelog.cli.runtime.panic_key import install_panic_key
from carelog.cli.runtime.streams import prepare_streams, say, say_on_stderr, shown, stop_writing
from carelog.cli.table import COMMANDS, COMPLETION_OPTIONS, IN_TWO_WORDS, OTHER_VERBS, TIMED_OPTIONS, name_shown
from carelog.cli.versions import OPTIONS as VERSION_OPTIONS
from carelog.errors import CarelogError, InvalidValue, StorageError
from carelog.journal.quick_file.begun import Begun
from carelog.language import gettext as _
from carelog.wording import program as program_words

_NARROWEST_BOX = 60
_NAMED_BY_TWO_WORDS = {first for first, _second in IN_TWO_WORDS.values()}
_TEXT_SETTINGS = {"ignore_unknown_options": True}


def main(argv: Sequence[str], begun: Begun | None = None) -> int:
    """Run one command line and return its exit number; nothing is raised.

    `begun` is the entry that the quick door began for it and could not see to its end.
    """
    argv = _with_known_verb([*argv])
    with ended_in_order():
        number = _run_or_report([*argv], begun)
    if _is_without_command(argv) and "--json" not in before_text(argv):
        from carelog.cli.spoken import line_below

        if line := line_below(argv):
            say_on_stderr(line)
    return number


def stopped(argv: Sequence[str]) -> int:
    """Say that a command line was interrupted, and return the exit number of that."""
    return _report(argv, "interrupted", "program.stopped", program_words.STOPPED, 130)


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
    load(names)
    groups: dict[str, typer.Typer] = {}
    for name in names:
        for each in commands_of(name):
            _add(app, groups, each)
    return app


def _run_or_report(argv: list[str], begun: Begun | None) -> int:
    """Run a command line, into which the name of a command that was left out is put; report any error."""
    try:
        prepare_streams()
        install_panic_key()
        if _is_without_command(argv):
            from carelog.cli.spoken import answer, understand

            if said := understand(argv):
                return answer(said, as_json="--json" in before_text(argv))
            argv = _with_known_verb(argv)
        if _first_word(argv) in _NAMED_BY_TWO_WORDS:
            from carelog.cli.earlier_words import with_one_name

            argv = with_one_name(argv)
        return _run(argv, begun)
    except (ClosedPipe, BrokenPipeError):
        stop_writing(sys.stdout)
        return 0
    except (typer.Abort, KeyboardInterrupt, EOFError):
        return stopped(argv)
    except Exception as error:  # noqa: BLE001 - the one boundary: a traceback would show what people wrote
        return _report_error(argv, error)


def _run(argv: list[str], begun: Begun | None) -> int:
    if "_CARELOG_COMPLETE" in os.environ:
        from carelog.cli.completing.shell_line import is_own_script

        if is_own_script():
            from carelog.cli.completing.answer import answer_shell

            return answer_shell(lambda names: build(names, drawn=True, boxed=False), _with_command_named)
    first_word = _first_word(argv)
    if first_word not in COMMANDS and not COMPLETION_OPTIONS.isdisjoint(before_text(argv)):
        from carelog.cli.completing.scripts import hand_over

        return hand_over(argv)
    if not first_word and asks_help(argv):
        if ALL not in argv:
            return _answer_with_first_page(argv)
        say(program_words.CRISIS_FIRST, sys.stdout)
        argv = [word for word in argv if word != ALL]
    drawn = _wants_help(argv) and _is_drawn(argv)
    app = build(_names_needed(first_word, argv), drawn=drawn, boxed=drawn and _is_wide())
    args = _with_command_named(_with_joined_times(with_help_behind(argv, REGISTRY)))
    try:
        result = app(args=args, prog_name="carelog", standalone_mode=False, obj=begun)
    except SystemExit as end:  # Typer prints help, and ends with 1 when the reader has closed the pipe
        if isinstance(end.__context__, BrokenPipeError):
            raise ClosedPipe from None
        raise
    return result if isinstance(result, int) else 0


def _names_needed(first_word: str, argv: Sequence[str]) -> Sequence[str]:
    """The first words of the commands to load: none where options of the program stand alone, such as --version."""
    if first_word in COMMANDS:
        return [first_word]
    return list(COMMANDS) if first_word or _wants_help(argv) else []


def _answer_with_first_page(argv: Sequence[str]) -> int:
    """Show the help of the program, which fits on one screen; return the exit number."""
    from carelog.cli.first_page import page_for
    from carelog.cli.spoken import answer

    return answer({"text": page_for(argv)}, as_json="--json" in before_text(argv))


def _report(argv: Sequence[str], code: str, key: str, message: str, number: int) -> int:
    """Report an error to a program in the envelope, to a person on stderr; return its exit number."""
    if "--json" not in before_text(argv):
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
        case OSError(errno=errno.ENOSPC | errno.EBADF | errno.EIO):  # without a file: it was an answer such as help
            return unshown(error)
        case OSError(errno=errno.ENAMETOOLONG):
            return _report_error(argv, StorageError("storage.name-too-long"))
        case _:
            message = program_words.bug(type(error).__name__, _place_of(error))
            return _report(argv, "bug", "program.bug", message, 1)


def _root(
    ctx: typer.Context,
    as_json: Json = False,
    plain: Plain = None,
    discreet: Discreet = None,
    version: Annotated[
        bool, typer.Option(*VERSION_OPTIONS, help=_("Say which versions run."), show_default=False)
    ] = False,
    verbose: Annotated[
        bool, typer.Option("--verbose", help=_("With --version: the places too."), show_default=False)
    ] = False,
) -> None:
    if ctx.invoked_subcommand is None or version or verbose:
        from carelog.cli.front import bare, versions

        if version:
            raise typer.Exit(versions(verbose=verbose, as_json=as_json))
        if verbose:
            raise InvalidValue("program.verbose-alone")
        raise typer.Exit(bare(as_json=as_json, plain=plain, discreet=discreet))


def _add(app: typer.Typer, groups: dict[str, typer.Typer], each: Command) -> None:
    group, _, last = each.name.rpartition(" ")
    if group and group not in groups:
        groups[group] = _add_group(app, group)
    settings = _TEXT_SETTINGS if each.takes_text else None
    panel = None if group else _panel(each)
    register = (groups[group] if group else app).command
    hidden = each.name in IN_TWO_WORDS
    register(
        last, cls=TranslatedCommand, help=each.help, context_settings=settings, rich_help_panel=panel, hidden=hidden
    )(command_callback(each))


def _add_group(app: typer.Typer, name: str) -> typer.Typer:
    """An empty group. Its name alone runs the command that it means, or says that a command is missing."""
    group = typer.Typer(cls=TranslatedGroup, suggest_commands=False, rich_markup_mode=app.rich_markup_mode)
    meant = alone(name)
    if meant:
        group.callback(invoke_without_command=True, help=help_of_group(commands_of(name)))(group_callback(meant))
    app.add_typer(group, name=name, rich_help_panel=_panel(meant) if meant else None)
    return group


def _panel(each: Command) -> str | None:
    """The heading under which help lists a command or its group, in the language of the program."""
    return program_words.PANELS[each.panel] if each.panel else None


def _usage_message(argv: Sequence[str], message: str) -> str:
    from carelog.cli.runtime.usage_errors import in_plain_words

    message, name = in_plain_words(message), _command_name(argv)
    if name or not _first_word(argv):
        return program_words.usage(message, name_shown(name))
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
    return "_CARELOG_COMPLETE" in os.environ or asks_help(argv)


def _is_drawn(argv: Sequence[str]) -> bool:
    from carelog.cli.first_page import is_plain

    return not is_plain(argv)


def _is_wide() -> bool:
    """Whether a box with three columns of words leaves enough letters to each."""
    from shutil import get_terminal_size

    return get_terminal_size().columns >= _NARROWEST_BOX


def _with_command_named(argv: list[str]) -> list[str]:
    """The command line, with the name of the command put in where a group is called without one."""
    argv, group = _with_known_verb(argv), _first_word(argv)
    if asks_help(argv) or not any(name.startswith(f"{group} ") for name in REGISTRY):
        return argv
    from carelog.cli.groups import with_command_named

    return with_command_named(group, argv, before_text(argv))


def _with_known_verb(argv: list[str]) -> list[str]:
    if OTHER_VERBS.keys().isdisjoint(argv):
        return argv
    from carelog.cli.other_verbs import with_known_verb

    return with_known_verb(argv)


def _with_joined_times(argv: list[str]) -> list[str]:
    if TIMED_OPTIONS.isdisjoint(word.partition("=")[0] for word in argv):
        return argv
    from carelog.cli.prompts.join_times import join_times

    return join_times(argv)


def _place_of(bug: Exception) -> str:
    """The file and line of carelog's own code in which a bug arose; values may be private, so they are left out."""
    place, trace = "", bug.__traceback__
    while trace is not None:
        file = trace.tb_frame.f_code.co_filename
        if f"{os.sep}carelog{os.sep}" in file:
            place = f"{file.rpartition(os.sep)[2]}:{trace.tb_lineno}"
        trace = trace.tb_next
    return place
