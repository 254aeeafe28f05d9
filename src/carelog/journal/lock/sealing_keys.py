"""The pair of keys that seals notes: the public one seals without a passphrase, the secret one opens with the journal.

`sealing.key` holds both, encrypted under the journal's key. A line of text after its pages (`sealing_check`) repeats
the public key, so that one of another journal is noticed while the journal is locked too. The first files of this kind
hold the secret key alone; the next opening that has pyrage completes them.
"""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from carelog.errors import StorageError
from carelog.file_access import open_file
from carelog.files import give_name, storage_error, sync_file, sync_folder, temporary_path, write_private
from carelog.journal.keys.key_folder import SEALING_PUBLIC_KEY, SEALING_SECRET_KEY, put_aside
from carelog.journal.lock.encrypted_values import SALT_BYTES, read_encrypted_values, write_encrypted_values
from carelog.journal.lock.sealing_check import is_bound, last_line, named_public_key, public_key
from carelog.journal.storage.connections import database_errors
from carelog.journal.storage.errors import error_name

if TYPE_CHECKING:
    from pathlib import Path

    from carelog.paths import Paths

_SAYS_DAMAGED = ("SQLITE_CORRUPT", "SQLITE_ERROR", "SQLITE_FORMAT", "SQLITE_NOTADB")


@dataclass(frozen=True, slots=True)
class SealingPair:
    """The secret key of sealed notes and the public key that belongs to it, empty where the file does not say it."""

    secret: str
    public: str


def make_sealing_key(paths: Paths, key: bytes) -> bool:
    """Make the pair of keys for sealed notes what it should be; return whether there were keys of another journal.

    A missing pair is created. A public key that does not belong to the secret one is written anew; a secret key that
    the journal's key does not open is put aside. Nothing happens where a file cannot be read or written, or where
    pyrage is needed for it and missing.
    """
    with suppress(StorageError, OSError, *database_errors()):
        pair, public = sealing_pair(paths.keys, key), public_key(paths.keys)
        if pair is None or not pair.public:
            pair = _completed(paths.keys, key, pair)
        elif not is_bound(paths.keys, key):
            _write_pair(paths.keys / SEALING_SECRET_KEY, key, pair, replace=True)
        if pair is None:
            return False
        if public != pair.public:
            write_private(paths.keys / SEALING_PUBLIC_KEY, f"{pair.public}\n".encode())
        return public not in ("", pair.public)
    return False


def sealing_pair(place: Path, key: bytes) -> SealingPair | None:
    """The pair in a folder of keys; None where it is missing or damaged, or where the journal's key does not open it.

    Raises OSError and what SQLite raises (`database_errors`) for a file that cannot be read now.
    """
    path = place / SEALING_SECRET_KEY
    try:
        with open_file(path) as file:
            salt = file.read(SALT_BYTES)
        values = read_encrypted_values(path, key, salt) if len(salt) == SALT_BYTES else None
    except FileNotFoundError:
        return None
    except database_errors() as problem:
        if error_name(problem).startswith(_SAYS_DAMAGED):
            return None
        raise
    return SealingPair(str(values[0]), str(values[1]) if len(values) > 1 else "") if values else None


def public_key_of(pair: SealingPair) -> str:
    """The public key that belongs to a pair; without pyrage what the file says, which may be nothing."""
    with suppress(ImportError):
        from pyrage import IdentityError, x25519

        with suppress(IdentityError):
            return str(x25519.Identity.from_str(pair.secret).to_public())
    return pair.public


def refuse_foreign_public_key(place: Path) -> None:
    """Raise StorageError where the public key is not the one that the file of the secret key names.

    No key is needed for that. The first of these files name none.
    """
    try:
        if named_public_key(place) not in ("", public_key(place)):
            raise StorageError("lock_files.sealing-key-foreign", folder=place)
    except OSError as problem:
        raise storage_error("storage.not-read", place / SEALING_SECRET_KEY, problem) from None


def _completed(place: Path, key: bytes, pair: SealingPair | None) -> SealingPair | None:
    """A pair that is written to the folder: the one there with its public key, or a new one; None without pyrage."""
    try:
        from pyrage import IdentityError, x25519
    except ImportError:
        return None
    path = place / SEALING_SECRET_KEY
    try:
        identity = x25519.Identity.from_str(pair.secret) if pair else x25519.Identity.generate()
    except IdentityError:
        identity, pair = x25519.Identity.generate(), None
    if pair is None:
        put_aside(path)
    whole = SealingPair(str(identity), str(identity.to_public()))
    _write_pair(path, key, whole, replace=pair is not None)
    return sealing_pair(place, key)


def _write_pair(path: Path, key: bytes, pair: SealingPair, *, replace: bool) -> None:
    """Write a pair encrypted under the journal's key; without `replace` one that another program wrote first stays."""
    beside = temporary_path(path)
    try:
        write_encrypted_values(beside, key, os.urandom(SALT_BYTES), [pair.secret, pair.public])
        with beside.open("r+b") as file:
            file.write(last_line(file.read(), pair.public, key))
            file.flush()
            sync_file(file.fileno())
        with suppress(FileExistsError):
            give_name(beside, path, replace=replace)
        sync_folder(path.parent)
    finally:
        beside.unlink(missing_ok=True)
