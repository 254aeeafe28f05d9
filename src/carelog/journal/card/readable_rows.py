"""The rows of a table that can be read in a share of a second, whatever is wrong with the others.

A row that cannot be read costs itself, a value that is too long itself alone. A view without an end may stand in the
place of a table: SQLite is stopped when the time is over, and what came by then is kept.
"""

from __future__ import annotations

import sqlite3
import time
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from carelog.journal.storage.connections import database_errors

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from carelog.journal.storage.table import Row, Table

SHARE = 0.15
"""Seconds for a table."""
MOST_ROWS, LONGEST_VALUE = 500, 1_000_000
"""How many rows are read, and bytes of a value; a field of the card has 1,000 characters."""
_STEPS_BETWEEN_LOOKS = 2_000


class Wanted(NamedTuple):
    """Which of the live rows of a table are wanted, and which of them first, in SQL."""

    table: Table
    condition: str
    order: str


def readable_rows(connection: sqlite3.Connection, wanted: Wanted) -> Iterator[Row]:
    """The rows that can be read in their share of the time, those that are wanted first among them; none where the
    table is missing, as in the first schema.
    """
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LONGEST_VALUE)
    table, condition, order = wanted
    with suppress(*database_errors()):
        _stop_after(connection, SHARE / 2)
        which = f"deleted_at IS NULL AND {condition} ORDER BY {order} LIMIT {MOST_ROWS}"
        ids = [row_id for (row_id,) in connection.execute(f"SELECT id FROM {table.name} WHERE {which}")]
        in_time = _stop_after(connection, SHARE / 2)
        for row_id in ids:
            if in_time() and (row := _row(connection, table, row_id)):
                yield row
        return
    with suppress(*database_errors()):
        _stop_after(connection, SHARE / 2)
        which = f"deleted_at IS NULL AND {condition} LIMIT {MOST_ROWS}"
        yield from map(dict, connection.execute(f"SELECT * FROM {table.name} WHERE {which}"))


def _stop_after(connection: sqlite3.Connection, seconds: float) -> Callable[[], bool]:
    """Stop the connection's statements after some seconds; return whether there is time left."""
    until = time.monotonic() + seconds

    def in_time() -> bool:
        return time.monotonic() < until

    connection.set_progress_handler(lambda: not in_time(), _STEPS_BETWEEN_LOOKS)
    return in_time


def _row(connection: sqlite3.Connection, table: Table, row_id: object) -> Row:
    """A row; empty in the place of a value that is too long or no text; no row at all if it is gone."""
    with suppress(*database_errors()):
        return dict(connection.execute(f"SELECT * FROM {table.name} WHERE id = ?", (row_id,)).fetchone() or {})
    row: Row = {}
    for own_column in table.all_columns:
        row[own_column] = ""
        with suppress(*database_errors()):
            found = connection.execute(f"SELECT {own_column} FROM {table.name} WHERE id = ?", (row_id,)).fetchone()
            row[own_column] = found[0] if found else ""
    return row
