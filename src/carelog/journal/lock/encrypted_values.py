"""Small encrypted files: values in an SQLCipher file of one table, so that carelog needs no cryptography of its own.

Lines of text may follow the pages. SQLCipher reads whole pages alone, so no line is longer than a page.
"""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING, Any

from carelog.files import make_empty
from carelog.journal.storage.connections import database_errors

if TYPE_CHECKING:
    from pathlib import Path

SALT_BYTES = 16
"""How many bytes at the beginning of a file are its salt."""
_PAGE_BYTES = 1024


def write_encrypted_values(path: Path, key: bytes, salt: bytes, values: list[bytes | str]) -> None:
    """Write values into a new encrypted file.

    Raises FileExistsError where there is one, what SQLite raises (`database_errors`), and OSError.
    """
    from carelog.journal.storage.cipher import connect_with_key

    make_empty(path)
    with closing(connect_with_key(path, "rw", key, salt=salt)) as connection:
        connection.execute(f"PRAGMA cipher_page_size = {_PAGE_BYTES}")
        connection.execute("BEGIN")
        connection.execute("CREATE TABLE kept (place INTEGER PRIMARY KEY, value)")
        connection.executemany("INSERT INTO kept (value) VALUES (?)", [(value,) for value in values])
        connection.execute("COMMIT")


def read_encrypted_values(path: Path, key: bytes, salt: bytes) -> list[Any] | None:
    """The values of an encrypted file in their order, or None when the key does not open it.

    Raises every other error of SQLite (`database_errors`).
    """
    from carelog.journal.storage.cipher import connect_with_key

    with closing(connect_with_key(path, "ro", key, salt=salt, unchanging=True)) as connection:
        connection.execute(f"PRAGMA cipher_page_size = {_PAGE_BYTES}")
        try:
            return [row[0] for row in connection.execute("SELECT value FROM kept ORDER BY place")]
        except database_errors() as problem:
            if getattr(problem, "sqlite_errorname", "") == "SQLITE_NOTADB":
                return None
            raise
