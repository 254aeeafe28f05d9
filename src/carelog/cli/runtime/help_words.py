"""What Typer leaves open: the words of help in the language of the program, and paths that are no text."""

from __future__ import annotations

from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

from carelog.cli.table import OLD_OPTIONS
from carelog.errors import InvalidValue
from carelog.wording import program as program_words

_HELP_OF = {
    "help": program_words.SHOW_HELP,
    "install_completion": program_words.INSTALL_COMPLETION,
    "show_completion": program_words.SHOW_COMPLETION,
}


class TranslatedCommand(TyperCommand):
    """A command whose help is in the language of the program."""

    def make_parser(self, ctx: Any) -> Any:
        """The reader of options, which understands what they were called before."""
        parser = super().make_parser(ctx)
        if old := OLD_OPTIONS.get(ctx.command_path.partition(" ")[2]):
            parser._long_opt = _WithOldWords(parser._long_opt, old)
        return parser

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read the words behind a command. Raises InvalidValue for a path in which a character is no letter."""
        try:
            return super().parse_args(ctx, args)
        except UnicodeEncodeError:
            raise InvalidValue("text.not-text") from None

    def format_usage(self, ctx: Any, formatter: Any) -> None:
        """Write how the command is typed."""
        _write_usage(self, ctx, formatter)

    def get_params(self, ctx: Any) -> list[Any]:
        """The options and arguments, each with its help."""
        return _translated(super().get_params(ctx))


class _WithOldWords(dict[str, Any]):
    """Options by their words; an old word leads to the same option, and is not among those that are proposed."""

    def __init__(self, options: dict[str, Any], old: dict[str, str]) -> None:
        super().__init__(options)
        self._old = old

    def __contains__(self, word: object) -> bool:
        return word in self._old or super().__contains__(word)

    def __missing__(self, word: str) -> Any:
        return self[self._old[word]]


class TranslatedGroup(TyperGroup):
    """A group of commands whose help is in the language of the program."""

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Find the command that is asked for; where there is none, the refusal names those that may be meant."""
        try:
            return super().resolve_command(ctx, args)
        except typer.TyperException as refused:
            from carelog.cli.runtime.meant import probably_meant

            meant = probably_meant(args[0], self.list_commands(ctx), is_first=ctx.parent is None)
            if meant:
                names = ", ".join(f"'{name}'" for name in meant)
                refused.message = f"{refused.message.removesuffix('.')}. Did you mean {names}?"
            raise

    def format_usage(self, ctx: Any, formatter: Any) -> None:
        """Write how the commands of the group are typed."""
        _write_usage(self, ctx, formatter)

    def get_params(self, ctx: Any) -> list[Any]:
        """The options, each with its help."""
        return _translated(super().get_params(ctx))


def _write_usage(command: TyperCommand | TyperGroup, ctx: Any, formatter: Any) -> None:
    pieces = " ".join(command.collect_usage_pieces(ctx))
    formatter.write_usage(ctx.command_path, pieces, prefix=f"{program_words.USAGE} ")


def _translated(params: list[Any]) -> list[Any]:
    for each in params:
        each.help = _HELP_OF.get(each.name, each.help)
    return params
