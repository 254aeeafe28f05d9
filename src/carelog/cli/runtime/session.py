"""One run of a command: its context, and the journal while it is open."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

from carelog.cli.runtime.context import Context
from carelog.cli.runtime.quick_file import leave_quick_file
from carelog.cli.runtime.streams import say_on_stderr
from carelog.errors import JournalLocked, StorageError
from carelog.file_access import is_folder, is_there

if TYPE_CHECKING:
    from carelog.domain.mood import MoodWords
    from carelog.journal import Journal
    from carelog.settings import Settings


class Session(Context):
    """The context of a command and its journal, which is opened when it is first asked for."""

    opened_to_write = False
    """Whether the journal was opened to be changed: masks, which are for reading, are not on it then."""
    _changed = False
    _changed_by_person = False
    _notices: tuple[str, ...] = ()
    _journal: Journal | None = None

    @property
    def mood_words(self) -> MoodWords:
        """The words for moods on pages: the person's own, or neutral ones where the journal is masked."""
        return self.to_read().settings.mood if self.masks else self.settings.mood

    @property
    def changed(self) -> bool:
        """Whether the command changed anything in the journal."""
        return self._changed or (self._journal is not None and self._journal.changed)

    @property
    def changed_by_person(self) -> bool:
        """Whether the command changed anything in the journal that the person asked for."""
        return self._changed_by_person or (self._journal is not None and self._journal.changed_by_person)

    @property
    def left_out(self) -> list[str]:
        """The sentences on rows of the journal that could not be read, without which the command went on."""
        return self._journal.left_out if self._journal else []

    @property
    def notices(self) -> tuple[str, ...]:
        """After a change, the sentence on what can be read here although a lock was begun; none where nothing can.

        It is written to stderr after the answer, and it is in the JSON too.
        """
        if self._journal is None or not (self.changed or self.opened_to_write):
            return self._notices
        from carelog.journal.keys.key_folder import was_begun

        if not was_begun(self.paths.keys):
            return ()
        from carelog.journal.keys.readable import readable_now
        from carelog.wording.lock_files import READABLE_NOW

        with suppress(StorageError):  # a backup that cannot be read is for verify to name
            readable = readable_now(self.paths, journal_is_plain=not self._journal.is_encrypted)
            return tuple(filter(None, [READABLE_NOW[readable]]))
        return ()

    def to_write_or_seal(self, *, sealed: bool) -> Journal | None:
        """The journal to write to; None where it is locked and the entry is to be `sealed` beside it."""
        if sealed:
            from carelog.cli.runtime.unlock import needs_passphrase

            if needs_passphrase(self):
                return None
        return self.to_write()

    def to_write(self) -> Journal:
        """The journal, open to write; a missing one is created. A second call returns the same journal."""
        return self._journal or self._open(to_write=True)

    def to_read(self) -> Journal:
        """The journal, open to read; a missing one is not created. A command that writes too calls `to_write` first."""
        return self._journal or self._open(to_write=False)

    def apply_settings(self, settings: Settings) -> None:
        """Take over changed settings, and update what depends on them: the crisis card and the cached key.

        The journal is opened for that, because opening it writes the card; a country creates a missing journal. The
        card of a locked journal is written when that is opened the next time: nobody is asked for a passphrase here.
        """
        from carelog.cli.runtime.passphrase_command import OLD_COMMAND
        from carelog.cli.runtime.unlock import needs_passphrase

        self.close()
        self.settings = settings
        stays_shut = needs_passphrase(self) and not os.environ.get(OLD_COMMAND)
        if is_there(self.paths.journal) and not stays_shut:
            self.to_read()
        elif settings.country and not stays_shut:
            self.to_write()
        if is_there(self.paths.keys):
            from carelog.journal.keys.key_ring import set_cache_minutes

            set_cache_minutes(self.paths.keys, settings.lock_minutes)

    def unlock_first(self) -> None:
        """Open a locked journal now, because the next change has to reach its crisis card."""
        from carelog.cli.runtime.unlock import needs_passphrase

        if needs_passphrase(self):
            self.to_read()

    def finish(self) -> None:
        """Take the backup of the day if something was written, say when the clock is behind, and close the journal."""
        if self._journal is None:
            return
        try:
            if self._journal.changed:
                self._journal.back_up_once_a_day()
                leave_quick_file(self._journal, self.settings_as_read)
            self._remark_on_clock(self._journal)
        except StorageError as problem:
            say_on_stderr(problem.message)
        finally:
            self.close()

    def close(self) -> None:
        """Close the journal, and keep in mind whether it was changed."""
        self._changed, self._notices = self.changed, self.notices
        self._changed_by_person = self.changed_by_person
        if self._journal is not None:
            self._journal.close()
            self._journal = None

    def end(self) -> None:
        """Close the journal, and forget the key of a locked one."""
        self.close()
        ring = sys.modules.get("carelog.journal.keys.key_ring")
        if ring:
            ring.forget_keys()

    def _open(self, *, to_write: bool) -> Journal:
        from carelog.journal import Journal

        begins_here = to_write and not is_there(self.paths.journal)
        takes_sealed_notes = is_folder(self.paths.sealed) and os.access(self.paths.journal, os.W_OK)

        def opened() -> Journal:
            return Journal.open(self.paths, self.clock, self.settings, to_write=to_write or takes_sealed_notes)

        if self.shows_what_is_hidden:
            from carelog.cli.runtime.unlock import ask_once_more

            ask_once_more(self)
        try:
            self._journal = opened()
        except JournalLocked:
            from carelog.cli.runtime.unlock import run_unlocked

            self._journal = run_unlocked(self, opened)
        if begins_here:
            from carelog.cli.runtime.pages_stay import remember
            from carelog.cli.runtime.relative_home import relative_home

            remember(self)
            self.remarks += relative_home(self.paths)
        if to_write:
            self.opened_to_write = True
            if self.is_discreet:
                self._journal.accept_numbered_names()
        elif self.masks:
            self._journal.mask()
        self._remark_on(self._journal)
        return self._journal

    def _remark_on_clock(self, journal: Journal) -> None:
        """Say that the clock is behind where a backup was taken: once, because the next one follows that backup."""
        if journal.clock_fell_behind:
            from carelog.wording import backup as backup_words

            earlier, now = self.clock.at(journal.clock_fell_behind), self.clock.now()
            say_on_stderr(backup_words.clock_fell_behind(now, earlier))

    def _remark_on(self, journal: Journal) -> None:
        """Say what happened while the journal was opened: to the crisis card, and to sealed notes."""
        if journal.card_problem:
            self.remarks.append(journal.card_problem)
        if journal.sealing_key_mended or journal.notes_unsealed or journal.notes_still_sealed:
            from carelog.journal.lock.sealed_notes import can_open_notes
            from carelog.wording import lock as lock_words
            from carelog.wording.lock_files import SEALING_KEY_MENDED

            self.remarks += [SEALING_KEY_MENDED] if journal.sealing_key_mended else []
            taken_in, left = journal.notes_unsealed, journal.notes_still_sealed
            self.remarks += lock_words.sealed_notes(taken_in, left, can_open=can_open_notes())
