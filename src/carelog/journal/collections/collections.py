"""The collections of a journal, each loaded when it is first used: most commands need one of them."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from carelog.clock import Clock
    from carelog.journal.collections.activities import Activities
    from carelog.journal.collections.appointments import Agreements, Appointments
    from carelog.journal.collections.collection import Collection
    from carelog.journal.collections.contacts import Contacts
    from carelog.journal.collections.entries import Entries
    from carelog.journal.collections.helpline_marks import HelplineMarks
    from carelog.journal.collections.imports import Imports
    from carelog.journal.collections.kind_words import KindWords
    from carelog.journal.collections.outreach import ReachedPeople
    from carelog.journal.collections.pauses import Pauses
    from carelog.journal.collections.plan import Plan, PlanReviews
    from carelog.journal.collections.questionnaire_answers import AnsweredQuestionnaires
    from carelog.journal.collections.routines import Routines
    from carelog.journal.collections.shares import Shares
    from carelog.journal.collections.signs import Signs
    from carelog.journal.collections.ticks import Ticks
    from carelog.journal.collections.topics import Topics
    from carelog.journal.collections.trackers import Trackers
    from carelog.journal.storage.store import Store
    from carelog.settings import Settings


class Collections:
    """All kinds of things that a journal holds."""

    def __init__(self, store: Store, clock: Clock, settings: Settings) -> None:
        self._store = store
        self.clock = clock
        self.settings = settings

    def _keep_card(self) -> None:
        """Bring the crisis card up to date after a change that it shows; without a card there is nothing to do."""

    @cached_property
    def trackers(self) -> Trackers:
        """The person's own scales."""
        from carelog.journal.collections.trackers import Trackers

        return Trackers(self._store, self.clock)

    @cached_property
    def entries(self) -> Entries:
        """Moods, notes and readings."""
        from carelog.journal.collections.entries import Entries

        return Entries(self._store, self.clock, self.settings.day_starts_at, lambda: self.trackers)

    @cached_property
    def contacts(self) -> Contacts:
        """The people and places a person can turn to; a change also rewrites the crisis card."""
        from carelog.journal.collections.contacts import Contacts

        return Contacts(self._store, self.clock, self._keep_card)

    @cached_property
    def routines(self) -> Routines:
        """What comes round, such as a walk or medicine."""
        from carelog.journal.collections.routines import Routines

        return Routines(self._store, self.clock)

    @cached_property
    def ticks(self) -> Ticks:
        """What was done with routines."""
        from carelog.journal.collections.ticks import Ticks

        return Ticks(self._store, self.clock, self.settings.day_starts_at)

    @cached_property
    def pauses(self) -> Pauses:
        """Stretches of days that were taken off."""
        from carelog.journal.collections.pauses import Pauses

        return Pauses(self._store, self.clock)

    @cached_property
    def plan(self) -> Plan:
        """The steps of the person's plan; a change also rewrites the crisis card."""
        from carelog.journal.collections.plan import Plan

        return Plan(self._store, self.clock, self._keep_card)

    @cached_property
    def plan_reviews(self) -> PlanReviews:
        """When the plan was read through."""
        from carelog.journal.collections.plan import PlanReviews

        return PlanReviews(self._store, self.clock)

    @cached_property
    def kind_words(self) -> KindWords:
        """What someone said that helped; a change also rewrites the crisis card."""
        from carelog.journal.collections.kind_words import KindWords

        return KindWords(self._store, self.clock, self._keep_card)

    @cached_property
    def reached(self) -> ReachedPeople:
        """When the person turned to someone."""
        from carelog.journal.collections.outreach import ReachedPeople

        return ReachedPeople(self._store, self.clock)

    @cached_property
    def activities(self) -> Activities:
        """What was planned or done with people, for a purpose or for its own sake."""
        from carelog.journal.collections.activities import Activities

        return Activities(self._store, self.clock)

    @cached_property
    def signs(self) -> Signs:
        """The signs the person knows of themselves."""
        from carelog.journal.collections.signs import Signs

        return Signs(self._store, self.clock)

    @cached_property
    def helpline_marks(self) -> HelplineMarks:
        """What the person says of helplines; a change also rewrites the crisis card."""
        from carelog.journal.collections.helpline_marks import HelplineMarks

        return HelplineMarks(self._store, self.clock, self._keep_card)

    @cached_property
    def appointments(self) -> Appointments:
        """When the person sees somebody who helps."""
        from carelog.journal.collections.appointments import Appointments

        return Appointments(self._store, self.clock)

    @cached_property
    def agreements(self) -> Agreements:
        """What was agreed at appointments."""
        from carelog.journal.collections.appointments import Agreements

        return Agreements(self._store, self.clock)

    @cached_property
    def topics(self) -> Topics:
        """What the person wants to bring to an appointment."""
        from carelog.journal.collections.topics import Topics

        return Topics(self._store, self.clock)

    @cached_property
    def answered(self) -> AnsweredQuestionnaires:
        """The questionnaires that were answered."""
        from carelog.journal.collections.questionnaire_answers import AnsweredQuestionnaires

        return AnsweredQuestionnaires(self._store, self.clock)

    @cached_property
    def shares(self) -> Shares:
        """The pages that were made for others."""
        from carelog.journal.collections.shares import Shares

        return Shares(self._store, self.clock)

    @cached_property
    def imports(self) -> Imports:
        """What was taken in from other apps."""
        from carelog.journal.collections.imports import Imports

        return Imports(self._store, self.clock, self.settings.day_starts_at, lambda: self.trackers)

    @property
    def collections(self) -> tuple[Collection[Any], ...]:
        """All that the journal holds, kind by kind."""
        return (
            *(self.trackers, self.entries, self.contacts, self.routines, self.ticks, self.pauses),
            *(self.plan, self.plan_reviews, self.kind_words, self.reached, self.activities),
            *(self.signs, self.helpline_marks, self.appointments, self.agreements, self.topics),
            *(self.answered, self.shares, self.imports),
        )
