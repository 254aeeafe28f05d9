"""Backups are verified copies; old ones are rotated, and any of them can be restored."""

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from carelog.crisis.card import parse
from carelog.errors import CarelogError, JournalDamaged, RefusedFile, StorageError
from carelog.journal import Journal
from carelog.journal.backup.backup_names import backup_name, backups_in
from carelog.journal.backup.backups import restore_journal, rotate
from carelog.journal.backup.integrity import verify_journal
from carelog.journal.migrations import NEWEST
from carelog.journal.storage import rows
from carelog.paths import Paths
from support.journals import Open, Read, SetClock

TABLES = tuple(table.name for table in rows.TABLES)
NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)

instants = st.builds(
    lambda days, hours: datetime(2026, 11, 22, tzinfo=UTC) - timedelta(days=days, hours=hours),
    st.one_of(st.integers(0, 12), st.integers(0, 60), st.integers(0, 800)),
    st.integers(0, 23),
)


@pytest.fixture
def copy(filled: Path, isolated: Path) -> Path:
    """A copy of that journal to harm."""
    return Path(shutil.copy(filled / "journal.db", isolated / "copy.db"))


def change_file(path: Path, *statements: str, values: tuple[object, ...] = ()) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA ignore_check_constraints = ON")
        for statement in statements:
            connection.execute(statement, values)


def all_rows(path: Path) -> dict[str, list[tuple[object, ...]]]:
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as connection:
        return {table: connection.execute(f"SELECT * FROM {table} ORDER BY id").fetchall() for table in TABLES}


def test_a_backup_is_the_journal_row_for_row_private_and_counted(paths: Paths, lived_in: Journal) -> None:
    backup = lived_in.back_up()
    assert backup.path == paths.backups / "journal-20261122T203000Z.db"
    assert all_rows(backup.path) == all_rows(paths.journal)
    assert backup.counts == dict.fromkeys(TABLES, 1) | {"routines": 2}
    assert [path.name for path in paths.backups.iterdir()] == [backup.path.name]
    assert (backup.path.stat().st_mode & 0o777, paths.backups.stat().st_mode & 0o777) == (0o600, 0o700)
    assert verify_journal(backup.path) == backup.counts


def test_one_backup_a_day_is_taken_and_the_day_is_the_journals(journal: Journal, clock: SetClock, paths: Paths) -> None:
    assert journal.back_up_once_a_day() is not None
    clock.move(hours=7)
    assert journal.back_up_once_a_day() is None, "03:30 is still the day before"
    clock.move(hours=1)
    assert journal.back_up_once_a_day() is not None
    assert [taken.hour for taken, _ in backups_in(paths.backups)] == [20, 4]


def test_a_backup_in_a_folder_of_ones_own_is_not_thinned_out(journal: Journal, clock: SetClock, isolated: Path) -> None:
    folder = isolated / "stick"
    for _ in range(12):
        journal.back_up(folder)
        clock.move(minutes=1)
    assert len(backups_in(folder)) == 12


@settings(max_examples=30)
@given(st.sets(instants, max_size=40))
def test_the_newest_of_seven_days_four_weeks_and_twelve_months_stay_and_no_other(taken: set[datetime]) -> None:
    folder = Path.cwd() / "backups"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    for each in taken:
        (folder / backup_name(each)).touch()

    def newest(many: int, span: Callable[[date], object]) -> set[datetime]:
        spans = {
            span(each.date()): max(other for other in taken if span(other.date()) == span(each.date()))
            for each in taken
        }
        return set(sorted(spans.values(), reverse=True)[:many])

    kept = (
        {each for each in taken if each.date() == max(taken).date()}
        | newest(7, lambda day: day)
        | newest(4, lambda day: day.strftime("%G-%V"))
        | newest(12, lambda day: f"{day:%Y-%m}")
    )
    rotate(folder)
    assert [each for each, _ in backups_in(folder)] == sorted(kept)
    rotate(folder)
    assert len(list(folder.iterdir())) == len(kept)


def test_files_that_are_no_backups_are_neither_listed_nor_removed(isolated: Path) -> None:
    names = ["journal-.db", "journal-20261122.db", "journal-2026-11-22.db", "journal-20261122T203000.db", "notes.txt"]
    names += ["replaced-journal-20261122T203000Z.db", "before-schema-2.db", "journal-20261122T203000Z.db.txt"]
    folder = isolated / "backups"
    assert backups_in(folder) == []
    folder.mkdir()
    for name in [*names, *(backup_name(NOW - timedelta(days=400 * number)) for number in range(20))]:
        (folder / name).touch()
    rotate(folder)
    left = {path.name for path in folder.iterdir()}
    assert set(names) < left
    assert len(backups_in(folder)) == 12 == len(left) - len(names)


