"""Days with people and with purpose: that there was something, in full or in part."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from carelog.domain.people.activity import Activity, ActivityKind, ActivityState
from carelog.domain.people.outreach import Reached
from carelog.domain.time.days import Period
from carelog.journal import Journal
from carelog.paths import Paths
from carelog.review.days.belonging import days_with, days_with_people
from carelog.review.days.rest_days import Rest
from carelog.review.insights.factors import factors_in
from support.journals import DAY, SetClock

MONTH = Period.ending(DAY, 30)


def note(journal: Journal, days_ago: int, kind: ActivityKind, state: ActivityState, contact: str | None = None) -> None:
    at = replace(journal.clock.now(), instant=journal.clock.now().instant - timedelta(days=days_ago))
    journal.activities.add("x", kind=kind, state=state, contact=contact, at=at)


def test_a_day_counts_once_and_what_was_skipped_or_is_planned_does_not(home: Path) -> None:
    with Journal.open(Paths.inside(home), SetClock()) as journal:
        sam = journal.contacts.add("Sam")
        note(journal, 1, ActivityKind.CONNECTION, ActivityState.DONE)
        note(journal, 1, ActivityKind.CONNECTION, ActivityState.PARTLY)
        note(journal, 2, ActivityKind.FUN, ActivityState.PARTLY, sam.id)
        note(journal, 3, ActivityKind.CONNECTION, ActivityState.SKIPPED)
        note(journal, 4, ActivityKind.PURPOSE, ActivityState.DONE)
        now = journal.clock.now()
        journal.reached.insert(Reached(journal.reached.new_id(), sam.id, now, DAY))
        journal.activities.insert(Activity(journal.activities.new_id(), "y", ActivityKind.PURPOSE, planned_day=DAY))
        assert days_with_people(journal, MONTH) == {DAY - timedelta(days=number) for number in (0, 1, 2)}
        assert days_with(journal, MONTH, ActivityKind.PURPOSE) == {DAY - timedelta(days=4)}


def test_insights_compare_kinds_of_activities_and_mark_what_is_about_people(home: Path) -> None:
    with Journal.open(Paths.inside(home), SetClock()) as journal:
        entries = []
        for number in range(20, 0, -1):
            at = replace(journal.clock.now(), instant=journal.clock.now().instant - timedelta(days=number))
            entries.append(journal.entries.add(mood=3, at=at))
        note(journal, 10, ActivityKind.PURPOSE, ActivityState.DONE)
        note(journal, 5, ActivityKind.CONNECTION, ActivityState.DONE)
        found = {each.name: each for each in factors_in(journal, MONTH, entries, Rest(), DAY)}
        purpose, people = found["something with purpose"], found["time with people"]
        assert (purpose.is_person, people.is_person) == (False, True)
        assert len(purpose.known) == 10, "known from the first day that had one"
        assert purpose.present == {DAY - timedelta(days=10)}
        assert people.present == {DAY - timedelta(days=5)}
