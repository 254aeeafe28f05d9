"""Run a command: Typer calls it, it gets a session and its options, and its answer is written."""

from __future__ import annotations

import inspect
import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from carelog.cli.runtime.output import give
from carelog.cli.runtime.session import Session
from carelog.errors import InvalidValue
from carelog.language import gettext as _

if TYPE_CHECKING:
    from carelog.cli.command import Command

Json = Annotated[bool, typer.Option("--json", help=_("Answer for programs: one JSON envelope."), show_default=False)]
Plain = Annotated[bool, typer.Option("--plain", help=_("Words instead of drawings."), show_default=False)]
Discreet = Annotated[
    bool | None,
    typer.Option("--discreet/--no-discreet", help=_("No names, notes or pictures on pages."), show_default=False),
]

_PARAMETERS_OF_EVERY_COMMAND = [
    inspect.Parameter("ctx", inspect.Parameter.KEYWORD_ONLY, annotation=typer.Context),
    inspect.Parameter("as_json", inspect.Parameter.KEYWORD_ONLY, default=False, annotation=Json),
    inspect.Parameter("plain", inspect.Parameter.KEYWORD_ONLY, default=False, annotation=Plain),
    inspect.Parameter("discreet", inspect.Parameter.KEYWORD_ONLY, default=None, annotation=Discreet),
]


def command_callback(command: Command) -> Callable[..., int]:
    """The function that Typer calls: the parameters of the body without its session, and those of every command."""
    signature = inspect.signature(command.body)
    own = [each.replace(kind=each.KEYWORD_ONLY) for each in list(signature.parameters.values())[1:]]

    def run(*, ctx: typer.Context, as_json: bool, plain: bool, discreet: bool | None, **words: Any) -> int:
        if command.takes_text:
            thing = [word for word in (words.get("reference"), words.get("name")) if word]
            refuse_unknown_options([*thing, *(words.get("words") or ())], sys.argv[1:])
        return _run(_session(command, ctx, as_json=as_json, plain=plain, discreet=discreet), words)

    return _with_parameters(run, own)


def group_callback(command: Command) -> Callable[..., int | None]:
    """The function that Typer calls for a group: it runs this command where the group's name stands alone."""

    def run(*, ctx: typer.Context, as_json: bool, plain: bool, discreet: bool | None) -> int | None:
        if ctx.invoked_subcommand is not None:
            return None
        return _run(_session(command, ctx, as_json=as_json, plain=plain, discreet=discreet), {})

    return _with_parameters(run, [])


def refuse_unknown_options(words: Sequence[str], typed: Sequence[str]) -> None:
    """Raise InvalidValue for a mistyped option among words of text.

    Before `--`, a word that begins with a dash is text only where a digit follows the dash.
    """
    before = typed[: typed.index("--")] if "--" in typed else typed
    for word in words:
        if word.startswith("-") and word != "-" and not word[1:2].isdigit() and word in before:
            raise InvalidValue("program.option-unknown", word=word)


def _run(session: Session, words: dict[str, Any]) -> int:
    """Run the body, write its answer and close the journal; return the exit number of the answer."""
    command = session.command
    try:
        if command.asks_country:
            from carelog.cli.forms.country import ask_country_once

            ask_country_once(session)
        number = give(command.body(session, **_in_letters(session, words)), session)
        session.finish()
    except (KeyboardInterrupt, EOFError):
        raise typer.Abort from None  # for these, Typer itself would end without a message
    finally:
        session.end()
    return number


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
    """Whether help calls it a FILE; what holds a path and nothing else is no text anyway."""
    described = getattr(parameter.annotation, "__metadata__", ())
    return any("FILE" in (getattr(each, "metavar", None) or "") for each in described)


def _session(command: Command, ctx: typer.Context, *, as_json: bool, plain: bool, discreet: bool | None) -> Session:
    """The session of a command; options behind the program's name and the group's name count as well."""
    above = [each.params for each in (ctx.find_root(), ctx.parent) if each]
    nearest_first = (discreet, *(params.get("discreet") for params in reversed(above)))
    return Session(
        command,
        as_json=as_json or any(params.get("as_json") for params in above),
        plain=plain or any(params.get("plain") for params in above),
        discreet=next((given for given in nearest_first if given is not None), None),
    )


def _with_parameters(run: Callable[..., Any], own: list[inspect.Parameter]) -> Callable[..., Any]:
    parameters = [*own, *_PARAMETERS_OF_EVERY_COMMAND]
    run.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    run.__annotations__ = {each.name: each.annotation for each in parameters}
    return run
