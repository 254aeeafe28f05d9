"""How a command runs: Typer calls it, it gets a session and its words, and its answer is given."""

from __future__ import annotations

import inspect
import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from carelog.cli.runtime.output import give
from carelog.cli.runtime.session import Session
from carelog.errors import InvalidValue

if TYPE_CHECKING:
    from carelog.cli.command import Command

Json = Annotated[bool, typer.Option("--json", help="Answer for programs: one JSON envelope.", show_default=False)]
Plain = Annotated[bool, typer.Option("--plain", help="Words instead of drawings.", show_default=False)]
Discreet = Annotated[
    bool | None,
    typer.Option("--discreet/--no-discreet", help="No names, notes or pictures on pages.", show_default=False),
]

_EVERYWHERE = [
    inspect.Parameter("ctx", inspect.Parameter.KEYWORD_ONLY, annotation=typer.Context),
    inspect.Parameter("as_json", inspect.Parameter.KEYWORD_ONLY, default=False, annotation=Json),
    inspect.Parameter("plain", inspect.Parameter.KEYWORD_ONLY, default=False, annotation=Plain),
    inspect.Parameter("discreet", inspect.Parameter.KEYWORD_ONLY, default=None, annotation=Discreet),
]


def command_callback(command: Command) -> Callable[..., int]:
    """The function that Typer calls: the body's parameters without its session, and those every command has."""
    signature = inspect.signature(command.body)
    own = [each.replace(kind=each.KEYWORD_ONLY) for each in list(signature.parameters.values())[1:]]

    def run(*, ctx: typer.Context, as_json: bool, plain: bool, discreet: bool | None, **words: Any) -> int:
        if command.takes_text:
            refuse_unknown_options(words.get("words") or (), sys.argv[1:])
        return _run(_session(command, ctx, as_json=as_json, plain=plain, discreet=discreet), words)

    return _with_parameters(run, own)


def group_callback(command: Command) -> Callable[..., int | None]:
    """The function that Typer calls for a group: where its name stands alone, it does what this command does."""

    def run(*, ctx: typer.Context, as_json: bool, plain: bool, discreet: bool | None) -> int | None:
        if ctx.invoked_subcommand is not None:
            return None
        return _run(_session(command, ctx, as_json=as_json, plain=plain, discreet=discreet), {})

    return _with_parameters(run, [])


def refuse_unknown_options(words: Sequence[str], typed: Sequence[str]) -> None:
    """Tell a mistyped option from text: before `--`, a word with dashes is text only when a digit follows.

    Raises InvalidValue naming the word.
    """
    before = typed[: typed.index("--")] if "--" in typed else typed
    for word in words:
        if word.startswith("-") and word != "-" and not word[1:2].isdigit() and word in before:
            raise InvalidValue(f"There is no option {word} here. To write it as text, put -- before the text.")


def _session(command: Command, ctx: typer.Context, *, as_json: bool, plain: bool, discreet: bool | None) -> Session:
    """The session of a command; what is said before its name or its group's counts as well."""
    above = [each.params for each in (ctx.find_root(), ctx.parent) if each]
    of_discretion = (discreet, *(params.get("discreet") for params in reversed(above)))
    return Session(
        command,
        as_json=as_json or any(params.get("as_json") for params in above),
        plain=plain or any(params.get("plain") for params in above),
        discreet=next((said for said in of_discretion if said is not None), None),
    )


def _run(session: Session, words: dict[str, Any]) -> int:
    """Run the body, give its answer and let go of the journal; the exit number is the answer's."""
    command = session.command
    try:
        if command.asks_country:
            from carelog.cli.forms.country import ask_country_once

            ask_country_once(session)
        number = give(command.body(session, **words), session)
        session.finish()
    except (KeyboardInterrupt, EOFError):
        raise typer.Abort from None  # Typer would end without a word
    finally:
        session.end()
    return number


def _with_parameters(run: Callable[..., Any], own: list[inspect.Parameter]) -> Callable[..., Any]:
    parameters = [*own, *_EVERYWHERE]
    run.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    run.__annotations__ = {each.name: each.annotation for each in parameters}
    return run
