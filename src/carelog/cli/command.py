"""The record of a command: everything that the program has to know of one, said where its function stands."""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Literal

    from carelog.cli.answer import Answer

    Body = Callable[..., Answer]

    Panel = Literal["Note", "Look back", "People and crisis", "Routines", "Share", "In, out, safe"]
    """The headings of help."""

    Discretion = Literal["masked", "neutral", "as it is"]
    """What a command does where others can see the screen.

    masked: names and notes are read through masks, and a change is answered in neutral words.
    neutral: nothing that the command says of a change is a stored word, so it says it.
    as it is: it shows the one thing that was asked for, or reads or writes a file, so there are no masks.
    """


class Command:
    """A command: its whole name, the function behind it, examples for help, and its facts.

    A plain class with plain strings, because every start makes some: an enum takes longer than all else in this module.
    """

    __slots__ = (
        "asks_country",
        "body",
        "discretion",
        "examples",
        "group",
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
    ) -> None:
        self.name = name
        self.examples = examples
        self.panel = panel
        """The heading of help that the command stands under, or its group with it."""
        self.group = group
        """What help says of a group, where the group's name alone means this command."""
        self.with_words = with_words
        """Whether the group's name means this command where words follow that name none of its commands."""
        self.discretion = discretion
        self.own_screen = own_screen
        """Whether its page is shown on a screen that leaves nothing behind on the terminal.

        A page without a private word needs none. A page for a bad hour stays where it is: whoever needs it then has no
        key to press, and a message to copy.
        """
        self.asks_country = asks_country
        """Whether it changes people or the plan: the first such command asks for the country of the crisis card."""
        self.takes_text = takes_text
        """Whether bare words are text, so that a word with a dash can be one."""

    def __call__(self, body: Body) -> Body:
        """Make a function the command, which is found by its name from then on."""
        self.body = body
        REGISTRY[self.name] = self
        return body

    @property
    def help(self) -> str:
        """What help says: the docstring and the examples."""
        lines = "\n".join(f"  {example}" for example in self.examples)
        return inspect.cleandoc(self.body.__doc__ or "") + (f"\n\n\b\nExamples:\n{lines}" if lines else "")


command = Command
"""`@command("contact add", …)` makes a function the command of that name."""

REGISTRY: dict[str, Command] = {}
"""The commands of the modules that are loaded, by whole name."""
