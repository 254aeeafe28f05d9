"""Run a command: Typer calls it, it gets a session and its options, and its answer is written."""

from __future__ import annotations

import inspect
import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.models import ArgumentInfo

from carelog.cli.answer import Answer
from carelog.cli.runtime.output import give
from carelog.cli.runtime.session import Session
from carelog.cli.table import VERBS
from carelog.errors import InvalidValue
from carelog.language import gettext as _
from carelog.wording import program as program_words

if TYPE_CHECKING:
    from carelog.cli.command import Command

Json = Annotated[bool, typer.Option("--json", help=_("Answer for programs: one JSON envelope."), show_default=False)]
Plain = Annotated[
    bool | None, typer.Option("--plain/--no-plain", help=_("Words instead of drawings."), show_default=False)
]
Discreet = Annotated[
    bool | None,
    typer.Option("--discreet/--no-discreet", help=_("No names, notes or pictures on pages."), show_default=False),
]

_PARAMETERS_OF_EVERY_COMMAND = [
    inspect.Parameter("ctx", inspect.Parameter.KEYWORD_ONLY, annotation=typer.Context),
    inspect.Parameter("as_json", inspect.Parameter.KEYWORD_ONLY, default=False, annotation=Json),
    inspect.Parameter("plain", inspect.Parameter.KEYWORD_ONLY, default=None, annotation=Plain),
    inspect.Parameter("discreet", inspect.Parameter.KEYWORD_ONLY, default=None, annotation=Discreet),
]


def command_callback(command: Command) -> Callable[..., int]:
    """The function that Typer calls: the parameters of the body without its session, and those of every command."""
    signature = inspect.signature(command.body)
    own = [each.replace(kind=each.KEYWORD_ONLY) for each in list(signature.parameters.values())[1:]]

    def run(*, ctx: typer.Context, as_json: bool, plain: bool | None, discreet: bool | None, **words: Any) -> int:
        text = words.get("words") or ()
        if command.takes_text:
            thing = [word for word in (words.get("reference"), words.get("name")) if word]
            refuse_unknown_options([*thing, *text], sys.argv[1:])
        session = _session(command, ctx, as_json=as_json, plain=plain, discreet=discreet)
        if command.kept_by and _may_be_slip(command, text) and not _keeps_as_text(session, ctx, text):
            return give(Answer(program_words.NOT_KEPT, is_neutral=True), session)
        return _run(session, words)

    return _with_parameters(run, own)


def group_callback(command: Command) -> Callable[..., int | None]:
    """The function that Typer calls for a group: it runs this command where the group's name stands alone."""

    def run(*, ctx: typer.Context, as_json: bool, plain: bool | None, discreet: bool | None) -> int | None:
        if ctx.invoked_subcommand is not None:
            return None
        return _run(_session(command, ctx, as_json=as_json, plain=plain, discreet=discreet), {})

    return _with_parameters(run, [])


def refuse_unknown_options(words: Sequence[str], typed: Sequence[str]) -> None:
    """Raise InvalidValue for a mistyped option among words of text.

    Before `--`, a word that begins with a dash is text only where a digit follows the dash.
    """
    behind = len(typed) - typed.index("--") - 1 if "--" in typed else 0
    for word in words[: max(len(words) - behind, 0)]:
        if word.startswith("-") and word != "-" and not word[1:2].isdigit():
            raise InvalidValue("program.option-unknown", word=word)


def _may_be_slip(command: Command, text: Sequence[str]) -> bool:
    """Whether text needs a second look; most does not, and that costs a module."""
    return bool(text) and (command.with_words or text[0].partition(" ")[0].casefold() in VERBS)


def _keeps_as_text(session: Session, ctx: typer.Context, text: Sequence[str]) -> bool:
    """Whether text is to be kept as it is; where it may be a slip of a command the person is asked."""
    from carelog.cli.text_or_command import keeps_as_text

    with_value = {option for each in ctx.command.params if not getattr(each, "is_flag", False) for option in each.opts}
    try:
        return keeps_as_text(session, session.to_write, text, sys.argv[1:], with_value)
    except (KeyboardInterrupt, EOFError):
        raise typer.Abort from None


