"""The journal: everything a person has noted, behind one door."""

from __future__ import annotations

from contextlib import suppress
from functools import cached_property, partial
from typing import TYPE_CHECKING, Self

from carelog.clock import Clock, system_clock
from carelog.errors import CardNotWritten, CarelogError, StorageError
from carelog.journal.collections.collections import Collections
from carelog.journal.keys.key_folder import has_sealing_key, key_of, keys_beside
from carelog.journal.storage.database import open_to_read, open_to_write
from carelog.journal.storage.store import Store
from carelog.paths import Paths, system_paths
from carelog.settings_file import load_settings

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator
    from datetime import date
    from pathlib import Path
    from types import TracebackType

    from carelog.crisis.card import Card
    from carelog.journal.backup.backups import Backup
    from carelog.journal.backup.full_copy import Taken, Whole
    from carelog.journal.backup.purge import Copies
    from carelog.journal.card.card import CardKeeper, CardState
    from carelog.journal.collections.entries import ShareableEntries
    from carelog.journal.storage.masks import Discretion
    from carelog.journal.storage.rows import Row
    from carelog.settings import Settings


class Journal(Collections):
    """An open journal.

    Every change is saved when the call returns; there is nothing to flush. The collections are loaded when they
    are first used, because most commands need one of them.
    """

    def __init__(self, store: Store, paths: Paths, clock: Clock, settings: Settings) -> None:
        super().__init__(store, clock, settings)
        self.paths = paths
        self.card_problem = ""
        """Why the crisis card could not be brought up to date when the journal was opened; empty when it was."""
        self.taken_in, self.left_sealed = 0, 0
        """How many sealed notes were taken in when the journal was opened, and how many could not be opened."""

    @classmethod
    def open(
        cls,
        paths: Paths | None = None,
        clock: Clock | None = None,
        settings: Settings | None = None,
        *,
        to_write: bool = True,
    ) -> Self:
        """Open the journal, and bring the crisis card up to date if it is behind.

        Without arguments it is the one the command line uses. `to_write` makes a missing journal; without it a
        missing one reads as empty and nothing is created. Raises StorageError, JournalBusy, JournalDamaged,
        JournalNewer or SettingsError, each with a sentence.
        """
        paths = paths or system_paths()
        settings = settings or load_settings(paths)
        reopen = partial(open_to_write, paths.journal, _keep_before_migration)
        connection = reopen() if to_write else open_to_read(paths.journal, _keep_before_migration)
        try:
            journal = cls(Store(connection, paths.journal, reopen), paths, clock or system_clock(), settings)
            if to_write or paths.journal.exists():
                journal._catch_up_card()
            if to_write and keys_beside(paths.journal):
                journal._care_for_sealed()
        except CarelogError:
            connection.close()
            raise
        return journal

    def close(self) -> None:
        """Let go of the file."""
        self._store.connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def as_shared(self, struck: Iterable[str] = ()) -> SharedJournal:
        """The same journal as if private entries did not exist, nor those whose ids are struck.

        It is what pages for others are made from.
        """
        return SharedJournal(self._store, self.paths, self.clock, self.settings, frozenset(struck))

    def mask(self) -> None:
        """Show no words from now on: what is read has numbers in place of names, and this journal writes no more."""
        from carelog.journal.storage.masks import shown_discreetly

        self._store.discretion = self.call_by_number()
        self.settings = shown_discreetly(self.settings)

    def call_by_number(self) -> Discretion:
        """Let things be called as pages without their names call them, such as “routine 2”."""
        from carelog.journal.storage.masks import Discretion

        self._store.numbers = Discretion(self._store.connection)
        return self._store.numbers

    @property
    def knows_signs(self) -> bool:
        """Whether there is a sign to look for: one small question, asked with every note."""
        return bool(next(self._store.rows("SELECT EXISTS (SELECT 1 FROM signs WHERE deleted_at IS NULL)"))[0])

    @property
    def today(self) -> date:
        """The journal's day: it begins at the time the settings say, not at midnight."""
        return self.clock.now().day(self.settings.day_starts_at)

    @property
    def changed(self) -> bool:
        """Whether anything was changed since the journal was opened."""
        return self._store.changed

    @property
    def is_empty(self) -> bool:
        """Whether the journal holds nothing that a backup could save."""
        return not any(self.counts().values())

    def counts(self) -> dict[str, int]:
        """How many things of each kind the journal holds."""
        return {each.table.name: len(each) for each in self.collections}

    def whole(self, *, private: bool) -> Iterator[tuple[str, Iterator[Row]]]:
        """Every row by its table, for a lossless copy; without `private` no entry that is marked so."""
        from carelog.journal.backup.full_copy import rows_of

        return rows_of(self._store, private=private)

    def look_at(self, whole: Whole) -> Taken:
        """What taking such rows in would do. Raises RefusedFile when they cannot be a journal's."""
        from carelog.journal.backup.full_copy import journal_of, looked_at

        with journal_of(whole, self) as source:
            return looked_at(self._store, source)

    def take_in(self, whole: Whole) -> Taken:
        """Take such rows in, all or none: of two versions of one row the later stays, whichever it is.

        Raises RefusedFile when they cannot be a journal's, StorageError when they cannot be written, CardNotWritten
        when they are kept but the crisis card could not be brought up to date.
        """
        from carelog.journal.backup.full_copy import journal_of, taken_in

        with journal_of(whole, self) as source:
            taken = taken_in(self._store, source, self.clock.now().milliseconds)
        self._keep_card()
        return taken

    def undo(self) -> list[tuple[str, str]]:
        """Take back the last add, edit or tick, and return the tables and ids that changed.

        Raises NotFound when there is nothing to take back: a delete is final, and so is an undo.
        """
        with self._store.change(self.clock.now().milliseconds, can_be_undone=False) as change:
            taken_back = change.take_back()
        if change.raises_card:
            self._keep_card()
        return taken_back

    def back_up(self, folder: Path | None = None) -> Backup:
        """Take a verified backup now, into `folder` or beside the journal, where old ones make room by and by.

        Raises StorageError when it cannot be written, JournalDamaged when the journal itself is not sound.
        """
        from carelog.journal.backup.backups import rotate, take_backup

        place = folder or self.paths.backups
        backup = take_backup(self._store.connection, self.paths.journal, place, self.clock.now().instant)
        if folder is None:
            rotate(place)
        return backup

    def back_up_once_a_day(self) -> Backup | None:
        """Take the day's backup unless there is one already; called after the answer of a day's first write."""
        from carelog.journal.backup.backup_names import backups_in

        existing = backups_in(self.paths.backups)
        newest = self.clock.at(existing[-1][0]).day(self.settings.day_starts_at) if existing else None
        return None if newest == self.today else self.back_up()

    def check(self) -> None:
        """Look at the whole journal: is every row what was written? Raises JournalDamaged when one is not."""
        from carelog.journal.backup.integrity import verify_open

        if self.paths.journal.exists():
            verify_open(self._store.connection, self.paths.journal)

    def card_state(self) -> CardState:
        """How the crisis card stands to the journal; nothing is written."""
        return self._card.state()

    def copies(self, *elsewhere: Path) -> Copies:
        """The copies of this journal in its backups and in further folders, to look for what is deleted."""
        from carelog.journal.backup.purge import Copies

        return Copies(self._store, self.paths.backups, elsewhere)

    def forget_earlier_versions(self) -> None:
        """Wipe what `undo` keeps; there is nothing to take back then."""
        if next(self._store.rows("SELECT EXISTS (SELECT 1 FROM undo)"))[0]:
            with self._store.change(self.clock.now().milliseconds, can_be_undone=False):
                pass

    @cached_property
    def _card(self) -> CardKeeper:
        from carelog.journal.card.card import CardKeeper

        return CardKeeper(self.paths.card, self._store, self._read_card, self.settings, self._ticked)

    @property
    def _ticked(self) -> list[str] | None:
        """What the card of a locked journal shows; None where it is not locked and the card shows everything."""
        return sorted(self.settings.lock_card) if keys_beside(self.paths.journal) else None

    def _keep_card(self) -> None:
        self._card.keep()

    def _read_card(self, revision: int) -> Card:
        card = self._whole_card(revision)
        if self._ticked is None:
            return card
        from carelog.journal.card.open_card import in_the_open

        return in_the_open(card, self._ticked)

    def _whole_card(self, revision: int) -> Card:
        from carelog.journal.card.card import card_of

        steps = [step for mine in self.plan.by_section().values() for step in mine]
        people, kind = self.contacts.on_card(), self.kind_words.newest()
        return card_of(revision, self.settings, people, steps, kind, self.helpline_marks)

    def card_in_the_open(self, ticked: Iterable[str]) -> Card:
        """The crisis card as it is while the journal is locked and this is ticked; nothing is written."""
        from carelog.journal.card.open_card import in_the_open

        return in_the_open(self._whole_card(0), ticked)

    def _care_for_sealed(self) -> None:
        """Take in what was noted while the journal was locked, and have a key to seal with when it is again."""
        key = key_of(self._store.connection)
        if key and not (has_sealing_key(self.paths.keys) and not self.paths.sealed.is_dir()):
            from carelog.journal.lock.sealed_notes import make_sealing_key, take_in

            make_sealing_key(self.paths, key)
            with suppress(StorageError):  # they stay sealed; what was asked for goes on
                self.taken_in, self.left_sealed = take_in(self.paths, self.entries.add_sealed, key)

    def _catch_up_card(self) -> None:
        try:
            self._card.keep()
        except CardNotWritten as problem:
            self.card_problem = problem.message


class SharedJournal(Journal):
    """A journal as others may see it: without private entries, and without those that the person struck."""

    def __init__(self, store: Store, paths: Paths, clock: Clock, settings: Settings, struck: frozenset[str]) -> None:
        super().__init__(store, paths, clock, settings)
        self._struck = struck

    @cached_property
    def entries(self) -> ShareableEntries:
        """Moods, notes and readings, but private and struck ones."""
        from carelog.journal.collections.entries import ShareableEntries

        seen = ShareableEntries(self._store, self.clock, self.settings.day_starts_at, lambda: self.trackers)
        seen.struck = self._struck
        return seen


def _keep_before_migration(connection: sqlite3.Connection, path: Path, version: int) -> None:
    from carelog.journal.backup.backups import keep_before_migration

    keep_before_migration(connection, path, version)
