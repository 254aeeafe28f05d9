"""Entries, people, trackers, ticks and pauses are clean and whole, or they do not exist."""

from datetime import UTC, date, datetime, timedelta
from math import inf, nan
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from carelog.domain.entry import Entry, words_once
from carelog.domain.numbers import show_number
from carelog.domain.people.contact import Contact, Way, WayKind
from carelog.domain.routines.pause import DAYS_WITHOUT_USE, Pause, quiet_stretches
from carelog.domain.routines.tick import Tick, TickState
from carelog.domain.text import clean, clean_line, fold
from carelog.domain.time.days import ONE_DAY, Moment
from carelog.domain.tracker import Tracker
from carelog.errors import InvalidValue
from support.sentences import whole
from support.strategies import contacts, entries, names, numbers, texts, ticks, trackers, ways

few = settings(max_examples=30)
DAY = date(2026, 11, 22)
AT = Moment(datetime(2026, 11, 22, 12, tzinfo=UTC))


@few
@given(entries)
def test_an_entry_made_of_an_entry_is_the_same_entry(entry: Entry) -> None:
    again = Entry(
        entry.id, entry.at, entry.day, entry.mood, entry.note, entry.feelings, entry.tags, private=entry.private
    )
    assert again == entry
    assert entry.handle == entry.id[-6:]


@few
@given(entries)
def test_the_words_of_an_entry_are_clean(entry: Entry) -> None:
    for text in (entry.note, *entry.feelings, *entry.tags):
        assert text == clean(text).strip()
    assert not [tag for tag in entry.tags if tag.startswith("#")]


@few
@given(entries, st.data())
def test_an_entry_mentions_every_word_in_it_in_any_case(entry: Entry, data: st.DataObject) -> None:
    for text in (entry.note, *entry.feelings, *entry.tags):
        begin = data.draw(st.integers(0, max(len(text) - 1, 0)))
        in_some_case = data.draw(st.sampled_from([str, str.lower, str.upper, str.casefold]))
        assert entry.mentions(in_some_case(text[begin : begin + 5]))
    assert not entry.mentions("nowhere in any of these words")


@pytest.mark.parametrize("tag", ["walk", "#walk", "##walk", " #walk", "# walk", "#\u00a0#walk "])
def test_a_tag_is_the_same_with_and_without_its_sign(tag: str) -> None:
    assert Entry("e", AT, DAY, tags=(tag,)).tags == ("walk",)


@given(st.lists(names(5), max_size=6))
def test_words_are_kept_once_in_the_way_they_were_first_written(words: list[str]) -> None:
    once = words_once(words, "entry.tag")
    lines = [clean_line(word) for word in words]
    assert [fold(word) for word in once] == list(dict.fromkeys(map(fold, lines)))
    assert all(word in lines for word in once)
    assert words_once(once, "entry.tag") == once


@pytest.mark.parametrize(
    "fields",
    [{"mood": 3}, {"note": "x"}, {"feelings": ("calm",)}, {"tags": ("walk",)}, {"readings": {"sleep": 0.0}}],
)
def test_an_entry_needs_any_one_thing(fields: dict[str, Any]) -> None:
    assert Entry("e", AT, DAY, **fields).day == DAY


@pytest.mark.parametrize(
    ("fields", "what"),
    [
        ({}, "One number from 1 to 5 is enough for an entry: carelog mood 3"),
        ({"note": " \n "}, "One number from 1 to 5 is enough for an entry: carelog mood 3"),
        ({"mood": 0}, "Moods go from 1 to 5, so 0 cannot be kept. Pick the closest one; it need not be exact."),
        ({"mood": 6}, "Moods go from 1 to 5, so 6 cannot be kept. Pick the closest one; it need not be exact."),
        ({"mood": 3.5}, "Moods go from 1 to 5, so 3.5 cannot be kept. Pick the closest one; it need not be exact."),
        ({"mood": 3.0}, "Moods go from 1 to 5, so 3.0 cannot be kept. Pick the closest one; it need not be exact."),
        ({"mood": True}, "Moods go from 1 to 5, so True cannot be kept. Pick the closest one; it need not be exact."),
        ({"mood": 3, "feelings": ("",)}, "A feeling needs at least one character."),
        ({"mood": 3, "tags": ("#",)}, "A tag needs at least one character."),
        ({"mood": 3, "tags": ("x" * 61,)}, "A tag can have up to 60 characters; this has 61."),
        ({"mood": 3, "note": "x" * 1_000_001}, "A note can hold up to 1,000,000 characters; this has 1,000,001."),
        ({"readings": {"sleep": nan}}, "A reading is a number up to 1,000,000,000,000; this is not."),
        ({"readings": {"sleep": inf}}, "A reading is a number up to 1,000,000,000,000; this is not."),
        ({"readings": {"sleep": 10**400}}, "A reading is a number up to 1,000,000,000,000; this is not."),
    ],
)
def test_an_entry_that_makes_no_sense_does_not_exist(fields: dict[str, Any], what: str) -> None:
    with pytest.raises(InvalidValue, match=whole(what)):
        Entry("e", AT, DAY, **fields)


