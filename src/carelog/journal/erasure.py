"""The end of a journal: every file that carelog keeps, removed."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from carelog.files import storage_error
from carelog.paths import drafts_of

if TYPE_CHECKING:
    from pathlib import Path

    from carelog.paths import Paths


def files_kept(paths: Paths) -> list[Path]:
    """The files that carelog keeps, those that a killed program may have left included; nothing else is named."""
    named = [paths.journal, paths.journal.with_name(f"{paths.journal.name}-journal"), paths.card, paths.settings]
    folders = (paths.data, paths.config)
    leftovers = [path for folder in folders for name in named for path in folder.glob(f".{name.name}.*.new")]
    inner = (paths.backups, paths.drafts, paths.keys, paths.sealed)
    below = [path for folder in inner for path in sorted(folder.rglob("*")) if path.is_file()]
    return [
        path
        for path in dict.fromkeys([*named, *leftovers, *drafts_of(paths), *below])
        if path.is_file() or path.is_symlink()
    ]


def erase_files(paths: Paths) -> None:
    """Remove them all, and the folders that are empty then.

    Raises StorageError when one cannot be removed; the others are still tried.
    """
    files = files_kept(paths)
    drafts = [path.parent for path in files if path.name == "draft.txt"]
    problems = []
    for path in files:
        try:
            path.unlink()
        except OSError as problem:
            problems.append(storage_error("erase", path, problem))
    for folder in (*drafts, paths.drafts, paths.backups, paths.keys, paths.sealed, paths.data, paths.config):
        with suppress(OSError):
            folder.rmdir()
    if problems:
        raise problems[0]
