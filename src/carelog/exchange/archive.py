"""Zip files and folders that someone wants to bring in, read member by member and within limits.

Nothing is unpacked to a disk, so no name in a zip leads anywhere (CWE-22), and bytes are counted as they come, so that
no small file becomes a large one (CWE-409).
"""

from __future__ import annotations

import stat
import struct
import zlib
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from carelog.errors import RefusedFile

LARGEST_MEMBERS = 50_000_000
"""The most bytes of all members together that are read."""
MOST_MEMBERS = 20_000
"""The most members that are looked at; a diary with a photo a day for decades has fewer."""

_DAMAGE = (
    *(BadZipFile, OSError, EOFError, NotImplementedError, struct.error, zlib.error),
    *(ValueError, LookupError, OverflowError),
)
"""What reading a damaged zip raises."""
_SIGNATURE = b"PK\x03\x04"
_EMPTY = b"PK\x05\x06"
_DAMAGED = "The zip is damaged or cut off. Export it again from the other app."
_TOO_MUCH = "The zip holds more than carelog takes in at once. Export a shorter period, or only the texts."
_PACKED = "The zip is packed in a way that carelog does not read. Unpack it and import the file in it."
_LOCKED = "The zip is locked with a password. Export it again without one."


def is_zip(content: bytes) -> bool:
    """Whether a content begins as a zip does."""
    return content.startswith((_SIGNATURE, _EMPTY))


def names(content: bytes) -> list[str]:
    """The names of a zip's members, folders left out, in its own order; none where it cannot be opened."""
    try:
        with ZipFile(BytesIO(content)) as archive:
            return [each.filename for each in archive.infolist()[:MOST_MEMBERS] if _is_file(each)]
    except _DAMAGE:
        return []


def members(content: bytes, wanted: Callable[[str], bool]) -> Iterator[tuple[str, bytes]]:
    """The name and content of each member that is wanted.

    Raises RefusedFile when the zip is damaged, locked, or holds more than is taken in.
    """
    left = LARGEST_MEMBERS
    try:
        with ZipFile(BytesIO(content)) as archive:
            listed = archive.infolist()
            if len(listed) > MOST_MEMBERS:
                raise RefusedFile(_TOO_MUCH)
            for each in listed:
                if not (_is_file(each) and wanted(each.filename)):
                    continue
                if each.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
                    raise RefusedFile(_PACKED)
                with archive.open(each) as member:
                    found = member.read(left + 1)
                left -= len(found)
                if left < 0:
                    raise RefusedFile(_TOO_MUCH)
                yield each.filename, found
    except RuntimeError:
        raise RefusedFile(_LOCKED) from None
    except _DAMAGE:
        raise RefusedFile(_DAMAGED) from None


def folder_as_zip(folder: Path, most: int) -> bytes:
    """The files of a folder and its folders as a zip, so that both are read the same way; links are not followed.

    Raises RefusedFile when they hold more than `most` bytes or there are too many.
    """
    made, left = BytesIO(), most
    with ZipFile(made, "w") as archive:
        for number, path in enumerate(sorted(_files(folder))):
            left -= path.stat().st_size
            if left < 0 or number >= MOST_MEMBERS:
                raise RefusedFile(f"{folder} holds more than carelog takes in at once. Give a folder of one journal.")
            archive.writestr(path.relative_to(folder).as_posix(), path.read_bytes())
    return made.getvalue()


def _is_file(member: ZipInfo) -> bool:
    return bool(member.filename) and not member.is_dir()


def _files(folder: Path) -> Iterator[Path]:
    for path in folder.rglob("*"):
        if stat.S_ISREG(path.lstat().st_mode) and not any(part.startswith(".") for part in path.parts[-3:]):
            yield path
