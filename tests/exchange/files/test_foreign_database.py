"""No table of another app's database is cut off silently, whichever app it is and whatever the table holds."""

import sqlite3
from collections.abc import Callable
from contextlib import closing

import pytest

from carelog.errors import RefusedFile
from carelog.exchange.files import foreign_database
from carelog.exchange.files.foreign_database import columns_in, open_database, rows_of
from support.imports import read_file
from support.loop import database as loop_database
from support.loop import day, habit
from support.sentences import whole
from support.source import SAMPLES

TOO_MANY = "A table of the backup holds more than 2 rows, more than carelog takes in. Nothing was changed."


def database(*statements: str) -> bytes:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)
        return connection.serialize()


def of_tickmate(tracks: int, ticks: int) -> bytes:
    return database(
        "CREATE TABLE tracks (_id INTEGER, name TEXT)",
        "CREATE TABLE ticks (_id INTEGER, _track_id INTEGER, year INTEGER, month INTEGER, day INTEGER)",
        *(f"INSERT INTO tracks VALUES ({number}, 'track {number}')" for number in range(tracks)),
        *(f"INSERT INTO ticks VALUES ({number}, 0, 2025, 2, {number + 1})" for number in range(ticks)),
    )


def of_loop(habits: int, days: int) -> bytes:
    return loop_database(
        [habit(Id=number, name=f"habit {number}") for number in range(1, habits + 1)],
        [day(f"2025-03-0{number}") for number in range(1, days + 1)],
    )


@pytest.mark.parametrize("made", [of_tickmate, of_loop])
def test_a_table_with_more_rows_than_are_read_is_refused(
    made: Callable[[int, int], bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(foreign_database, "MOST_ROWS", 2)
    assert len(read_file(made(2, 2)).routines) == 2
    for content in (made(3, 2), made(2, 3)):
        with pytest.raises(RefusedFile, match=whole(TOO_MANY)):
            read_file(content)


def test_a_backup_of_daily_you_is_never_cut_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(foreign_database, "MOST_ROWS", 2)
    with pytest.raises(RefusedFile, match=whole(TOO_MANY)):
        read_file(SAMPLES / "dailyyou" / "daily_you_backup.zip")


def test_columns_are_named_in_lower_case() -> None:
    content = database("CREATE TABLE Days (Id INTEGER, WHEN_ TEXT)", "INSERT INTO Days VALUES (1, 'today')")
    assert columns_in(content, "SELECT * FROM Days") == {"id", "when_"}
    with open_database(content) as connection:
        assert rows_of(connection, "SELECT * FROM Days") == [{"id": 1, "when_": "today"}]
