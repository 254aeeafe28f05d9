"""Lock a home and unlock it: create and open key slots, encrypt or decrypt the journal and its backups.

The order of steps leaves a usable home whenever the program is interrupted. A lock writes the slots first, then the
card, then encrypts the backups, and the journal last; taking the lock off reverses that order.
"""

from __future__ import annotations

import os
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from carelog.domain.lock import LockState
from carelog.domain.passphrase import read_passphrase
from carelog.domain.recovery_code import read_recovery_code
from carelog.errors import InvalidValue, JournalBusy, JournalDamaged, JournalLocked, WrongPassphrase
from carelog.files import date_kept, exclusive_lock, make_private_folder, storage_error, sync_folder
from carelog.journal.keys.key_folder import KEYS_FOLDER, PASSPHRASE_SLOT, RECOVERY_SLOT, keys_beside
from carelog.journal.keys.key_ring import KEY_BYTES, cached_key, forget_cached, known_key, remember_key
from carelog.journal.lock.sealed_notes import sealed_notes

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from carelog.paths import Paths


def require_cipher() -> None:
    """Raise NotInstalled, whose message says how to get it, where SQLCipher is not installed."""
    import carelog.journal.storage.cipher  # noqa: F401


def lock_state(paths: Paths) -> LockState:
    """Whether a home is locked, not locked, or in between after an interruption.

    It reads the first bytes of files, which releases the POSIX locks of a journal that this process has open: call it
    only while none is. Raises StorageError when a file cannot be read.
    """
    if not keys_beside(paths.journal):
        return LockState.OFF
    plain = [path for path in (paths.journal, *_backups(paths), *_unfinished_copies(paths)) if is_plain(path)]
    return LockState.BETWEEN if plain else LockState.ON


def holds_locked_files(paths: Paths) -> bool:
    """Whether the journal or a backup is encrypted; a lock that was interrupted early has only written its slots."""
    return any(path.exists() and not is_plain(path) for path in (paths.journal, *_backups(paths)))


def is_plain(path: Path) -> bool:
    """Whether a file begins as a plain SQLite file does; False for one that is empty or missing.

    Raises StorageError when it cannot be read.
    """
    try:
        with path.open("rb") as file:
            return file.read(16) == b"SQLite format 3\0"
    except FileNotFoundError:
        return False
    except OSError as problem:
        raise storage_error("storage.not-read", path, problem) from None


def new_key() -> bytes:
    """A new random key of 32 bytes."""
    return os.urandom(KEY_BYTES)


def key_is_known(place: Path) -> bool:
    """Whether the key of a folder of slots is known without asking for a passphrase, here or in the system's cache."""
    return known_key(place) is not None or cached_key(place) is not None


def unlock(place: Path, typed: str, *, minutes: int = 0) -> bytes:
    """Open a slot of a folder with a passphrase or a recovery code; return its key and remember it in this process.

    `minutes` caches the key until so long after its last use. Raises WrongPassphrase when no slot opens, JournalDamaged
    when none opens and one is damaged.
    """
    keys = open_slots(place, typed)
    for number, key in enumerate(keys[1:], 1):
        remember_key(place / str(number), key)
    remember_key(place, keys[0], minutes=minutes)
    return keys[0]


def open_slots(place: Path, typed: str) -> list[bytes]:
    """The keys in all slots of a folder that a passphrase or recovery code opens; they are not remembered.

    There is one key, unless the folder holds the slots of several locks with the same passphrase. Raises
    WrongPassphrase when no slot opens, JournalDamaged when none opens and one is damaged.
    """
    from carelog.journal.lock.key_slots import read_slot

    require_cipher()
    keys: list[bytes] = []
    problem: JournalDamaged | None = None
    for slot, secret in _slots_to_try(place, typed):
        try:
            keys.append(read_slot(slot, secret))
        except WrongPassphrase:
            continue
        except JournalDamaged as damage:
            problem = damage
    if not keys:
        raise problem or WrongPassphrase("lock.neither-opens", str(place))
    return keys


@contextmanager
def slots_unchanged(paths: Paths, seen: dict[str, bytes]) -> Iterator[None]:
    """Hold the home's lock while a lock is changed, and only if its slots still are those `seen` before asking.

    A person may change the lock in two windows at once: slots of one key beside files of another would leave a journal
    that nobody can open. Raises JournalBusy when the slots changed meanwhile.
    """
    make_private_folder(paths.data)
    with exclusive_lock(paths.data):
        if slots_of(paths) != seen:
            raise JournalBusy("lock.changed-meanwhile")
        yield


def slots_of(paths: Paths) -> dict[str, bytes]:
    """The content of each slot of a home, by file name. Raises StorageError for one that cannot be read."""
    slots = {}
    for path in sorted(paths.keys.glob("*.slot")):
        try:
            slots[path.name] = path.read_bytes()
        except OSError as problem:
            raise storage_error("storage.not-read", path, problem) from None
    return slots


def make_slots(paths: Paths, key: bytes, passphrase: str, code: str) -> None:
    """Write both slots of a new key and remember the key. From then on the card shows only what was ticked for it.

    Raises StorageError, and JournalBusy where files are encrypted already: overwriting their slots would lose them.
    """
    from carelog.journal.lock.key_slots import write_slot

    if holds_locked_files(paths):
        raise JournalBusy("lock.changed-meanwhile")
    make_private_folder(paths.keys)
    write_slot(paths.keys / RECOVERY_SLOT, read_recovery_code(code), key)
    write_slot(paths.keys / PASSPHRASE_SLOT, read_passphrase(passphrase), key)
    remember_key(paths.keys, key)


