"""Private files, written atomically: whole or not at all."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from carelog.errors import JournalBusy, StorageError

PRIVATE_FILE, PRIVATE_FOLDER = 0o600, 0o700
CANNOT = frozenset([errno.EINVAL, errno.ENOSYS, errno.EOPNOTSUPP, errno.ENOTSUP, errno.EBADF])
"""How a file system says that it has no such call, which is no failure of it."""

UNFINISHED_SECONDS = 10
"""A temporary file older than this is left from a killed program: nobody is writing it any more."""

_LONGEST_NAME, _AROUND_NAME = 255, len(".") + len(".0123456789ab.new-journal")
"""The usual limit of file systems for a name, and what a temporary copy has around it, in bytes."""


def make_private_folder(folder: Path) -> None:
    """Make a folder and those above it that are missing, each open to its owner alone.

    Raises StorageError when that cannot be done.
    """
    try:
        if folder.is_dir():
            return
        make_private_folder(folder.parent)
        folder.mkdir(PRIVATE_FOLDER, exist_ok=True)
    except OSError as problem:
        raise storage_error("storage.folder-not-made", folder, problem) from None


@contextmanager
def exclusive_lock(folder: Path) -> Iterator[None]:
    """Hold the exclusive lock of a folder for a block, so that no other carelog changes it.

    Raises JournalBusy when another program holds the lock. Windows and some file systems have no such locks; there the
    block runs without one.
    """
    if sys.platform == "win32":
        yield
        return
    import fcntl

    descriptor = os.open(folder, os.O_RDONLY)
    try:
        with suppress(OSError):  # the file system has no locks
            try:
                fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                raise JournalBusy("storage.folder-in-use", folder=folder) from None
        yield
    finally:
        os.close(descriptor)


def write_private(target: Path, content: bytes, *, replace: bool = True) -> None:
    """Write a file so that a power cut leaves the old one or the new one, never half of it.

    The content goes to a new temporary file beside the target (mode 0600, never through a link), is synced to the disk,
    and is then renamed to the target. Raises FileExistsError when `replace` is false and the name is taken, and
    StorageError when the file cannot be written.
    """
    write_private_parts(target, (content,), replace=replace)


def write_private_parts(target: Path, parts: Iterable[bytes], *, replace: bool = True) -> None:
    """Write a file as `write_private` does, of parts that need not be in memory at once.

    Where making a part raises something, that is raised, and nothing stays of the file.
    """
    temporary = temporary_path(target)
    try:
        _write_new(temporary, parts)
        try:
            give_name(temporary, target, replace=replace)
            sync_folder(target.parent)
        finally:
            with suppress(OSError):
                temporary.unlink(missing_ok=True)
    except FileExistsError:
        raise
    except OSError as problem:
        raise storage_error("storage.not-written", target, problem) from None
    remove_temporary_files(target.parent, f"{_cut_name(target)}.", target)


def give_name(temporary: Path, target: Path, *, replace: bool) -> None:
    """Give a complete temporary file its name, over the file that has it only with `replace`.

    Raises FileExistsError where the name is taken otherwise, and OSError. The temporary name may stay: the caller
    removes it.
    """
    if replace:
        os.replace(temporary, target)
        return
    try:
        os.link(temporary, target)
    except FileExistsError:
        raise
    except (NotImplementedError, OSError):
        if os.path.lexists(target):
            raise FileExistsError(target) from None
        os.replace(temporary, target)


@contextmanager
def date_kept(path: Path) -> Iterator[None]:
    """Keep the date of a file that is written anew inside, where the date says when its content is from.

    It gets a second later, because programs that synchronise files look for another date. Raises OSError when there is
    no such file.
    """
    dated = path.stat().st_mtime + 1
    yield
    with suppress(OSError):
        os.utime(path, (dated, dated))


def temporary_path(target: Path) -> Path:
    """A new name beside a file for its temporary copy, which is renamed to the file when it is complete."""
    return target.with_name(f".{_cut_name(target)}.{os.urandom(6).hex()}.new")


def longest_name(folder: Path) -> int:
    """The most bytes of a file's name in a folder; 255 where the system does not say."""
    with suppress(AttributeError, OSError, ValueError):
        return os.pathconf(folder, "PC_NAME_MAX")
    return _LONGEST_NAME


def remove_temporary_files(folder: Path, prefix: str, written: Path) -> None:
    """Remove temporary files that killed programs left of files with a name prefix: they may hold deleted words.

    Their age is measured against the file that was just `written`, so that a wrong clock removes nothing in use.
    """
    import re

    name = re.compile(rf"\.{re.escape(prefix)}.*[0-9a-f]{{12}}\.new(-journal)?")
    with suppress(OSError):
        youngest = written.stat().st_mtime - UNFINISHED_SECONDS
        for path in folder.iterdir():
            if name.fullmatch(path.name) and path.stat().st_mtime < youngest:
                path.unlink()


def make_empty(path: Path) -> None:
    """Make an empty private file for a library that opens it by its name. Raises FileExistsError, and OSError."""
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, PRIVATE_FILE))


def sync_path(path: Path) -> None:
    """Flush a closed file to the disk. Raises OSError."""
    descriptor = os.open(path, os.O_RDWR)
    try:
        sync_file(descriptor)
    finally:
        os.close(descriptor)


def sync_file(descriptor: int) -> None:
    """Flush an open file to the disk; on macOS past the disk's own cache too."""
    os.fsync(descriptor)
    if sys.platform == "darwin":
        import fcntl

        fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)


def sync_folder(folder: Path) -> None:
    """Flush the names in a folder to the disk, so that a rename survives a power cut.

    Windows and some file systems, such as those of network folders, cannot do this: there the file alone is flushed.
    """
    if sys.platform == "win32":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError as problem:
        if problem.errno not in CANNOT:
            raise
    finally:
        os.close(descriptor)


def storage_error(key: str, path: Path, problem: OSError) -> StorageError:
    """A StorageError with the sentence of a key, which says what could not be done to a path, and why.

    The system gives the reason, in its own language.
    """
    return StorageError(key, path=path, reason=problem.strerror or _no_reason())


def _cut_name(target: Path) -> str:
    """The name of a file, cut so that the name of its temporary copy is not too long for the folder."""
    name, room = os.fsencode(target.name), longest_name(target.parent) - _AROUND_NAME
    return target.name if len(name) <= room else name[: max(room, 1)].decode("utf-8", "ignore")


def _no_reason() -> str:
    from carelog.wording.program import NO_REASON

    return NO_REASON


def _write_new(path: Path, parts: Iterable[bytes]) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), PRIVATE_FILE)
    try:
        with open(descriptor, "wb", closefd=False) as file:
            file.writelines(parts)
        sync_file(descriptor)
    except BaseException:
        path.unlink(missing_ok=True)
        raise
    finally:
        os.close(descriptor)
