"""Writing a page to a file: readable by its owner alone, whole or not at all, and never over a file by accident."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from carelog.domain.outside_text import shown_path
from carelog.errors import InvalidValue
from carelog.file_access import is_file, is_there
from carelog.files import longest_name, storage_error, write_private_parts


def check_free(path: Path, *, replace: bool) -> None:
    """Raise InvalidValue when a file must not be written here: over a folder, a device, or a file without `replace`.

    A name that is longer than the folder takes is refused too. A symbolic link counts as a file and is never followed:
    with `replace` the link itself is replaced. Raises StorageError when the folder cannot be looked into.
    """
    length, longest = len(os.fsencode(path.name)), longest_name(path.parent)
    if length > longest:
        raise InvalidValue("export.name-too-long", length=length, longest=longest)
    try:
        counts_as_file, is_taken = path.is_symlink() or is_file(path), is_there(path)
    except OSError as problem:
        raise storage_error("storage.not-written", path, problem) from None
    if counts_as_file and not replace:
        raise InvalidValue("export.file-taken", path=shown_path(path))
    if is_taken and not counts_as_file:
        raise InvalidValue("export.not-a-file", path=shown_path(path))


def write(path: Path, content: bytes, *, replace: bool) -> None:
    """Write a file atomically with mode 0600.

    Raises InvalidValue as `check_free` does, StorageError when the file cannot be written.
    """
    write_parts(path, (content,), replace=replace)


def write_parts(path: Path, parts: Iterable[bytes], *, replace: bool) -> str:
    """Write a file as `write` does, of parts that need not be in memory at once, and return its SHA-256.

    Where making a part raises something, that is raised, and nothing stays of the file.
    """
    check_free(path, replace=replace)
    sha256 = hashlib.sha256()
    try:
        write_private_parts(path, _counted_in(sha256, parts), replace=replace)
    except FileExistsError:
        raise InvalidValue("export.file-taken", path=shown_path(path)) from None
    return sha256.hexdigest()


def _counted_in(sha256: hashlib._Hash, parts: Iterable[bytes]) -> Iterator[bytes]:
    for part in parts:
        sha256.update(part)
        yield part
