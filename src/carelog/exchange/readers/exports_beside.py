"""Exports of other apps that lie beside what is read in a folder or zip file: they are named, never left in silence."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from itertools import islice
from posixpath import basename

from carelog.domain.text import clean_line
from carelog.errors import RefusedFile
from carelog.exchange.files.archive import Archive
from carelog.exchange.files.media import is_media
from carelog.exchange.files.remark import Remark
from carelog.exchange.readers.day_names import is_hidden, is_named_as_day
from carelog.wording.files import imports as words

MOST_LOOKED_AT = 200
"""So many files of a folder are looked at: a diary of years has thousands of notes beside its days, no exports."""

_NOTES = (".md", ".markdown")


def exports_beside(
    content: bytes, used: str, read: Collection[str], format_name: Callable[[bytes], str]
) -> Iterator[Remark]:
    """A remark for each file of a zip file or folder that is an export by itself, and of which nothing came in.

    `used` is the format that it was read in, `read` are the names of the files that were opened for it. `format_name`
    gives the format of a file, or raises RefusedFile where there is none.
    """
    archive = Archive(content)
    wanted = (name for name in archive.names if not _is_no_export(name, read))
    for name in islice(wanted, MOST_LOOKED_AT):
        try:
            found = format_name(archive.read(name))
        except RefusedFile:
            continue
        if name not in read or found != used:
            yield Remark(0, words.export_beside(clean_line(basename(name)), found))


def _is_no_export(name: str, read: Collection[str]) -> bool:
    is_read_as_day = name in read and is_named_as_day(name)
    return is_hidden(name) or is_media(name) or is_read_as_day or name.lower().endswith(_NOTES)
