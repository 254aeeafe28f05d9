"""Writing a page to a file: readable by its owner alone, whole or not at all, and never over a file by accident."""

from __future__ import annotations

from pathlib import Path

from carelog.domain.outside_text import shown_path
from carelog.errors import InvalidValue
from carelog.files import write_private


def check_free(path: Path, *, replace: bool) -> None:
    """Raise InvalidValue when a file must not be written here: over a folder, a device, or a file without `replace`.

    A symbolic link counts as a file and is never followed: with `replace` the link itself is replaced.
    """
    if path.is_symlink() or path.is_file():
        if not replace:
            raise InvalidValue("export.file-taken", path=shown_path(path))
    elif path.exists():
        raise InvalidValue("export.not-a-file", path=shown_path(path))


def write(path: Path, content: bytes, *, replace: bool) -> None:
    """Write a file atomically with mode 0600.

    Raises InvalidValue as `check_free` does, StorageError when the file cannot be written.
    """
    check_free(path, replace=replace)
    try:
        write_private(path, content, replace=replace)
    except FileExistsError:
        raise InvalidValue("export.file-taken", path=shown_path(path)) from None
