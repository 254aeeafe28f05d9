"""Several files as one zip: the same files give the same bytes, and unpacked files are private to their owner."""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from carelog.files import PRIVATE_FILE

_EARLIEST_TIME = (1980, 1, 1, 0, 0, 0)
"""The time stamp of every file: a fixed one, and the earliest that a zip can hold."""


def zipped(files: Iterable[tuple[str, bytes]]) -> bytes:
    """The bytes of a zip of these files, given by name and content."""
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as archive:
        for name, content in files:
            file = ZipInfo(name, _EARLIEST_TIME)
            file.compress_type, file.external_attr = ZIP_DEFLATED, PRIVATE_FILE << 16
            archive.writestr(file, content)
    return buffer.getvalue()
