"""People find things by a handle, a name or `last`; a reference that fits several is refused."""

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carelog.domain.entry import Entry
from carelog.domain.goal import Goal
from carelog.domain.people.activity import Activity, ActivityKind
from carelog.domain.sign import Sign
from carelog.domain.time.days import Moment
from carelog.errors import AmbiguousName, InvalidValue, NotFound
from carelog.journal import Journal
from carelog.journal.collections.named_collection import NamedCollection
from support.journals import DAY, Open, SetClock, add_routine
from support.sentences import whole

ONE, OTHER = "018f0000-0000-7000-8000-1111aaabcdef", "018f0000-0000-7000-8000-2222aaabcdef"


@pytest.fixture
def twins(journal: Journal, clock: SetClock) -> tuple[Entry, Entry]:
    """Two entries whose ids end alike, which hardly ever happens by chance."""
    at = Moment(clock.shown)
    pair = Entry(ONE, at, DAY, 3, "one"), Entry(OTHER, at, DAY, 4, "other")
    journal.entries.add_imported(pair)
    return pair


@pytest.mark.parametrize("reference", ["abcdef", "AABCDEF", "aaab-cdef"])
def test_a_handle_that_fits_two_is_refused_with_longer_ones_for_each(
    reference: str, journal: Journal, twins: tuple[Entry, Entry]
) -> None:
    with pytest.raises(AmbiguousName) as refused:
        journal.entries.find(reference)
    assert refused.value.exit_number == 2
    assert "one" not in refused.value.message.split()
    named = [word.strip(".,") for word in refused.value.message.split() if word.strip(".,").endswith("aaabcdef")]
    assert [journal.entries.find(word) for word in named] == list(twins)


@pytest.mark.parametrize(
    "reference", ["1aaabcdef", "1111AAABCDEF", "8000-1111aaabcdef", ONE, ONE.upper(), ONE.replace("-", "")]
)
def test_more_of_the_digits_mean_one_of_them(reference: str, journal: Journal, twins: tuple[Entry, Entry]) -> None:
    assert journal.entries.find(reference) == twins[0]


def test_a_deleted_one_does_not_make_a_handle_ambiguous(journal: Journal, twins: tuple[Entry, Entry]) -> None:
    journal.entries.remove(OTHER)
    assert journal.entries.find("abcdef") == twins[0]


@pytest.mark.parametrize("reference", ["abcde0", "f" * 32, "0" * 6])
def test_a_handle_of_nothing_is_not_found(reference: str, journal: Journal, twins: tuple[Entry, Entry]) -> None:
    assert twins
    with pytest.raises(NotFound) as refused:
        journal.entries.find(reference)
    assert refused.value.message == f"No entry has the handle “{reference}”. To see them: carelog log"


@pytest.mark.parametrize("reference", ["", "abc", "xyzxyz", "%%%%%%", "______", "abcdef' OR '1'='1"])
def test_what_is_no_handle_is_refused(reference: str, journal: Journal, twins: tuple[Entry, Entry]) -> None:
    assert twins
    sentence = f"“{reference}” is not a handle. A handle is six letters and digits, as lists show them."
    with pytest.raises(InvalidValue, match=whole(sentence)):
        journal.entries.find(reference)


def test_every_entry_is_found_by_the_handle_that_lists_show(journal: Journal, clock: SetClock) -> None:
    added = []
    for minute in range(20):
        clock.move(minutes=minute)
        added.append(journal.entries.add(3))
    assert [journal.entries.find(entry.handle) for entry in added] == added


def test_last_is_the_one_written_last_whenever_it_happened(journal: Journal, clock: SetClock) -> None:
    journal.entries.add(3)
    clock.move(days=-3)
    earlier = journal.entries.add(2, "three days ago")
    assert journal.entries.find("last") == journal.entries.find("LAST") == earlier
    journal.entries.remove(earlier.id)
    assert journal.entries.find("last").mood == 3


def test_in_an_empty_journal_there_is_no_last_one(journal: Journal) -> None:
    with pytest.raises(NotFound, match=whole("No entries yet. To note how it is: carelog mood")):
        journal.entries.find("last")


def test_every_collection_has_a_sentence_of_its_own_for_what_is_not_there(journal: Journal) -> None:
    sentences, missing = set(), []
    for collection in journal.collections:
        asked = [("id-unknown", "get", ONE), ("handle-unknown", "find", "abcdef"), ("none-yet", "find", "last")]
        asked += [("name-unknown-none-kept", "named", "nobody")] if isinstance(collection, NamedCollection) else []
        for wrong, method, reference in asked:
            with pytest.raises(NotFound) as refused:
                getattr(collection, method)(reference)
            key = refused.value.key
            assert key == f"{collection.key_prefix}{wrong}"
            try:
                sentences.add(refused.value.message)
            except (ImportError, KeyError):
                missing.append(f"src/carelog/error_sentences/{key.partition('.')[0]}.py: add {key}")
    assert not missing, "\n".join(missing)
    named = [each for each in journal.collections if isinstance(each, NamedCollection)]
    assert len(sentences) == 3 * len(journal.collections) + len(named), "two collections have one sentence"


