"""One run of a command: its context, and the journal while it is open."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from carelog.cli.runtime.context import Context
from carelog.cli.runtime.streams import say_beside
from carelog.errors import JournalLocked, StorageError

if TYPE_CHECKING:
    from carelog.domain.mood import MoodWords
    from carelog.journal import Journal
    from carelog.settings import Settings


class Session(Context):
    """What the function of a command needs beside its words. The journal is not opened before it is asked for."""

    opened_to_write = False
    """Whether the command changes the journal; what it says of that is not masked."""
    _changed = False
    _journal: Journal | None = None

    @property
    def mood_words(self) -> MoodWords:
        """The words for moods that pages use."""
        return self.to_read().settings.mood if self.masks else self.settings.mood

    @property
    def changed(self) -> bool:
        """Whether the command changed anything in the journal."""
        return self._changed or (self._journal is not None and self._journal.changed)

    def begin(self, *, sealed: bool) -> Journal | None:
        """The journal to note something in; None where it is locked and `sealed` is wanted, so that it is left shut."""
        if sealed:
            from carelog.cli.runtime.unlock import must_ask

            if must_ask(self):
                return None
        return self.to_write()

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
        from carelog.cli.runtime.unlock import OLD_COMMAND, must_ask

        self.close()
        self.settings = settings
        stays_shut = must_ask(self) and not os.environ.get(OLD_COMMAND)
        if self.paths.journal.exists() and not stays_shut:
            self.to_read()
        elif settings.country and not stays_shut:
            self.to_write()
        if self.paths.keys.exists():
            from carelog.journal.keys.key_ring import set_cache_minutes

            set_cache_minutes(self.paths.keys, settings.lock_minutes)

    def open_first(self) -> None:
        """Ask for the key of a locked journal before something is changed that its crisis card has to follow."""
        from carelog.cli.runtime.unlock import must_ask

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

    def _open(self, *, to_write: bool) -> Journal:
        from carelog.journal import Journal

        opens_to_write = to_write or (self.paths.sealed.is_dir() and os.access(self.paths.journal, os.W_OK))

        def journal() -> Journal:
            return Journal.open(self.paths, self.clock, self.settings, to_write=opens_to_write)

        try:
            self._journal = journal()
        except JournalLocked:
            from carelog.cli.runtime.unlock import unlocked

            self._journal = unlocked(self, journal)
        if to_write:
            self.opened_to_write = True
            if self.is_discreet:
                self._journal.accept_numbered_names()
        elif self.masks:
            self._journal.mask()
        if self._journal.card_problem:
            self.remarks.append(self._journal.card_problem)
        if self._journal.notes_unsealed or self._journal.notes_still_sealed:
            from carelog.wording import lock as lock_words

            self.remarks += lock_words.sealed_notes(self._journal.notes_unsealed, self._journal.notes_still_sealed)
        return self._journal