@few
@given(contacts)
def test_everything_about_a_person_is_clean_so_that_it_fits_the_card(contact: Contact) -> None:
    lines = [
        contact.name,
        contact.hours,
        contact.say,
        *(part for way in contact.ways for part in (way.value, way.label)),
    ]
    assert lines == [clean_line(line) for line in lines]
    assert contact.note == clean(contact.note).strip()
    assert contact.handle == contact.id[-6:]


@given(ways)
def test_a_way_made_of_a_way_is_the_same_way(way: Way) -> None:
    assert Way(way.kind, way.value, way.label) == way


@pytest.mark.parametrize(
    ("kind", "value", "what"),
    [
        (WayKind.PHONE, "", "A contact's phone needs at least one character."),
        (WayKind.PHONE, "call me", "“call me” has no digits, so it cannot be a number to call or text."),
        (WayKind.TEXT, "+", "“+” has no digits, so it cannot be a number to call or text."),
        (WayKind.EMAIL, "sam", "“sam” is not an e-mail address."),
        (WayKind.ADDRESS, "\n", "A contact's address needs at least one character."),
        (WayKind.WEB, "x" * 201, "A contact's web can have up to 200 characters; this has 201."),
    ],
)
def test_a_way_that_reaches_nobody_does_not_exist(kind: WayKind, value: str, what: str) -> None:
    with pytest.raises(InvalidValue, match=whole(what)):
        Way(kind, value)


@pytest.mark.parametrize(
    ("fields", "what"),
    [
        ({"name": "\t"}, "A contact's name needs at least one character."),
        ({"crisis_order": 0}, "The place on the crisis card is counted from 1, up to 999."),
        ({"crisis_order": -3}, "The place on the crisis card is counted from 1, up to 999."),
        ({"crisis_order": 1000}, "The place on the crisis card is counted from 1, up to 999."),
        ({"crisis_order": 10**30}, "The place on the crisis card is counted from 1, up to 999."),
        ({"crisis_order": 1.5}, "The place on the crisis card is counted from 1, up to 999."),
        ({"say": "x" * 501}, "What to say can have up to 500 characters; this has 501."),
        ({"hours": "x" * 201}, "Hours can have up to 200 characters; this has 201."),
    ],
)
def test_a_person_whom_nobody_could_find_does_not_exist(fields: dict[str, Any], what: str) -> None:
    with pytest.raises(InvalidValue, match=whole(what)):
        Contact(**{"id": "c", "name": "Sam"} | fields)


@given(trackers, numbers)
def test_a_reading_is_taken_within_the_range_and_refused_outside(tracker: Tracker, reading: float) -> None:
    low = -inf if tracker.minimum is None else tracker.minimum
    high = inf if tracker.maximum is None else tracker.maximum
    if low <= reading <= high:
        assert tracker.checked(reading) == reading
    else:
        name, given_one = tracker.name, show_number(reading)
        if tracker.minimum is None:
            refusal = f"“{name}” goes up to {show_number(high)}; {given_one} is outside."
        elif tracker.maximum is None:
            refusal = f"“{name}” goes from {show_number(low)}; {given_one} is outside."
        else:
            refusal = f"“{name}” goes from {show_number(low)} up to {show_number(high)}; {given_one} is outside."
        with pytest.raises(InvalidValue, match=whole(refusal)):
            tracker.checked(reading)


@pytest.mark.parametrize(
    ("bounds", "sentence"),
    [
        ((0, 24), "“sleep” goes from 0 up to 24; 25 is outside."),
        ((None, 24), "“sleep” goes up to 24; 25 is outside."),
        ((30.5, None), "“sleep” goes from 30.5; 25 is outside."),
    ],
)
def test_the_refusal_of_a_reading_names_the_range(bounds: tuple[float | None, float | None], sentence: str) -> None:
    with pytest.raises(InvalidValue) as refused:
        Tracker("t", "sleep", "h", *bounds).checked(25)
    assert refused.value.message == sentence


