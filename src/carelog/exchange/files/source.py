"""Read a file or folder to import as a whole, within limits, and decode its text."""

from __future__ import annotations

import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from carelog.domain.outside_text import read_outside
from carelog.errors import RefusedFile
from carelog.exchange.files.archive import folder_as_zip, is_zip, names
from carelog.wording.files import imports as imports_words

LARGEST = 20_000_000
"""The most bytes of a file: one with a mood for every minute of a year is smaller."""

LARGEST_ZIP = 100_000_000
"""The most bytes of a zip file, which may have photos in it that are not read."""

_BEGINNING = 256
_guesses: ContextVar[list[str] | None] = ContextVar("guesses", default=None)
SQLITE_HEADER = b"SQLite format 3\x00"


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
            raise RefusedFile("imports.not-a-file", path=path)
        with path.open("rb") as file:
            return read_stream(file, path, limit)
    except FileNotFoundError:
        raise RefusedFile("imports.file-missing", path=path) from None
    except (OSError, ValueError) as problem:
        reason = isinstance(problem, OSError) and problem.strerror
        if not reason:
            raise RefusedFile("imports.file-name-not-usable", path=path) from None
        raise RefusedFile("imports.file-unreadable", path=path, reason=reason) from None


def read_stream(stream: BinaryIO, path: Path, limit: Callable[[bytes], int] = usual_limit) -> bytes:
    """The content of a stream that comes from `path`. Raises RefusedFile where it is larger than `limit` says."""
    start = stream.read(_BEGINNING)
    largest = limit(start)
    content = start + stream.read(largest + 1 - len(start))
    if len(content) > largest:
        raise RefusedFile("imports.file-too-large", path=path, megabytes=largest // 1_000_000)
    return content


def decoded(content: bytes) -> Decoded:
    """Decode text as all text from outside is; what was read as Windows-1252 gets a remark.

    Raises RefusedFile, whose message says what to do instead, when the content is not text.
    """
    _refuse_other_kinds(content)
    try:
        read = read_outside(content)
    except UnicodeError:
        raise RefusedFile("imports.not-text") from None
    return Decoded(read.text, _guess() if read.is_guessed else "")


def decoded_cell(content: bytes) -> str:
    """Decode one text of a database by the same rule; bytes that no text has become U+FFFD, which is a guess too."""
    try:
        read = read_outside(content)
    except UnicodeError:
        _guess()
        return content.decode("utf-8", "replace")
    if read.is_guessed:
        _guess()
    return read.text


@contextmanager
def guesses() -> Iterator[list[str]]:
    """A list that gets a remark when the letters of any file or part of one are guessed inside this context."""
    found: list[str] = []
    token = _guesses.set(found)
    try:
        yield found
    finally:
        _guesses.reset(token)


def _guess() -> str:
    """The remark about letters that were guessed, which is kept for whoever asked with `guesses`."""
    found = _guesses.get()
    if found is not None and not found:
        found.append(imports_words.OLDER_ENCODING)
    return imports_words.OLDER_ENCODING


def _folder(path: Path) -> bytes:
    content = folder_as_zip(path, LARGEST)
    if not names(content):
        raise RefusedFile("imports.folder-empty", path=path)
    return content


def _refuse_other_kinds(content: bytes) -> None:
    if not content.strip(b"\xef\xbb\xbf\xff\xfe \t\r\n"):
        raise RefusedFile("imports.file-empty")
    if is_zip(content):
        raise RefusedFile("imports.zip-unknown")
    if content.startswith(SQLITE_HEADER):
        raise RefusedFile("imports.database-unknown")
