"""Read a file or folder to import as a whole, within limits, and decode its text."""

from __future__ import annotations

import stat
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from carelog.errors import RefusedFile
from carelog.exchange.files.archive import folder_as_zip, is_zip, names

OLDER_ENCODING = "The file is not UTF-8. It was read as Windows-1252; look at letters such as é before you take it in."
LARGEST = 20_000_000
"""The most bytes of a file: one with a mood for every minute of a year is smaller."""

LARGEST_ZIP = 100_000_000
"""The most bytes of a zip file, which may have photos in it that are not read."""

_BEGINNING = 256
_SQLITE_HEADER = b"SQLite format 3\x00"
_UTF_16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_FIRST_PRINTABLE, _WHITE_SPACE = 0x20, b"\t\r\n\f\x1a"


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a file, and a remark where its encoding had to be guessed, else an empty one."""

    text: str
    remark: str = ""


def usual_limit(start: bytes) -> int:
    """The most bytes that are read of a file with this beginning."""
    return LARGEST_ZIP if is_zip(start) else LARGEST


def read_source(path: Path, limit: Callable[[bytes], int] = usual_limit, *, folders: bool = True) -> bytes:
    """The content of a file; a folder is read as a zip file of its files, unless `folders` is false.

    `limit` gives the most bytes that may be read of a file with a given beginning. Raises RefusedFile when the file is
    missing, cannot be read, or is larger.
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


def decoded(content: bytes) -> Decoded:
    """Decode text in UTF-8, in UTF-16 with a byte order mark, or else in Windows-1252, which gets a remark.

    Raises RefusedFile, whose message says what to do instead, when the content is not text.
    """
    _refuse_other_kinds(content)
    try:
        if content.startswith(_UTF_16_MARKS):
            return Decoded(content.decode("utf-16"))
        if b"\x00" not in content:
            return _utf_8_or_older(content)
    except UnicodeDecodeError:
        pass
    raise RefusedFile(
        "The file holds bytes that no text has, so it cannot be read. Export it again, or save it as “CSV UTF-8”; "
        "what another app encrypted has to be decrypted there first."
    )


def _folder(path: Path) -> bytes:
    content = folder_as_zip(path, LARGEST)
    if not names(content):
        raise RefusedFile(f"The folder {path} holds no files. Check the name, or give the file that the app exported.")
    return content


def _utf_8_or_older(content: bytes) -> Decoded:
    try:
        return Decoded(content.decode("utf-8-sig"))
    except UnicodeDecodeError:
        if any(byte < _FIRST_PRINTABLE and byte not in _WHITE_SPACE for byte in set(content)):
            raise
        return Decoded(content.decode("cp1252"), OLDER_ENCODING)


def _refuse_other_kinds(content: bytes) -> None:
    if not content.strip(b"\xef\xbb\xbf\xff\xfe \t\r\n"):
        raise RefusedFile("The file is empty. Export it again from the other app.")
    if is_zip(content):
        raise RefusedFile(
            "This is a zip file that carelog does not know. Export the entries as CSV or JSON and import that file."
        )
    if content.startswith(_SQLITE_HEADER):
        raise RefusedFile("This is a database that carelog does not know. Export the entries as CSV and import that.")