def test_an_unsound_journal_is_not_called_a_backup_and_the_older_one_stays(
    paths: Paths, open_journal: Open, clock: SetClock
) -> None:
    journal = open_journal()
    journal.entries.add(3, "words")
    older = journal.back_up()
    change_file(paths.journal, "UPDATE entries SET mood = 4")
    clock.move(days=1)
    with pytest.raises(JournalDamaged) as refused:
        journal.back_up()
    assert refused.value.message == (
        f"A row of entries in {paths.journal} is not what was written. It was left as it is. "
        "No backup was taken, and the older ones stay. “carelog verify” says more."
    )
    assert list(paths.backups.iterdir()) == [older.path]
    verify_journal(older.path)


def every_column() -> list[tuple[str, str]]:
    with Journal.open(to_write=False) as journal:
        connection = journal._store.connection
        return [(table, row["name"]) for table in TABLES for row in connection.execute(f"PRAGMA table_info({table})")]


def flipped(value: object) -> object:
    """The value with one bit changed, or a value where there was none."""
    match value:
        case int():
            return value ^ 1
        case float():
            return value + 0.5
        case str() if value:
            return value[:-1] + chr(ord(value[-1]) ^ 1)
        case _:
            return 1


def test_one_changed_bit_in_any_column_of_any_table_is_noticed(copy: Path, filled: Path) -> None:
    assert verify_journal(copy)["entries"] == 1
    columns = every_column()
    assert len(columns) > 60
    for table, column in columns:
        shutil.copy(filled / "journal.db", copy)
        with closing(sqlite3.connect(copy)) as connection:
            found = connection.execute(f"SELECT rowid, {column} FROM {table} ORDER BY rowid LIMIT 1").fetchone()
        change_file(copy, f"UPDATE {table} SET {column} = ? WHERE rowid = ?", values=(flipped(found[1]), found[0]))
        with pytest.raises(JournalDamaged) as noticed:
            verify_journal(copy)
        assert noticed.value.message in {
            f"A row of {table} in {copy} is not what was written. It was left as it is.",
            f"{copy} is damaged inside. It was left as it is.",
        }
        assert "word" not in noticed.value.message.replace(table, "")


def test_a_tombstone_is_checked_too(copy: Path) -> None:
    change_file(copy, "UPDATE entries SET deleted_at = NULL WHERE deleted_at IS NOT NULL")
    with pytest.raises(JournalDamaged) as refused:
        verify_journal(copy)
    assert refused.value.message == f"A row of entries in {copy} is not what was written. It was left as it is."


@settings(max_examples=40)
@given(st.data())
def test_a_damaged_file_is_refused_or_holds_every_row_as_it_was(filled: Path, data: st.DataObject) -> None:
    content = bytearray((filled / "journal.db").read_bytes())
    harm = data.draw(st.sampled_from(["a bit", "a page", "the end"]))
    place = data.draw(st.integers(0, len(content) - 1))
    if harm == "a bit":
        content[place] ^= 1 << data.draw(st.integers(0, 7))
    elif harm == "a page":
        begin = place // 4096 * 4096
        content[begin : begin + 4096] = bytes(len(content[begin : begin + 4096]))
    else:
        del content[place:]
    path = Path.cwd() / "harmed.db"
    path.write_bytes(content)
    try:
        verify_journal(path)
    except CarelogError:
        return
    assert all_rows(path) == all_rows(filled / "journal.db")


def test_a_restored_journal_is_the_backup_and_the_replaced_one_is_kept(
    paths: Paths, lived_in: Journal, open_journal: Open, clock: SetClock
) -> None:
    backup = lived_in.back_up()
    lived_in.entries.add(5, "after the backup")
    before = all_rows(paths.journal)
    lived_in.close()
    replaced = restore_journal(backup.path, paths.journal, paths.backups, NOW)
    assert replaced == paths.backups / "replaced-journal-20261123T090000Z.db"
    assert all_rows(paths.journal) == all_rows(backup.path)
    assert all_rows(replaced) == before
    assert {path.stat().st_mode & 0o777 for path in (paths.journal, replaced)} == {0o600}
    assert sorted(path.name for path in paths.data.iterdir() if path.is_file()) in (
        ["card.txt", "journal.db"],
        ["card.txt", "journal.db", "journal.db-journal"],
    )
    assert replaced not in [path for _, path in backups_in(paths.backups)]
    clock.move(days=1)
    assert open_journal().entries.add(4).mood == 4


def test_a_backup_is_restored_where_no_journal_is(copy: Path, isolated: Path) -> None:
    paths = Paths.inside(isolated / "new")
    assert restore_journal(copy, paths.journal, paths.backups, NOW) is None
    assert all_rows(paths.journal) == all_rows(copy)
    assert paths.data.stat().st_mode & 0o777 == 0o700


def test_the_card_shows_the_people_of_the_restored_journal_also_one_of_another_machine(isolated: Path) -> None:
    here, there = Paths.inside(isolated / "here"), Paths.inside(isolated / "there")
    with Journal.open(here) as journal:
        journal.contacts.add("Sam", crisis_order=1)
    with Journal.open(there) as journal:
        journal.contacts.add("Alex", crisis_order=1)
        backup = journal.back_up()
    restore_journal(backup.path, here.journal, here.backups, NOW)
    with Journal.open(here) as journal:
        assert [person.name for person in journal.contacts.on_card()] == ["Alex"]
        assert [person.name for person in parse(here.card.read_bytes()).people] == ["Alex"]


