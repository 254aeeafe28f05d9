"""One style for every collection: add and edit by words, find, get, remove, and within a period."""

import inspect
import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta, timezone
from operator import attrgetter
from typing import Any

import pytest

from carelog.domain.people.activity import ActivityState
from carelog.domain.people.contact import Role, Way, WayKind
from carelog.domain.routines.cadence import Cadence, CadenceKind
from carelog.domain.routines.routine import RoutineKind
from carelog.domain.routines.tick import TickState
from carelog.domain.time.days import Period
from carelog.errors import CarelogError, JournalBusy, JournalDamaged, JournalNewer, NotFound, StorageError
from carelog.journal import Journal
from carelog.journal.collections.collection import Collection
from carelog.paths import Paths
from support.journals import DAY, Open, fill

EVENING = datetime(2026, 11, 21, 21, 0, tzinfo=timezone(timedelta(hours=1)))
WITHOUT_DAYS = {"Contacts", "Routines", "Trackers", "Plan", "Signs", "HelplineMarks", "Appointments", "Goals"}
"""The collections whose things do not belong to a day."""


def test_an_entry_takes_words_and_a_datetime_with_an_offset(journal: Journal) -> None:
    journal.trackers.add("sleep", unit="h", better="higher")
    entry = journal.entries.add("good", "a walk", tags="walk", feelings=["calm"], readings={"sleep": 7}, at=EVENING)
    assert (entry.mood, entry.tags, entry.feelings, entry.day) == (4, ("walk",), ("calm",), date(2026, 11, 21))
    assert entry.at.local == EVENING
    assert journal.entries.add("great", at="yesterday 21:00").at.instant == datetime(2026, 11, 21, 21, tzinfo=UTC)
    edited = journal.entries.edit(entry.handle, mood="awful", tags=["walk", "rain"], at="2026-11-20 08:00")
    assert (edited.mood, edited.tags, edited.note, edited.day) == (1, ("walk", "rain"), "a walk", date(2026, 11, 20))
    assert journal.entries.get(entry.id) == edited


def test_a_contact_takes_words_numbers_and_addresses(journal: Journal) -> None:
    ways = ["020 7946 0000", "sam@example.org", "https://example.org", "text: 07700 900123", "Address: 5 High Street"]
    sam = journal.contacts.add("Sam", role="friend", ways=ways, good_for="listening", keep_in_touch="2w")
    assert [(way.kind, way.value) for way in sam.ways] == [
        (WayKind.PHONE, "020 7946 0000"),
        (WayKind.EMAIL, "sam@example.org"),
        (WayKind.WEB, "https://example.org"),
        (WayKind.TEXT, "07700 900123"),
        (WayKind.ADDRESS, "5 High Street"),
    ]
    assert (sam.role, sam.keep_in_touch) == (Role.FRIEND, 14)
    changed = journal.contacts.edit("sam", role="peer", ways="112", keep_in_touch=timedelta(days=3), crisis_order=1)
    assert changed.ways == (Way(WayKind.PHONE, "112"),)
    assert (changed.role, changed.keep_in_touch, changed.crisis_order) == (Role.PEER, 3, 1)


def test_a_routine_and_its_ticks_take_words_one_or_many(journal: Journal) -> None:
    walk = journal.routines.add(
        "walk", every="3/week", at=["08:00", time(20)], target=20, unit="min", started=date(2026, 1, 1)
    )
    pill = journal.routines.add("pill", kind="medicine", dose="5 mg", stock=30, started=date(2026, 11, 1))
    assert walk.cadence == Cadence(CadenceKind.PER_WEEK, 3)
    assert (pill.kind, pill.dose_on(date(2026, 11, 1))) == (RoutineKind.MEDICINE, "5 mg")
    tick = journal.ticks.add("walk", amount=20, at="yesterday 21:00")
    assert (tick.routine_id, tick.state, tick.day) == (walk.id, TickState.DONE, date(2026, 11, 21))
    both = journal.ticks.add(["walk", pill], "skipped", note="ill")
    assert [each.routine_id for each in both] == [walk.id, pill.id]
    assert journal.ticks.edit(tick, state="small").state is TickState.SMALL
    daily = journal.routines.edit("walk", every="daily", why="it helps")
    assert daily.terms_on(date(2026, 11, 21)).cadence == daily.terms_on(date(2026, 1, 1)).cadence == walk.cadence
    assert (daily.terms_on(DAY).cadence, daily.why) == (Cadence(CadenceKind.PER_DAY), "it helps")
    with pytest.raises(CarelogError) as refused:
        journal.ticks.add("pill", "small")
    assert refused.value.key == "routine.medicine-not-small"


