"""Copy an open journal to a file, with what opens it, and put a complete copy in its place."""

from __future__ import annotations

from contextlib import closing, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from carelog.files import (
    make_empty,
    make_private_folder,
    remove_temporary_files,
    storage_error,
    sync_folder,
    sync_path,
    temporary_path,
)
from carelog.journal.backup.backup_names import BEFORE_CHANGE, COPIES
from carelog.journal.keys.key_folder import key_of, keys_beside
from carelog.journal.storage.connections import connect_to_copy
from carelog.paths import CARD

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

_UNTIL_WHOLE = ("PRAGMA journal_mode = OFF", "PRAGMA synchronous = OFF")
"""A copy gets its name when it is whole: it is synced once then, and a half of one is removed, not rolled back."""


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
    make_empty(target)
    with closing(connect_to_copy(connection, target)) as copy:
        for pragma in _UNTIL_WHOLE:
            copy.execute(pragma)
        connection.backup(copy)
    sync_path(target)


def copy_slots_beside(connection: sqlite3.Connection, journal: Path, folder: Path) -> None:
    """Copy the key slots of a locked journal into a folder of backups that is not beside the journal.

    Raises StorageError.
    """
    place = keys_beside(journal)
    if place and key_of(connection) and keys_beside(folder / journal.name) != place:
        from carelog.journal.lock.backup_slots import copy_slots_to

        copy_slots_to(folder, place, key_of(connection))


def remove_leftovers(journal: Path, folders: Iterable[Path], written: Path) -> None:
    """Remove what killed programs left half written beside the journal and in folders of copies.

    Their age is measured against the file that was just `written`: what another program is writing now stays.
    """
    for folder in folders:
        for begins in COPIES:
            remove_temporary_files(folder, begins, written)
    for name in (journal.name, CARD):
        remove_temporary_files(journal.parent, f"{name}.", written)


def put_in_place(beside: Path, target: Path) -> None:
    """Rename a complete file to its final name, over the file it replaces, and sync the folder. Raises OSError."""
    beside.replace(target)
    sync_folder(target.parent)
