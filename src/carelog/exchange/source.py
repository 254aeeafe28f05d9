"""A file that someone wants to bring in: read whole, within limits, and known to be text."""

from __future__ import annotations

import stat
from collections.abc import Callable
from pathlib import Path

from carelog.errors import RefusedFile
from carelog.exchange.archive import folder_as_zip, is_zip

LARGEST = 20_000_000
"""The most bytes of a file that is read: a mood a minute for a year is smaller."""

_BEGINNING = 256
_SQLITE = b"SQLite format 3\x00"
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")


def usual_limit(_start: bytes) -> int:
    """The most bytes that are read of a file, whatever it begins with."""
    return LARGEST


def read_source(path: Path, limit: Callable[[bytes], int] = usual_limit) -> bytes:
    """The content of a file; `limit` says how many bytes may be read of one that begins so.

    Raises RefusedFile when there is no such file, it cannot be read, or it is larger.
    """
    try:
        if path.is_dir():
            return folder_as_zip(path, LARGEST)
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


def refuse_unless_text(content: bytes) -> None:
    """Raise RefusedFile, saying what to do instead, when a content cannot be UTF-8 text.

    Whether every letter of it is UTF-8 shows when it is read.
    """
    if not content.strip(b"\xef\xbb\xbf \t\r\n"):
        raise RefusedFile("The file is empty. Export it again from the other app.")
    if is_zip(content):
        raise RefusedFile(
            "This is a zip file that carelog does not know. Export the entries as CSV or JSON and import that file."
        )
    if content.startswith(_SQLITE):
        raise RefusedFile("This is a database, not a table. Export the entries as CSV and import that file.")
    if content.startswith(_UTF_16):
        raise RefusedFile(
            "The file is saved as UTF-16. Import the file as the app exported it, or save it again as “CSV UTF-8”."
        )
    if b"\x00" in content:
        raise RefusedFile("The file holds bytes that no text has, so it is not a CSV export. Export it again.")
