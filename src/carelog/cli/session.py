"""One run of the command line: who is asking, through what, and the journal while it is open."""

from __future__ import annotations

import os
import sys
from functools import cached_property
from typing import TYPE_CHECKING

from carelog.cli.streams import say_beside
from carelog.cli.table import COMMANDS, IN_THE_OPEN, SAY_NO_STORED_WORD, SHOWN_AS_IT_IS
from carelog.clock import system_clock
from carelog.errors import JournalLocked, StorageError
from carelog.paths import system_paths
from carelog.settings_file import load_settings

if TYPE_CHECKING:
    from datetime import date

    from carelog.clock import Clock
    from carelog.domain.mood import MoodWords
    from carelog.journal import Journal
    from carelog.paths import Paths
    from carelog.settings import Settings


class Session:
    """What a command needs beside its words. Nothing is opened or read before it is asked for."""

    def __init__(
        self, command: str, *, as_json: bool = False, plain: bool = False, discreet: bool | None = None
    ) -> None:
        self.command = command
        self.as_json = as_json
        self.remarks: list[str] = []
        """Sentences that go to stderr beside the answer."""
        self.opened_to_write = False
        """Whether the command changes the journal; what it says of that is not masked."""
        self.seals = False
        """Whether what is noted is sealed, because the journal is locked and nobody is to be asked."""
        self._plain = plain
        self._discreet = discreet
        self._changed = False
        self._journal: Journal | None = None

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
        return self.is_discreet and self.command not in SHOWN_AS_IT_IS

    @property
    def may_not_speak(self) -> bool:
        """Whether what the command itself says of the journal has to be kept off the screen."""
        return self.masks and self._module not in SAY_NO_STORED_WORD

    @property
    def wants_own_screen(self) -> bool:
        """Whether a page is to leave nothing behind on the terminal."""
        return self.may_have_own_screen and self._module not in IN_THE_OPEN

    @property
    def may_have_own_screen(self) -> bool:
        """Whether this person has private words on a screen that is forgotten."""
        return self.settings.own_screen and not self.plain

    @property
    def mood_words(self) -> MoodWords:
        """The words for moods that pages use."""
        return self.to_read().settings.mood if self.masks else self.settings.mood

    @property
    def can_ask(self) -> bool:
        """Whether a person sits at a terminal and can be asked."""
        return sys.stdin.isatty() and not self.as_json

    @property
    def today(self) -> date:
        """The journal's day."""
        return self.clock.now().day(self.settings.day_starts_at)

    def begin(self, *, sealed: bool = False) -> None:
        """Open the journal to note something, or where it is locked and `sealed` is wanted, leave it shut."""
        if sealed:
            from carelog.cli.unlocking import must_ask

            self.seals = must_ask(self)
        if not self.seals:
            self.to_write()

    def to_write(self) -> Journal:
        """The journal, made if it is missing; a command writes to one journal, however often it asks for it."""
        return self._journal or self._open(to_write=True)

    def to_read(self) -> Journal:
        """The journal for looking; a missing one is not made. A command that writes asks `to_write` first."""
        return self._journal or self._open(to_write=False)

    def use(self, settings: Settings) -> None:
        """Go on with changed settings; the crisis card and the key that waits follow them, and a country begins one.

        The card of a locked journal follows when that is opened the next time: nobody is asked for this alone.
        """
        from carelog.cli.unlocking import OLD_COMMAND, must_ask

        self.close()
        self.settings = settings
        stays_shut = must_ask(self) and not os.environ.get(OLD_COMMAND)
        if self.paths.journal.exists() and not stays_shut:
            self.to_read()
        elif settings.country and not stays_shut:
            self.to_write()
        if self.paths.keys.exists():
            from carelog.journal.keys.key_ring import let_wait

            let_wait(self.paths.keys, settings.lock_minutes)

    def open_first(self) -> None:
        """Ask for the key of a locked journal before something is changed that its crisis card has to follow."""
        from carelog.cli.unlocking import must_ask

        if must_ask(self):
            self.to_read()

    def finish(self) -> None:
        """Take the day's backup if something was written, and let go of the journal."""
        if self._journal is None:
            return
        try:
            if self._journal.changed:
                self._journal.back_up_once_a_day()
        except StorageError as problem:
            say_beside(problem.message)
        finally:
            self.close()

    @property
    def changed(self) -> bool:
        """Whether the command changed anything in the journal."""
        return self._changed or (self._journal is not None and self._journal.changed)

    def close(self) -> None:
        """Let go of the journal."""
        self._changed = self.changed
        if self._journal is not None:
            self._journal.close()
            self._journal = None

    def end(self) -> None:
        """Let go of the journal, and forget the key of a locked one."""
        self.close()
        ring = sys.modules.get("carelog.journal.keys.key_ring")
        if ring:
            ring.forget_keys()

    @property
    def _module(self) -> str | None:
        return COMMANDS.get(self.command.partition(" ")[0])

    def _open(self, *, to_write: bool) -> Journal:
        from carelog.journal import Journal

        opens_to_write = to_write or (self.paths.sealed.is_dir() and os.access(self.paths.journal, os.W_OK))

        def journal() -> Journal:
            return Journal.open(self.paths, self.clock, self.settings, to_write=opens_to_write)

        try:
            self._journal = journal()
        except JournalLocked:
            from carelog.cli.unlocking import unlocked

            self._journal = unlocked(self, journal)
        if to_write:
            self.opened_to_write = True
            if self.is_discreet:
                self._journal.call_by_number()
        elif self.masks:
            self._journal.mask()
        if self._journal.card_problem:
            self.remarks.append(self._journal.card_problem)
        if self._journal.taken_in or self._journal.left_sealed:
            from carelog.wording import lock as lock_words

            self.remarks += lock_words.sealed_notes(self._journal.taken_in, self._journal.left_sealed)
        return self._journal
