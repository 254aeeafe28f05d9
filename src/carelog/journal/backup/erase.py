"""Erase every file that carelog keeps on this computer."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from carelog.file_access import is_there
from carelog.files import storage_error
from carelog.journal.backup.traces import closed_folders, folders_of, traces_of

if TYPE_CHECKING:
    from carelog.paths import Paths


def erase_files(paths: Paths) -> None:
    """Remove all files of `traces_of`, the folders that are empty afterwards, and the key in the system's cache.

    Raises StorageError for the first file that cannot be removed, after it has tried all of them.
    """
    if is_there(paths.keys):
        from carelog.journal.keys.key_ring import forget_cached

        forget_cached(paths.keys)
    files = [trace.path for trace in traces_of(paths)]
    folders = folders_of(paths)
    problems = closed_folders(paths)
    for path in files:
        try:
            path.unlink()
        except OSError as problem:
            problems.append(storage_error("storage.not-erased", path, problem))
    for folder in folders:
        with suppress(OSError):
            folder.rmdir()
    if problems:
        raise problems[0]
