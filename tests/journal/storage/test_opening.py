"""A journal is opened, created or refused with a sentence; another program's or a newer file stays byte for byte."""

import os
import re
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from carelog.domain.entry import Entry
from carelog.errors import CarelogError, JournalBusy, JournalDamaged, JournalNewer, SettingsError, StorageError
from carelog.journal import Journal
from carelog.journal.migrations import APPLICATION_ID, NEWEST
from carelog.journal.storage import transactions
from carelog.paths import Paths
from support.journals import Open, Read
from support.sentences import whole
from support.source import ROOT


def change_file(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)


def everything_in(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def test_reading_a_journal_that_is_missing_creates_nothing_and_shows_nothing(home: Path, open_journal: Open) -> None:
    journal = open_journal(to_write=False)
    for name in ("entries", "trackers", "contacts", "routines", "ticks", "pauses"):
        assert list(getattr(journal, name)) == []
    assert (journal.entries.first_day(), journal.card_problem, len(journal.entries)) == (None, "", 0)
    assert not home.exists()


def test_a_new_journal_is_private_and_says_whose_it_is(home: Path, open_journal: Open, rows: Read) -> None:
    os.umask(0)
    open_journal().entries.add(3)
    modes = {path.name: path.stat().st_mode & 0o777 for path in [home, *home.rglob("*")]}
    assert modes.pop(home.name) == 0o700
    assert set(modes.values()) == {0o600}
    assert rows("PRAGMA application_id") == [{"application_id": APPLICATION_ID}]
    assert rows("PRAGMA user_version") == [{"user_version": NEWEST}]


def test_the_journal_knows_its_device_by_a_random_name_that_stays(open_journal: Open, rows: Read) -> None:
    open_journal().entries.add(3)
    open_journal().entries.add(4)
    devices = {row["updated_by"] for row in rows("SELECT updated_by FROM entries")}
    assert devices == {row["device"] for row in rows("SELECT device FROM state")}
    assert all(len(bytes.fromhex(device)) == 8 for device in devices)
    assert not {device for device in devices if device in os.uname().nodename}


@pytest.mark.parametrize("to_write", [True, False])
def test_a_journal_of_an_older_schema_is_copied_aside_before_it_changes(
    to_write: bool, paths: Paths, open_journal: Open, rows: Read
) -> None:
    paths.data.mkdir()
    shutil.copy(ROOT / "tests" / "journals" / "0002.db", paths.journal)
    open_journal(to_write=to_write)
    assert rows("PRAGMA user_version") == [{"user_version": NEWEST}]
    with closing(sqlite3.connect(paths.backups / "before-schema-3.db")) as copy:
        assert copy.execute("PRAGMA user_version").fetchone() == (2,)


def test_an_empty_file_that_a_kill_left_becomes_a_journal(paths: Paths, open_journal: Open) -> None:
    paths.data.mkdir()
    paths.journal.touch()
    assert len(open_journal(to_write=False).entries) == 0
    assert open_journal().entries.add(3).mood == 3


def test_a_newer_journal_is_read_but_not_written(paths: Paths, lived_in: Journal, open_journal: Open) -> None:
    lived_in.close()
    change_file(paths.journal, "CREATE TABLE dreams (id TEXT)", "ALTER TABLE entries ADD COLUMN place TEXT")
    change_file(paths.journal, f"PRAGMA user_version = {NEWEST + 1}")
    before = everything_in(paths.data)
    with pytest.raises(JournalNewer) as refused:
        open_journal()
    assert refused.value.message == (
        f"{paths.journal} was written by a newer carelog. It was left as it is. Please update carelog to write to it."
    )
    reading = open_journal(to_write=False)
    assert [entry.note for entry in reading.entries] == ["a word note"]
    assert [person.name for person in reading.contacts] == ["word Sam"]
    assert everything_in(paths.data) == before


def test_what_is_opened_for_reading_is_not_written(paths: Paths, open_journal: Open) -> None:
    open_journal()
    with pytest.raises(StorageError) as refused:
        open_journal(to_write=False).entries.add(3)
    assert refused.value.message == (
        f"The journal {paths.journal} was opened for reading. Nothing was changed. Without to_write=False, "
        "Journal.open() opens it for writing too."
    )


def foreign(path: Path) -> None:
    change_file(path, "CREATE TABLE entries (id TEXT, note TEXT)", "INSERT INTO entries VALUES ('1', 'zaffre')")


def foreign_with_a_write_ahead_log(path: Path) -> None:
    change_file(path, "PRAGMA journal_mode = WAL")
    foreign(path)


def foreign_with_an_id(path: Path) -> None:
    foreign(path)
    change_file(path, "PRAGMA application_id = 7", "PRAGMA user_version = 1")


def foreign_and_empty(path: Path) -> None:
    change_file(path, "PRAGMA user_version = 3")


def garbage(path: Path) -> None:
    path.write_bytes(b"zaffre " * 1000)


def garbage_with_the_head_of_a_database(path: Path) -> None:
    path.write_bytes(b"SQLite format 3\0" + b"zaffre " * 1000)


@pytest.mark.parametrize("to_write", [True, False])
@pytest.mark.parametrize(
    "make",
    [
        foreign,
        foreign_with_a_write_ahead_log,
        foreign_with_an_id,
        foreign_and_empty,
        garbage,
        garbage_with_the_head_of_a_database,
    ],
)
def test_a_file_that_is_no_journal_is_refused_and_stays_as_it_is(
    make: Callable[[Path], None], to_write: bool, paths: Paths, open_journal: Open
) -> None:
    paths.data.mkdir()
    make(paths.journal)
    before = everything_in(paths.data)
    with pytest.raises(JournalDamaged) as refused:
        open_journal(to_write=to_write)
    assert str(paths.journal) in refused.value.message
    assert re.search(r"(carelog left it as it is|It was left as it is)\.", refused.value.message)
    assert "zaffre" not in refused.value.message
    assert everything_in(paths.data) == before


@pytest.mark.parametrize("to_write", [True, False])
def test_a_folder_in_the_place_of_the_journal_is_said_in_a_sentence(
    to_write: bool, paths: Paths, open_journal: Open
) -> None:
    paths.journal.mkdir(parents=True)
    with pytest.raises(StorageError) as refused:
        open_journal(to_write=to_write)
    assert refused.value.message == f"carelog could not read {paths.journal}: it is not a file."


def test_a_home_that_cannot_be_made_is_said_in_a_sentence(isolated: Path) -> None:
    (isolated / "file").touch()
    sentence = f"carelog could not make the folder {isolated / 'file'}: File exists."
    with pytest.raises(StorageError, match=whole(sentence)):
        Journal.open(Paths.inside(isolated / "file" / "home"))


@pytest.mark.parametrize(
    ("statement", "refusal"),
    [
        ("DELETE FROM state", "lacks a part that every journal has. “carelog restore” says which backups there are."),
        (
            "DROP TABLE state",
            (
                "is not a sound journal (SQLITE_ERROR). It was left as it is. “carelog restore” "
                "says which backups there are; "
                "“carelog crisis” works all the same."
            ),
        ),
    ],
)
def test_a_journal_that_lacks_a_part_is_refused_in_a_sentence(
    statement: str, refusal: str, paths: Paths, open_journal: Open
) -> None:
    open_journal()
    change_file(paths.journal, statement)
    paths.card.unlink()
    with pytest.raises(JournalDamaged, match=whole(f"{paths.journal} {refusal}")):
        open_journal()


def test_a_damaged_contact_keeps_nobody_from_noting_a_day(paths: Paths, open_journal: Open) -> None:
    sam = open_journal().contacts.add("Sam", crisis_order=1)
    change_file(paths.journal, "UPDATE contacts SET ways = '{'")
    paths.card.unlink()
    journal = open_journal()
    unreadable = (
        f"A row of contacts ({sam.handle}) cannot be read; the file may be damaged. “carelog verify” says what is "
        "wrong with it, “carelog verify --repair FILE” saves all others, and “carelog restore” "
        "says which backups there are."
    )
    assert unreadable in journal.card_problem
    assert journal.entries.add(2).mood == 2


def test_bad_settings_are_said_before_a_journal_is_made(paths: Paths, home: Path) -> None:
    home.mkdir()
    paths.settings.write_text("theme = 'pink'")
    with pytest.raises(SettingsError):
        Journal.open()
    assert [path.name for path in home.iterdir()] == ["settings.toml"]


def test_without_arguments_it_is_the_journal_of_the_command_line(home: Path) -> None:
    with Journal.open() as journal:
        journal.entries.add(3)
        assert journal.changed
    with Journal.open(to_write=False) as journal:
        assert (len(journal.entries), journal.changed) == (1, False)
    assert (home / "journal.db").exists()


def test_a_journal_that_another_program_holds_for_long_is_said_to_be_busy(paths: Paths, open_journal: Open) -> None:
    journal = open_journal()
    with closing(sqlite3.connect(paths.journal, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        journal._store.connection.execute("PRAGMA busy_timeout = 10")
        with pytest.raises(JournalBusy) as refused:
            journal.entries.add(3)
    assert refused.value.message == (
        f"Another program is using {paths.journal}. Close it or wait a moment, then try again."
    )
    journal.entries.add(4)
    assert [entry.mood for entry in journal.entries] == [4]


def test_what_could_not_be_committed_is_not_called_saved(
    paths: Paths, open_journal: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(transactions, "WAIT", "PRAGMA busy_timeout = 10")
    journal = open_journal()
    imported = Entry("018f0000-0000-7000-8000-000000000001", journal.clock.now(), journal.today, 4)
    with closing(sqlite3.connect(paths.journal, isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT * FROM state").fetchall()
        for note in (lambda: journal.entries.add(3), lambda: journal.entries.add_imported([imported])):
            with pytest.raises(JournalBusy):
                note()
    assert len(open_journal().entries) == 0
    assert (journal.entries.add_imported([imported]), len(journal.entries)) == (1, 1)


ODD_VALUES: dict[str, dict[str, list[object]]] = {
    "entries": {
        "at": [2**62, -(2**62)],
        "utc_offset": [5000],
        "day": ["someday", ""],
        "feelings": ["{", "7", "[7]", "null", "[" * 100_000],
        "tags": ['[""]'],
        "readings": ["[]", '{"x": "y"}', '{"x": null}'],
    },
    "contacts": {
        "ways": ["[[]]", '[["phone", "x", ""]]', "5", '[["phone", 5, ""]]'],
        "role": ["x"],
        "name": [""],
        "crisis_order": [0],
    },
    "routines": {"cadence": ["x"], "times": ['["x"]', "[8]"], "doses": ["[1]"], "stock": ["[]", "{}"], "started": [""]},
    "ticks": {"state": ["x"], "amount": [-1.0], "at": [2**62]},
    "trackers": {"better": ["x"], "name": ["a=b"]},
    "pauses": {"first": ["x"], "last": ["0001-01-01"]},
}


@pytest.mark.parametrize(
    ("table", "column", "value"),
    [(table, column, value) for table, odd in ODD_VALUES.items() for column, values in odd.items() for value in values],
    ids=lambda each: str(each)[:20],
)
def test_a_row_that_cannot_be_is_said_by_its_handle_and_without_its_words(
    table: str, column: str, value: object, isolated: Path, filled: Path
) -> None:
    paths = Paths.inside(isolated / "copy")
    shutil.copytree(filled, paths.data)
    with closing(sqlite3.connect(paths.journal)) as connection:
        connection.execute(f"UPDATE {table} SET {column} = ?", (value,))
        connection.commit()
    with Journal.open(paths, to_write=False) as journal, pytest.raises(JournalDamaged) as said:
        list(getattr(journal, table))
    assert f"A row of {table} (" in said.value.message
    assert "word" not in said.value.message


@pytest.mark.parametrize("error", [StorageError, JournalDamaged, JournalNewer, JournalBusy])
def test_every_refusal_of_the_file_is_exit_4(error: type[CarelogError]) -> None:
    assert error("x").exit_number == 4