def test_activities_questionnaires_and_appointments_take_words(journal: Journal) -> None:
    journal.contacts.add("Sam")
    visit = journal.activities.add(
        "visit", kind="connection", planned_day="tomorrow", planned_at="15:00", contact="Sam"
    )
    assert (visit.planned_day, visit.planned_at) == (date(2026, 11, 23), time(15))
    done = journal.activities.edit("visit", state="done", pleasure=6)
    assert (done.state, done.day, done.at) == (ActivityState.DONE, DAY, journal.clock.now())
    assert journal.answered.add("PHQ-9", [1] * 8 + [None]).questionnaire == "phq9"
    assert journal.appointments.add("friday", at="10:30", every=timedelta(weeks=2)).every == 14
    for answers, said in (
        ([1, 2], "“answers” takes one number, or None, for each of the 9 items of the PHQ-9; it was given 2."),
        ([9] + [0] * 8, "“answers” takes numbers from 0 to 3 for item 1 of the PHQ-9."),
    ):
        with pytest.raises(CarelogError) as refused:
            journal.answered.add("phq9", answers)
        assert refused.value.message == said


def test_every_collection_has_the_same_verbs_and_says_what_they_take(journal: Journal) -> None:
    for collection in journal.collections:
        kind = type(collection)
        assert not {"replace", "matching", "add_last", "begin", "mark", "record"} & set(dir(kind)), kind
        assert (kind.__name__ in {*WITHOUT_DAYS, "Imports"}) == (not hasattr(kind, "within")), kind
        if kind.__name__ == "Imports":
            continue
        for verb in (kind.add, kind.edit, kind.remove, kind.find, kind.get):
            assert "Raises" in (inspect.getdoc(verb) or ""), verb
        added = inspect.signature(kind.add)
        positional = [each for each in added.parameters.values() if each.kind is each.POSITIONAL_OR_KEYWORD]
        assert len(positional) <= 4, kind
        assert set(added.parameters) - {"self", "routines", "started"} <= set(kind.arguments), kind


def test_what_is_within_a_period_is_asked_in_the_same_way_everywhere(lived_in: Journal) -> None:
    dated = [each for each in lived_in.collections if hasattr(each, "within")]
    for collection in dated:
        assert list(collection.within(Period(DAY, DAY))) == list(collection), collection
        assert not collection.within(Period.ending(date(2025, 1, 1), 9))
        with pytest.raises(CarelogError) as refused:
            collection.within("november")
        assert refused.value.message == "“period” takes a Period of two dates; it was given str."


def test_entries_are_looked_for_by_words_and_by_values_that_fit_alone(journal: Journal) -> None:
    low, high = journal.entries.add("bad", tags="rain", at="-2h"), journal.entries.add("great")
    assert journal.entries.within(lowest="good") == journal.entries.within(newest=1) == [high]
    assert journal.entries.within(Period(DAY, DAY), tag="rain", highest=2) == [low]
    for name, odd in (("lowest", 2.5), ("highest", object()), ("newest", "all"), ("tag", 3), ("search", b"rain")):
        with pytest.raises(CarelogError) as refused:
            journal.entries.within(**{name: odd})
        assert f"“{name}”" in refused.value.message
    for look in (journal.entries.moods, journal.entries.days, journal.ticks.days, journal.goal_ratings.days):
        with pytest.raises(CarelogError) as refused:
            look("november")
        assert refused.value.message == "“period” takes a Period of two dates; it was given str."


def test_things_are_removed_and_found_by_id_handle_or_name_or_as_they_are(journal: Journal) -> None:
    sam, kim = journal.contacts.add("Sam"), journal.contacts.add("Kim")
    assert journal.contacts.find("sam") == journal.contacts.find(sam.handle) == journal.contacts.get(sam.id) == sam
    assert journal.contacts.find("last") == kim
    for look in (journal.contacts.find, journal.contacts.get, journal.entries.find, journal.entries.get):
        with pytest.raises(CarelogError) as refused:
            look(3)
        assert refused.value.message.endswith("takes text; it was given int.")
    journal.contacts.remove("Sam", kim)
    assert not len(journal.contacts)
    with pytest.raises(NotFound):
        journal.contacts.remove(sam)


