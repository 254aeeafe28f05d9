"""The collections of a journal, each imported when it is first used: most commands need only one."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from datetime import date

    from carelog.clock import Clock
    from carelog.domain.time.days import Period
    from carelog.journal.collections.activities import Activities
    from carelog.journal.collections.appointments import Agreements, Appointments
    from carelog.journal.collections.collection import Collection
    from carelog.journal.collections.contacts import Contacts
    from carelog.journal.collections.entries import Entries
    from carelog.journal.collections.goals import GoalRatings, Goals
    from carelog.journal.collections.helpline_marks import HelplineMarks
    from carelog.journal.collections.imports import Imports
    from carelog.journal.collections.kind_words import KindWords
    from carelog.journal.collections.outreach import ReachedPeople
    from carelog.journal.collections.pauses import Pauses
    from carelog.journal.collections.people_away import PeopleAway
    from carelog.journal.collections.plan import Plan, PlanReviews
    from carelog.journal.collections.questionnaire_answers import AnsweredQuestionnaires
    from carelog.journal.collections.routines import Routines
    from carelog.journal.collections.shares import Shares
    from carelog.journal.collections.signs import Signs
    from carelog.journal.collections.ticks import Ticks
    from carelog.journal.collections.topics import Topics
    from carelog.journal.collections.trackers import Trackers
    from carelog.journal.storage.store import Store
    from carelog.paths import Paths
    from carelog.settings import Settings


class Collections:
    """One property for each collection of a journal."""

    paths: Paths
    """Where things are kept; copies, which are only read, have none."""

    def __init__(self, store: Store, clock: Clock, settings: Settings) -> None:
        self._store = store
        self.clock = clock
        self.settings = settings

    @cached_property
    def trackers(self) -> Trackers:
        """The person's own scales."""
        from carelog.journal.collections.trackers import Trackers

        return Trackers(self._store, self)

    @cached_property
    def entries(self) -> Entries:
        """Moods, notes and readings."""
        from carelog.journal.collections.entries import Entries

        return Entries(self._store, self)

    @cached_property
    def contacts(self) -> Contacts:
        """The people and places that a person can turn to; a change also rewrites the crisis card."""
        from carelog.journal.collections.contacts import Contacts

        return Contacts(self._store, self, self._keep_card)

    @cached_property
    def people_away(self) -> PeopleAway:
        """The people who were put away, and what was put away with them."""
        from carelog.journal.collections.people_away import PeopleAway

        return PeopleAway(self._store, self.clock, self._keep_card)

    @cached_property
    def routines(self) -> Routines:
        """What a person does regularly, such as a walk or taking medicine."""
        from carelog.journal.collections.routines import Routines

        return Routines(self._store, self)

    @cached_property
    def ticks(self) -> Ticks:
        """When routines were done or skipped."""
        from carelog.journal.collections.ticks import Ticks

        return Ticks(self._store, self)

    @cached_property
    def pauses(self) -> Pauses:
        """Periods in which routines are not due."""
        from carelog.journal.collections.pauses import Pauses

        return Pauses(self._store, self)

    @cached_property
    def plan(self) -> Plan:
        """The steps of the person's plan; a change also rewrites the crisis card."""
        from carelog.journal.collections.plan import Plan

        return Plan(self._store, self, self._keep_card)

    @cached_property
    def plan_reviews(self) -> PlanReviews:
        """When the person read the plan through."""
        from carelog.journal.collections.plan import PlanReviews

        return PlanReviews(self._store, self)

    @cached_property
    def kind_words(self) -> KindWords:
        """Words of others that helped; a change also rewrites the crisis card."""
        from carelog.journal.collections.kind_words import KindWords

        return KindWords(self._store, self, self._keep_card)

    @cached_property
    def reached(self) -> ReachedPeople:
        """When the person had contact with someone."""
        from carelog.journal.collections.outreach import ReachedPeople

        return ReachedPeople(self._store, self)

    @cached_property
    def activities(self) -> Activities:
        """What was planned or done: with people, for a purpose or for pleasure."""
        from carelog.journal.collections.activities import Activities

        return Activities(self._store, self)

    @cached_property
    def signs(self) -> Signs:
        """The person's own warning signs."""
        from carelog.journal.collections.signs import Signs

        return Signs(self._store, self)

    @cached_property
    def helpline_marks(self) -> HelplineMarks:
        """Which helplines the person hides or has checked; a change also rewrites the crisis card."""
        from carelog.journal.collections.helpline_marks import HelplineMarks

        return HelplineMarks(self._store, self, self._keep_card)

    @cached_property
    def appointments(self) -> Appointments:
        """Appointments with professionals."""
        from carelog.journal.collections.appointments import Appointments

        return Appointments(self._store, self)

    @cached_property
    def agreements(self) -> Agreements:
        """What was agreed at appointments."""
        from carelog.journal.collections.appointments import Agreements

        return Agreements(self._store, self)

    @cached_property
    def topics(self) -> Topics:
        """What the person wants to bring to an appointment."""
        from carelog.journal.collections.topics import Topics

        return Topics(self._store, self)

    @cached_property
    def answered(self) -> AnsweredQuestionnaires:
        """The answers to questionnaires."""
        from carelog.journal.collections.questionnaire_answers import AnsweredQuestionnaires

        return AnsweredQuestionnaires(self._store, self)

    @cached_property
    def shares(self) -> Shares:
        """The pages that were made for others."""
        from carelog.journal.collections.shares import Shares

        return Shares(self._store, self)

    @cached_property
    def goals(self) -> Goals:
        """The person's own goals."""
        from carelog.journal.collections.goals import Goals

        return Goals(self._store, self)

    @cached_property
    def goal_ratings(self) -> GoalRatings:
        """How close they said they were to their goals."""
        from carelog.journal.collections.goals import GoalRatings

        return GoalRatings(self._store, self)

    @cached_property
    def imports(self) -> Imports:
        """The imports from other apps, one for each run."""
        from carelog.journal.collections.imports import Imports

        return Imports(self._store, self)

    def days_of_use(self, period: Period) -> set[date]:
        """The days of a period on which anything was noted. Raises JournalDamaged for a row whose day is none."""
        from carelog.journal.collections.days_of_use import days_of_use

        return days_of_use(self._store, period)

    @property
    def collections(self) -> tuple[Collection[Any], ...]:
        """All collections."""
        return (
            *(self.trackers, self.entries, self.contacts, self.routines, self.ticks, self.pauses),
            *(self.plan, self.plan_reviews, self.kind_words, self.reached, self.activities),
            *(self.signs, self.helpline_marks, self.appointments, self.agreements, self.topics),
            *(self.answered, self.shares, self.goals, self.goal_ratings, self.imports),
        )

    def _keep_card(self) -> None:
        """Update the crisis card after a change to something it shows. `Journal` overrides it; a copy has no card."""
