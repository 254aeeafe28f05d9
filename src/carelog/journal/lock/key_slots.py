"""Key slots: small files that each hold a journal's key, encrypted under one secret.

A slot is an SQLCipher file with one table, so that the program needs no cryptography of its own. Scrypt derives the key
of the slot from the secret and the file's own salt. Lines of text follow the pages of SQLCipher. One has the
fingerprint of the key, so that a slot of another journal is known as one without a secret; the first slots have none.
The last line has the cost of scrypt and a checksum of all before it, so that a damaged slot is never taken for a wrong
passphrase. A reader skips lines that it does not know.
"""

from __future__ import annotations

import hashlib
import os
import re
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING
from zlib import crc32

from carelog.errors import JournalDamaged, JournalNewer, StorageError, WrongPassphrase
from carelog.file_access import read_file
from carelog.files import remove_temporary_files, storage_error, sync_file, sync_folder, temporary_path
from carelog.journal.keys.key_folder import PASSPHRASE_SLOT, RECOVERY_SLOT
from carelog.journal.lock.encrypted_values import SALT_BYTES, read_encrypted_values, write_encrypted_values
from carelog.journal.storage.errors import storage_errors

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

_KEY_BYTES = 32
_KEY_LINE = re.compile(rb"\ncarelog-key ([0-9a-f]{8})\n")
_LAST_LINE = re.compile(rb"\ncarelog-slot 1 scrypt (\d{1,7}) (\d{1,2}) (\d{1,2}) ([0-9a-f]{8})\n\Z")

_LATER_LINE = re.compile(rb"\ncarelog-slot ([2-9]|[1-9]\d+) [ -~]*\n\Z")


@dataclass(frozen=True, slots=True)
class Cost:
    """The cost parameters of scrypt (RFC 7914). Raises ValueError for parameters that carelog never writes."""

    n: int = 2**17
    r: int = 8
    p: int = 1

    def __post_init__(self) -> None:
        """Refuse costs that would fill the memory of this computer: a slot may come from anywhere."""
        if not (2 <= self.n <= 2**20 and 1 <= self.r <= 32 and 1 <= self.p <= 16 and self.n * self.r <= 2**23):
            raise ValueError("no cost that carelog uses")

    @property
    def memory(self) -> int:
        """How many bytes of memory it takes to try one secret."""
        return 128 * self.r * (self.n + self.p + 2)

    @property
    def work(self) -> int:
        """How much work it is to try one secret, in blocks of 128 bytes that are mixed."""
        return self.n * self.r * self.p

    def key(self, secret: str, salt: bytes) -> bytes:
        """The key of 32 bytes that scrypt derives from a secret. Raises MemoryError where there is too little memory.

        OpenSSL 3 tells that as a ValueError.
        """
        cost = {"n": self.n, "r": self.r, "p": self.p, "maxmem": self.memory + 2**20, "dklen": _KEY_BYTES}
        known = secret.encode("utf-8", "surrogateescape")
        try:
            return hashlib.scrypt(known, salt=salt, **cost)
        except ValueError:
            raise MemoryError from None


USUAL = {PASSPHRASE_SLOT: (Cost(2**17), Cost(2**16, p=2)), RECOVERY_SLOT: (Cost(2**15),)}
"""The costs of a new slot, by its name: the first for which this computer has the memory.

A passphrase has OWASP's minimum for scrypt (Password Storage Cheat Sheet), 128 MiB and about 0.4 s for each that is
tried; else what it names beside it, as much work in half the memory. A recovery code is 160 random bits, which nobody
guesses at any cost: its slot takes 32 MiB, so that it opens on a computer that has no more.
"""


def fingerprint(key: bytes) -> str:
    """Eight hexadecimal digits that tell a key from others and reveal nothing of it."""
    return hashlib.sha256(b"carelog slots " + key).hexdigest()[:8]


def write_slot(path: Path, secret: str, key: bytes, *costs: Cost) -> None:
    """Write a key into a slot that this secret opens, at the first of these costs for which there is the memory.

    Without `costs` they are the usual ones. An existing slot of that name is replaced only after the new one was opened
    with the secret. Raises StorageError when it cannot be written.
    """
    salt, beside = os.urandom(SALT_BYTES), temporary_path(path)
    cost, slot_key = _affordable(secret, salt, costs or USUAL[path.name], "lock_files.no-memory-for-new")
    try:
        with storage_errors(path):
            write_encrypted_values(beside, slot_key, salt, [key, f"{cost.n} {cost.r} {cost.p}"])
        _add_lines(beside, key, cost)
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
    when it cannot be read, or there is too little memory for its cost.
    """
    content = _content(path)
    cost, salt = _cost_of(content, path), content[:SALT_BYTES]
    refusal = (
        "lock_files.no-memory-for-recovery" if RECOVERY_SLOT in path.name else "lock_files.no-memory-for-passphrase"
    )
    _, slot_key = _affordable(secret, salt, (cost,), refusal)
    with storage_errors(path):
        values = read_encrypted_values(path, slot_key, salt)
    if values is None:
        raise WrongPassphrase("lock.does-not-open", str(path.parent))
    if len(values) != 2 or values[1] != f"{cost.n} {cost.r} {cost.p}":
        raise _damaged(path)
    return bytes(values[0])


def check_slot(path: Path) -> str:
    """Verify the checksum of a slot, without a secret; return the fingerprint of its key, empty where it has none.

    Raises JournalDamaged when the checksum does not fit, StorageError when the slot cannot be read.
    """
    content = _content(path)
    _cost_of(content, path)
    found = _KEY_LINE.search(content, content.rfind(b"\ncarelog-key "))
    return found[1].decode() if found else ""


def cost_of_slot(path: Path) -> Cost:
    """What it costs to try a secret. Raises JournalDamaged when the checksum does not fit, StorageError."""
    return _cost_of(_content(path), path)


def _affordable(secret: str, salt: bytes, costs: Sequence[Cost], refusal: str) -> tuple[Cost, bytes]:
    """The first cost for which there is the memory, and the key that it makes. Raises StorageError for none."""
    for cost in costs:
        with suppress(MemoryError):
            return cost, cost.key(secret, salt)
    raise StorageError(refusal, megabytes=max(round(costs[-1].memory / 2**20), 1))


def _content(path: Path) -> bytes:
    try:
        return read_file(path)
    except OSError as problem:
        raise storage_error("storage.not-read", path, problem) from None


def _add_lines(path: Path, key: bytes, cost: Cost) -> None:
    lines = f"\ncarelog-key {fingerprint(key)}\ncarelog-slot 1 scrypt {cost.n} {cost.r} {cost.p} ".encode()
    with path.open("r+b") as file:
        content = file.read() + lines
        file.write(lines + f"{crc32(content):08x}\n".encode())
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
