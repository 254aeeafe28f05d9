"""Open the SQLite file of a journal, with the pragmas that keep every acknowledged change on the disk."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import TYPE_CHECKING

from carelog.errors import JournalDamaged, JournalNewer, StorageError
from carelog.files import PRIVATE_FILE, make_private_folder, storage_error
from carelog.journal.migrations import APPLICATION_ID, NEWEST, migrate
from carelog.journal.storage.connections import connect, database_errors
from carelog.journal.storage.errors import storage_errors
from carelog.journal.storage.statements import (
    BUSY_MILLISECONDS,
    PRAGMAS,
    READ_APPLICATION,
    READ_VERSION,
    ROLLBACK_JOURNAL,
    WAIT,
)
from carelog.paths import rollback_of

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable

    BeforeMigration = Callable[[sqlite3.Connection, Path, int], None]


def open_to_write(path: Path, before_migration: BeforeMigration) -> sqlite3.Connection:
    """Open a journal for reading and writing; create it where it is missing, migrate it where it is older.

    `before_migration` is called with the connection to an older journal, its path and its version, to back it up.
    Raises StorageError, JournalDamaged or JournalNewer; a newer file stays untouched.
    """
    make_private_folder(path.parent)
    _refuse_if_planted(path)
    _make_private_file(path)
    connection = _connect(path, "rw")
    try:
        with storage_errors(path):
            version = _checked_version(connection, path)
            if version > NEWEST:
                raise JournalNewer("storage.newer-to-write", path=path)
            connection.execute(ROLLBACK_JOURNAL)
            if 0 < version < NEWEST:
                before_migration(connection, path, version)
            migrate(connection, version)
    except BaseException:
        connection.close()
        raise
    return connection


def open_to_read(path: Path, before_migration: BeforeMigration) -> sqlite3.Connection:
    """Open a journal for reading only; without a file, return an empty journal in memory.

    An older one is migrated first, as `open_to_write` does it. Raises StorageError or JournalDamaged.
    """
    if not os.path.lexists(path):
        connection = in_memory()
        migrate(connection, 0)
        return connection
    connection = _connect(path, "rw" if os.access(path, os.W_OK) and os.access(path.parent, os.W_OK) else "ro")
    try:
        with storage_errors(path):
            version = _checked_version(connection, path)
            if version < NEWEST:
                connection.close()
                return open_to_write(path, before_migration)
            connection.execute("PRAGMA query_only = ON")
    except BaseException:
        connection.close()
        raise
    return connection


def in_memory() -> sqlite3.Connection:
    """An empty database in memory, with the pragmas of a journal."""
    from carelog.journal.storage.plain import connect_in_memory

    return _prepared(connect_in_memory())


def _connect(path: Path, mode: str) -> sqlite3.Connection:
    with storage_errors(path):
        return _prepared(connect(path, mode, patience=BUSY_MILLISECONDS / 1000))


def _prepared(connection: sqlite3.Connection) -> sqlite3.Connection:
    try:
        for pragma in (WAIT, *PRAGMAS):
            connection.execute(pragma)
    except database_errors():
        connection.close()
        raise
    return connection


def _refuse_if_planted(journal: Path) -> None:
    """Raise StorageError where another account could read what is written to a journal or for its roll back.

    That is a link of its own, a file of its own that is open to this one, or a rollback file beside a journal that is
    somebody else's. What root put there is used: root can read everything.
    """
    own = {0, os.geteuid()} if hasattr(os, "geteuid") else None
    for path in (journal, rollback_of(journal)):
        found = _lstat(path)
        if own is None or found is None or found.st_uid in own:
            continue
        own.add(found.st_uid)
        is_shared = stat.S_ISLNK(found.st_mode) or found.st_mode & (stat.S_IWGRP | stat.S_IWOTH)
        if is_shared or path is not journal:
            raise StorageError("storage.of-another-account", path=path)


def _lstat(path: Path) -> os.stat_result | None:
    try:
        return path.lstat()
    except OSError:
        return None


def _make_private_file(path: Path) -> None:
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, PRIVATE_FILE))
    except FileExistsError:
        return
    except OSError as problem:
        raise storage_error("storage.not-made", path, problem) from None


def _checked_version(connection: sqlite3.Connection, path: Path) -> int:
    """The schema version of a journal, 0 for an empty file. Raises JournalDamaged for another program's database.

    All of it is read in one transaction, because another program may be creating the journal at the same time.
    """
    connection.execute("BEGIN")
    application_id = connection.execute(READ_APPLICATION).fetchone()[0]
    version: int = connection.execute(READ_VERSION).fetchone()[0]
    empty = not connection.execute("SELECT EXISTS (SELECT 1 FROM sqlite_master)").fetchone()[0]
    connection.execute("COMMIT")
    if application_id != APPLICATION_ID and not (application_id == 0 and version == 0 and empty):
        raise JournalDamaged("storage.of-another-program", path=path)
    return version
