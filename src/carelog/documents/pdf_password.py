"""A password on a PDF: AES-256, in memory, so that no open copy ever lies on a disk."""

from __future__ import annotations

import unicodedata
from io import BytesIO

from carelog.errors import InvalidValue, NotInstalled
from carelog.wording import printing as printing_words

LONGEST = 127
"""The bytes of a password in UTF-8 that PDF looks at."""


def normalised(password: str) -> str:
    """The password as it is set and asked for: one form, however a keyboard composes its accents.

    Raises InvalidValue when it is empty, longer than PDF looks at, or not text.
    """
    form = unicodedata.normalize("NFKC", password)
    if not form.strip():
        raise InvalidValue(printing_words.EMPTY)
    if not form.isprintable():
        raise InvalidValue(printing_words.NOT_TYPED)
    if len(form.encode()) > LONGEST:
        raise InvalidValue(printing_words.TOO_LONG)
    return form


def locked(content: bytes, password: str) -> bytes:
    """The same PDF, which opens with this password only.

    The owner's password is the same: an empty one would open the file for everybody. Raises InvalidValue for a
    password that cannot be used, NotInstalled without a library that encrypts.
    """
    from pypdf import PdfReader, PdfWriter
    from pypdf.errors import DependencyError

    opens = normalised(password)
    writer = PdfWriter(clone_from=PdfReader(BytesIO(content)))
    try:
        writer.encrypt(opens, opens, algorithm="AES-256")
    except DependencyError:
        raise NotInstalled(printing_words.NOT_INSTALLED) from None
    made = BytesIO()
    writer.write(made)
    return made.getvalue()