def change_passphrase(paths: Paths, key: bytes, passphrase: str) -> None:
    """Replace the passphrase slot, once the new one was opened as a test. Raises StorageError."""
    from carelog.journal.lock.key_slots import write_slot

    write_slot(paths.keys / PASSPHRASE_SLOT, read_passphrase(passphrase), key)


def change_recovery_code(paths: Paths, key: bytes, code: str) -> None:
    """Replace the recovery slot, once the new one was opened as a test. Raises StorageError."""
    from carelog.journal.lock.key_slots import write_slot

    write_slot(paths.keys / RECOVERY_SLOT, read_recovery_code(code), key)


def encrypt_home(paths: Paths) -> int:
    """Encrypt the backups and then the journal with the key of the home's slots; return how many files were encrypted.

    Files that are encrypted already are left alone. Raises JournalLocked when the key is not known, StorageError,
    JournalBusy or JournalDamaged; every file that is not encrypted yet is then unchanged.
    """
    count = _rekey_home(paths, to_lock=True)
    _remove(*_unfinished_copies(paths))
    return count


def decrypt_home(paths: Paths) -> int:
    """Decrypt the journal and then its backups, remove the slots, and return how many files were decrypted.

    Raises what `encrypt_home` raises, and InvalidValue where there are sealed notes: the key that opens them would be
    removed as well.
    """
    waiting = sealed_notes(paths)
    if waiting:
        raise InvalidValue("lock.notes-still-sealed", count=len(waiting), folder=paths.sealed)
    count = _rekey_home(paths, to_lock=False)
    remove_slots(paths)
    return count


def remove_slots(paths: Paths) -> None:
    """Remove the slots of a home in which nothing is encrypted any more, and the key from the system's cache.

    Raises StorageError when a slot cannot be removed.
    """
    forget_cached(paths.keys)
    _remove(*sorted(paths.keys.glob("*")))
    with suppress(OSError):
        paths.keys.rmdir()
        sync_folder(paths.keys.parent)


def copy_for_home(backup: Path, backup_key: bytes, target: Path, journal: Path) -> None:
    """Copy a backup to a new file under the key of the home it is restored to; plain where that home has no lock.

    A home without slots and without a plain journal gets the backup's lock: its slots are copied too. Raises
    JournalLocked when the home's key is not known, and what `copy_rekeyed` raises.
    """
    from carelog.journal.lock.rekey import copy_rekeyed

    place = keys_beside(journal)
    key = known_key(place) if place else b""
    if key is None:
        raise JournalLocked("lock.key-not-known", str(place))
    if not place and backup_key and not is_plain(journal):
        _adopt_slots(keys_beside(backup), journal.parent / KEYS_FOLDER, backup_key)
        key = backup_key
    copy_rekeyed(backup, backup_key, target, key)


def copy_slots_to(folder: Path, place: Path, key: bytes) -> None:
    """Copy the slots of a key beside backups in another folder, so that these can be opened when the home is gone.

    The names of the copies begin with a digest of the key, so that one folder can hold the slots of several locks.
    Raises StorageError.
    """
    from carelog.files import write_private

    for slot in sorted(place.glob("*.slot")):
        make_private_folder(folder / KEYS_FOLDER)
        write_private(folder / KEYS_FOLDER / f"{_key_digest(key)}-{slot.name}", slot.read_bytes())


def _rekey_home(paths: Paths, *, to_lock: bool) -> int:
    from carelog.journal.lock.rekey import rekey

    present = [paths.journal] if paths.journal.exists() else []
    files = [*_backups(paths), *present] if to_lock else [*present, *_backups(paths)]
    todo = [path for path in files if is_plain(path) is to_lock]
    key = _home_key(paths) if todo else b""
    for path in todo:
        with date_kept(path):
            rekey(path, b"" if to_lock else key, key if to_lock else b"")
    return len(todo)


def _home_key(paths: Paths) -> bytes:

    key = known_key(paths.keys)
    if key is None:
        raise JournalLocked("lock.key-not-known", str(paths.keys))
    return key


def _backups(paths: Paths) -> list[Path]:
    return sorted(path for path in paths.backups.glob("*.db") if path.is_file())


def _unfinished_copies(paths: Paths) -> list[Path]:
    """Copies of the journal that an interrupted program left half written."""
    name = paths.journal.name
    return [*paths.data.glob(f".{name}.*.new*"), *paths.backups.glob(".*.new*")]


def _remove(*paths: Path) -> None:
    for path in paths:
        try:
            path.unlink(missing_ok=True)
        except OSError as problem:
            raise storage_error("storage.not-removed", path, problem) from None


def _slots_to_try(place: Path, typed: str) -> list[tuple[Path, str]]:
    """The slots of a folder, each with its secret; a valid recovery code is tried as one before it is a passphrase."""
    passphrase_slots = [(slot, read_passphrase(typed)) for slot in sorted(place.glob(f"*{PASSPHRASE_SLOT}"))]
    with suppress(InvalidValue):
        code = read_recovery_code(typed)
        return [*((slot, code) for slot in sorted(place.glob(f"*{RECOVERY_SLOT}"))), *passphrase_slots]
    return passphrase_slots


def _adopt_slots(source: Path | None, place: Path, key: bytes) -> None:
    """Copy the slots of a key that lie beside a backup into the key folder of a home, and remember the key."""
    from carelog.files import write_private

    make_private_folder(place)
    for kind in (RECOVERY_SLOT, PASSPHRASE_SLOT):
        for slot in source.glob(f"*{kind}") if source else ():
            if slot.name in {kind, f"{_key_digest(key)}-{kind}"}:
                write_private(place / kind, slot.read_bytes())
    remember_key(place, key)


def _key_digest(key: bytes) -> str:
    """The digest of a key with which the names of its slots begin where one folder holds the slots of several keys."""
    import hashlib

    return hashlib.sha256(b"carelog slots " + key).hexdigest()[:8]
