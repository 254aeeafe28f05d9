"""Copy an open journal to a file, with what opens it, and put a complete copy in its place."""

from __future__ import annotations

import os
from contextlib import closing, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from carelog.files import PRIVATE_FILE, make_private_folder, storage_error, sync_file, sync_folder, temporary_path
from carelog.journal.backup.backup_names import BEFORE_CHANGE
from carelog.journal.keys.key_folder import key_of, keys_beside
from carelog.journal.storage.connections import connect_to_copy

if TYPE_CHECKING:
    import sqlite3


def back_up_before_migration(connection: sqlite3.Connection, path: Path, version: int) -> None:
    """Copy a journal of schema `version` into the folder of backups before it is migrated.

    The copy appears whole or not at all, also when two programs start the same migration. Raises StorageError when it
    cannot be written: nothing is migrated without it.
    """
    folder = path.parent / "backups"
    make_private_folder(folder)
    target = folder / f"{BEFORE_CHANGE}schema-{version + 1}.db"
    beside = temporary_path(target)
    try:
        copy_to_file(connection, beside)
        put_in_place(beside, target)
    except OSError as problem:
        raise storage_error("storage.copy-not-written", target, problem) from None
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)


def copy_to_file(connection: sqlite3.Connection, target: Path) -> None:
    """Copy an open journal to a new file and sync it to the disk.

    Raises what SQLite raises (`database_errors`), and OSError.
    """
    os.close(os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY, PRIVATE_FILE))
    with closing(connect_to_copy(connection, target)) as copy:
        connection.backup(copy)
    descriptor = os.open(target, os.O_RDWR)
    try:
        sync_file(descriptor)
    finally:
        os.close(descriptor)


def copy_slots_beside(connection: sqlite3.Connection, journal: Path, folder: Path) -> None:
    """Copy the key slots of a locked journal into a folder of backups that is not beside the journal.

    Raises StorageError.
    """
    place = keys_beside(journal)
    if place and key_of(connection) and keys_beside(folder / journal.name) != place:
        from carelog.journal.lock.backup_slots import copy_slots_to

        copy_slots_to(folder, place, key_of(connection))


def put_in_place(beside: Path, target: Path) -> None:
    """Rename a complete file to its final name, over the file it replaces, and sync the folder. Raises OSError."""
    beside.replace(target)
    sync_folder(target.parent)
