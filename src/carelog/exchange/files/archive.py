"""Read the members of a zip file or folder within limits.

Nothing is unpacked to the disk (CWE-22). Bytes are counted while they are read, because a zip file can give any size in
its directory (CWE-409).
"""

from __future__ import annotations

import posixpath
import stat
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from io import BytesIO
from pathlib import Path

from carelog.domain.outside_text import named_in_letters
from carelog.errors import RefusedFile
from carelog.exchange.files.media import is_media

MOST_MEMBERS = 20_000
"""The most members of a zip file: an export with ten years of photos has fewer."""
LARGEST_IN_ALL = 50_000_000
"""The most bytes that are read from all members of a zip file together."""
MOST_TIMES_SMALLER = 200
"""The highest compression ratio of a member that is larger than SMALL."""
SMALL = 1_000_000
"""The bytes up to which a member may have any compression ratio."""

_opened: ContextVar[set[str] | None] = ContextVar("opened", default=None)
_CHUNK = 1 << 16
_MAC_FOLDER = "__MACOSX"
_LINK = 0o120000
_FILE_TYPE = 0o170000
_BROKEN: tuple[type[Exception], ...] = (zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError)
_BROKEN += (ValueError, RuntimeError, LookupError, OverflowError)


def is_zip(content: bytes) -> bool:
    """Whether a file begins as a zip file does."""
    return content.startswith((b"PK\x03\x04", b"PK\x05\x06"))


class Archive:
    """The members of a zip file by name, without folders.

    Raises RefusedFile when the content is not a complete zip file, has more than MOST_MEMBERS members, or a member
    whose name leads out of the folder.
    """

    def __init__(self, content: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(BytesIO(content))
            members = [each for each in self._zip.infolist() if not each.is_dir()]
        except _BROKEN:
            raise RefusedFile("imports.zip-damaged") from None
        if len(members) > MOST_MEMBERS:
            raise RefusedFile("imports.zip-too-many-files", most=MOST_MEMBERS)
        for each in members:
            _refuse_outside(each)
        named = {each.filename.replace("\\", "/"): each for each in members}
        self._members = {name: each for name, each in named.items() if not name.endswith("/")}
        self._read = 0

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the members in the order of the zip file, with `/` between folders, also where it has others.

        Of several members of one name the last is there, as it is after unpacking: a zip is changed by adding to it.
        """
        return tuple(self._members)

    def read(self, name: str) -> bytes:
        """The content of a member. Raises RefusedFile when it is encrypted, damaged, or beyond the limits."""
        member = self._members[name]
        if (opened := _opened.get()) is not None:
            opened.add(name)
        if member.flag_bits & 1:
            raise RefusedFile("imports.zip-encrypted")
        chunks: list[bytes] = []
        size = 0
        try:
            with self._zip.open(member) as file:
                while chunk := file.read(_CHUNK):
                    size += len(chunk)
                    self._read += len(chunk)
                    self._refuse_large(size, member)
                    chunks.append(chunk)
        except _BROKEN:
            raise RefusedFile("imports.zip-member-damaged") from None
        return b"".join(chunks)

    def _refuse_large(self, size: int, member: zipfile.ZipInfo) -> None:
        packed_too_well = size > SMALL and size > MOST_TIMES_SMALLER * max(member.compress_size, 1)
        if packed_too_well or self._read > LARGEST_IN_ALL:
            raise RefusedFile("imports.zip-too-large")


def names(content: bytes) -> tuple[str, ...]:
    """The names of a zip file's members, without folders; empty where the zip file cannot be opened."""
    try:
        return Archive(content).names
    except RefusedFile:
        return ()


@contextmanager
def members_opened() -> Iterator[set[str]]:
    """The names of the members that are read inside this context."""
    names_read: set[str] = set()
    token = _opened.set(names_read)
    try:
        yield names_read
    finally:
        _opened.reset(token)


def is_of_mac(name: str) -> bool:
    """Whether a member is what a Mac adds beside a file when it packs a folder."""
    return name.startswith(f"{_MAC_FOLDER}/") or posixpath.basename(name).startswith("._")


def is_json_member(name: str) -> bool:
    """Whether a member is a JSON file, and not what a Mac adds beside one."""
    return name.endswith(".json") and not is_of_mac(name)


def members(content: bytes, wanted: Callable[[str], bool]) -> Iterator[tuple[str, bytes]]:
    """The name and content of each member whose name is `wanted`. Raises RefusedFile as Archive does."""
    archive = Archive(content)
    for name in archive.names:
        if wanted(name):
            yield name, archive.read(name)


def folder_as_zip(folder: Path, most: int) -> bytes:
    r"""The files below a folder as a zip file in memory, so that both are read the same way; links are not followed.

    In names `_` stands for a `\`, which would be between folders, and letters for bytes that are not UTF-8.
    Of photos and recordings only the names are there, because readers count them and no more. Raises RefusedFile
    when they have more than `most` bytes together or are more than MOST_MEMBERS.
    """
    content, left = BytesIO(), most
    with zipfile.ZipFile(content, "w") as archive:
        for number, path in enumerate(sorted(_files(folder))):
            is_read = not is_media(path.name)
            left -= path.stat().st_size if is_read else 0
            if left < 0 or number >= MOST_MEMBERS:
                raise RefusedFile("imports.folder-too-large", path=folder)
            name = named_in_letters(path.relative_to(folder).as_posix()).replace("\\", "_")
            archive.writestr(name, path.read_bytes() if is_read else b"")
    return content.getvalue()


def _refuse_outside(member: zipfile.ZipInfo) -> None:
    parts = member.filename.replace("\\", "/").split("/")
    is_link = (member.external_attr >> 16) & _FILE_TYPE == _LINK
    if is_link or ".." in parts or not parts[0] or parts[0].endswith(":"):
        raise RefusedFile("imports.zip-leads-outside")


def _files(folder: Path) -> Iterator[Path]:
    """The regular files below a folder; hidden ones, and those in hidden folders below it, are left out."""
    for path in folder.rglob("*"):
        is_hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        if not is_hidden and stat.S_ISREG(path.lstat().st_mode):
            yield path
