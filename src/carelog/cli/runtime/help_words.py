"""What Typer leaves open: the words of help in the language of the program, and paths that are no text."""

from __future__ import annotations

from copy import copy
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

from carelog.cli.help_asked import LONG, SHORT, long_help
from carelog.cli.runtime.given_twice import OneValueEach
from carelog.cli.runtime.placeholders import name_values
from carelog.cli.table import OLD_OPTIONS, name_shown
from carelog.errors import InvalidValue
from carelog.wording import program as program_words

_HELP_OF = {
    "help": program_words.SHOW_HELP,
    "install_completion": program_words.INSTALL_COMPLETION,
    "show_completion": program_words.SHOW_COMPLETION,
}


class TranslatedCommand(TyperCommand):
    """A command whose help is in the language of the program and has a word for each value; an option has one value."""

    def __init__(self, *words: Any, **settings: Any) -> None:
        super().__init__(*words, **settings)
        name_values(self.params)

    def make_parser(self, ctx: Any) -> Any:
        """The parser of its options and arguments, which understands what options were called before."""
        params = self.get_params(ctx)
        parser = OneValueEach(super().make_parser(ctx), params, ctx)
        for old, new in _old_options(ctx).items():
            renamed = copy(next(each for each in params if new in each.opts))
            renamed.opts, renamed.secondary_opts = [old], []
            parser.add(renamed)
        return parser

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read the words behind a command. A mistyped option is answered with new words alone.

        Raises InvalidValue for a path in which a character is no letter.
        """
        try:
            return super().parse_args(ctx, long_help(args, self.get_params(ctx)))
        except UnicodeEncodeError:
            raise InvalidValue("text.not-text") from None
        except typer.TyperException as refused:
            if proposed := getattr(refused, "possibilities", None):
                refused.possibilities = [word for word in proposed if word not in _old_options(ctx)]  # type: ignore[attr-defined]
            raise

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the help of the command."""
        from carelog.cli.runtime.shown_help import as_shown

        with as_shown(self, ctx):
            super().format_help(ctx, formatter)

    def format_usage(self, ctx: Any, formatter: Any) -> None:
        """Write how the command is typed."""
        _write_usage(self, ctx, formatter)

    def get_params(self, ctx: Any) -> list[Any]:
        """The options and arguments, each with its help."""
        return _translated(super().get_params(ctx))


class TranslatedGroup(TyperGroup):
    """A group of commands whose help is in the language of the program, and whose options have one value each."""

    def make_parser(self, ctx: Any) -> Any:
        """The parser of the options before its commands."""
        return OneValueEach(super().make_parser(ctx), self.get_params(ctx), ctx)

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read the options before the name of a command."""
        place = next((place for place, word in enumerate(args) if not word.startswith("-") or word == "--"), len(args))
        return super().parse_args(ctx, [LONG if word == SHORT else word for word in args[:place]] + args[place:])

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

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the help of the group."""
        from carelog.cli.runtime.shown_help import as_shown

        with as_shown(self, ctx):
            super().format_help(ctx, formatter)

    def format_usage(self, ctx: Any, formatter: Any) -> None:
        """Write how the commands of the group are typed."""
        _write_usage(self, ctx, formatter)

    def get_params(self, ctx: Any) -> list[Any]:
        """The options, each with its help."""
        return _translated(super().get_params(ctx))


def _old_options(ctx: Any) -> dict[str, str]:
    """What options of this command were called before, and what they are called now."""
    return OLD_OPTIONS.get(ctx.command_path.partition(" ")[2], {})


def _write_usage(command: TyperCommand | TyperGroup, ctx: Any, formatter: Any) -> None:
    pieces = " ".join(piece.strip("{}") for piece in command.collect_usage_pieces(ctx))
    program, _, name = ctx.command_path.partition(" ")
    path = " ".join(filter(None, (program, name_shown(name))))
    formatter.write_usage(path, pieces, prefix=f"{program_words.USAGE} ")


def _translated(params: list[Any]) -> list[Any]:
    for each in params:
        each.help = _HELP_OF.get(each.name, each.help)
    return params