def _run(session: Session, words: dict[str, Any]) -> int:
    """Run the body, write its answer and close the journal; return the exit number of the answer."""
    command = session.command
    try:
        if command.asks_country:
            from carelog.cli.forms.country import ask_country_once

            ask_country_once(session)
        words = _in_letters(session, _from_input(session, words))
        number = give(command.body(session, **words), session)
        session.finish()
    except (KeyboardInterrupt, EOFError):
        raise typer.Abort from None  # for these, Typer itself would end without a message
    finally:
        session.end()
    return number


def _from_input(session: Session, words: dict[str, Any]) -> dict[str, Any]:
    """What was typed, with standard input in place of a text `-`; behind `--` that is text, and a file is no text."""
    dashes = {name: given for name, given in words.items() if _is_dash(given)}
    if not dashes:
        return words
    from carelog.cli.runtime.standard_streams import with_text_of_input

    parameters = inspect.signature(session.command.body).parameters
    texts = {
        name: given
        for name, given in dashes.items()
        if not _is_a_file(parameters[name])
        and not _is_an_answer(parameters[name])
        and not ("--" in sys.argv[1:] and _is_argument(parameters[name]))
    }
    return {**words, **with_text_of_input(session, texts)} if texts else words


def _is_dash(given: object) -> bool:
    """Whether a value of the command line, or the last word of one, stands for standard input."""
    return given == "-" or (isinstance(given, list) and given[-1:] == ["-"])


def _is_an_answer(parameter: inspect.Parameter) -> bool:
    """Whether help calls it an ANSWER: of a questionnaire, where `-` leaves a question open."""
    described = getattr(parameter.annotation, "__metadata__", ())
    return any(getattr(each, "metavar", None) == "ANSWER" for each in described)


def _is_argument(parameter: inspect.Parameter) -> bool:
    return any(isinstance(each, ArgumentInfo) for each in getattr(parameter.annotation, "__metadata__", ()))


def _in_letters(session: Session, words: dict[str, Any]) -> dict[str, Any]:
    """What was typed, with letters in place of bytes that are not UTF-8; names of files stay as the system has them."""
    strange = {name: given for name, given in words.items() if not _is_printable(given)}
    if not strange:
        return words
    from carelog.cli.runtime.outside import words_of

    parameters = inspect.signature(session.command.body).parameters
    read = {
        name: words_of(given, session.remarks) for name, given in strange.items() if not _is_a_file(parameters[name])
    }
    return {**words, **read}


def _is_printable(given: object) -> bool:
    """Whether what an option holds needs no second look; most does not, and reading it costs a module."""
    words = given if isinstance(given, list) else [given]
    return all(word.isprintable() for word in words if isinstance(word, str))


def _is_a_file(parameter: inspect.Parameter) -> bool:
    """Whether help calls it a file or a folder; what holds a path and nothing else is no text anyway."""
    from carelog.cli.declared import names_a_file

    described = getattr(parameter.annotation, "__metadata__", ())
    return any(names_a_file(getattr(each, "metavar", None) or "") for each in described)


def _session(
    command: Command, ctx: typer.Context, *, as_json: bool, plain: bool | None, discreet: bool | None
) -> Session:
    """The session of a command; options behind the program's name and the group's name count as well."""
    above = [each.params for each in (ctx.find_root(), ctx.parent) if each]
    session = Session(
        command,
        as_json=as_json or any(params.get("as_json") for params in above),
        plain=_nearest("plain", plain, above),
        discreet=_nearest("discreet", discreet, above),
    )
    session.begun = ctx.obj
    return session


def _nearest(name: str, given: bool | None, above: Sequence[dict[str, Any]]) -> bool | None:
    """What a switch was set to nearest to the command; None where it was not given."""
    nearest_first = (given, *(params.get(name) for params in reversed(above)))
    return next((each for each in nearest_first if each is not None), None)


def _with_parameters(run: Callable[..., Any], own: list[inspect.Parameter]) -> Callable[..., Any]:
    parameters = [*own, *_PARAMETERS_OF_EVERY_COMMAND]
    run.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    run.__annotations__ = {each.name: each.annotation for each in parameters}
    return run
