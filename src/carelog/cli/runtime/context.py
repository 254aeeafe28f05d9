"""Who is asking, how they want to be answered, and what is set: all that a form or a question needs."""

from __future__ import annotations

import os
import sys
from functools import cached_property
from typing import TYPE_CHECKING

from carelog.clock import system_clock
from carelog.paths import system_paths
from carelog.settings_file import load_settings

if TYPE_CHECKING:
    from datetime import date

    from carelog.cli.command import Command
    from carelog.clock import Clock
    from carelog.paths import Paths
    from carelog.settings import Settings


class Context:
    """The surroundings of one command. Nothing is read before it is asked for, and no journal is opened."""

    def __init__(
        self, command: Command, *, as_json: bool = False, plain: bool = False, discreet: bool | None = None
    ) -> None:
        self.command = command
        self.as_json = as_json
        self.remarks: list[str] = []
        """Sentences that go to stderr beside the answer."""
        self._plain = plain
        self._discreet = discreet

    @cached_property
    def paths(self) -> Paths:
        """Where this person's carelog is."""
        return system_paths()

    @cached_property
    def clock(self) -> Clock:
        """The clock."""
        return system_clock()

    @cached_property
    def settings(self) -> Settings:
        """The person's settings."""
        return load_settings(self.paths)

    @property
    def today(self) -> date:
        """The journal's day."""
        return self.clock.now().day(self.settings.day_starts_at)

    @property
    def can_ask(self) -> bool:
        """Whether a person sits at a terminal and can be asked."""
        return sys.stdin.isatty() and not self.as_json

    @property
    def plain(self) -> bool:
        """Whether words are wanted instead of drawings."""
        return self._plain or bool(os.environ.get("CARELOG_PLAIN")) or self.settings.plain or self.masks

    @property
    def is_discreet(self) -> bool:
        """Whether others can see the screen."""
        return self.settings.discreet if self._discreet is None else self._discreet

    @property
    def masks(self) -> bool:
        """Whether the journal is read through masks."""
        return self.is_discreet and self.command.discretion != "as it is"

    @property
    def may_not_speak(self) -> bool:
        """Whether what the command itself says of the journal has to be kept off the screen."""
        return self.is_discreet and self.command.discretion == "masked"

    @property
    def may_have_own_screen(self) -> bool:
        """Whether this person has private words on a screen that is forgotten."""
        return self.settings.own_screen and not self.plain

    @property
    def wants_own_screen(self) -> bool:
        """Whether a page is to leave nothing behind on the terminal."""
        return self.may_have_own_screen and self.command.own_screen
