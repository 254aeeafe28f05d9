"""The journal: one class that opens it and gives access to everything in it."""

from __future__ import annotations

from contextlib import suppress
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Self

from carelog.clock import Clock, system_clock
from carelog.errors import CardNotWritten, InvalidValue, StorageError
from carelog.file_access import is_folder, is_there
from carelog.journal.collections.collections import Collections
from carelog.journal.keys.key_folder import key_of, keys_beside
from carelog.journal.storage.database import open_to_read, open_to_write
from carelog.journal.storage.statements import HAS_SIGNS
from carelog.journal.storage.store import Store
from carelog.paths import Paths, system_paths
from carelog.settings_file import load_settings

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator
    from datetime import date, datetime
    from types import TracebackType

    from carelog.crisis.card import Card
    from carelog.domain.time.days import Period
    from carelog.journal.backup.backups import Backup
    from carelog.journal.backup.full_copy import FullCopy, MergeResult
    from carelog.journal.backup.purge import Purge
    from carelog.journal.card.card import CardKeeper, CardState
    from carelog.journal.collections.entries import ShareableEntries
    from carelog.journal.storage.masks import Masks
    from carelog.journal.storage.table import Row
    from carelog.settings import Settings


class Journal(Collections):
    """An open journal, to be used as a context manager.

    Each kind of thing has a collection, such as `entries`, `contacts`, `routines` and `ticks`, with the same verbs:
    `add`, `edit`, `remove`, `find`, `get` and, where things have a day, `within`. They take plain words, numbers, dates
    and datetimes with an offset, and raise InvalidValue for anything else; nothing is written then. Every change is
    saved when its call returns; there is nothing to flush. A journal belongs to the thread that opened it.

    A collection is imported when it is first used, because most commands need only one.
    """

    def __init__(self, store: Store, paths: Paths, clock: Clock, settings: Settings) -> None:
        super().__init__(store, clock, settings)
        self.paths = paths
        self.card_problem = ""
        """Why the crisis card could not be updated when the journal was opened; empty when it could."""
        self.notes_unsealed, self.notes_still_sealed = 0, 0
        """How many sealed notes were added when the journal was opened, and how many could not be opened."""
        self.sealing_key_mended = False
        """Whether a key that seals notes for another journal was found, and written anew, when this one was opened."""
        self.clock_fell_behind: datetime | None = None
        """What the clock showed at an earlier backup, where it was behind that when the last one was taken."""

    @classmethod
    def open(
        cls,
        paths: Paths | None = None,
        clock: Clock | None = None,
        settings: Settings | None = None,
        *,
        to_write: bool = True,
    ) -> Self:
        """Open the journal, migrate it if it is older, and update the crisis card if it is out of date.

        Without arguments it is the journal that the command line uses. `to_write` creates a missing journal and adds
        the sealed notes of a locked one; without it a missing journal reads as empty and nothing is created. Raises
        StorageError, JournalBusy, JournalDamaged, JournalLocked, JournalNewer, NotInstalled or SettingsError, and
        InvalidValue for `paths` that are no Paths, such as the name of a folder.
        """
        paths = system_paths() if paths is None else paths
        if not isinstance(paths, Paths):
            raise InvalidValue("library.paths", given=type(paths).__name__)
        settings = settings or load_settings(paths)
        reopen = partial(open_to_write, paths.journal, _back_up_before_migration)
        connection = reopen() if to_write else open_to_read(paths.journal, _back_up_before_migration)
        try:
            journal = cls(
                Store(connection, paths.journal, reopen, to_write=to_write), paths, clock or system_clock(), settings
            )
            if to_write or is_there(paths.journal):
                journal._update_card_if_possible()
            if key := key_of(connection):
                journal._mend_sealing_keys(key)
                if to_write and is_folder(paths.sealed):
                    journal.add_sealed_notes(key)
        except BaseException:
            connection.close()
            raise
        return journal

    def _mend_sealing_keys(self, key: bytes) -> None:
        from carelog.journal.lock.sealing_check import are_keys_right

        if not are_keys_right(self.paths.keys, key):
            from carelog.journal.lock.sealing_keys import make_sealing_key

            self.sealing_key_mended = make_sealing_key(self.paths, key)

    def close(self) -> None:
        """Close the file. Raises StorageError in another thread than the one that opened it."""
        self._store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def as_shared(self, struck: Iterable[str] = ()) -> SharedJournal:
        """A view of the same journal for pages that others read.

        It has no private entries, and none of those whose ids the person has `struck` from the page.
        """
        return SharedJournal(self._store, self.paths, self.clock, self.settings, frozenset(struck))

    def mask(self) -> None:
        """Mask all words that are read from now on; numbers stand in for names. The journal refuses changes then."""
        from carelog.journal.storage.masks import mask_settings

        self._store.masks = self.accept_numbered_names()
        self.settings = mask_settings(self.settings)

    def accept_numbered_names(self) -> Masks:
        """Let things be found by kind and number, such as “routine 2”, as masked pages call them; return the masks."""
        from carelog.journal.storage.masks import Masks

        self._store.numbered_names = Masks(self._store.connection)
        return self._store.numbered_names

    @property
    def is_masked(self) -> bool:
        """Whether covers and numbers stand in for the words that are read."""
        return self._store.masks is not None

    @property
    def has_signs(self) -> bool:
        """Whether the journal has a sign; a quick query, because it is asked with every note."""
        return bool(next(self._store.rows(HAS_SIGNS))[0])

    @property
    def today(self) -> date:
        """The current day of the journal, which begins at the time in the settings and not at midnight."""
        return self.clock.now().day(self.settings.day_starts_at)

    @property
    def changed(self) -> bool:
        """Whether this process has changed anything since it opened the journal."""
        return self._store.changed

    @property
    def changed_by_person(self) -> bool:
        """Whether the person changed anything since then; what the program keeps by itself does not count."""
        return self._store.changed_by_person

    @property
    def is_encrypted(self) -> bool:
        """Whether the file that is open is encrypted; one beside key slots is plain while its lock is not finished."""
        return bool(key_of(self._store.connection))

    @property
    def left_out(self) -> list[str]:
        """The sentences on rows that could not be read and were left out, where something had to go on without them."""
        return list(dict.fromkeys(each.message for each in self._store.left_out))

    @property
    def is_empty(self) -> bool:
        """Whether the journal has no rows that a backup could save."""
        return not any(self.counts().values())

    def counts(self) -> dict[str, int]:
        """How many rows that are not deleted the journal has, by table; what was put away is among them."""
        tables = [each.table for each in self.collections]
        live = ((table, f"SELECT count(*) FROM {table.name} WHERE deleted_at IS NULL") for table in tables)
        return {table.name: int(next(self._store.rows(count))[0]) for table, count in live}

    def full_copy_rows(self, *, private: bool) -> Iterator[tuple[str, Iterator[Row]]]:
        """The rows of every table, tombstones included, for a full copy; without `private` it has no private entry."""
        from carelog.journal.backup.full_copy import full_copy_rows

        return full_copy_rows(self._store, private=private)

    def preview_merge(self, copy: FullCopy) -> MergeResult:
        """What `merge` would change. Nothing is written. Raises RefusedFile when the rows are no valid journal."""
        from carelog.journal.backup.full_copy import copy_in_memory, preview_merge

        with copy_in_memory(copy, self) as source:
            return preview_merge(self._store, source)

    def merge(self, copy: FullCopy) -> MergeResult:
        """Merge the rows of a full copy in one transaction: of two versions of a row the later one stays.

        Raises RefusedFile when the rows are no valid journal, StorageError when they cannot be written, CardNotWritten
        when they are saved but the crisis card could not be updated.
        """
        from carelog.journal.backup.full_copy import copy_in_memory, merge_rows

        with copy_in_memory(copy, self) as source:
            result = merge_rows(self._store, source, self.clock.now().milliseconds)
        self._keep_card()
        return result

    def undo(self) -> list[tuple[str, str, bool]]:
        """Undo the last add, edit or tick, and return the tables and ids of its rows, newest first.

        With each row is whether it remains, as it was before the change.

        Raises NotFound when there is nothing to undo: a delete is final, and so is an undo.
        """
        with self._store.change(self.clock.now().milliseconds, can_be_undone=False) as change:
            undone = change.take_back()
        if change.raises_card:
            self._keep_card()
        return undone

    def back_up(self, folder: Path | str | None = None) -> Backup:
        """Take a verified backup now, into `folder` or into the journal's own folder of backups, which is rotated then.

        The backup is never the one that is removed, whatever the clock shows.

        Raises StorageError when it cannot be written, JournalDamaged when the journal itself is damaged.
        """
        from carelog.journal.backup.backups import rotate, take_backup

        place = self.paths.backups if folder is None else Path(folder)
        backup = take_backup(self._store.connection, self.paths.journal, place, self.clock.now().instant)
        if folder is None:
            rotate(place, backup)
        self.clock_fell_behind = backup.clock_fell_behind or self.clock_fell_behind
        return backup

    def back_up_once_a_day(self) -> Backup | None:
        """Take today's backup and return it, or return None if there is one. It is called after a command has answered.

        Raises what `back_up` raises.
        """
        return None if self.has_backup_of_today else self.back_up()

    @property
    def has_backup_of_today(self) -> bool:
        """Whether a backup was taken on the current day of the journal."""
        from carelog.journal.backup.backup_names import newest_clock_time

        newest = newest_clock_time(self.paths.backups, self.clock.now().instant)
        return newest is not None and self.clock.at(newest).day(self.settings.day_starts_at) == self.today

    def check(self) -> None:
        """Run the integrity check over the file and every row of it. Raises JournalDamaged when it fails."""
        from carelog.journal.backup.integrity import verify_open

        if is_there(self.paths.journal):
            verify_open(self._store.connection, self.paths.journal)

    @property
    def card_revision(self) -> int:
        """The revision that the crisis card is to be of."""
        return self._store.card_revision

    @property
    def card_is_current(self) -> bool:
        """Whether the crisis card is what the journal and the settings say; a quick look, unlike `card_state`."""
        return self._card.is_current()

    def card_state(self) -> CardState:
        """Whether the crisis card is current, missing, damaged or behind the journal; nothing is written."""
        return self._card.state()

    def card_when_locked(self, ticked: Iterable[str]) -> Card:
        """The crisis card that a locked journal would have with these CardField values ticked; nothing is written."""
        from carelog.journal.card.open_card import redact_card

        return redact_card(self._whole_card(0), ticked)

    def add_sealed_notes(self, key: bytes) -> None:
        """Add the notes that were sealed for a lock with this key, as an encrypted journal does when it is opened."""
        from carelog.journal.lock.sealed_notes import unseal_into

        with suppress(StorageError):  # the notes stay sealed, and the command goes on
            self.notes_unsealed, self.notes_still_sealed = unseal_into(self.paths, self.entries.add_sealed, key)

    def purge(self, *elsewhere: Path) -> Purge:
        """The purge of deleted words from the backups of this journal, and from those in further folders."""
        from carelog.journal.backup.purge import Purge

        return Purge(self._store, self.paths.backups, elsewhere)

    def clear_undo(self) -> None:
        """Clear the record for `undo`, which holds an earlier version of something."""
        if next(self._store.rows("SELECT EXISTS (SELECT 1 FROM undo)"))[0]:
            with self._store.change(self.clock.now().milliseconds, can_be_undone=False) as change:
                change.clear_undo()

    def _update_card_if_possible(self) -> None:
        """Update the card; a failure is remembered in `card_problem` instead of raised."""
        try:
            self._keep_card()
        except CardNotWritten as problem:
            self.card_problem = problem.message

    def _keep_card(self) -> None:
        self._card.keep()

    @cached_property
    def _card(self) -> CardKeeper:
        from carelog.journal.card.card import CardKeeper

        return CardKeeper(self.paths.card, self._store, self._read_card, self.settings, self._ticked)

    @property
    def _ticked(self) -> list[str] | None:
        """The fields that the card of a locked journal shows; None where it is not locked and the card shows all."""
        return sorted(self.settings.lock_card) if keys_beside(self.paths.journal) else None

    def _read_card(self, revision: int) -> Card:
        card = self._whole_card(revision)
        if self._ticked is None:
            return card
        from carelog.journal.card.open_card import redact_card

        return redact_card(card, self._ticked)

    def _whole_card(self, revision: int) -> Card:
        from carelog.journal.card.card import card_of

        steps = [step for mine in self.plan.by_section().values() for step in mine]
        people, kind = list(self.contacts), self.kind_words.newest()
        return card_of(revision, self.settings, people, steps, kind, self.helpline_marks)


class SharedJournal(Journal):
    """A view of a journal for others: without private entries, and without those that the person has struck."""

    def __init__(self, store: Store, paths: Paths, clock: Clock, settings: Settings, struck: frozenset[str]) -> None:
        super().__init__(store, paths, clock, settings)
        self._struck = struck

    @cached_property
    def entries(self) -> ShareableEntries:
        """Moods, notes and readings that are neither private nor struck."""
        from carelog.journal.collections.entries import ShareableEntries

        entries = ShareableEntries(self._store, self)
        entries.struck = self._struck
        return entries

    def days_of_use(self, period: Period) -> set[date]:
        """The days of a period on which anything was noted that others may see."""
        from carelog.journal.collections.days_of_use import USED, days_of_use

        others = [table for table in USED if table is not self.entries.table]
        return self.entries.days(period) | days_of_use(self._store, period, others)


def _back_up_before_migration(connection: sqlite3.Connection, path: Path, version: int) -> None:
    from carelog.journal.backup.copies import back_up_before_migration

    back_up_before_migration(connection, path, version)
