"""Rekey a journal: copy it under another key, compare the two, and only then replace the file."""

from __future__ import annotations

import hashlib
import os
from contextlib import closing, contextmanager, suppress
from typing import TYPE_CHECKING

from carelog.errors import JournalDamaged
from carelog.files import (
    make_empty,
    remove_temporary_files,
    storage_error,
    sync_file,
    sync_folder,
    sync_path,
    temporary_path,
)
from carelog.journal.storage.cipher import connect_with_key, unread_pages, write_over
from carelog.journal.storage.errors import storage_errors
from carelog.journal.storage.transactions import transaction

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator
    from pathlib import Path

_BLOCK = b"\0" * 65_536


def rekey(path: Path, old_key: bytes, new_key: bytes) -> None:
    """Replace a file with a copy of it under another key; an empty key means a plain file.

    The copy is opened and compared before it takes the file's place, and nobody can write to the file until then. The
    old blocks are overwritten, which some disks do not honour. Raises StorageError, JournalBusy or JournalDamaged; the
    file is then unchanged.
    """
    beside = temporary_path(path)
    try:
        with storage_errors(path), closing(connect_with_key(path, "rw", old_key)) as holder, transaction(holder):
            copy_rekeyed(path, old_key, beside, new_key)
            with _old_blocks_overwritten(path):
                beside.replace(path)
                sync_folder(path.parent)
    except OSError as problem:
        raise storage_error("storage.not-written", path, problem) from None
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
    remove_temporary_files(path.parent, f"{path.name}.", path)


def copy_rekeyed(source: Path, source_key: bytes, target: Path, target_key: bytes) -> None:
    """Copy a file to a new one under another key, sync it to the disk and compare the two, row by row.

    Raises JournalDamaged when they differ or one is damaged, what SQLite raises (`database_errors`), and OSError.
    """
    make_empty(target)
    write_over(source, source_key, target, target_key)
    sync_path(target)
    if _digest(source, source_key) != _digest(target, target_key):
        raise JournalDamaged("lock.copy-differs", path=source)


def _digest(path: Path, key: bytes) -> str:
    """The SHA-256 of a file's schema, versions and rows. Raises JournalDamaged when the integrity check fails."""
    with closing(connect_with_key(path, "ro", key)) as connection:
        if unread_pages(connection) or connection.execute("PRAGMA integrity_check").fetchone()[0] != "ok":
            raise JournalDamaged("lock.copy-differs", path=path)
        digest = hashlib.sha256()
        for line in _content(connection):
            digest.update(f"{line!r}\n".encode("utf-8", "surrogatepass"))
    return digest.hexdigest()


def _content(connection: sqlite3.Connection) -> Iterator[tuple[object, ...]]:
    yield tuple(connection.execute("PRAGMA user_version").fetchone())
    yield tuple(connection.execute("PRAGMA application_id").fetchone())
    parts = connection.execute("SELECT type, name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite%' ORDER BY name")
    for part in parts.fetchall():
        yield tuple(part)
        if part["type"] == "table":
            quoted_table = '"' + part["name"].replace('"', '""') + '"'
            yield from map(tuple, connection.execute(f"SELECT * FROM {quoted_table}"))


@contextmanager
def _old_blocks_overwritten(path: Path) -> Iterator[None]:
    """Overwrite the blocks of a file that is replaced inside, unless another hard link still names it."""
    descriptor = os.open(path, os.O_RDWR)
    try:
        yield
        with suppress(OSError):
            if os.fstat(descriptor).st_nlink == 0:
                _overwrite(descriptor)
    finally:
        os.close(descriptor)


def _overwrite(descriptor: int) -> None:
    left = os.fstat(descriptor).st_size
    os.lseek(descriptor, 0, os.SEEK_SET)
    while left > 0:
        left -= os.write(descriptor, _BLOCK[:left])
    sync_file(descriptor)
