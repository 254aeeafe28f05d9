"""Several files as one zip: the same files make the same bytes, and who unpacks them keeps them to themselves."""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from carelog.files import PRIVATE_FILE

_OLDEST = (1980, 1, 1, 0, 0, 0)
"""The time that every file in the zip bears: the earliest one a zip can hold."""


def zipped(files: Iterable[tuple[str, bytes]]) -> bytes:
    """A zip of files, each by its name in it."""
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as archive:
        for name, content in files:
            file = ZipInfo(name, _OLDEST)
            file.compress_type, file.external_attr = ZIP_DEFLATED, PRIVATE_FILE << 16
            archive.writestr(file, content)
    return made.getvalue()
