"""Entries are found by day, word and mood, in order; a second import adds nothing."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from carelog.clock import fixed_clock
from carelog.domain.entry import Entry
from carelog.domain.ids import steady_id
from carelog.domain.routines.pause import Pause
from carelog.domain.routines.tick import Tick, TickState
from carelog.domain.time.days import ONE_DAY, Moment, Period
from carelog.domain.tracker import Tracker
from carelog.errors import InvalidValue, NotFound
from carelog.journal import Journal
from carelog.settings import Settings
from support.journals import DAY, Open, Read, SetClock, add_routine, written_and_read
from support.sentences import whole

NOON = Moment(datetime(2026, 11, 22, 12, tzinfo=UTC))
WORDS = ("walk", "Sleep", "ärger", "сон")

imported = st.lists(
    st.builds(
        Entry,
        id=st.integers(0, 30).map(lambda number: steady_id("app", str(number))),
        at=st.integers(0, 40).map(lambda hours: Moment(NOON.instant - timedelta(hours=12 * hours))),
        day=st.integers(0, 20).map(lambda back: DAY - back * ONE_DAY),
        mood=st.none() | st.integers(1, 5),
        note=st.sampled_from(["x", "a long WALK", "no сон at all", "Ärger im Büro"]),
        feelings=st.lists(st.sampled_from(WORDS), max_size=2).map(tuple),
        tags=st.lists(st.sampled_from(WORDS), max_size=2).map(tuple),
    ),
    max_size=12,
    unique_by=lambda entry: entry.id,
)


@settings(max_examples=15)
@given(imported, st.data())
def test_entries_are_found_by_each_condition_and_by_all_together(entries: list[Entry], data: st.DataObject) -> None:
    tag, feeling, search = (
        data.draw(st.sampled_from(["", each.upper(), f"#{each}"[kind:]]))
        for kind, each in ((0, "walk"), (1, "сон"), (1, "ärger"))
    )
    lowest, highest = data.draw(st.none() | st.integers(1, 5)), data.draw(st.none() | st.integers(1, 5))
    newest = data.draw(st.none() | st.integers(0, 5))
    period = data.draw(
        st.none() | st.integers(0, 20).map(lambda days: Period(DAY - days * ONE_DAY, DAY - days // 2 * ONE_DAY))
    )

    def fits(entry: Entry) -> bool:
        words = [word.lower() for word in (entry.note, *entry.feelings, *entry.tags)]
        return (
            (period is None or period.first <= entry.day <= period.last)
            and (not tag or tag.lstrip("#").lower() in [word.lower() for word in entry.tags])
            and (not feeling or feeling.lower() in [word.lower() for word in entry.feelings])
            and (not search or any(search.lower() in word for word in words))
            and (lowest is None or (entry.mood is not None and entry.mood >= lowest))
            and (highest is None or (entry.mood is not None and entry.mood <= highest))
        )

    expected = [entry for entry in sorted(entries, key=lambda each: (each.at, each.id)) if fits(entry)]
    with written_and_read(lambda journal: journal.entries.add_imported(entries)) as journal:
        found = journal.entries.within(
            period, tag=tag, feeling=feeling, search=search, lowest=lowest, highest=highest, newest=newest
        )
        assert found == (expected if newest is None else expected[len(expected) - min(newest, len(expected)) :])
        assert (journal.entries.first_day(), journal.entries.last_day()) == (
            min((entry.day for entry in entries), default=None),
            max((entry.day for entry in entries), default=None),
        )
        if period:
            assert journal.entries.days(period) == {entry.day for entry in entries if entry.day in period}


def test_the_same_day_of_earlier_years_is_found_by_the_journals_day(journal: Journal) -> None:
    days = [date(2024, 2, 29), date(2023, 2, 28), date(2025, 2, 28), date(2026, 2, 28), date(2020, 2, 29)]
    journal.entries.add_imported([Entry(steady_id(str(day)), NOON, day, 3) for day in days])
    assert [entry.day for entry in journal.entries.on_this_day(date(2026, 2, 28))] == sorted(
        [days[1], days[2]], key=lambda day: steady_id(str(day))
    )
    assert {entry.day for entry in journal.entries.on_this_day(date(2028, 2, 29))} == {days[0], days[4]}


@pytest.mark.parametrize(("hour", "day"), [(3, DAY - ONE_DAY), (4, DAY), (23, DAY)])
def test_what_is_noted_at_night_belongs_to_the_day_before(
    hour: int, day: date, journal: Journal, clock: SetClock
) -> None:
    clock.shown = datetime(2026, 11, 22, hour, 30, tzinfo=UTC)
    assert journal.entries.add(3).day == journal.today == day
    assert journal.ticks.add([add_routine(journal)])[0].day == day


def test_a_day_that_is_written_stays_when_the_person_lets_days_begin_at_another_time(
    open_journal: Open, clock: SetClock
) -> None:
    clock.shown = datetime(2026, 11, 22, 1, 30, tzinfo=UTC)
    entry = open_journal().entries.add(3, "up late")
    later = open_journal(settings=Settings(day_starts_at=time(0)))
    changed = later.entries.edit(replace(entry, note="still up"))
    assert changed.day == later.entries.get(entry.id).day == DAY - ONE_DAY
    moved = later.entries.edit(replace(changed, at=Moment(datetime(2026, 11, 20, 1, tzinfo=UTC))))
    assert moved.day == date(2026, 11, 20)


def test_an_edit_checks_the_range_of_changed_readings_only_and_repeats_no_old_one(journal: Journal) -> None:
    wide = journal.trackers.add("sleep", maximum=24)
    entry = journal.entries.add(3, readings={"sleep": 13.25})
    journal.trackers.archive(wide, DAY)
    journal.trackers.add("sleep", maximum=12)
    edited = journal.entries.edit(replace(entry, note="a long night"))
    assert (edited.note, edited.readings) == ("a long night", {"sleep": 13.25})
    assert journal.entries.get(entry.id) == edited
    with pytest.raises(InvalidValue):
        journal.entries.edit(replace(edited, readings={"sleep": 14}))
    assert journal.entries.get(entry.id) == edited


def test_the_day_of_an_import_is_its_own_and_stays_so_when_it_is_edited(journal: Journal) -> None:
    night = Moment(datetime(2026, 11, 22, 1, 30, tzinfo=UTC))
    journal.entries.add_imported([Entry(steady_id("app", "1"), night, DAY, 4, "imported")])
    edited = journal.entries.edit(replace(next(iter(journal.entries)), mood=5))
    assert edited.day == DAY


@settings(max_examples=10)
@given(imported)
def test_a_second_import_adds_nothing(entries: list[Entry]) -> None:
    with Journal.open(None, fixed_clock("2026-11-22T21:30:00+00:00")) as journal:
        known = journal.entries.known_ids(entry.id for entry in entries)
        assert journal.entries.add_imported(entries) == len(entries) - len(known)
        before = list(journal.entries)
        assert journal.entries.add_imported(entries) == 0
        assert journal.entries.add_imported(entries[::-1] * 2) == 0
        assert list(journal.entries) == before
        assert journal.entries.known_ids(entry.id for entry in entries) == {entry.id for entry in entries}


def test_an_import_that_names_a_row_twice_takes_the_first(journal: Journal) -> None:
    row = Entry(steady_id("app", "1"), NOON, DAY, 3, "first")
    assert journal.entries.add_imported([row, replace(row, note="second")]) == 1
    assert [entry.note for entry in journal.entries] == ["first"]


def test_a_second_import_neither_revives_what_was_deleted_nor_undoes_an_edit(journal: Journal, rows: Read) -> None:
    edited, deleted = (Entry(steady_id("app", name), NOON, DAY, 3, name) for name in ("edited", "deleted"))
    walk = add_routine(journal)
    ticks = [Tick(steady_id("app", "tick", name), walk.id, NOON, DAY, note=name) for name in ("stays", "goes")]
    assert (journal.entries.add_imported([edited, deleted]), journal.ticks.add_imported(ticks)) == (2, 2)
    journal.entries.edit(replace(edited, note="my own words"))
    journal.entries.remove(deleted.id)
    journal.ticks.remove(ticks[1].id)
    before = [rows(f"SELECT * FROM {table} ORDER BY id") for table in ("entries", "ticks")]
    assert (journal.entries.add_imported([edited, deleted]), journal.ticks.add_imported(ticks)) == (0, 0)
    assert [rows(f"SELECT * FROM {table} ORDER BY id") for table in ("entries", "ticks")] == before
    assert ([entry.note for entry in journal.entries], list(journal.ticks)) == (["my own words"], ticks[:1])


def test_an_import_that_fails_half_way_leaves_nothing(journal: Journal) -> None:
    good, bad = Entry(steady_id("1"), NOON, DAY, 3), Entry(steady_id("2"), NOON, DAY, readings={"unknown": 3})
    with pytest.raises(KeyError):
        journal.entries.add_imported([good, bad], trackers=[Tracker("t", "sleep")])
    assert (list(journal.entries), list(journal.trackers)) == ([], [])
    assert journal.entries.add(4).mood == 4


def test_an_import_brings_the_trackers_it_needs_and_leaves_those_there_are(journal: Journal) -> None:
    mine = journal.trackers.add("Sleep", unit="h")
    row = Entry(steady_id("1"), NOON, DAY, readings={"sleep": 7, "steps": 9000})
    assert journal.entries.add_imported([row], trackers=[Tracker("a", "sleep", "min"), Tracker("b", "steps")]) == 1
    assert [(each.name, each.unit) for each in journal.trackers] == [("Sleep", "h"), ("steps", "")]
    assert journal.trackers.named("sleep") == mine
    assert next(iter(journal.entries)).readings == {"Sleep": 7, "steps": 9000}


def test_an_import_is_not_taken_back_by_undo(journal: Journal) -> None:
    journal.entries.add_imported([Entry(steady_id("1"), NOON, DAY, 3)])
    with pytest.raises(NotFound):
        journal.undo()


def test_what_is_gone_can_be_neither_edited_nor_deleted_again(journal: Journal) -> None:
    entry, contact, routine = journal.entries.add(3), journal.contacts.add("Sam"), add_routine(journal)
    uses = (
        partial(journal.entries.edit, entry),
        partial(journal.entries.remove, entry.id),
        partial(journal.contacts.edit, contact),
        partial(journal.contacts.remove, contact.id),
        partial(journal.routines.edit, routine),
        partial(journal.routines.remove, routine.id),
    )
    for remove in uses[1::2]:
        remove()
    for use in uses:
        with pytest.raises(NotFound):
            use()
    assert (len(journal.entries), len(journal.contacts), len(journal.routines)) == (0, 0, 0)


def test_people_are_listed_in_the_order_of_the_card_then_by_name(journal: Journal) -> None:
    for name, place in (("zoe", None), ("Alex", 3), ("Sam", 1), ("Bo", None), ("Kim", 3)):
        journal.contacts.add(name, crisis_order=place)
    assert [person.name for person in journal.contacts] == ["Sam", "Alex", "Kim", "Bo", "zoe"]
    assert [person.name for person in journal.contacts.on_card()] == ["Sam", "Alex", "Kim"]


def test_ticks_are_found_by_routine_and_by_day(journal: Journal, clock: SetClock) -> None:
    walk, stretch = add_routine(journal, "walk"), add_routine(journal, "stretch")
    noted = []
    for state in (TickState.DONE, TickState.SMALL, TickState.SKIPPED):
        noted.append(journal.ticks.add([walk, stretch], state, amount=2, note="n"))
        clock.move(days=1)
    mine = [pair[0] for pair in noted]
    assert journal.ticks.of(walk) == mine
    assert journal.ticks.of(walk, newest=2) == mine[1:]
    assert journal.ticks.of(walk, newest=0) == []
    assert {tick.id for tick in journal.ticks.within(Period(DAY, DAY))} == {tick.id for tick in noted[0]}
    assert journal.ticks.days(Period(DAY, DAY + 9 * ONE_DAY)) == {DAY, DAY + ONE_DAY, DAY + 2 * ONE_DAY}
    at = Moment(datetime(2020, 1, 1, 12, tzinfo=UTC))
    assert journal.ticks.add([walk], at=at)[0].day == date(2020, 1, 1)


def test_a_pause_is_begun_lengthened_and_ended(journal: Journal) -> None:
    begun = journal.pauses.add(DAY)
    assert (begun.first, begun.last, journal.pauses.on(DAY + 300 * ONE_DAY)) == (DAY, None, begun)
    shorter = journal.pauses.add(DAY + ONE_DAY, DAY + 9 * ONE_DAY)
    assert list(journal.pauses) == [shorter] == [Pause(begun.id, DAY, DAY + 9 * ONE_DAY)]
    ended = journal.pauses.end(DAY + 3 * ONE_DAY)
    assert (ended.last, journal.pauses.on(DAY + 3 * ONE_DAY)) == (DAY + 2 * ONE_DAY, None)
    with pytest.raises(NotFound, match=whole("No pause is on now, so there is none to end.")):
        journal.pauses.end(DAY + 3 * ONE_DAY)
    with pytest.raises(InvalidValue, match=whole("A pause cannot end before it begins.")):
        journal.pauses.add(DAY + 5 * ONE_DAY, DAY + 4 * ONE_DAY)


def test_a_pause_that_is_ended_on_its_first_day_was_none(journal: Journal) -> None:
    journal.pauses.add(DAY)
    journal.pauses.end(DAY)
    assert list(journal.pauses) == []
