"""Connections to plain files with the SQLite that Python brings; a locked journal never loads this module."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from carelog.errors import StorageError
from carelog.file_access import require_files
from carelog.journal.storage.address import address_of
from carelog.paths import side_files

AS_IT_LIES = "ro&immutable=1"
"""How SQLite opens a file without looking at what lies beside it, or waiting for whoever holds it."""
OLDEST_SQLITE = (3, 37, 0)
"""The first version with STRICT tables."""


class PlainConnection(sqlite3.Connection):
    """A connection that remembers the inode of its file, so that a replaced file is noticed."""

    inode = 0
    """The inode of the file when it was opened; 0 where it had none."""


def connect_plain(path: Path, mode: str, patience: float) -> PlainConnection:
    """Connect to a plain file; `patience` is how many seconds to wait for another program.

    `mode` is "ro", "rw" or "rwc", or `AS_IT_LIES`.

    Raises StorageError where Python's SQLite is too old, or a named pipe or the like stands in the place of a file; and
    what SQLite raises.
    """
    if sqlite3.sqlite_version_info < OLDEST_SQLITE:
        oldest = ".".join(map(str, OLDEST_SQLITE))
        raise StorageError("storage.sqlite-too-old", version=sqlite3.sqlite_version, oldest=oldest)
    if mode != AS_IT_LIES:
        require_files(path, *side_files(path))
    connection = sqlite3.connect(
        address_of(path.absolute().as_posix(), mode),
        uri=True,
        isolation_level=None,
        timeout=patience,
        factory=PlainConnection,
    )
    connection.row_factory = sqlite3.Row
    return connection


def connect_in_memory() -> sqlite3.Connection:
    """An empty database in memory."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.row_factory = sqlite3.Row
    return connection
