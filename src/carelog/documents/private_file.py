"""Pages as files: for their owner's eyes alone, whole or not at all, and never over something by accident."""

from __future__ import annotations

from pathlib import Path

from carelog.errors import InvalidValue
from carelog.files import write_private
from carelog.wording import sharing as sharing_words


def check_free(place: Path, *, replace: bool) -> None:
    """Raise InvalidValue when a file cannot or may not get this name: a folder, a device, or something to keep.

    A link is never followed: with `replace` the link itself makes room.
    """
    if place.is_symlink() or place.is_file():
        if not replace:
            raise InvalidValue(sharing_words.taken(place))
    elif place.exists():
        raise InvalidValue(sharing_words.not_a_file(place))


def write(place: Path, content: bytes, *, replace: bool) -> None:
    """Write a page for its owner's eyes alone (0600), whole or not at all.

    Raises InvalidValue when the name is taken or no file's, StorageError when it cannot be written.
    """
    check_free(place, replace=replace)
    try:
        write_private(place, content, replace=replace)
    except FileExistsError:
        raise InvalidValue(sharing_words.taken(place)) from None