def test_a_journal_that_is_damaged_can_be_replaced(paths: Paths, copy: Path) -> None:
    paths.data.mkdir()
    paths.journal.write_bytes(b"garbage" * 99)
    replaced = restore_journal(copy, paths.journal, paths.backups, NOW)
    assert replaced is not None
    assert replaced.read_bytes() == b"garbage" * 99
    verify_journal(paths.journal)


def test_a_journal_in_another_mode_of_writing_is_restored(copy: Path, paths: Paths, open_journal: Open) -> None:
    change_file(copy, "PRAGMA journal_mode = WAL")
    restore_journal(copy, paths.journal, paths.backups, NOW)
    assert [entry.mood for entry in open_journal().entries] == [2]


def put_a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


HARM: dict[str, Callable[[Path], object]] = {
    "garbage": lambda path: path.write_bytes(b"zaffre" * 500),
    "empty": lambda path: path.write_bytes(b""),
    "cut": lambda path: path.write_bytes(path.read_bytes()[:-5000]),
    "missing": lambda path: path.unlink(),
    "a folder": put_a_folder,
    "another program's": lambda path: change_file(path, "PRAGMA application_id = 7"),
    "newer": lambda path: change_file(path, f"PRAGMA user_version = {NEWEST + 1}"),
    "of no version": lambda path: change_file(path, "PRAGMA user_version = 0"),
    "with a trigger": lambda path: change_file(
        path, "CREATE TRIGGER t AFTER INSERT ON entries BEGIN DELETE FROM contacts; END"
    ),
    "with a view": lambda path: change_file(path, "CREATE VIEW seen AS SELECT * FROM entries"),
    "with a table more": lambda path: change_file(path, "CREATE TABLE more (id TEXT)"),
    "with a table less": lambda path: change_file(path, "DROP TABLE pauses"),
    "with a view for a table": lambda path: change_file(
        path, "ALTER TABLE pauses RENAME TO kept", "CREATE VIEW pauses AS SELECT * FROM kept"
    ),
    "with other columns": lambda path: change_file(
        path, "DROP TABLE pauses", "CREATE TABLE pauses (id TEXT, sql TEXT)"
    ),
    "with a column more": lambda path: change_file(path, "ALTER TABLE entries ADD COLUMN more TEXT"),
    "with a changed row": lambda path: change_file(path, "UPDATE contacts SET ways = '[]'"),
}


@pytest.mark.parametrize("what", HARM)
def test_a_file_that_could_not_take_its_place_leaves_the_journal_as_it_is(
    what: str, copy: Path, paths: Paths, open_journal: Open
) -> None:
    open_journal().entries.add(3, "mine")
    HARM[what](copy)
    before = paths.journal.read_bytes()
    with pytest.raises(RefusedFile) as refused:
        restore_journal(copy, paths.journal, paths.backups, NOW)
    assert refused.value.exit_number == 6
    assert str(copy) in refused.value.message
    assert ".new" not in refused.value.message
    assert "zaffre" not in refused.value.message
    assert paths.journal.read_bytes() == before
    assert not [path for path in paths.data.rglob("*") if "replaced" in path.name or "new" in path.name]


def test_a_restore_that_cannot_be_written_leaves_the_journal_as_it_is(
    copy: Path, paths: Paths, open_journal: Open
) -> None:
    open_journal().entries.add(3, "mine")
    paths.backups.touch()
    before = paths.journal.read_bytes()
    with pytest.raises(StorageError):
        restore_journal(copy, paths.journal, paths.backups, NOW)
    assert paths.journal.read_bytes() == before


def test_two_restores_in_one_second_keep_both_journals_that_they_replaced(
    copy: Path, paths: Paths, open_journal: Open
) -> None:
    open_journal().entries.add(3, "mine")
    before = paths.journal.read_bytes()
    first = restore_journal(copy, paths.journal, paths.backups, NOW)
    between = paths.journal.read_bytes()
    second = restore_journal(copy, paths.journal, paths.backups, NOW)
    assert [path.name for path in (first, second) if path] == [
        "replaced-journal-20261123T090000Z.db",
        "replaced-journal-20261123T090001Z.db",
    ]
    assert [path.read_bytes() for path in (first, second) if path] == [before, between]


def test_device_and_revision_of_a_backup_are_those_of_the_journal(lived_in: Journal, rows: Read) -> None:
    state = rows("SELECT * FROM state")
    assert rows("SELECT * FROM state", path=lived_in.back_up().path) == state


def test_two_backups_within_a_second_are_two(journal: Journal, tmp_path: Path) -> None:
    first, second = journal.back_up(tmp_path / "stick"), journal.back_up(tmp_path / "stick")
    assert [path for _, path in backups_in(tmp_path / "stick")] == [first.path, second.path]
