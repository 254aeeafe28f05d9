"""Deleted words are gone from every file of the home except backups, and so are words that undo no longer needs."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from carelog.domain.people.contact import Way, WayKind
from carelog.domain.routines.routine import Dose, RoutineKind
from carelog.journal import Journal
from carelog.journal.backup.integrity import verify_journal
from carelog.journal.storage.rows import TABLES
from carelog.paths import Paths
from support.journals import DAY, Open, Read, add_routine, fill

CANARY = "zaffre"
NOUNS = ("entries", "ticks", "routines", "plan", "reached", "activities", "signs", "kind_words", "helpline_marks")
NOUNS += ("contacts", "trackers", "appointments", "agreements", "topics", "answered", "shares", "imports")
NOUNS += ("goals", "goal_ratings")


def files_with(word: str, home: Path) -> list[str]:
    """The files of a home, without backups, that contain a word."""
    files = [path for path in home.rglob("*") if path.is_file() and "backups" not in path.parts]
    assert files
    return [path.name for path in files if word.encode() in path.read_bytes()]


def test_everything_that_holds_words_is_deleted_here(journal: Journal) -> None:
    deleted = {getattr(journal, name).table.name for name in NOUNS}
    missing = [table.name for table in TABLES if table.blank and table.name not in deleted]
    assert not missing, f"add to NOUNS what holds {', '.join(missing)}"


@pytest.mark.parametrize("size", [1, 300], ids=["short", "longer than a page"])
def test_no_word_of_anything_is_left_once_it_is_deleted(size: int, paths: Paths, open_journal: Open) -> None:
    journal = open_journal()
    fill(journal, CANARY)
    entry = journal.entries.add(note=f"{CANARY} " * 20 * size)
    assert set(files_with(CANARY, paths.data)) == {"journal.db", "card.txt"}
    for name in NOUNS:
        for thing in list(getattr(journal, name)):
            getattr(journal, name).remove(thing.id)
    assert files_with(CANARY, paths.data) == []
    assert entry not in list(journal.entries)
    verify_journal(paths.journal)


def test_a_tombstone_keeps_the_times_and_none_of_the_words_or_numbers(journal: Journal, rows: Read) -> None:
    fill(journal, CANARY)
    for name in NOUNS:
        for thing in list(getattr(journal, name)):
            getattr(journal, name).remove(thing.id)
        for row in rows(f"SELECT * FROM {getattr(journal, name).table.name}"):
            assert row["deleted_at"] == row["updated_at"] >= row["created_at"]
            assert CANARY not in str(row)
            assert not [
                row[number] for number in ("mood", "amount", "crisis_order", "contact_id", "stock") if row.get(number)
            ]


UNDONE: dict[str, Callable[[Journal], object]] = {
    "an added entry": lambda journal: journal.entries.add(note=CANARY * 2000, tags=[CANARY]),
    "an edited entry": lambda journal: journal.entries.edit(replace(journal.entries.find("last"), note=CANARY)),
    "an added contact": lambda journal: journal.contacts.add(
        CANARY, ways=[Way(WayKind.PHONE, f"5 {CANARY}")], crisis_order=2
    ),
    "an edited contact": lambda journal: journal.contacts.edit(replace(next(iter(journal.contacts)), say=CANARY)),
    "an added medicine": lambda journal: add_routine(
        journal, CANARY, kind=RoutineKind.MEDICINE, doses=(Dose(DAY, CANARY),)
    ),
    "a tick": lambda journal: journal.ticks.add(journal.routines.active(), note=CANARY),
    "a tracker": lambda journal: journal.trackers.add(CANARY, unit=CANARY),
}


@pytest.mark.parametrize("what", UNDONE)
def test_what_was_taken_back_is_gone_from_the_files(what: str, paths: Paths, journal: Journal) -> None:
    fill(journal)
    UNDONE[what](journal)
    assert "journal.db" in files_with(CANARY, paths.data)
    journal.undo()
    assert files_with(CANARY, paths.data) == []


def test_an_earlier_version_is_kept_for_undo_alone_and_goes_with_the_next_change(
    paths: Paths, journal: Journal
) -> None:
    entry = journal.entries.add(note=f"{CANARY} " * 1000)
    journal.entries.edit(replace(entry, note="another"))
    assert files_with(CANARY, paths.data) == ["journal.db"]
    journal.entries.add(3)
    assert files_with(CANARY, paths.data) == []


def test_a_delete_of_one_thing_takes_the_earlier_version_of_another_with_it(paths: Paths, journal: Journal) -> None:
    other, entry = journal.entries.add(3), journal.entries.add(note=CANARY)
    journal.entries.edit(replace(entry, note="another"))
    journal.entries.remove(other.id)
    assert files_with(CANARY, paths.data) == []


def test_backups_keep_deleted_words(paths: Paths, journal: Journal) -> None:
    entry = journal.entries.add(note=CANARY)
    backup = journal.back_up()
    journal.entries.remove(entry.id)
    assert CANARY.encode() in backup.path.read_bytes()
    assert files_with(CANARY, paths.data) == []
