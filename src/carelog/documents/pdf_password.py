"""Password protection of a PDF: AES-256, in memory, so that no unencrypted copy is ever on a disk."""

from __future__ import annotations

import unicodedata
from io import BytesIO

from carelog.errors import InvalidValue, NotInstalled
from carelog.new_passphrase import checked_password

LONGEST = 127
"""The most bytes of a password in UTF-8; PDF ignores the rest."""


def normalised(password: str) -> str:
    """The password in Unicode NFKC, so that it opens the file however a keyboard composes accents.

    Raises InvalidValue when it is guessed soon, longer than LONGEST, or holds characters that cannot be typed. Whoever
    has the file can try passwords for as long as they like.
    """
    normal = unicodedata.normalize("NFKC", password)
    if not normal.isprintable():
        raise InvalidValue("export.password-not-typeable")
    if len(normal.encode()) > LONGEST:
        raise InvalidValue("export.password-too-long")
    return checked_password(normal)


def encrypted(content: bytes, password: str) -> bytes:
    """The PDF, encrypted so that only this password opens it.

    The owner password is the same, because an empty one would open the file to everybody. Raises InvalidValue for a
    password that cannot be used, NotInstalled without a library that encrypts.
    """
    from pypdf import PdfReader, PdfWriter
    from pypdf.errors import DependencyError

    key = normalised(password)
    writer = PdfWriter(clone_from=PdfReader(BytesIO(content)))
    try:
        writer.encrypt(key, key, algorithm="AES-256")
    except DependencyError:
        raise NotInstalled("export.pdf-not-installed") from None
    file = BytesIO()
    writer.write(file)
    return file.getvalue()
