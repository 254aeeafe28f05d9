"""The last add, edit or tick can be taken back once; a delete is final."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from carelog.domain.routines.tick import TickState
from carelog.errors import NotFound
from carelog.journal import Journal
from support.journals import DAY, Open, Read, SetClock, add_routine

NOTHING_TO_UNDO = (
    "There is nothing to undo. Undo reaches the last add, edit or tick; an import is taken back with: carelog "
    "import undo last"
)
EVERYTHING = ("trackers", "entries", "contacts", "routines", "ticks", "pauses")


def held(journal: Journal) -> dict[str, list[object]]:
    return {name: list(getattr(journal, name)) for name in EVERYTHING}


CHANGES: dict[str, Callable[[Journal], object]] = {
    "adds an entry": lambda journal: journal.entries.add(4, "new"),
    "edits an entry": lambda journal: journal.entries.edit(
        replace(journal.entries.find("last"), note="new", mood=None)
    ),
    "adds a tracker": lambda journal: journal.trackers.add("energy"),
    "archives a tracker": lambda journal: journal.trackers.archive(next(iter(journal.trackers)), DAY),
    "adds a contact": lambda journal: journal.contacts.add("Alex", crisis_order=2),
    "edits a contact": lambda journal: journal.contacts.edit(replace(next(iter(journal.contacts)), name="Kim")),
    "adds a routine": lambda journal: add_routine(journal, "stretch"),
    "edits a routine": lambda journal: journal.routines.edit(replace(next(iter(journal.routines)), why="new")),
    "archives a routine": lambda journal: journal.routines.archive(next(iter(journal.routines)), DAY),
    "ticks": lambda journal: journal.ticks.add(journal.routines.active()[:1]),
    "ticks several": lambda journal: journal.ticks.add(journal.routines.active(), TickState.SKIPPED, note="ill"),
    "changes a pause": lambda journal: journal.pauses.add(DAY),
}


@pytest.mark.parametrize("what", CHANGES)
def test_undo_brings_back_exactly_what_was_there(what: str, lived_in: Journal, open_journal: Open) -> None:
    before = held(lived_in)
    CHANGES[what](lived_in)
    assert held(lived_in) != before
    later = open_journal()
    assert later.undo()
    assert held(later) == held(open_journal(to_write=False)) == before


def test_undo_says_which_rows_it_changed_the_newest_first(journal: Journal) -> None:
    walk, stretch = add_routine(journal, "walk"), add_routine(journal, "stretch")
    ticks = journal.ticks.add([walk, stretch])
    assert journal.undo() == [("ticks", tick.id, False) for tick in reversed(ticks)]


@pytest.mark.parametrize("what", CHANGES)
def test_an_undo_cannot_be_undone(what: str, lived_in: Journal) -> None:
    CHANGES[what](lived_in)
    lived_in.undo()
    with pytest.raises(NotFound) as refused:
        lived_in.undo()
    assert refused.value.message == NOTHING_TO_UNDO


def test_undo_reaches_one_change_and_no_further(journal: Journal) -> None:
    first = journal.entries.add(3, "first")
    journal.entries.add(4, "second")
    journal.undo()
    with pytest.raises(NotFound):
        journal.undo()
    assert list(journal.entries) == [first]


def test_in_a_new_journal_there_is_nothing_to_take_back(journal: Journal) -> None:
    with pytest.raises(NotFound):
        journal.undo()


@pytest.mark.parametrize("name", EVERYTHING)
def test_a_delete_of_anything_is_final_and_leaves_nothing_else_to_take_back(name: str, lived_in: Journal) -> None:
    lived_in.entries.add(4, "the last change before it")
    collection = getattr(lived_in, name)
    collection.remove(next(iter(collection)).id)
    before = held(lived_in)
    with pytest.raises(NotFound):
        lived_in.undo()
    assert held(lived_in) == before


def test_a_failed_undo_changes_nothing(journal: Journal, rows: Read) -> None:
    journal.entries.add(3)
    journal.undo()
    before = rows("SELECT * FROM entries"), rows("SELECT * FROM state")
    with pytest.raises(NotFound):
        journal.undo()
    assert (rows("SELECT * FROM entries"), rows("SELECT * FROM state")) == before


def test_what_was_taken_back_can_be_added_again(journal: Journal) -> None:
    for _ in range(2):
        journal.trackers.add("sleep")
        journal.undo()
        journal.contacts.add("Sam")
        journal.undo()
        add_routine(journal, "walk")
        journal.undo()
    assert not any(held(journal).values())


def test_a_change_is_later_than_what_it_changes_also_when_the_clock_steps_back(
    journal: Journal, clock: SetClock, rows: Read
) -> None:
    stamps = []
    entry = journal.entries.add(3, "first")
    changes: list[Callable[[], object]] = [
        lambda: journal.entries.edit(replace(entry, note="second")),
        journal.undo,
        lambda: journal.entries.edit(replace(entry, note="third")),
        lambda: journal.entries.remove(entry.id),
    ]
    for change, days in zip(changes, (-400, 0, 1, -9000), strict=True):
        stamps.append(rows("SELECT created_at, updated_at FROM entries")[0])
        clock.move(days=days)
        change()
    last = rows("SELECT created_at, updated_at, deleted_at FROM entries")[0]
    times = [each["updated_at"] for each in stamps] + [last["updated_at"]]
    assert times == sorted(set(times))
    assert {each["created_at"] for each in stamps} == {last["created_at"]}
    assert last["deleted_at"] == last["updated_at"]
