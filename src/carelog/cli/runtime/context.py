"""The context of one command: options that every command has, paths, clock and settings.

Forms and questions need no more than this; only commands have a session with a journal.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from functools import cached_property
from typing import TYPE_CHECKING

from carelog.clock import system_clock, zone_is_unreadable
from carelog.crisis.switch import in_environment
from carelog.errors import SettingsError
from carelog.file_access import is_there
from carelog.journal.quick_file.agreement import identity
from carelog.paths import system_paths
from carelog.settings import Settings
from carelog.settings_file import load_settings
from carelog.wording import program as program_words

if TYPE_CHECKING:
    from datetime import date

    from carelog.cli.command import Command
    from carelog.clock import Clock
    from carelog.journal.quick_file.begun import Begun
    from carelog.paths import Paths


class Context:
    """Options, paths, clock and settings of one run. Each is read when it is first used; no journal is opened."""

    def __init__(
        self, command: Command, *, as_json: bool = False, plain: bool | None = None, discreet: bool | None = None
    ) -> None:
        self.command = command
        self.as_json = as_json
        self.begun: Begun | None = None
        """What the quick door began and could not see to its end, or None."""
        self.settings_as_read = ""
        """Which file the settings were read from, in which state; empty where that is not known."""
        self.remarks: list[str] = []
        """Sentences that are written to stderr after the answer."""
        self.reads_standard_input = False
        """Whether a text or a file came from standard input, so that no shell keeps it."""
        self._plain = plain
        self._discreet = discreet

    @cached_property
    def paths(self) -> Paths:
        """Where this person's journal, crisis card, settings and backups are."""
        return system_paths()

    @cached_property
    def clock(self) -> Clock:
        """The clock that commands read the time from; that its zone cannot be read is said once."""
        if zone_is_unreadable():
            self.remarks.append(program_words.ZONE_UNREADABLE)
        return system_clock()

    @cached_property
    def settings(self) -> Settings:
        """The person's settings. Raises SettingsError where their file cannot be used."""
        with suppress(OSError):
            self.settings_as_read = identity(str(self.paths.settings))
        return load_settings(self.paths)

    def do_without_settings(self) -> None:
        """Go on with default settings where the file cannot be used, in a command that looks at the file itself."""
        try:
            _ = self.settings
        except SettingsError:
            self.settings = Settings()

    @property
    def today(self) -> date:
        """The day of the journal, which begins at `day_starts_at`."""
        return self.clock.now().day(self.settings.day_starts_at)

    @property
    def can_ask(self) -> bool:
        """Whether there is a person to ask: standard input is a terminal, and no JSON is wanted."""
        return sys.stdin.isatty() and not self.as_json

    @property
    def plain(self) -> bool:
        """Whether pages are shown in sentences instead of drawings: those of a discreet page always are."""
        if self.masks:
            return True
        return _first(self._plain, in_environment(os.environ, "plain"), self.settings.plain)

    @property
    def is_discreet(self) -> bool:
        """Whether others can see the screen."""
        return _first(self._discreet, in_environment(os.environ, "discreet"), self.settings.discreet)

    @property
    def masks(self) -> bool:
        """Whether the journal is read with masks in place of names and notes."""
        return self.is_discreet and self.command.discretion != "as it is"

    @property
    def shows_what_is_hidden(self) -> bool:
        """Whether this run shows what the settings hide on pages; a lock then asks whose wish that is."""
        return self.settings.discreet and not self.is_discreet and self.command.discretion != "as it is"

    @property
    def hides_stored_words(self) -> bool:
        """Whether neutral sentences replace those of the command, because they may quote the journal."""
        return self.is_discreet and self.command.discretion == "masked"

    @property
    def private_screen_is_on(self) -> bool:
        """Whether a preview, a code and new words are shown on the alternate screen, which leaves no scrollback.

        They are until the person says otherwise: they are looked at once, and nothing else says them again.
        """
        return self.settings.own_screen is not False and not self.plain

    @property
    def page_has_own_screen(self) -> bool:
        """Whether the page of this command is shown on the alternate screen."""
        return self.settings.pages_vanish and not self.plain and self.command.own_screen

    @property
    def is_to_hear_that_pages_stay(self) -> bool:
        """Whether this page is the first one of a journal whose pages vanished by default, in an earlier carelog."""
        settings = self.settings
        knows = settings.knows_pages_stay or settings.own_screen is not None or settings.shared_computer
        return not (knows or self.plain) and self.command.own_screen and is_there(self.paths.journal)


def _first(*wishes: bool | None) -> bool:
    """The first wish that was uttered: an option's, else its variable's, else that of the settings."""
    return next(bool(wish) for wish in wishes if wish is not None)
