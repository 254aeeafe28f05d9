"""Whatever is put into a journal comes out of its file the same, row by row and with a sound checksum."""

from dataclasses import replace
from functools import partial
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from carelog.domain.entry import Entry
from carelog.domain.people.contact import Contact
from carelog.domain.people.outreach import Reached
from carelog.domain.people.plan import Section
from carelog.domain.routines.pause import Pause
from carelog.domain.routines.routine import Routine
from carelog.domain.routines.tick import Tick
from carelog.domain.time.days import Moment, Period
from carelog.domain.tracker import Tracker
from carelog.domain.tracker_about import about_named
from carelog.errors import InvalidValue
from carelog.journal import Journal
from support import strategies
from support.journals import DAY, add_routine, written_and_read
from support.refusal import refusal_of
from support.strategies import contacts, entries, medicines, moments, routines, ticks, trackers

few = settings(max_examples=12)


@few
@given(st.lists(entries, max_size=4, unique_by=lambda entry: entry.id))
def test_entries(given: list[Entry]) -> None:
    with written_and_read(lambda journal: journal.entries.add_imported(given)) as journal:
        assert list(journal.entries) == sorted(given, key=lambda entry: (entry.at.milliseconds, entry.id))
        for entry in given:
            assert journal.entries.get(entry.id) == entry
            assert entry in journal.entries.within(Period(entry.day, entry.day))
            assert journal.entries.find(entry.id) == entry


@few
@given(entries, moments)
def test_an_entry_that_is_noted_now_and_moved(entry: Entry, at: Moment) -> None:
    noted: list[Entry] = []

    def note(journal: Journal) -> None:
        added = journal.entries.add(
            entry.mood, entry.note, feelings=entry.feelings, tags=entry.tags, private=entry.private, at=entry.at
        )
        noted.append(journal.entries.edit(replace(added, at=at)))

    with written_and_read(note) as journal:
        assert list(journal.entries) == noted
        kept = noted[0]
        assert (kept.mood, kept.note, kept.at) == (entry.mood, entry.note, at)
        assert kept.day == kept.at.day(journal.settings.day_starts_at)


@few
@given(trackers, st.data())
def test_trackers_and_their_readings(tracker: Tracker, data: st.DataObject) -> None:
    low = -1e12 if tracker.minimum is None else tracker.minimum
    reading = data.draw(st.floats(low, 1e12 if tracker.maximum is None else tracker.maximum))

    def track(journal: Journal) -> None:
        made = journal.trackers.add(
            tracker.name,
            unit=tracker.unit,
            minimum=tracker.minimum,
            maximum=tracker.maximum,
            better=tracker.better,
            about=tracker.about,
        )
        journal.entries.add(
            readings={f" {tracker.name.upper()}": reading} if tracker.name.isascii() else {made.name: reading}
        )
        if tracker.archived:
            journal.trackers.archive(made, tracker.archived)

    with written_and_read(track) as journal:
        by_name = replace(tracker, about=tracker.about or about_named(tracker.name))
        assert [replace(each, id=tracker.id) for each in journal.trackers] == [by_name]
        assert [each.readings for each in journal.entries] == [{tracker.name: reading}]


@few
@given(contacts)
def test_contacts(contact: Contact) -> None:
    def add(journal: Journal) -> None:
        added = journal.contacts.add("someone else for a moment")
        journal.contacts.edit(replace(contact, id=added.id))

    with written_and_read(add) as journal:
        assert [replace(each, id=contact.id) for each in journal.contacts] == [contact]
        assert len(journal.contacts.on_card()) == (contact.crisis_order is not None)


@few
@given(routines | medicines)
def test_routines(routine: Routine) -> None:
    with written_and_read(lambda journal: journal.routines.insert(routine)) as journal:
        assert list(journal.routines) == [routine]
        assert journal.routines.named(routine.name) == routine


@few
@given(st.lists(ticks, min_size=1, max_size=4, unique_by=lambda tick: tick.id), routines)
def test_ticks(given: list[Tick], routine: Routine) -> None:
    mine = [replace(tick, routine_id=routine.id) for tick in given]

    def note(journal: Journal) -> None:
        journal.routines.insert(routine)
        journal.ticks.add_imported(mine)

    with written_and_read(note) as journal:
        assert list(journal.ticks) == sorted(mine, key=lambda tick: (tick.at.milliseconds, tick.id))
        assert journal.ticks.of(routine) == list(journal.ticks)


