"""A purge removes deleted words from the copies of the journal, and nothing else."""

import os
import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from carelog.domain.entry import Entry
from carelog.domain.ids import steady_id
from carelog.errors import StorageError
from carelog.journal import Journal
from carelog.journal.backup.backups import restore_journal
from carelog.journal.backup.integrity import verify_journal
from carelog.journal.backup.purge import InspectedCopy, Purge
from carelog.journal.collections.imports import ImportContent
from carelog.paths import Paths
from support.journals import DAY, Open, SetClock, fill
from support.sentences import whole
from support.source import ROOT

CANARY = "zaffre"
NOUNS = ("entries", "ticks", "routines", "plan", "reached", "activities", "signs", "kind_words", "helpline_marks")
NOUNS += ("contacts", "trackers", "appointments", "agreements", "topics", "answered", "shares", "imports")
NOUNS += ("goals", "goal_ratings")
RELEASED = sorted((ROOT / "tests" / "journals").glob("*.db"))


def holding(word: str, home: Path) -> list[Path]:
    return [path for path in sorted(home.rglob("*")) if path.is_file() and word.encode() in path.read_bytes()]


def remove_everything(journal: Journal) -> None:
    for each in list(journal.people_away):
        journal.people_away.bring_back(each)
    for name in NOUNS:
        for thing in list(getattr(journal, name)):
            getattr(journal, name).remove(thing.id)


def forget(journal: Journal, *elsewhere: Path) -> list[InspectedCopy]:
    """Purge the journal as the command does, and return the copies as they were before."""
    journal.clear_undo()
    copies = journal.purge(*elsewhere)
    found = copies.inspect()
    for copy in found:
        if not copy.is_clean:
            copies.rewrite(copy)
    copies.remove_leftovers()
    return found


def test_no_word_of_anything_that_is_deleted_stays_in_any_file(paths: Paths, journal: Journal) -> None:
    fill(journal, CANARY)
    journal.entries.add(note=f"{CANARY} " * 2000)
    backup = journal.back_up().path
    remove_everything(journal)
    assert holding(CANARY, paths.data) == [backup]
    counts = verify_journal(backup)
    [copy] = forget(journal)
    assert len(copy.deleted) == sum(counts.values()) - counts["plan_reviews"] - counts["pauses"]
    assert holding(CANARY, paths.data) == []
    left = verify_journal(backup)
    assert {name: count for name, count in left.items() if count} == {"pauses": 1, "plan_reviews": 1}
    assert backup.stat().st_mode & 0o777 == 0o600


def test_what_is_not_deleted_stays_in_the_copy_as_it_was(paths: Paths, journal: Journal) -> None:
    fill(journal, "kept")
    gone = journal.entries.add(note=CANARY)
    before = rows(paths.journal)
    backup = journal.back_up().path
    journal.entries.remove(gone.id)
    forget(journal)
    after = rows(backup)
    assert {key: row for key, row in after.items() if row != before[key]}.keys() == {("entries", gone.id)}
    assert after.keys() == before.keys()


def test_a_copy_without_deleted_words_is_not_touched(journal: Journal) -> None:
    journal.entries.add(note="kept")
    journal.clear_undo()
    backup = journal.back_up().path
    before = (backup.read_bytes(), backup.stat().st_mtime_ns, backup.stat().st_ino)
    journal.entries.remove(journal.entries.add(note=CANARY).id)
    [copy] = forget(journal)
    assert copy.is_clean
    assert (backup.read_bytes(), backup.stat().st_mtime_ns, backup.stat().st_ino) == before


def test_the_version_that_undo_kept_leaves_the_copy_and_the_journal(paths: Paths, journal: Journal) -> None:
    entry = journal.entries.add(note=CANARY)
    journal.entries.edit(replace(entry, note="another"))
    backup = journal.back_up().path
    assert holding(CANARY, paths.data) == [backup, paths.journal]
    [copy] = forget(journal)
    assert (copy.kept_for_undo, copy.deleted) == (True, frozenset())
    assert holding(CANARY, paths.data) == []


def test_an_entry_that_was_taken_back_leaves_the_copy(paths: Paths, journal: Journal) -> None:
    journal.entries.add(note=CANARY)
    journal.back_up()
    journal.undo()
    forget(journal)
    assert holding(CANARY, paths.data) == []


def test_what_a_restore_put_aside_forgets_what_was_deleted_in_it(paths: Paths, open_journal: Open) -> None:
    journal = open_journal()
    journal.entries.add(note="kept")
    early = journal.back_up().path
    gone = journal.entries.add(note=CANARY)
    journal.back_up()
    journal.entries.remove(gone.id)
    journal.close()
    restore_journal(early, paths.journal, paths.backups, SetClock().now().instant)
    journal = open_journal()
    assert len(holding(CANARY, paths.data)) == 1, "the tombstone lies in the journal that was put aside alone"
    forget(journal)
    assert holding(CANARY, paths.data) == []
    assert [entry.note for entry in journal.entries] == ["kept"]


def test_what_was_deleted_and_came_back_with_a_restore_is_kept(paths: Paths, open_journal: Open) -> None:
    journal = open_journal()
    entry = journal.entries.add(note=CANARY)
    backup = journal.back_up().path
    journal.entries.remove(entry.id)
    journal.close()
    restore_journal(backup, paths.journal, paths.backups, SetClock().now().instant)
    journal = open_journal()
    forget(journal)
    assert [each.note for each in journal.entries] == [CANARY]
    assert set(holding(CANARY, paths.data)) == {paths.journal, backup}


