"""The migrations from one schema to the next: numbered SQL files, which are never edited once they are released."""

from __future__ import annotations

import os

TYPE_CHECKING = False
if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

APPLICATION_ID = 0x6361726C
"""“carl” in ASCII, by which other programs and `file` recognise the database."""

STEPS = (
    "0001_journal.sql",
    "0002_people_and_plan.sql",
    "0003_between_appointments.sql",
    "0004_imports.sql",
    "0005_true_numbers.sql",
    "0006_discretion.sql",
)
NEWEST = len(STEPS)
"""The number of the schema that this version writes; a file stores its own as `user_version`."""


def migrate(connection: sqlite3.Connection, version: int, *, up_to: int = NEWEST) -> None:
    """Migrate a journal from a schema version to the newest, or `up_to` an earlier one, in one transaction.

    The version is read again inside of it, so that two programs that start together do not take a step twice. Raises
    what SQLite raises.
    """
    if version >= up_to:
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        (written,) = connection.execute("PRAGMA user_version").fetchone()
        for number in range(written + 1, up_to + 1):
            _take_step(connection, number)
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _take_step(connection: sqlite3.Connection, number: int) -> None:
    for statement in _statements(STEPS[number - 1]):
        connection.execute(statement)
    if number == 1:
        connection.execute("INSERT INTO state (id, device) VALUES (1, ?)", (os.urandom(8).hex(),))
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {number}")


def _statements(name: str) -> Iterator[str]:
    """The SQL statements of a file, one by one: `executescript` would commit the transaction."""
    from pathlib import Path
    from sqlite3 import complete_statement

    script = (Path(__file__).parent / name).read_text(encoding="utf-8")
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if complete_statement(statement):
            yield statement
            statement = ""
