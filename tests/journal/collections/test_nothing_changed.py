"""Writing what is there already writes nothing, in every collection: no row, no stamp, no card, and undo stays."""

from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from carelog.journal import Journal
from carelog.paths import Paths
from support.journals import fill


@pytest.fixture
def journal(home: Path, now: Callable[[str], None]) -> Iterable[Journal]:
    """A journal with something in every collection; the last change is a note."""
    now("2026-11-22T21:30:00+01:00")
    with Journal.open(Paths.inside(home)) as opened:
        fill(opened, "zaffre")
        opened.entries.add(3, "a real change")
        yield opened


def test_a_thing_that_is_replaced_by_itself_is_left_as_it_is(journal: Journal) -> None:
    tried = [each for each in journal.collections if type(each).__name__ != "Imports"]
    before = rows(journal)
    for collection in tried:
        for thing in list(collection):
            assert collection.edit(thing) == thing
    assert rows(journal) == before
    assert len([each for each in tried if len(each)]) >= 15
    assert [table for table, _, _ in journal.undo()] == ["entries"]


def test_things_that_were_taken_in_before_leave_undo_alone(journal: Journal) -> None:
    before = rows(journal)
    journal.contacts.add_imported(list(journal.contacts))
    for collection in (journal.kind_words, journal.topics, journal.goals, journal.ticks):
        collection.add_imported(list(collection))
    journal.entries.add_imported(list(journal.entries))
    journal.plan.arrange(list(journal.plan.of(next(iter(journal.plan)).section)))
    journal.contacts.remove()
    assert rows(journal) == before
    assert [table for table, _, _ in journal.undo()] == ["entries"]


def test_what_the_program_keeps_by_itself_is_no_change_of_the_person(home: Path) -> None:
    with Journal.open(Paths.inside(home)) as first:
        fill(first, "zaffre")
    with Journal.open(Paths.inside(home)) as again:
        again.signs.mark_spoken(list(again.signs), date(2026, 11, 22))
        assert (again.changed, again.changed_by_person) == (True, False)
        again.entries.add(3)
        assert again.changed_by_person


def test_the_record_for_undo_is_cleared_where_that_is_asked_for(journal: Journal) -> None:
    journal.clear_undo()
    assert list(journal._store.rows("SELECT * FROM undo")) == []


def rows(journal: Journal) -> dict[str, list[Any]]:
    tables = [name for (name,) in journal._store.rows("SELECT name FROM sqlite_master WHERE type = 'table'")]
    return {name: [tuple(row) for row in journal._store.rows(f"SELECT * FROM {name}")] for name in tables}
