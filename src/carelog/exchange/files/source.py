"""A file that someone wants to bring in: read whole, within limits, and known to be text."""

from __future__ import annotations

import stat
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from carelog.errors import RefusedFile
from carelog.exchange.files.archive import folder_as_zip, is_zip, names

OLDER_ENCODING = "The file is not UTF-8. It was read as Windows-1252; look at letters such as é before you take it in."
LARGEST = 20_000_000
"""The most bytes of a file that is read: a mood a minute for a year is smaller."""

LARGEST_ZIP = 100_000_000
"""The most bytes of a zip file, which may hold photos that are not read."""

_BEGINNING = 256
_SQLITE = b"SQLite format 3\x00"
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_BLANK, _WHITE = 0x20, b"\t\r\n\f\x1a"


def usual_limit(start: bytes) -> int:
    """The most bytes that are read of a file that begins so."""
    return LARGEST_ZIP if is_zip(start) else LARGEST


def read_source(path: Path, limit: Callable[[bytes], int] = usual_limit, *, folders: bool = True) -> bytes:
    """The content of a file; `limit` says how many bytes may be read of one that begins so.

    A folder is read as a zip of its files, unless `folders` are not wanted.
    Raises RefusedFile when there is no such file, it cannot be read, or it is larger.
    """
    try:
        if folders and path.is_dir():
            return _folder(path)
        if not stat.S_ISREG(path.stat().st_mode):
            raise RefusedFile(f"{path} is not a file. Give the file that the other app exported.")
        with path.open("rb") as file:
            start = file.read(_BEGINNING)
            largest = limit(start)
            content = start + file.read(largest + 1 - len(start))
    except FileNotFoundError:
        raise RefusedFile(f"There is no file {path}. Check the name, or the folder you are in.") from None
    except (OSError, ValueError) as problem:
        reason = (isinstance(problem, OSError) and problem.strerror) or "its name cannot be used here"
        raise RefusedFile(f"{path} could not be read: {reason}.") from None
    if len(content) > largest:
        raise RefusedFile(
            f"{path} is larger than {largest // 1_000_000} MB, more than carelog takes in at once. "
            "Export a shorter period and import the parts one after the other."
        )
    return content


def _folder(path: Path) -> bytes:
    content = folder_as_zip(path, LARGEST)
    if not names(content):
        raise RefusedFile(f"The folder {path} holds no files. Check the name, or give the file that the app exported.")
    return content


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a file, and what is to be said of how it was read, empty where it is UTF-8 or says its encoding."""

    text: str
    remark: str = ""


def decoded(content: bytes) -> Decoded:
    """The text that a content holds: UTF-8, UTF-16 that says so, else Windows-1252, which is said.

    Raises RefusedFile, with what to do instead, when it can be none of them.
    """
    _refuse_other_kinds(content)
    try:
        if content.startswith(_UTF_16):
            return Decoded(content.decode("utf-16"))
        if b"\x00" not in content:
            return _utf_8_or_older(content)
    except UnicodeDecodeError:
        pass
    raise RefusedFile(
        "The file holds bytes that no text has, so it cannot be read. Export it again, or save it as “CSV UTF-8”; "
        "what another app encrypted has to be decrypted there first."
    )


def _utf_8_or_older(content: bytes) -> Decoded:
    try:
        return Decoded(content.decode("utf-8-sig"))
    except UnicodeDecodeError:
        if any(byte < _BLANK and byte not in _WHITE for byte in set(content)):
            raise
        return Decoded(content.decode("cp1252"), OLDER_ENCODING)


def _refuse_other_kinds(content: bytes) -> None:
    if not content.strip(b"\xef\xbb\xbf\xff\xfe \t\r\n"):
        raise RefusedFile("The file is empty. Export it again from the other app.")
    if is_zip(content):
        raise RefusedFile(
            "This is a zip file that carelog does not know. Export the entries as CSV or JSON and import that file."
        )
    if content.startswith(_SQLITE):
        raise RefusedFile("This is a database that carelog does not know. Export the entries as CSV and import that.")
