"""The statements with which a journal is opened and an entry is noted, for every way of doing so."""

from __future__ import annotations

import sys

BUSY_MILLISECONDS = 5_000
"""How long a command waits for another program that holds the lock."""

WAIT = f"PRAGMA busy_timeout = {BUSY_MILLISECONDS}"

_ON_A_MAC = ("PRAGMA fullfsync = ON",) if sys.platform == "darwin" else ()
PRAGMAS = (
    "PRAGMA foreign_keys = ON",
    "PRAGMA secure_delete = ON",
    "PRAGMA trusted_schema = OFF",
    "PRAGMA cell_size_check = ON",
    "PRAGMA synchronous = EXTRA",
    *_ON_A_MAC,
)
"""What every connection is told first: to keep each acknowledged change on the disk, and no deleted word."""
ROLLBACK_JOURNAL = "PRAGMA journal_mode = TRUNCATE"
"""How a change is rolled back, said before the first one."""

READ_APPLICATION, READ_VERSION = "PRAGMA application_id", "PRAGMA user_version"
READ_STATE = "SELECT device, card_revision FROM state"
HAS_SIGNS = "SELECT EXISTS (SELECT 1 FROM signs WHERE deleted_at IS NULL AND away_with IS NULL)"
"""Whether there is a sign to look for, which is asked with every entry."""

BEGIN, COMMIT, ROLLBACK = "BEGIN IMMEDIATE", "COMMIT", "ROLLBACK"
"""The write lock is taken at the start: a lock that is asked for in the middle cannot wait for another program."""
FORGET_UNDO = "DELETE FROM undo"
RECORD_UNDO = "INSERT INTO undo (table_name, row_id, before) VALUES (?, ?, ?)"
"""The earlier version of a row as JSON, or NULL where there was none: what `undo` needs."""
