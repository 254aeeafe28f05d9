"""A transaction: all that is written inside it, or nothing."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from carelog.journal.storage.connections import database_errors
from carelog.journal.storage.errors import error_name

if TYPE_CHECKING:
    import sqlite3

BUSY_MILLISECONDS = 5_000
"""How long a command waits for another program."""

ASKING_SECONDS = 0.002
"""How often it asks in that time."""

WAIT = f"PRAGMA busy_timeout = {BUSY_MILLISECONDS}"


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """All that is written inside, or nothing; the lock is taken first, so that waiting works."""
    _begin(connection)
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        with suppress(*database_errors()):
            connection.execute("ROLLBACK")
        raise


def _begin(connection: sqlite3.Connection) -> None:
    """Take the lock, asking often: SQLite asks ten times a second, and comes away empty beside busy writers."""
    patience: int = connection.execute("PRAGMA busy_timeout").fetchone()[0]
    connection.execute("PRAGMA busy_timeout = 0")
    try:
        last_try = time.monotonic() + patience / 1000
        while not _has_begun(connection, insist=time.monotonic() > last_try):
            time.sleep(ASKING_SECONDS)
    finally:
        connection.execute(WAIT)


def _has_begun(connection: sqlite3.Connection, *, insist: bool) -> bool:
    try:
        connection.execute("BEGIN IMMEDIATE")
    except database_errors() as problem:
        if insist or not error_name(problem).startswith("SQLITE_BUSY"):
            raise
        return False
    return True