@pytest.mark.parametrize("reading", [nan, inf, -inf])
def test_a_reading_is_a_number_also_where_the_scale_has_no_ends(reading: float) -> None:
    with pytest.raises(InvalidValue, match=whole("A reading is a number up to 1,000,000,000,000; this is not.")):
        Tracker("t", "sleep").checked(reading)


def test_a_reading_is_shown_with_its_unit_where_there_is_one() -> None:
    assert (Tracker("t", "sleep", "h").show(7.5), Tracker("t", "energy").show(3)) == ("7.5 h", "3")


@pytest.mark.parametrize(
    ("fields", "what"),
    [
        ({"name": ""}, "A tracker's name needs at least one character."),
        ({"name": "a=b"}, "A tracker's name cannot hold “=”, because readings are written name=number."),
        ({"name": "x" * 61}, "A tracker's name can have up to 60 characters; this has 61."),
        ({"minimum": 5, "maximum": 4}, "The lowest reading of a tracker cannot be above its highest."),
        ({"minimum": nan}, "The minimum of a tracker is a number up to 1,000,000,000,000; this is not."),
        ({"maximum": inf}, "The maximum of a tracker is a number up to 1,000,000,000,000; this is not."),
    ],
)
def test_a_scale_that_makes_no_sense_does_not_exist(fields: dict[str, Any], what: str) -> None:
    with pytest.raises(InvalidValue, match=whole(what)):
        Tracker(**{"id": "tracker", "name": "sleep"} | fields)


@few
@given(trackers)
def test_a_scale_is_found_by_its_handle_and_keeps_no_minus_zero(tracker: Tracker) -> None:
    assert tracker.handle == tracker.id[-6:]
    assert "-0.0" not in (str(tracker.minimum), str(tracker.maximum))


@given(ticks)
def test_a_tick_counts_as_kept_unless_it_was_skipped(tick: Tick) -> None:
    assert tick.kept == (tick.state in (TickState.DONE, TickState.SMALL))
    assert tick.handle == tick.id[-6:]
    assert tick.note == clean(tick.note).strip()


@pytest.mark.parametrize(
    ("amount", "what"),
    [
        (-1.0, "An amount cannot be below zero."),
        (-0.001, "An amount cannot be below zero."),
        (nan, "An amount is a number up to 1,000,000,000,000; this is not."),
        (inf, "An amount is a number up to 1,000,000,000,000; this is not."),
    ],
)
def test_an_amount_that_cannot_be_does_not_exist(amount: float, what: str) -> None:
    with pytest.raises(InvalidValue, match=whole(what)):
        Tick("t", "r", AT, DAY, amount=amount)


@given(texts)
def test_a_note_of_a_tick_is_cleaned(text: str) -> None:
    assert Tick("t", "r", AT, DAY, note=text).note == clean(text).strip()


@given(st.integers(-5, 40), st.none() | st.integers(0, 30))
def test_a_pause_holds_its_first_and_last_day_and_those_between(step: int, length: int | None) -> None:
    pause = Pause("p", DAY, None if length is None else DAY + length * ONE_DAY)
    assert (DAY + step * ONE_DAY in pause) == (0 <= step <= (inf if length is None else length))


def test_a_pause_that_ends_before_it_begins_does_not_exist() -> None:
    with pytest.raises(InvalidValue, match=whole("A pause cannot end before it begins.")):
        Pause("p", DAY, DAY - ONE_DAY)


@few
@given(st.sets(st.integers(-200, 10), max_size=12))
def test_fourteen_days_without_use_are_a_pause_that_nobody_announced(used_on: set[int]) -> None:
    used = {DAY + step * ONE_DAY for step in used_on}
    stretches = quiet_stretches(used, DAY)
    quiet = {first + timedelta(days=step) for first, last in stretches for step in range((last - first).days + 1)}
    assert not quiet & (used | {DAY})
    assert all((last - first).days + 1 >= DAYS_WITHOUT_USE == 14 for first, last in stretches)
    assert all(first - ONE_DAY in used and last + ONE_DAY in used | {DAY} for first, last in stretches)
    earlier = [day for day in used if day < DAY]
    for back in range(1, 200):
        around = {DAY - step * ONE_DAY for step in range(back, back + DAYS_WITHOUT_USE)}
        if earlier and min(earlier) < min(around) and not around & used:
            assert around <= quiet