@pytest.mark.parametrize("called", [lambda each: each, *map(attrgetter, ("id", "handle", "name"))])
def test_what_is_put_away_comes_back_and_goes_by_id_handle_or_name_or_as_it_is(
    journal: Journal, called: Callable[[Any], Any]
) -> None:
    for collection, back in ((journal.routines, ("today",)), (journal.trackers, ())):
        thing = collection.add("walk")
        away = collection.archive(called(thing), "yesterday")
        assert (away.archived, collection.archive(away, "today")) == (date(2026, 11, 21), away)
        returned = collection.unarchive(called(away), *back)
        assert (returned.archived, collection.unarchive(returned, *back)) == (None, returned)
        collection.remove(called(returned))
        assert not len(collection)


def test_a_routine_comes_back_on_a_day_alone(journal: Journal) -> None:
    away = journal.routines.archive(journal.routines.add("walk"), "yesterday")
    with pytest.raises(CarelogError) as refused:
        journal.routines.unarchive(away, 3)
    assert refused.value.message == (
        "“day” takes a date, or words for a day such as yesterday; it was given int. Of a datetime, date() is its date."
    )


def test_a_helpline_that_is_not_hidden_gets_no_mark(journal: Journal) -> None:
    assert not journal.helpline_marks.unhide("GB", "A line").hidden
    assert not len(journal.helpline_marks)
    journal.helpline_marks.add("GB", "A line", hidden=True)
    assert not journal.helpline_marks.unhide("GB", "a line").hidden
    assert [mark.hidden for mark in journal.helpline_marks] == [False]


def test_an_activity_keeps_the_day_that_it_came_with_unless_its_moment_changes(journal: Journal) -> None:
    came = replace(journal.activities.add("walk", state="done"), day=date(2026, 11, 20))
    journal.activities.edit(came)
    assert journal.activities.edit(came.id, note="by the sea").day == date(2026, 11, 20)
    assert journal.activities.edit(came.id, at="yesterday 21:00").day == date(2026, 11, 21)


@pytest.mark.parametrize("is_there", [True, False])
def test_a_journal_opened_for_reading_says_that_and_keeps_nothing(
    open_journal: Open, paths: Paths, *, is_there: bool
) -> None:
    if is_there:
        fill(open_journal())
    reading = open_journal(to_write=False)
    with pytest.raises(StorageError) as refused:
        reading.entries.add(4)
    assert refused.value.message == (
        f"The journal {paths.journal} was opened for reading. Nothing was changed. Without to_write=False, "
        "Journal.open() opens it for writing too."
    )
    assert len(reading.entries) == int(is_there)


def test_a_closed_journal_one_of_another_thread_and_a_masked_one_say_so(open_journal: Open, paths: Paths) -> None:
    journal = open_journal()
    said: list[CarelogError] = []

    def elsewhere() -> None:
        with pytest.raises(StorageError) as refused:
            journal.entries.add(4)
        said.append(refused.value)

    thread = threading.Thread(target=elsewhere)
    thread.start()
    thread.join()
    (refused_there,) = said
    assert refused_there.message == (
        f"The journal {paths.journal} was opened in another thread, so nothing was read or changed. Each thread opens "
        "its own: Journal.open()"
    )
    masked = open_journal()
    masked.mask()
    with pytest.raises(StorageError) as refused:
        masked.entries.add(4)
    assert refused.value.message == (
        f"The journal {paths.journal} is read with masks, and what was read so is not written back. Nothing was "
        "changed."
    )
    journal.close()
    for call in (lambda: journal.entries.add(4), lambda: list(journal.contacts), lambda: len(journal.ticks)):
        with pytest.raises(StorageError) as refused:
            call()
        assert refused.value.message == (
            f"The journal {paths.journal} was closed by this program, so nothing was read or changed. Journal.open() "
            "opens it again."
        )
        assert not isinstance(refused.value, JournalBusy | JournalDamaged | JournalNewer)


def test_no_collection_is_without_a_kind(journal: Journal) -> None:
    assert all(isinstance(each, Collection) and isinstance(each.kind, type) for each in journal.collections)
