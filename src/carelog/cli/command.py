"""The record of a command: its name and its facts, declared where its function is defined."""

from __future__ import annotations

import inspect
from importlib import import_module
from typing import TYPE_CHECKING

from carelog.cli.table import COMMANDS
from carelog.language import gettext as _

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from typing import Literal

    from carelog.cli.answer import Answer

    Body = Callable[..., Answer]

    Panel = Literal["Note", "Look back", "People and crisis", "Routines", "Share", "In, out, safe"]
    """The headings of help."""

    Discretion = Literal["masked", "neutral", "as it is"]
    """What a command does where others can see the screen.

    masked: pages have masks in place of names and notes, and a change is answered in neutral words.
    neutral: pages have masks; a change is answered in full, because the answer holds no stored word.
    as it is: there are no masks, because it shows the one thing that was asked for, or reads or writes a file.
    """

_EXAMPLES_OF_GROUP = 5

REGISTRY: dict[str, Command] = {}
"""The commands of the modules that are loaded, by whole name."""


class Command:
    """A command: its whole name, the function behind it, examples for help, and its facts.

    A plain class with plain strings, because every start makes some: defining an enum takes longer than the rest of
    this module.
    """

    __slots__ = (
        "asks_country",
        "body",
        "discretion",
        "examples",
        "group",
        "kept_by",
        "name",
        "own_screen",
        "panel",
        "takes_text",
        "with_words",
    )

    body: Body

    def __init__(
        self,
        name: str,
        *examples: str,
        panel: Panel | None = None,
        group: str = "",
        with_words: bool = False,
        discretion: Discretion = "masked",
        own_screen: bool = True,
        asks_country: bool = False,
        takes_text: bool = False,
        kept_by: str = "",
    ) -> None:
        self.name = name
        self.examples = examples
        self.panel = panel
        """The heading of help under which the command stands, or its group."""
        self.group = group
        """The help of the group, where the group's name alone means this command."""
        self.with_words = with_words
        """Whether the group's name means this command where the next word is not one of the group's commands."""
        self.discretion = discretion
        self.own_screen = own_screen
        """Whether its page is shown on the alternate screen, which leaves nothing in the scrollback.

        A page without private words does not need that. A page for a bad hour stays on the terminal, so that nobody has
        to press a key and a message can be copied.
        """
        self.asks_country = asks_country
        """Whether it changes people or the plan: the first such command asks for the country of the crisis card."""
        self.takes_text = takes_text
        """Whether its bare words are text, in which a word may begin with a dash."""
        self.kept_by = kept_by
        """The command line behind which, after `--`, its words are kept whatever they are; empty where none are kept.

        Words that may be a slip of a command are not kept before that is asked.
        """

    def __call__(self, body: Body) -> Body:
        """Register a function as the body of the command."""
        self.body = body
        REGISTRY[self.name] = self
        return body

    @property
    def help(self) -> str:
        """What help says: the docstring, which is translated as a whole, and the examples."""
        described = _(inspect.cleandoc(self.body.__doc__)) if self.body.__doc__ else ""
        return described + _for_help(self.examples)


command = Command
"""`@command("contact add", …)` makes a function the command of that name."""


def load(names: Iterable[str]) -> None:
    """Import the modules of the commands with these first words, which puts the commands into the registry."""
    for module in dict.fromkeys(module for name in names for module in COMMANDS[name]):
        import_module(f"carelog.cli.commands.{module}")


def commands_of(name: str) -> list[Command]:
    """The command of this name, or those of the group of this name."""
    return [each for whole, each in REGISTRY.items() if whole == name or whole.startswith(f"{name} ")]


def alone(group: str) -> Command | None:
    """The command that the name of a group means where it stands alone."""
    return next((each for each in commands_of(group) if each.group), None)


def with_words(group: str) -> Command | None:
    """The command that the name of a group means where words follow that name none of its commands."""
    return next((each for each in commands_of(group) if each.with_words), None)


def help_of_group(commands: Sequence[Command]) -> str:
    """What help says of the group of these commands: what its name alone means, and some examples."""
    described = next((each.group for each in commands if each.group), "")
    return described + _for_help(examples_of_group(commands))


def examples_of_group(commands: Sequence[Command]) -> list[str]:
    """Those of the command that words behind the group's name mean, then the first of the others, in their order."""
    with_words = [example for each in commands if each.with_words for example in each.examples]
    first = [example for each in commands if not each.with_words for example in each.examples[:1]]
    return list(dict.fromkeys([*with_words, *first]))[:_EXAMPLES_OF_GROUP]


def _for_help(examples: Iterable[str]) -> str:
    """The examples as help has them, each on its line; empty without any."""
    lines = "\n".join(f"  {example}" for example in examples)
    return "\n\n\b\n" + _("Examples:") + f"\n{lines}" if lines else ""
