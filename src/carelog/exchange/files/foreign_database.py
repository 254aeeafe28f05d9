"""Read the SQLite database of another app from memory: no copy is written to the disk, and only SELECT is allowed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING, Any

from carelog.errors import RefusedFile
from carelog.exchange.files.source import SQLITE_HEADER, decoded_cell

if TYPE_CHECKING:
    import sqlite3

MOST_ROWS = 200_000
"""The most rows of a table that are read: fifty habits have fewer in ten years."""

_JOURNAL_MODE_BYTES = slice(18, 20)
_ROLLBACK_MODE = b"\x01\x01"
_MOST_STEPS, _INSTRUCTIONS_PER_STEP = 20_000, 10_000
_SELECT, _READ = 21, 20
"""SQLite's codes (sqlite3_set_authorizer) of the two actions that are allowed."""
NO_NUMBER = 1e300
"""Apps write a number of this size or a larger one where they have none."""
_NUMBER = re.compile(r"[-+]?[0-9]{1,18}(?:\.[0-9]{1,18})?(?:[eE][-+]?[0-9]{1,2})?")


def is_database(content: bytes) -> bool:
    """Whether a file begins as an SQLite database does."""
    return content.startswith(SQLITE_HEADER)


@contextmanager
def open_database(content: bytes) -> Iterator[sqlite3.Connection]:
    """Open the content of a database file for reading only.

    A database in write-ahead mode is read without its separate log. Reading ends after two hundred million
    instructions, so that no view can run for ever. Raises RefusedFile when the database is damaged, or inside the
    context when reading it fails.
    """
    import sqlite3

    image = bytearray(content)
    image[_JOURNAL_MODE_BYTES] = _ROLLBACK_MODE
    steps = iter(range(_MOST_STEPS))
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        try:
            connection.deserialize(bytes(image))
            connection.execute("PRAGMA trusted_schema = OFF")
            connection.row_factory = sqlite3.Row
            connection.text_factory = decoded_cell
            connection.set_authorizer(_only_reading)
            connection.set_progress_handler(lambda: next(steps, None) is None, _INSTRUCTIONS_PER_STEP)
            yield connection
        except (sqlite3.Error, OverflowError, MemoryError, ValueError):
            raise RefusedFile("imports.database-damaged") from None


def tables_of(connection: sqlite3.Connection) -> set[str]:
    """The names of the tables in lower case, without views."""
    found = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
    return {str(row["name"]).lower() for row in found}


def tables_in(content: bytes) -> set[str]:
    """The names of the tables in a database file, in lower case. Raises RefusedFile when it is damaged."""
    with open_database(content) as connection:
        return tables_of(connection)


def rows_of(connection: sqlite3.Connection, query: str) -> list[dict[str, Any]]:
    """The rows that a query finds, by column names in lower case: the versions of an app add and move columns.

    Raises RefusedFile where there are more than MOST_ROWS.
    """
    found = connection.execute(query)
    columns = _columns_of(found)
    rows = [dict(zip(columns, row, strict=True)) for row in found.fetchmany(MOST_ROWS + 1)]
    if len(rows) > MOST_ROWS:
        raise RefusedFile("imports.too-many-rows-in-backup", most=MOST_ROWS)
    return rows


def columns_in(content: bytes, query: str) -> set[str]:
    """The names of the columns that a query finds in a database file, in lower case.

    Raises RefusedFile when it is damaged.
    """
    with open_database(content) as connection:
        return set(_columns_of(connection.execute(query)))


def number_in(cell: object) -> float | None:
    """The number in a cell, whichever type a converter gave it that wrote the file again; None for any other value."""
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return float(cell) if -NO_NUMBER < cell < NO_NUMBER else None
    text = cell.strip() if isinstance(cell, str) else ""
    return float(text) if _NUMBER.fullmatch(text) else None


def whole_in(cell: object) -> int | None:
    """The whole number in a cell, as `number_in` reads it; None for any other value."""
    number = number_in(cell)
    return int(number) if number is not None and number.is_integer() else None


def key_in(cell: object) -> object:
    """The number by which rows refer to each other, or what stands in its place."""
    whole = whole_in(cell)
    return cell if whole is None else whole


def _columns_of(found: sqlite3.Cursor) -> list[str]:
    return [column[0].lower() for column in found.description]


def _only_reading(action: int, *_: str | None) -> int:
    return 0 if action in (_SELECT, _READ) else 1
