"""Key slots: small files that each hold a journal's key, encrypted under one secret.

A slot is an SQLCipher file with one table, so that the program needs no cryptography of its own. Scrypt derives the key
of the slot from the secret and the file's own salt. The last line of the file has the cost of scrypt and a checksum, so
that a damaged slot is never taken for a wrong passphrase.
"""

from __future__ import annotations

import hashlib
import os
import re
from contextlib import closing, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from zlib import crc32

from carelog.errors import JournalDamaged, JournalNewer, StorageError, WrongPassphrase
from carelog.files import PRIVATE_FILE, remove_temporary_files, storage_error, sync_file, sync_folder, temporary_path
from carelog.journal.storage.connections import database_errors
from carelog.journal.storage.errors import storage_errors

if TYPE_CHECKING:
    from pathlib import Path

_PAGE_BYTES, _SALT_BYTES, _KEY_BYTES = 1024, 16, 32
_LAST_LINE = re.compile(rb"\ncarelog-slot 1 scrypt (\d{1,7}) (\d{1,2}) (\d{1,2}) ([0-9a-f]{8})\n\Z")

_LATER_LINE = re.compile(rb"\ncarelog-slot ([2-9]|[1-9]\d+) [ -~]*\n\Z")


@dataclass(frozen=True, slots=True)
class Cost:
    """The cost parameters of scrypt (RFC 7914).

    The default takes 32 MiB and about 0.1 s for each secret that is tried; more would slow down every unlock. Raises
    ValueError for parameters that carelog never writes.
    """

    n: int = 2**15
    r: int = 8
    p: int = 1

    def __post_init__(self) -> None:
        """Refuse costs that would fill the memory of this computer: a slot may come from anywhere."""
        if not (2 <= self.n <= 2**20 and 1 <= self.r <= 32 and 1 <= self.p <= 16 and self.n * self.r <= 2**23):
            raise ValueError("no cost that carelog uses")

    def key(self, secret: str, salt: bytes) -> bytes:
        """The key of 32 bytes that scrypt derives from a secret."""
        memory = 128 * self.r * (self.n + self.p + 2) + 2**20
        cost = {"n": self.n, "r": self.r, "p": self.p, "maxmem": memory, "dklen": _KEY_BYTES}
        return hashlib.scrypt(secret.encode("utf-8", "surrogateescape"), salt=salt, **cost)


USUAL = Cost()
"""The cost of a new slot."""


def write_slot(path: Path, secret: str, key: bytes, cost: Cost | None = None) -> None:
    """Write a key into a slot that this secret opens.

    An existing slot of that name is replaced only after the new one was opened with the secret. Raises StorageError
    when it cannot be written.
    """
    cost = cost or USUAL
    salt, beside = os.urandom(_SALT_BYTES), temporary_path(path)
    try:
        with storage_errors(path):
            write_encrypted_values(beside, cost.key(secret, salt), salt, [key, f"{cost.n} {cost.r} {cost.p}"])
        _add_last_line(beside, cost)
        if read_slot(beside, secret) != key:
            raise StorageError("lock.slot-not-read-again", path=path)
        beside.replace(path)
        sync_folder(path.parent)
    except OSError as problem:
        raise storage_error("storage.not-written", path, problem) from None
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
    remove_temporary_files(path.parent, f"{path.name}.", path)


def read_slot(path: Path, secret: str) -> bytes:
    """Open a slot with a secret and return the key in it.

    Raises WrongPassphrase when the secret does not open it, JournalDamaged when its checksum does not fit, StorageError
    when it cannot be read.
    """
    try:
        content = path.read_bytes()
    except OSError as problem:
        raise storage_error("storage.not-read", path, problem) from None
    cost = _cost_of(content, path)
    with storage_errors(path):
        values = read_encrypted_values(path, cost.key(secret, content[:_SALT_BYTES]), content[:_SALT_BYTES])
    if values is None:
        raise WrongPassphrase("lock.does-not-open", str(path.parent))
    if len(values) != 2 or values[1] != f"{cost.n} {cost.r} {cost.p}":
        raise _damaged(path)
    return bytes(values[0])


def check_slot(path: Path) -> None:
    """Verify the checksum of a slot, without a secret.

    Raises JournalDamaged when it does not fit, StorageError when the slot cannot be read.
    """
    try:
        _cost_of(path.read_bytes(), path)
    except OSError as problem:
        raise storage_error("storage.not-read", path, problem) from None


def write_encrypted_values(path: Path, key: bytes, salt: bytes, values: list[bytes | str]) -> None:
    """Write values into a new encrypted file.

    Raises FileExistsError where there is one, what SQLite raises (`database_errors`), and OSError.
    """
    from carelog.journal.storage.cipher import connect_with_key

    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, PRIVATE_FILE))
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


def _add_last_line(path: Path, cost: Cost) -> None:
    line = f"\ncarelog-slot 1 scrypt {cost.n} {cost.r} {cost.p} ".encode()
    with path.open("r+b") as file:
        content = file.read() + line
        file.write(line + f"{crc32(content):08x}\n".encode())
        file.flush()
        sync_file(file.fileno())


def _cost_of(content: bytes, path: Path) -> Cost:
    """The cost in the last line of a slot. Raises JournalDamaged when the line or the checksum is wrong.

    Raises JournalNewer for the line of a later version.
    """
    if _LATER_LINE.search(content):
        raise JournalNewer("lock.slot-newer", path=path)
    found = _LAST_LINE.search(content)
    if found is None or crc32(content[: found.start(4)]) != int(found[4], 16):
        raise _damaged(path)
    try:
        return Cost(*(int(each) for each in found.groups()[:3]))
    except ValueError:
        raise _damaged(path) from None


def _damaged(path: Path) -> JournalDamaged:
    if "recovery" in path.name:
        return JournalDamaged("lock.recovery-slot-damaged", path=path)
    return JournalDamaged("lock.passphrase-slot-damaged", path=path)
