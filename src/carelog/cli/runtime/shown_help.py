"""How help shows the options of a command: with `-h`, choices in a sentence, and no word for a type."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from carelog.cli.help_asked import LONG, SHORT
from carelog.wording import program as program_words

if TYPE_CHECKING:
    from collections.abc import Iterator

_CHOSEN = "WORD"


@contextmanager
def as_shown(command: Any, ctx: Any) -> Iterator[None]:
    """Put the options of a command as help shows them, and back: Typer would find `-h` in `-2h` when it reads them."""
    parameters = command.get_params(ctx)
    before = [dict(vars(each)) for each in parameters]
    try:
        for each in parameters:
            _show(each)
        yield
    finally:
        for each, kept in zip(parameters, before, strict=True):
            vars(each).update(kept)


def _show(parameter: Any) -> None:
    if parameter.name == "help":
        parameter.opts = [LONG, SHORT]
    elif choices := getattr(parameter.type, "choices", None):
        names = [str(getattr(each, "value", each)) for each in choices]
        is_argument = parameter.param_type_name == "argument"
        parameter.metavar = parameter.metavar or (parameter.name.upper() if is_argument else _CHOSEN)
        parameter.help = program_words.with_choices(parameter.help or "", names)
    if not getattr(parameter, "is_flag", False):
        parameter.type = _Unnamed(parameter.type)


class _Unnamed:
    """A type whose name is not shown beside the word for the value."""

    def __init__(self, kind: Any) -> None:
        self.name = kind.name

    def get_metavar(self, **_: Any) -> str:
        """No word."""
        return ""
