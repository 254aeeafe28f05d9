"""Rows that are looked at together are sound exactly where each of them, looked at alone, is."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from carelog.domain.text import LONGEST_TEXT
from carelog.journal.backup import sound_rows
from carelog.journal.backup.row_reader import RowReader
from carelog.journal.backup.sound_rows import live_rows_if_sound
from carelog.journal.storage.entry_row import ENTRIES
from carelog.journal.storage.rows import TABLES, is_sound
from carelog.journal.storage.table import Table, checksum

COLUMNS = [(table, column) for table in TABLES for column in table.all_columns if column != "checksum"]
WHOLE = st.integers(-(2**63), 2**63 - 1) | st.sampled_from([0, 1, 3, 5, 6, 1_763_000_000_000, 1439, 1440])
AN_ID = "018f0000-0000-7000-8000-00000000000a"
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=30) | st.sampled_from(
    [
        *("", " ", "\u3000", "\x00", "a\x00b", "\x1e", "\x1fnote\x1e", "[]", "{}", '["calm"]', "done", "21:30"),
        *("2026-11-22", "2026-02-30", AN_ID, f"{AN_ID}\n", AN_ID.upper(), f'{{"{AN_ID}":7.5}}', f'{{"{AN_ID}":1e13}}'),
    ]
)
NUMBERS = WHOLE | st.floats(allow_nan=False) | st.sampled_from([-0.0, 0.1 + 0.2, 1e16, 12.5, 9_007_199_254_740_993.0])
BY_TYPE = {"INTEGER": WHOLE, "TEXT": TEXTS, "REAL": NUMBERS}


@pytest.fixture(scope="module")
def connection(filled: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    """A journal with a row of every noun, to be changed and rolled back."""
    copy = shutil.copy(filled / "journal.db", tmp_path_factory.mktemp("sound") / "copy.db")
    with closing(sqlite3.connect(copy, isolation_level=None)) as opened:
        opened.row_factory = sqlite3.Row
        opened.execute("PRAGMA ignore_check_constraints = ON")
        yield opened


@settings(max_examples=250, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(place=st.sampled_from(COLUMNS), drawn=st.data(), is_signed=st.booleans(), is_deleted=st.booleans())
def test_rows_together_are_as_sound_as_each_alone(
    connection: sqlite3.Connection,
    place: tuple[Table, str],
    drawn: st.DataObject,
    is_signed: bool,
    is_deleted: bool,
) -> None:
    table, column = place
    described = {row["name"]: row for row in connection.execute(f"PRAGMA table_info({table.name})")}
    values = BY_TYPE[described[column]["type"]] | (st.nothing() if described[column]["notnull"] else st.none())
    changes = {"deleted_at": 1_763_000_000_000} if is_deleted else {}
    if is_deleted:
        changes |= dict(table.blank)
    changes[column] = drawn.draw(values, label=column)
    connection.execute("BEGIN")
    try:
        change_first_row(connection, table, changes, is_signed=is_signed)
        assert_alike(connection, table)
    finally:
        connection.execute("ROLLBACK")


@pytest.mark.parametrize("note", ["é" * LONGEST_TEXT, "é" * (LONGEST_TEXT + 1)], ids=["longest", "too long"])
def test_the_longest_note_is_counted_in_characters(connection: sqlite3.Connection, note: str) -> None:
    connection.execute("BEGIN")
    try:
        change_first_row(connection, ENTRIES, {"note": note}, is_signed=True)
        assert_alike(connection, ENTRIES)
    finally:
        connection.execute("ROLLBACK")


@pytest.mark.parametrize("wrong", range(7))
def test_one_wrong_row_among_many_is_seen_wherever_it_stands(
    connection: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch, wrong: int
) -> None:
    monkeypatch.setattr(sound_rows, "_AT_ONCE", 3)
    table = next(each for each in TABLES if each.name == "pauses")
    connection.execute("BEGIN")
    try:
        first = dict(connection.execute("SELECT * FROM pauses LIMIT 1").fetchone())
        for number in range(7):
            row = first | {"id": f"018f0000-0000-7000-8000-00000000000{number}"}
            row["checksum"] = checksum(row) + (number == wrong)
            names = ", ".join(row)
            connection.execute(f"INSERT INTO pauses ({names}) VALUES ({', '.join('?' * len(row))})", [*row.values()])
        assert live_rows_if_sound(connection, table) is None
        connection.execute("DELETE FROM pauses WHERE id = ?", (f"018f0000-0000-7000-8000-00000000000{wrong}",))
        assert live_rows_if_sound(connection, table, as_kinds=True) == len(connection.execute(LIVE).fetchall())
    finally:
        connection.execute("ROLLBACK")


LIVE = "SELECT 1 FROM pauses WHERE deleted_at IS NULL"


def change_first_row(
    connection: sqlite3.Connection, table: Table, changes: dict[str, object], *, is_signed: bool
) -> None:
    number = connection.execute(f"SELECT min(rowid) FROM {table.name} WHERE deleted_at IS NULL").fetchone()[0]
    for column, value in changes.items():
        connection.execute(f"UPDATE {table.name} SET {column} = ? WHERE rowid = ?", (value, number))
    if is_signed:
        row = dict(connection.execute(f"SELECT * FROM {table.name} WHERE rowid = ?", (number,)).fetchone())
        connection.execute(f"UPDATE {table.name} SET checksum = ? WHERE rowid = ?", (checksum(row), number))


def assert_alike(connection: sqlite3.Connection, table: Table) -> None:
    found = [
        (row["number"], {column: row[column] for column in table.all_columns})
        for row in connection.execute(f"SELECT rowid AS number, * FROM {table.name}")
    ]
    live = sum(row["deleted_at"] is None for _, row in found)
    are_whole = all(is_sound(row) for _, row in found)
    reader = RowReader(table, table.all_columns)
    are_of_kinds = not any(reader.faults(number, [*row.values()]) for number, row in found)
    assert live_rows_if_sound(connection, table) == (live if are_whole else None)
    assert live_rows_if_sound(connection, table, as_kinds=True) == (live if are_whole and are_of_kinds else None)
