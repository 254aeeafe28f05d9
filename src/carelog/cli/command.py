"""How a function becomes a command: it gets a session and its words, and returns an answer."""

from __future__ import annotations

import inspect
import sys
from collections.abc import Callable, Sequence
from typing import Annotated, Any

import typer

from carelog.cli.answer import Answer, give
from carelog.cli.session import Session
from carelog.cli.table import ASKS_COUNTRY
from carelog.errors import InvalidValue

Body = Callable[..., Answer]

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


class Command:
    """A command: its whole name, the function behind it, examples for help, and whether bare words are text."""

    __slots__ = ("body", "examples", "name", "takes_text")

    def __init__(self, name: str, body: Body, examples: Sequence[str], *, takes_text: bool) -> None:
        self.name = name
        self.body = body
        self.examples = examples
        self.takes_text = takes_text

    @property
    def help(self) -> str:
        """What help says: the docstring and the examples."""
        lines = "\n".join(f"  {example}" for example in self.examples)
        return inspect.cleandoc(self.body.__doc__ or "") + (f"\n\n\b\nExamples:\n{lines}" if lines else "")

    def runner(self) -> Callable[..., int]:
        """The function that Typer calls: the body's parameters without its session, and those every command has."""
        signature = inspect.signature(self.body)
        own = [each.replace(kind=each.KEYWORD_ONLY) for each in list(signature.parameters.values())[1:]]

        def run(*, ctx: typer.Context, as_json: bool, plain: bool, discreet: bool | None, **words: Any) -> int:
            if self.takes_text:
                refuse_unknown_options(words.get("words") or (), sys.argv[1:])
            return self._answered(_session(self.name, ctx, as_json=as_json, plain=plain, discreet=discreet), words)

        return _with_parameters(run, own)

    def group_callback(self) -> Callable[..., int | None]:
        """The function that Typer calls when the group stands alone: it answers what this command does."""

        def run(*, ctx: typer.Context, as_json: bool, plain: bool, discreet: bool | None) -> int | None:
            if ctx.invoked_subcommand is not None:
                return None
            return self._answered(_session(self.name, ctx, as_json=as_json, plain=plain, discreet=discreet), {})

        return _with_parameters(run, [])

    def _answered(self, session: Session, words: dict[str, Any]) -> int:
        try:
            if self.name in ASKS_COUNTRY:
                from carelog.cli.country import ask_country_once

                ask_country_once(session)
            number = give(self.body(session, **words), session)
            session.finish()
        except (KeyboardInterrupt, EOFError):
            raise typer.Abort from None  # Typer would end without a word
        finally:
            session.end()
        return number


REGISTRY: dict[str, Command] = {}
"""The commands of the modules that are loaded, by whole name."""


def command(name: str, *examples: str, takes_text: bool = False) -> Callable[[Body], Body]:
    """Make a function the command of that name, such as `contact add`."""

    def remember(body: Body) -> Body:
        REGISTRY[name] = Command(name, body, examples, takes_text=takes_text)
        return body

    return remember


def refuse_unknown_options(words: Sequence[str], typed: Sequence[str]) -> None:
    """Tell a mistyped option from text: before `--`, a word with dashes is text only when a digit follows.

    Raises InvalidValue naming the word.
    """
    before = typed[: typed.index("--")] if "--" in typed else typed
    for word in words:
        if word.startswith("-") and word != "-" and not word[1:2].isdigit() and word in before:
            raise InvalidValue(f"There is no option {word} here. To write it as text, put -- before the text.")


def _with_parameters(run: Callable[..., Any], own: list[inspect.Parameter]) -> Callable[..., Any]:
    parameters = [*own, *_EVERYWHERE]
    run.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    run.__annotations__ = {each.name: each.annotation for each in parameters}
    return run


def _session(name: str, ctx: typer.Context, *, as_json: bool, plain: bool, discreet: bool | None) -> Session:
    """The session of a command; what is said before its name or its group's counts as well."""
    above = [each.params for each in (ctx.find_root(), ctx.parent) if each]
    of_discretion = (discreet, *(params.get("discreet") for params in reversed(above)))
    return Session(
        name,
        as_json=as_json or any(params.get("as_json") for params in above),
        plain=plain or any(params.get("plain") for params in above),
        discreet=next((said for said in of_discretion if said is not None), None),
    )