@few
@given(strategies.pauses)
def test_pauses(pause: Pause) -> None:
    with written_and_read(lambda journal: journal.pauses.add(pause.first, pause.last)) as journal:
        assert [(each.first, each.last) for each in journal.pauses] == [(pause.first, pause.last)]


@few
@given(st.data())
def test_everything_that_is_kept_whole(data: st.DataObject) -> None:
    sorts = {"plan": strategies.plan_steps, "kind_words": strategies.kind_words, "activities": strategies.activities}
    sorts |= {"signs": strategies.signs, "helpline_marks": strategies.helpline_marks, "shares": strategies.shares}
    sorts |= {"appointments": strategies.appointments, "agreements": strategies.agreements}
    sorts |= {"imports": strategies.import_runs}
    sorts |= {"topics": strategies.topics, "answered": strategies.answered}
    given = {
        name: data.draw(st.lists(sort, max_size=3, unique_by=lambda thing: thing.id)) for name, sort in sorts.items()
    }

    def keep(journal: Journal) -> None:
        for name, things in given.items():
            collection = getattr(journal, name)
            assert collection.add_imported(things[:1]) == len(things[:1])
            for thing in things[1:]:
                collection.insert(replace(thing))
                collection.edit(thing)

    with written_and_read(keep) as journal:
        for name, things in given.items():
            assert sorted(getattr(journal, name), key=by_id) == sorted(things, key=by_id)


def by_id(thing: Any) -> str:
    return str(thing.id)


@few
@given(st.lists(strategies.reached, max_size=4, unique_by=lambda each: each.id), contacts)
def test_whom_one_reached(given: list[Reached], contact: Contact) -> None:
    mine = [replace(each, contact_id=contact.id) for each in given]

    def keep(journal: Journal) -> None:
        journal.contacts.add_imported([contact])
        journal.reached.add_imported(mine)

    with written_and_read(keep) as journal:
        assert list(journal.reached) == sorted(mine, key=lambda each: (each.at.milliseconds, each.id))
        assert journal.reached.last_days() == ({contact.id: max(each.day for each in mine)} if mine else {})
        for each in mine:
            assert each in journal.reached.within(Period(each.day, each.day))


@few
@given(st.lists(st.text(strategies.characters, max_size=12), min_size=1, max_size=6))
def test_any_text_anywhere_is_kept_clean_or_refused_in_a_sentence(given: list[str]) -> None:
    def note(journal: Journal) -> None:
        for text in given:
            for use in (
                partial(journal.entries.add, note=text, feelings=[text], tags=[text]),
                partial(journal.trackers.add, text, unit=text),
                partial(journal.contacts.add, text, hours=text, say=text, note=text, crisis_order=1),
                partial(add_routine, journal, text, small=text, why=text, unit=text),
                partial(journal.plan.add, Section.ALONE, text),
                partial(journal.helpline_marks.add, "GB", text),
            ):
                refusal_of(InvalidValue, use)

    with written_and_read(note) as journal:
        assert len({tracker.name.casefold() for tracker in journal.trackers}) == len(journal.trackers)
        assert len(list(journal.contacts)) == len(journal.contacts) == len(list(journal.routines))


@pytest.mark.parametrize("reading", [-0.0, 0.1 + 0.2, 1e-300, 5])
def test_numbers_that_a_file_likes_to_change_keep_their_checksum(reading: float) -> None:
    def note(journal: Journal) -> None:
        journal.trackers.add("sleep", minimum=-0.0, maximum=abs(reading))
        journal.entries.add(readings={"sleep": reading})
        walk = journal.routines.insert(Routine(journal.routines.new_id(), "walk", DAY, target=0.1))
        journal.ticks.add([walk], amount=abs(reading))
        journal.ticks.add([walk], amount=-0.0)

    with written_and_read(note) as journal:
        assert [entry.readings["sleep"] for entry in journal.entries] == [reading]
        assert {tick.amount for tick in journal.ticks} == {abs(reading), 0}