@pytest.mark.parametrize("released", RELEASED, ids=lambda path: path.stem)
def test_a_copy_of_an_earlier_format_forgets_too(released: Path, paths: Paths, open_journal: Open) -> None:
    paths.data.mkdir()
    shutil.copy(released, paths.journal)
    journal = open_journal()
    paths.backups.mkdir(exist_ok=True)
    old = paths.backups / "before-schema-9.db"
    shutil.copy(released, old)
    remove_everything(journal)
    version, live = user_version(old), verify_journal(old)
    found = {copy.path: copy for copy in forget(journal)}
    left = verify_journal(old)
    assert user_version(old) == version
    assert len(found[old].deleted) == sum(live.values()) - sum(left.values())
    assert not [name for name, count in left.items() if count and name not in ("pauses", "plan_reviews")]


def test_what_went_with_its_import_can_come_again_from_a_copy_that_forgot(
    paths: Paths, journal: Journal, open_journal: Open
) -> None:
    theirs = ImportContent([Entry(steady_id("app", "1"), journal.clock.now(), DAY, 3, CANARY)])
    run = journal.imports.apply("app", "0" * 64, theirs)
    backup = journal.back_up().path
    journal.imports.undo(run)
    forget(journal)
    journal.close()
    assert holding(CANARY, paths.data) == []
    restore_journal(backup, paths.journal, paths.backups, SetClock().now().instant)
    assert dict(open_journal().imports.apply("app", "0" * 64, theirs).counts) == {"entries": 1}


def test_a_journal_that_was_put_aside_half_written_is_finished_first(paths: Paths, journal: Journal) -> None:
    gone = journal.entries.add(note=f"{CANARY} " * 500)
    aside = paths.backups / "replaced-journal-20261122T203000Z.db"
    paths.backups.mkdir()
    interrupted = sqlite3.connect(paths.journal, isolation_level=None)
    interrupted.execute("PRAGMA cache_size = 1")
    interrupted.execute("BEGIN IMMEDIATE")
    interrupted.execute("UPDATE entries SET note = ? || note", ("half " * 2000,))
    for name in ("journal.db", "journal.db-journal"):
        shutil.copy(paths.data / name, aside.with_name(name.replace("journal.db", aside.name)))
    interrupted.execute("ROLLBACK")
    interrupted.close()
    journal.entries.remove(gone.id)
    assert CANARY.encode() in aside.with_name(f"{aside.name}-journal").read_bytes()
    forget(journal)
    assert holding(CANARY, paths.data) == []


def test_backups_in_another_folder_forget_when_it_is_named(journal: Journal, isolated: Path) -> None:
    stick = isolated / "stick"
    gone = journal.entries.add(note=CANARY)
    backup = journal.back_up(stick).path
    (stick / "mine.db").write_text(CANARY)
    journal.entries.remove(gone.id)
    forget(journal)
    assert CANARY.encode() in backup.read_bytes()
    forget(journal, stick)
    assert CANARY.encode() not in backup.read_bytes()
    assert (stick / "mine.db").read_text() == CANARY


@pytest.mark.parametrize("damage", [b"not a journal", b"", None], ids=["another file", "an empty file", "flipped"])
def test_a_copy_that_cannot_be_read_says_so_and_stays(paths: Paths, journal: Journal, damage: bytes | None) -> None:
    gone = journal.entries.add(note=CANARY)
    backup = journal.back_up().path
    content = backup.read_bytes()
    backup.write_bytes(content.replace(CANARY.encode(), b"zaffra") if damage is None else damage)
    before = backup.read_bytes()
    journal.entries.remove(gone.id)
    copies = journal.purge()
    [copy] = copies.inspect()
    assert str(backup) in copy.problem
    assert not copy.is_clean
    assert backup.read_bytes() == before
    copies.remove(copy)
    assert list(paths.backups.iterdir()) == []


def test_a_copy_that_cannot_be_rewritten_is_left_alone_and_reported(
    journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = journal.entries.add(note=CANARY)
    backup = journal.back_up().path
    before = backup.read_bytes()
    journal.entries.remove(gone.id)
    copies = journal.purge()
    [copy] = copies.inspect()

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("carelog.journal.backup.purge.put_in_place", full)
    with pytest.raises(StorageError, match=whole(f"carelog could not write {backup}: No space left on device.")):
        copies.rewrite(copy)
    assert (backup.read_bytes(), list(backup.parent.iterdir())) == (before, [backup])


def test_what_killed_programs_left_is_removed_once_nobody_can_be_writing_it(paths: Paths, journal: Journal) -> None:
    journal.back_up()
    names = (".journal-20261122T203000Z.db.0123456789ab.new", ".replaced-journal-1.db.0123456789ab.new")
    for name in names:
        (paths.backups / name).write_text(CANARY)
        os.utime(paths.backups / name, (0, 0))
    Purge(journal._store, paths.backups).remove_leftovers()
    assert holding(CANARY, paths.data) == []


def rows(path: Path) -> dict[tuple[str, str], dict[str, object]]:
    with closing(sqlite3.connect(path)) as connection:
        connection.row_factory = sqlite3.Row
        names = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {
            (name, row["id"]): dict(row)
            for name in names
            if name not in ("state", "undo")
            for row in connection.execute(f"SELECT * FROM {name}")
        }


def user_version(path: Path) -> int:
    with closing(sqlite3.connect(path)) as connection:
        return int(connection.execute("PRAGMA user_version").fetchone()[0])
