"""What programmers try that the page on the library does not show: it works, or the sentence says what would."""

import threading
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from carelog.domain.time.days import Period
from carelog.errors import InvalidValue, StorageError
from carelog.journal import Journal
from carelog.paths import Paths

MIDNIGHT = datetime(2026, 11, 22, tzinfo=UTC)


@pytest.mark.parametrize("several", [list, tuple, set, frozenset, iter])
def test_routines_are_ticked_from_whatever_holds_several(journal: Journal, several: Callable[[list[str]], Any]) -> None:
    walk = journal.routines.add("walk")
    (tick,) = journal.ticks.add(several(["walk"]))
    assert tick.routine_id == walk.id
    assert journal.ticks.of("walk") == [tick]


@pytest.mark.parametrize("routines", [None, 3, {"walk": 1}, b"walk"])
def test_what_holds_no_routines_is_refused_and_nothing_is_ticked(journal: Journal, routines: Any) -> None:
    journal.routines.add("walk")
    with pytest.raises(InvalidValue) as refused:
        journal.ticks.add(routines)
    assert refused.value.message == (
        "“routines” takes something from this journal, or its id, handle or name; it was given "
        f"{type(routines).__name__}."
    )
    assert not len(journal.ticks)


@pytest.mark.parametrize(
    ("first", "last", "given"), [(MIDNIGHT, MIDNIGHT, "datetime"), ("2026-11-22", "2026-11-22", "str")]
)
def test_a_period_of_anything_but_dates_finds_nothing_by_mistake(
    journal: Journal, first: Any, last: Any, given: str
) -> None:
    entry = journal.entries.add(4)
    odd = Period(first, last)
    for call in (journal.entries.within, journal.entries.days, journal.entries.moods, journal.pauses.within):
        with pytest.raises(InvalidValue) as refused:
            call(odd)
        assert refused.value.message == f"“period” takes a Period of two dates; it was given {given}."
    assert journal.entries.within(Period(entry.day, entry.day)) == [entry]


def test_a_pair_of_dates_is_no_period(journal: Journal) -> None:
    pair: Any = (date(2026, 11, 1), date(2026, 11, 30))
    with pytest.raises(InvalidValue) as refused:
        journal.entries.within(pair)
    assert refused.value.message == "“period” takes a Period of two dates; it was given tuple."


def test_sections_days_and_goals_are_named_in_words_where_they_are_asked_for(journal: Journal) -> None:
    step = journal.plan.add("alone", "walk")
    assert journal.plan.of("alone") == [step]
    pause = journal.pauses.add("yesterday")
    assert journal.pauses.on("today") == pause
    assert journal.pauses.end("today").last == pause.first
    goal = journal.goals.add("run again")
    assert journal.goal_ratings.of("run again") == journal.goal_ratings.of(goal) == []
    assert journal.entries.on_this_day("today") == []
    with pytest.raises(InvalidValue) as refused:
        journal.plan.of("alon")
    assert refused.value.key == "library.word"


def test_two_names_of_one_tracker_with_two_readings_are_refused(journal: Journal) -> None:
    journal.trackers.add("sleep")
    assert journal.entries.add(readings={"sleep": 7, "SLEEP": 7}).readings == {"sleep": 7}
    with pytest.raises(InvalidValue) as refused:
        journal.entries.add(readings={"sleep": 7, "SLEEP": 6.5})
    assert refused.value.message == (
        "“SLEEP” has two readings here, 7 and 6.5, and an entry keeps one of them. Leave the other out."
    )
    assert len(journal.entries) == 1


def test_a_journal_is_closed_by_its_own_thread(journal: Journal, paths: Paths) -> None:
    said: list[str] = []

    def elsewhere() -> None:
        with pytest.raises(StorageError) as refused:
            journal.close()
        said.append(refused.value.message)

    thread = threading.Thread(target=elsewhere)
    thread.start()
    thread.join()
    (sentence,) = said
    assert sentence == (
        f"The journal {paths.journal} was opened in another thread, so nothing was read or changed. Each thread opens "
        "its own: Journal.open()"
    )
    assert journal.entries.add(4).mood == 4


def test_a_folder_may_be_text_where_a_copy_goes_and_not_where_a_journal_is(journal: Journal, tmp_path: Path) -> None:
    assert journal.back_up(str(tmp_path / "copies")).path.parent == tmp_path / "copies"
    place: Any = str(tmp_path)
    with pytest.raises(InvalidValue) as refused:
        Journal.open(place)
    assert refused.value.message == (
        "“paths” takes Paths of carelog.paths, such as Paths.inside(Path(“my-journal”)); it was given str."
    )


def test_answers_have_an_order_which_a_set_has_not(journal: Journal) -> None:
    assert journal.answered.add("phq2", (each for each in (1, 0))).answers == (1, 0)
    answers: Any = {1, 0}
    with pytest.raises(InvalidValue) as refused:
        journal.answered.add("phq2", answers)
    assert refused.value.message == (
        "“answers” takes a list with a whole number, or None where it was left open, for each item; it was given set."
    )
    assert len(journal.answered) == 1


def test_as_many_of_the_newest_are_found_as_asked_for_and_none_below_zero(journal: Journal) -> None:
    journal.entries.add(4)
    assert journal.entries.within(newest=0) == []
    with pytest.raises(InvalidValue) as refused:
        journal.entries.within(newest=-1)
    assert refused.value.message == "“newest” takes a whole number from 0 on; this one is below."


def test_what_is_named_twice_is_removed_once(journal: Journal) -> None:
    entry = journal.entries.add(4)
    journal.entries.remove(entry, entry.id, entry.handle)
    assert not len(journal.entries)
