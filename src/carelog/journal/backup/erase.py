"""The end of a journal: every file that carelog keeps, removed."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from carelog.files import storage_error
from carelog.journal.backup.traces import traces_of

if TYPE_CHECKING:
    from carelog.paths import Paths


def erase_files(paths: Paths) -> None:
    """Remove them all, the folders that are empty then, and a key that waits in the system's cache.

    Raises StorageError when one cannot be removed; the others are still tried.
    """
    if paths.keys.exists():
        from carelog.journal.keys.key_ring import forget_cached

        forget_cached(paths.keys)
    files = [trace.path for trace in traces_of(paths)]
    drafts = [path.parent for path in files if path.name == "draft.txt"]
    problems = []
    for path in files:
        try:
            path.unlink()
        except OSError as problem:
            problems.append(storage_error("storage.not-erased", path, problem))
    for folder in (
        *drafts,
        paths.drafts,
        paths.backups,
        paths.keys,
        paths.sealed,
        paths.questionnaires,
        paths.data,
        paths.config,
    ):
        with suppress(OSError):
            folder.rmdir()
    if problems:
        raise problems[0]
