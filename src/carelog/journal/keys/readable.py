"""What of a locked home is readable: a journal or copies of it that are plain although a lock was begun.

Only names and the first bytes of files are read, so that a plain journal loads nothing of a lock.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from carelog.domain.lock import Readable
from carelog.file_access import files_in, is_file, open_file
from carelog.files import storage_error
from carelog.journal.keys.key_folder import was_begun
from carelog.paths import SIDE_FILES, VERSIONS_FOLDER

if TYPE_CHECKING:
    from pathlib import Path

    from carelog.paths import Paths

_SQLITE_HEADER = b"SQLite format 3\0"


def readable_now(paths: Paths, *, journal_is_plain: bool) -> Readable:
    """What is readable of a home in which a lock was begun; nothing where there is no sign of one.

    Raises StorageError when a backup cannot be read.
    """
    if not was_begun(paths.keys):
        return Readable.NOTHING
    if journal_is_plain:
        return Readable.JOURNAL
    return Readable.COPIES if readable_copies(paths) else Readable.NOTHING


def readable_copies(paths: Paths) -> list[Path]:
    """The plain backups, and the plain copies that an interrupted program left half written."""
    return [path for path in (*backups_of(paths), *unfinished_copies(paths)) if is_plain(path)]


def is_plain(path: Path) -> bool:
    """Whether a file begins as a plain SQLite file does; False for one that is empty or missing.

    Raises StorageError when it cannot be read.
    """
    return _beginning(path) == _SQLITE_HEADER


def is_encrypted(path: Path) -> bool:
    """Whether a file has content and does not begin as a plain one does: it is encrypted, or damaged at its beginning.

    Raises StorageError when it cannot be read.
    """
    return _beginning(path) not in (b"", _SQLITE_HEADER)


def backups_of(paths: Paths) -> list[Path]:
    """The backups of a home and the journals that were put aside there. Raises StorageError for a closed folder."""
    return [path for path in files_in(paths.backups, "*.db") if is_file(path)]


def copies_beside(paths: Paths) -> list[Path]:
    """Copies of the journal that another program put beside it, such as the one of a conflict of two computers.

    Earlier versions of the journal and of backups are among them. Raises StorageError for a closed folder.
    """
    beside = (*files_in(paths.data, "*.db*"), *files_in(paths.data / VERSIONS_FOLDER, "*.db*", below=True))
    others = (path for path in beside if path != paths.journal and is_file(path))
    return [path for path in others if not path.name.startswith(".") and not path.name.endswith(SIDE_FILES)]


def unfinished_copies(paths: Paths) -> list[Path]:
    """Copies of the journal that an interrupted program left half written. Raises StorageError for a closed folder."""
    name = paths.journal.name
    found = (*files_in(paths.data, f".{name}.*.new*"), *files_in(paths.backups, ".*.new*"))
    return [path for path in found if is_file(path)]


def _beginning(path: Path) -> bytes:
    try:
        with open_file(path) as file:
            return file.read(len(_SQLITE_HEADER))
    except FileNotFoundError:
        return b""
    except OSError as problem:
        raise storage_error("storage.not-read", path, problem) from None
