"""The journal: everything a person has noted, behind one door."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Self

from carelog.clock import Clock, system_clock
from carelog.errors import CardNotWritten, CarelogError
from carelog.journal.database import open_to_read, open_to_write
from carelog.journal.store import Store
from carelog.paths import Paths, system_paths
from carelog.settings_file import load_settings

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from pathlib import Path
    from types import TracebackType

    from carelog.crisis.card import Card
    from carelog.journal.activities import Activities
    from carelog.journal.answered import AnsweredQuestionnaires
    from carelog.journal.appointments import Agreements, Appointments
    from carelog.journal.backups import Backup
    from carelog.journal.card import CardKeeper
    from carelog.journal.contacts import Contacts
    from carelog.journal.copies import Copies
    from carelog.journal.entries import Entries
    from carelog.journal.helpline_marks import HelplineMarks
    from carelog.journal.kind_words import KindWords
    from carelog.journal.pauses import Pauses
    from carelog.journal.plan import Plan, PlanReviews
    from carelog.journal.reached import ReachedPeople
    from carelog.journal.routines import Routines
    from carelog.journal.shared import SharedJournal
    from carelog.journal.shares import Shares
    from carelog.journal.signs import Signs
    from carelog.journal.ticks import Ticks
    from carelog.journal.topics import Topics
    from carelog.journal.trackers import Trackers
    from carelog.settings import Settings


class Journal:
    """An open journal.

    Every change is saved when the call returns; there is nothing to flush. The collections are loaded when they
    are first used, because most commands need one of them.
    """

    def __init__(self, store: Store, paths: Paths, clock: Clock, settings: Settings) -> None:
        self._store = store
        self.paths = paths
        self.clock = clock
        self.settings = settings
        self.card_problem = ""
        """Why the crisis card could not be brought up to date when the journal was opened; empty when it was."""

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
        connection = open_to_write(paths.journal) if to_write else open_to_read(paths.journal)
        try:
            journal = cls(Store(connection, paths.journal), paths, clock or system_clock(), settings)
            if to_write or paths.journal.exists():
                journal._catch_up_card()
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

    @cached_property
    def trackers(self) -> Trackers:
        """The person's own scales."""
        from carelog.journal.trackers import Trackers

        return Trackers(self._store, self.clock)

    @cached_property
    def entries(self) -> Entries:
        """Moods, notes and readings."""
        from carelog.journal.entries import Entries

        return Entries(self._store, self.clock, self.settings.day_starts_at, lambda: self.trackers)

    @cached_property
    def contacts(self) -> Contacts:
        """The people and places a person can turn to; a change also rewrites the crisis card."""
        from carelog.journal.contacts import Contacts

        return Contacts(self._store, self.clock, self._keep_card)

    @cached_property
    def routines(self) -> Routines:
        """What comes round, such as a walk or medicine."""
        from carelog.journal.routines import Routines

        return Routines(self._store, self.clock)

    @cached_property
    def ticks(self) -> Ticks:
        """What was done with routines."""
        from carelog.journal.ticks import Ticks

        return Ticks(self._store, self.clock, self.settings.day_starts_at)

    @cached_property
    def pauses(self) -> Pauses:
        """Stretches of days that were taken off."""
        from carelog.journal.pauses import Pauses

        return Pauses(self._store, self.clock)

    @cached_property
    def plan(self) -> Plan:
        """The steps of the person's plan; a change also rewrites the crisis card."""
        from carelog.journal.plan import Plan

        return Plan(self._store, self.clock, self._keep_card)

    @cached_property
    def plan_reviews(self) -> PlanReviews:
        """When the plan was read through."""
        from carelog.journal.plan import PlanReviews

        return PlanReviews(self._store, self.clock)

    @cached_property
    def kind_words(self) -> KindWords:
        """What someone said that helped; a change also rewrites the crisis card."""
        from carelog.journal.kind_words import KindWords

        return KindWords(self._store, self.clock, self._keep_card)

    @cached_property
    def reached(self) -> ReachedPeople:
        """When the person turned to someone."""
        from carelog.journal.reached import ReachedPeople

        return ReachedPeople(self._store, self.clock)

    @cached_property
    def activities(self) -> Activities:
        """What was planned or done with people, for a purpose or for its own sake."""
        from carelog.journal.activities import Activities

        return Activities(self._store, self.clock)

    @cached_property
    def signs(self) -> Signs:
        """The signs the person knows of themselves."""
        from carelog.journal.signs import Signs

        return Signs(self._store, self.clock)

    @cached_property
    def helpline_marks(self) -> HelplineMarks:
        """What the person says of helplines; a change also rewrites the crisis card."""
        from carelog.journal.helpline_marks import HelplineMarks

        return HelplineMarks(self._store, self.clock, self._keep_card)

    @cached_property
    def appointments(self) -> Appointments:
        """When the person sees somebody who helps."""
        from carelog.journal.appointments import Appointments

        return Appointments(self._store, self.clock)

    @cached_property
    def agreements(self) -> Agreements:
        """What was agreed at appointments."""
        from carelog.journal.appointments import Agreements

        return Agreements(self._store, self.clock)

    @cached_property
    def topics(self) -> Topics:
        """What the person wants to bring to an appointment."""
        from carelog.journal.topics import Topics

        return Topics(self._store, self.clock)

    @cached_property
    def answered(self) -> AnsweredQuestionnaires:
        """The questionnaires that were answered."""
        from carelog.journal.answered import AnsweredQuestionnaires

        return AnsweredQuestionnaires(self._store, self.clock)

    @cached_property
    def shares(self) -> Shares:
        """The pages that were made for others."""
        from carelog.journal.shares import Shares

        return Shares(self._store, self.clock)

    def as_shared(self, struck: Iterable[str] = ()) -> SharedJournal:
        """The same journal as if private entries did not exist, nor those whose ids are struck.

        It is what pages for others are made from.
        """
        from carelog.journal.shared import SharedJournal

        return SharedJournal(self._store, self.paths, self.clock, self.settings, frozenset(struck))

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
        collections = (
            *(self.trackers, self.entries, self.contacts, self.routines, self.ticks, self.pauses),
            *(self.plan, self.plan_reviews, self.kind_words, self.reached, self.activities),
            *(self.signs, self.helpline_marks),
        )
        return {each.table.name: len(each) for each in collections}

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
        from carelog.journal.backups import rotate, take_backup

        place = folder or self.paths.backups
        backup = take_backup(self._store.connection, self.paths.journal, place, self.clock.now().instant)
        if folder is None:
            rotate(place)
        return backup

    def back_up_once_a_day(self) -> Backup | None:
        """Take the day's backup unless there is one already; called after the answer of a day's first write."""
        from carelog.journal.backup_names import backups_in

        existing = backups_in(self.paths.backups)
        newest = self.clock.at(existing[-1][0]).day(self.settings.day_starts_at) if existing else None
        return None if newest == self.today else self.back_up()

    def copies(self, *elsewhere: Path) -> Copies:
        """The copies of this journal in its backups and in further folders, to look for what is deleted."""
        from carelog.journal.copies import Copies

        return Copies(self._store, self.paths.backups, elsewhere)

    def forget_earlier_versions(self) -> None:
        """Wipe what `undo` keeps; there is nothing to take back then."""
        if next(self._store.rows("SELECT EXISTS (SELECT 1 FROM undo)"))[0]:
            with self._store.change(self.clock.now().milliseconds, can_be_undone=False):
                pass

    @cached_property
    def _card(self) -> CardKeeper:
        from carelog.journal.card import CardKeeper

        return CardKeeper(self.paths.card, self._store, self._read_card, self.settings)

    def _keep_card(self) -> None:
        self._card.keep()

    def _read_card(self, revision: int) -> Card:
        from carelog.journal.card import card_of

        steps = [step for mine in self.plan.by_section().values() for step in mine]
        people, kind = self.contacts.on_card(), self.kind_words.newest()
        return card_of(revision, self.settings, people, steps, kind, self.helpline_marks)

    def _catch_up_card(self) -> None:
        try:
            self._card.keep()
        except CardNotWritten as problem:
            self.card_problem = problem.message
