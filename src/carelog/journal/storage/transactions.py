"""Transactions: everything that is written inside one is kept, or nothing."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from carelog.journal.storage.connections import database_errors
from carelog.journal.storage.errors import error_name
from carelog.journal.storage.statements import BEGIN, COMMIT, ROLLBACK, WAIT

if TYPE_CHECKING:
    import sqlite3

ASKING_SECONDS = 0.002
"""The pause between two attempts to get the lock."""


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Commit everything that is written inside, or roll all of it back when something raises.

    The write lock is taken at the start: a lock that is asked for in the middle cannot wait for another program.
    """
    _begin(connection)
    try:
        yield
        connection.execute(COMMIT)
    except BaseException:
        with suppress(*database_errors()):
            connection.execute(ROLLBACK)
        raise


def _begin(connection: sqlite3.Connection) -> None:
    """Take the write lock, trying often: SQLite tries ten times a second, and busy writers never leave it a turn."""
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
        connection.execute(BEGIN)
    except database_errors() as problem:
        if insist or not error_name(problem).startswith("SQLITE_BUSY"):
            raise
        return False
    return True