@pytest.mark.parametrize(
    ("collection", "sentence"),
    [
        ("contacts", "There is no contact called “nobody”, and none is kept yet. To add one: carelog contact add"),
        ("routines", "There is no routine called “nobody”, and none is kept yet. To add one: carelog routine add"),
        ("trackers", "There is no tracker called “nobody”, and none is kept yet. To add one: carelog tracker add"),
        ("activities", "There is no activity called “nobody”, and none is kept yet. To add one: carelog activity plan"),
        ("signs", "There is no sign called “nobody”, and none is kept yet. To add one: carelog sign add"),
    ],
)
def test_a_name_of_nothing_names_no_list_where_nothing_is_in_it(
    collection: str, sentence: str, journal: Journal
) -> None:
    with pytest.raises(NotFound) as refused:
        getattr(journal, collection).named("nobody")
    assert refused.value.message == sentence


def test_braces_in_what_was_typed_stay_as_they_are(journal: Journal) -> None:
    with pytest.raises(NotFound) as refused:
        journal.contacts.named("{name}{0}{")
    assert "There is no contact called “{name}{0}{”, and none" in refused.value.message


NAMED: dict[str, Callable[[Journal, str], Any]] = {
    "contacts": lambda journal, name: journal.contacts.add(name),
    "routines": add_routine,
    "trackers": lambda journal, name: journal.trackers.add(name),
}


@pytest.mark.parametrize("kind", NAMED)
def test_a_name_means_the_same_name_in_any_case_else_the_only_one_that_begins_so(kind: str, journal: Journal) -> None:
    collection = getattr(journal, kind)
    sam, samantha, aerger = (NAMED[kind](journal, name) for name in ("Sam", "Samantha", "Ärger  im\tHaus"))
    assert collection.named("sam") == sam
    assert collection.named(" SAMANTHA ") == collection.named("sama") == samantha
    assert collection.named("a\u0308rger IM haus") == collection.named("ärg") == aerger
    assert collection.named(samantha.handle) == samantha
    with pytest.raises(AmbiguousName) as refused:
        collection.named("sa")
    assert refused.value.message == fits("sa", sam, samantha)
    noun = kind.removesuffix("s")
    for nobody in ("", "x", "Sam Smith"):
        refusal = f"There is no {noun} called “{nobody}”. “carelog {noun} list” shows what there is."
        with pytest.raises(NotFound, match=whole(refusal)):
            collection.named(nobody)


TAKEN = {
    "contacts": "There is a contact “Sam” already. Change it with: carelog contact edit Sam",
    "routines": "There is a routine “Sam” already. Change it with: carelog routine edit Sam",
    "trackers": "There is a tracker “Sam” already.",
}


@pytest.mark.parametrize("kind", NAMED)
@pytest.mark.parametrize("again", ["Sam", "SAM", " sam\t", "\nSam"])
def test_one_name_is_given_once_however_it_is_typed(kind: str, again: str, journal: Journal) -> None:
    NAMED[kind](journal, "Sam")
    with pytest.raises(InvalidValue) as refused:
        NAMED[kind](journal, again)
    without_blanks = re.sub(r"“\s*(\w+)\s*”", r"“\1”", refused.value.message)
    assert without_blanks == TAKEN[kind].replace("Sam", again.strip())
    assert len(getattr(journal, kind)) == 1


def test_an_edit_cannot_take_anothers_name_but_may_keep_its_own(journal: Journal) -> None:
    sam, alex = journal.contacts.add("Sam"), journal.contacts.add("Alex")
    walk, read = add_routine(journal, "walk"), add_routine(journal, "read")
    with pytest.raises(InvalidValue, match=whole("There is a contact “ALEX” already.")):
        journal.contacts.edit(replace(sam, name=f" {alex.name.upper()}"))
    with pytest.raises(
        InvalidValue, match=whole("There is a routine “READ” already. Change it with: carelog routine edit READ")
    ):
        journal.routines.edit(replace(walk, name=f" {read.name.upper()}"))
    journal.contacts.edit(replace(sam, name="SAM"))
    journal.routines.edit(replace(walk, name="Walk"))
    assert [person.name for person in journal.contacts] == ["Alex", "SAM"]
    assert {routine.name for routine in journal.routines} == {"Walk", "read"}


def test_the_name_of_an_archived_routine_is_free_again(journal: Journal) -> None:
    old = journal.routines.archive(add_routine(journal, "walk"), DAY)
    new = add_routine(journal, "walk")
    assert journal.routines.named("walk") == new
    assert journal.routines.find(old.id) == old


