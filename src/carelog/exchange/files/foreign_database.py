"""A database of another app, read from memory: no copy of it comes to the disk, and nothing in it is run."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

from carelog.errors import RefusedFile

if TYPE_CHECKING:
    import sqlite3

_HEADER = b"SQLite format 3\x00"
_VERSIONS = slice(18, 20)
_ROLLBACK = b"\x01\x01"
_MOST_STEPS = 20_000
_STEP = 10_000
_SELECT, _READ = 21, 20
"""What SQLite calls the two things that a reader may do."""


def is_database(content: bytes) -> bool:
    """Whether a file begins as an SQLite database does."""
    return content.startswith(_HEADER)


@contextmanager
def opened(content: bytes) -> Iterator[sqlite3.Connection]:
    """The database in a file, for reading alone.

    One that was left in write-ahead mode is read as it lies in this file. Views and triggers cannot run for long:
    after some two hundred million steps reading ends. Raises RefusedFile when it is damaged.
    """
    import sqlite3

    image = bytearray(content)
    image[_VERSIONS] = _ROLLBACK
    steps = iter(range(_MOST_STEPS))
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        try:
            connection.deserialize(bytes(image))
            connection.execute("PRAGMA trusted_schema = OFF")
            connection.row_factory = sqlite3.Row
            connection.text_factory = _text
            connection.set_authorizer(_only_reading)
            connection.set_progress_handler(lambda: next(steps, None) is None, _STEP)
            yield connection
        except (sqlite3.Error, OverflowError, MemoryError, ValueError):
            raise RefusedFile("The database is damaged or not whole. Export it again from the other app.") from None


def tables_of(connection: sqlite3.Connection) -> set[str]:
    """The names of the tables, in lower case; views are none."""
    found = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
    return {str(row["name"]).lower() for row in found}


def tables_in(content: bytes) -> set[str]:
    """The names of the tables in a file, in lower case. Raises RefusedFile when it is damaged."""
    with opened(content) as connection:
        return tables_of(connection)


def _text(raw: bytes) -> str:
    return raw.decode("utf-8", "replace")


def _only_reading(action: int, *_: str | None) -> int:
    return 0 if action in (_SELECT, _READ) else 1
