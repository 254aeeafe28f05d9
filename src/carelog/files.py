"""Private files, written whole or not at all."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from carelog.errors import JournalBusy, StorageError

PRIVATE_FILE, PRIVATE_FOLDER = 0o600, 0o700
UNFINISHED_SECONDS = 10
"""How old a file must be that was never finished, so that nobody can be writing it any more."""


def make_private_folder(folder: Path) -> None:
    """Make a folder and those above it that are missing, each open to its owner alone.

    Raises StorageError when that cannot be done.
    """
    if folder.is_dir():
        return
    try:
        make_private_folder(folder.parent)
        folder.mkdir(PRIVATE_FOLDER, exist_ok=True)
    except OSError as problem:
        raise storage_error("make the folder", folder, problem) from None


@contextmanager
def alone_in(folder: Path) -> Iterator[None]:
    """Do what only one program may do in a folder at a time. Windows has no such locks, and keeps nobody out.

    Raises JournalBusy when another program is at it.
    """
    if sys.platform == "win32":
        yield
        return
    import fcntl

    descriptor = os.open(folder, os.O_RDONLY)
    try:
        with suppress(OSError):  # of a file system that has no locks
            try:
                fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                raise JournalBusy(f"Another program is changing {folder} now. Nothing was changed here.") from None
        yield
    finally:
        os.close(descriptor)


def write_private(target: Path, content: bytes, *, replace: bool = True) -> None:
    """Write a file so that a power cut leaves the old one or the new one, never half of it.

    The content goes to a new file beside the target (0600, never through a link), reaches the disk, and then
    takes the target's name. Raises FileExistsError when `replace` is false and the name is taken, and
    StorageError when it cannot be written.
    """
    beside = unfinished(target)
    try:
        _write_new(beside, content)
        try:
            _take_name(beside, target, replace=replace)
            sync_folder(target.parent)
        finally:
            with suppress(OSError):
                beside.unlink(missing_ok=True)
    except FileExistsError:
        raise
    except OSError as problem:
        raise storage_error("write", target, problem) from None
    remove_unfinished(target.parent, f"{target.name}.", target)


def unfinished(target: Path) -> Path:
    """A new name beside a file, for what takes the file's name when it is whole."""
    return target.with_name(f".{target.name}.{os.urandom(6).hex()}.new")


def remove_unfinished(folder: Path, begins: str, written: Path) -> None:
    """Remove what killed programs left of files whose names begin so: it may hold words that are deleted since.

    The file that was just `written` tells the age of the others, whatever the clock says.
    """
    import re

    name = re.compile(rf"\.{re.escape(begins)}.*[0-9a-f]{{12}}\.new(-journal)?")
    with suppress(OSError):
        youngest = written.stat().st_mtime - UNFINISHED_SECONDS
        for path in folder.iterdir():
            if name.fullmatch(path.name) and path.stat().st_mtime < youngest:
                path.unlink()


def sync_file(descriptor: int) -> None:
    """Bring a file to the disk itself; on macOS past the disk's own cache."""
    os.fsync(descriptor)
    if sys.platform == "darwin":
        import fcntl

        fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)


def sync_folder(folder: Path) -> None:
    """Bring the names in a folder to the disk, where the system can."""
    if sys.platform == "win32":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def storage_error(action: str, place: Path, problem: OSError) -> StorageError:
    """The sentence for a file that could not be used: what, where, why as the system says it."""
    reason = problem.strerror or "the system gave no reason"
    return StorageError(f"carelog could not {action} {place}: {reason}.")


def _write_new(path: Path, content: bytes) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), PRIVATE_FILE)
    try:
        with open(descriptor, "wb", closefd=False) as file:
            file.write(content)
        sync_file(descriptor)
    except OSError:
        path.unlink(missing_ok=True)
        raise
    finally:
        os.close(descriptor)


def _take_name(beside: Path, target: Path, *, replace: bool) -> None:
    if replace:
        os.replace(beside, target)
        return
    try:
        os.link(beside, target)
    except FileExistsError:
        raise
    except (NotImplementedError, OSError):
        if os.path.lexists(target):
            raise FileExistsError(target) from None
        os.replace(beside, target)
