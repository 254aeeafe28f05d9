"""The transaction that a killed program left unfinished in a journal or a copy of one."""

from __future__ import annotations

import os
from contextlib import closing
from typing import TYPE_CHECKING

from carelog.file_access import is_there
from carelog.journal.storage.connections import connect
from carelog.journal.storage.errors import storage_errors
from carelog.paths import rollback_of

if TYPE_CHECKING:
    from pathlib import Path


def roll_back_unfinished(path: Path, *, any_key: bool = False) -> None:
    """Roll back the transaction of a killed program: SQLite does it at the first statement.

    With `any_key` the file may be of an earlier lock. Nothing happens where it may not be written. Raises StorageError.
    """
    rollback = rollback_of(path)
    if is_there(rollback) and rollback.stat().st_size and os.access(path, os.W_OK):
        with storage_errors(path), closing(connect(path, "rw", any_key=any_key)) as connection:
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