def test_an_archived_tracker_comes_back_with_its_readings(journal: Journal) -> None:
    sleep = journal.trackers.add("Sleep", unit="h", maximum=12)
    entry = journal.entries.add(readings={"sleep": 7})
    journal.trackers.archive(sleep, DAY)
    assert journal.trackers.active() == []
    back = journal.trackers.add("sleep", unit="hours")
    assert (back.id, back.name, back.maximum, back.archived) == (sleep.id, "sleep", None, None)
    assert journal.entries.get(entry.id).readings == {"sleep": 7}


def test_a_tracker_has_the_same_id_on_every_device_so_that_readings_meet(journal: Journal, open_journal: Open) -> None:
    first = journal.trackers.add("Sleep").id
    journal.undo()
    assert open_journal().trackers.add("SLEEP").id == first


@pytest.mark.parametrize(("name", "error"), [("nothing", NotFound), ("sleep", InvalidValue)])
def test_a_reading_needs_a_tracker_and_its_range(name: str, error: type[Exception], journal: Journal) -> None:
    journal.trackers.add("sleep", maximum=24)
    with pytest.raises(error):
        journal.entries.add(readings={name: 25})
    assert len(journal.entries) == 0


@given(st.text())
def test_no_text_is_a_reference_that_breaks(text: str) -> None:
    with Journal.open(to_write=False) as journal, pytest.raises((NotFound, InvalidValue)):
        journal.contacts.named(text)


def test_a_name_is_found_without_its_accents_and_one_that_is_spelled_so_comes_first(journal: Journal) -> None:
    zoe = journal.contacts.add("Zoë")
    assert journal.contacts.named("zoe") == zoe
    other = journal.contacts.add("Zoe")
    assert journal.contacts.named("zoe") == other
    assert journal.contacts.named("ZOË") == zoe
    third = journal.contacts.add("Zoé")
    with pytest.raises(AmbiguousName) as refused:
        journal.contacts.named("zöe")
    assert sorted(re.findall(r"\b[0-9a-f]{6}\b", refused.value.message)) == sorted(
        each.handle for each in (zoe, other, third)
    )


TEXTS: dict[str, Callable[[Journal, str], Any]] = {
    "activities": lambda journal, text: journal.activities.insert(
        Activity(journal.activities.new_id(), text, ActivityKind.FUN)
    ),
    "goals": lambda journal, text: journal.goals.insert(Goal(journal.goals.new_id(), text, DAY)),
    "signs": lambda journal, text: journal.signs.insert(
        Sign(journal.signs.new_id(), text, "mood below 3 on 3 of 5 days", "call Sam")
    ),
}
"""Things whose name is a short text."""


@pytest.mark.parametrize("kind", TEXTS)
def test_what_has_a_text_for_a_name_is_found_by_any_word_of_it_and_a_beginning_comes_first(
    kind: str, journal: Journal
) -> None:
    collection = getattr(journal, kind)
    visit, tidy, cafe = (TEXTS[kind](journal, text) for text in ("visit the library", "tidy up", "tea (Café Ida)"))
    for words in ("library", "LIB", "the library", "the  lib"):
        assert collection.named(words) == visit
    assert collection.named("cafe") == collection.named("ida") == cafe
    assert collection.named("ti") == tidy
    for nothing in ("brary", "library the", "visit library"):
        with pytest.raises(NotFound):
            collection.named(nothing)
    shelf = TEXTS[kind](journal, "paint the library shelf")
    with pytest.raises(AmbiguousName) as refused:
        collection.named("library")
    assert refused.value.message == fits("library", visit, shelf)
    assert collection.named("library shelf") == shelf
    started = TEXTS[kind](journal, "library card")
    assert collection.named("library") == started


def test_a_person_is_not_taken_for_another_who_has_the_name_within_theirs(journal: Journal) -> None:
    journal.contacts.add("Sam Ito")
    with pytest.raises(NotFound):
        journal.contacts.named("Ito")


def test_a_reading_finds_its_tracker_without_accents(journal: Journal) -> None:
    journal.trackers.add("Müdigkeit")
    assert journal.entries.add(3, readings={"mudigkeit": 4}).readings == {"Müdigkeit": 4}
    assert journal.trackers.knows("MUDIGKEIT")
    journal.trackers.add("Mûdigkeit")
    with pytest.raises(AmbiguousName):
        journal.entries.add(3, readings={"mudigkeit": 4})


def fits(typed: str, *things: Any) -> str:
    """The refusal of what fits several things, by their handles."""
    handles = ", ".join(sorted(each.handle for each in things))
    return (
        f"“{typed}” fits {len(things)} of them: {handles}. Use one of these handles, or more of the name. "
        "The list shows which is which."
    )
