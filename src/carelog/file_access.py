"""Files and folders as they are found: what is no file is never waited for, and what is closed is named."""

from __future__ import annotations

import errno
import os
import stat
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from carelog.errors import StorageError
from carelog.files import CANNOT, PRIVATE_FILE, storage_error

if TYPE_CHECKING:
    from typing import BinaryIO

TRIES_LOCKS = ".journal.db.000000000000.new"
"""The file on which locks are tried. Its name is that of a temporary file, which traces, erase and leftovers know."""

LONGEST_FILE = 1 << 24
"""The most bytes of a file that is read whole; the longest sealed note is a quarter of it."""

_NOTHING_THERE = frozenset([errno.ENOENT, errno.ENOTDIR, errno.EBADF, errno.ELOOP])
_NOTHING_THERE_ON_WINDOWS = frozenset([21, 123, 1921])
"""A drive that is not ready, a name that no file can have, and a link that leads nowhere. Source: winerror.h."""


def is_there(path: Path) -> bool:
    """Whether there is something at a path. Raises OSError where that cannot be seen, on every version of Python.

    `Path.exists`, `is_file` and `is_dir` answer no there from Python 3.14 on, which would be untrue.
    """
    return bool(_mode(path))


def is_file(path: Path) -> bool:
    """Whether there is a file at a path. Raises OSError where that cannot be seen."""
    return stat.S_ISREG(_mode(path))


def is_folder(path: Path) -> bool:
    """Whether there is a folder at a path. Raises OSError where that cannot be seen."""
    return stat.S_ISDIR(_mode(path))


def read_file(path: Path) -> bytes:
    """The content of a file. Raises OSError, also for what is no file, and for one that is longer than LONGEST_FILE."""
    with open_file(path) as file:
        content = file.read(LONGEST_FILE + 1)
    if len(content) > LONGEST_FILE:
        raise OSError(errno.EFBIG, os.strerror(errno.EFBIG), path)
    return content


def open_file(path: Path) -> BinaryIO:
    """Open a file to read its bytes. Raises OSError, also for a named pipe or a device: reading one need not end."""
    return open(path, "rb", opener=_open_file)


def require_files(*paths: Path) -> None:
    """Raise StorageError where there is something at one of these paths that is no file.

    It is for libraries that open a path themselves, and would wait for ever for whoever writes into a named pipe.
    """
    for path in paths:
        try:
            is_regular = stat.S_ISREG(path.stat().st_mode)
        except (OSError, ValueError):
            continue
        if not is_regular:
            raise storage_error("storage.not-read", path, _no_file(path))


def files_in(folder: Path, pattern: str = "*", *, below: bool = False) -> list[Path]:
    """What lies in a folder under names that match, sorted; with `below` in the folders below it too.

    Empty where there is no such folder. Raises StorageError where a folder is closed to this account: an empty answer
    would be untrue.
    """
    from fnmatch import fnmatchcase

    found = []
    for place, folders, files in os.walk(folder, onerror=_closed):
        found += [Path(place, name) for name in (*folders, *files) if fnmatchcase(name, pattern)]
        if not below:
            break
    return sorted(found)


def is_open_to_others(path: Path) -> bool:
    """Whether a file has rights for its group or for others; False on Windows, which has no such rights."""
    return sys.platform != "win32" and bool(path.stat().st_mode & 0o077)


def has_locks(folder: Path) -> bool:
    """Whether the file system of a folder has the locks of POSIX, tried on a new file; True where none can be made."""
    if sys.platform == "win32":
        return True
    import fcntl

    probe = folder / TRIES_LOCKS
    try:
        descriptor = os.open(probe, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_NONBLOCK, PRIVATE_FILE)
    except OSError:
        return True
    try:
        fcntl.lockf(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as problem:
        return problem.errno not in {errno.ENOLCK, *CANNOT}
    finally:
        os.close(descriptor)
        probe.unlink(missing_ok=True)
    return True


def refusal(problem: OSError) -> StorageError:
    """A StorageError that names the file which the system did not let carelog use, and says what to do about it.

    Where a folder above it is closed to this account, that folder is named.
    """
    from shlex import quote

    path = Path(os.fsdecode(problem.filename))
    closed = next((folder for folder in reversed(path.parents) if not os.access(folder, os.X_OK)), path)
    if not isinstance(problem, PermissionError) or os.access(closed, os.R_OK | (os.X_OK if closed.is_dir() else 0)):
        return storage_error("storage.not-used", path, problem)
    is_own = sys.platform == "win32" or closed.lstat().st_uid == os.geteuid()
    key = "storage.closed" if is_own else "storage.closed-by-another"
    return StorageError(key, path=path, closed=closed, quoted=quote(str(closed)))


def _mode(path: Path) -> int:
    """The mode of what is at a path, 0 where there is nothing."""
    try:
        return path.stat().st_mode
    except ValueError:  # no path has such a name
        return 0
    except OSError as problem:
        if problem.errno in _NOTHING_THERE or getattr(problem, "winerror", None) in _NOTHING_THERE_ON_WINDOWS:
            return 0
        raise


def _open_file(path: str, flags: int) -> int:
    descriptor = os.open(path, flags | getattr(os, "O_NONBLOCK", 0))
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise _no_file(path)
    return descriptor


def _no_file(path: Path | str) -> OSError:
    from carelog.wording.program import NOT_A_FILE

    return OSError(errno.EINVAL, NOT_A_FILE, path)


def _closed(problem: OSError) -> None:
    if not isinstance(problem, FileNotFoundError | NotADirectoryError):
        raise refusal(problem) from None
