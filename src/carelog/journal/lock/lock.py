"""Lock a home and unlock it: create and open key slots, encrypt or decrypt the journal and its backups.

The order of steps leaves a usable home whenever the program is interrupted. A lock writes the slots first, then the
card, then encrypts the backups, and the journal last; taking the lock off reverses that order.
"""

from __future__ import annotations

import os
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from carelog.domain.lock import LockState, Readable
from carelog.domain.passphrase import read_passphrase
from carelog.domain.recovery_code import read_recovery_code
from carelog.errors import InvalidValue, JournalBusy, JournalLocked, StorageError
from carelog.file_access import files_in, is_folder, is_there, read_file
from carelog.files import date_kept, exclusive_lock, make_private_folder, storage_error, sync_folder
from carelog.journal.keys.key_folder import (
    ASIDE,
    PASSPHRASE_SLOT,
    RECOVERY_SLOT,
    SEALING_SECRET_KEY,
    keys_beside,
    put_aside,
)
from carelog.journal.keys.key_ring import KEY_BYTES, cached_key, forget_cached, known_key, remember_key
from carelog.journal.keys.readable import (
    backups_of,
    copies_beside,
    is_encrypted,
    is_plain,
    readable_now,
    unfinished_copies,
)
from carelog.journal.lock.sealed_notes import can_open_notes, readable_notes, sealed_notes
from carelog.journal.lock.ways_in import open_slots, slots_to_keep

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from carelog.paths import Paths


def lock_state(paths: Paths) -> LockState:
    """Whether a home is locked, not locked, or in between after an interruption or because a file was replaced.

    It reads the first bytes of files, which releases the POSIX locks of a journal that this process has open: call it
    only while none is. Raises StorageError when a file cannot be read.
    """
    if what_is_readable(paths) is not Readable.NOTHING:
        return LockState.BETWEEN
    return LockState.ON if keys_beside(paths.journal) else LockState.OFF


def what_is_readable(paths: Paths) -> Readable:
    """What anyone can read of a home in which a lock was begun; to be called as `lock_state` is."""
    return readable_now(paths, journal_is_plain=is_plain(paths.journal))


def holds_locked_files(paths: Paths) -> bool:
    """Whether the journal or a backup is encrypted; a lock that was interrupted early has only written its slots."""
    return any(is_encrypted(path) for path in (paths.journal, *backups_of(paths)))


def needs_slots(paths: Paths) -> bool:
    """Whether a way in of this home may open something: files here are encrypted, and a slot is not damaged."""
    locked = holds_locked_files(paths) or sealed_notes(paths) or any(map(is_encrypted, copies_beside(paths)))
    return bool(locked and slots_to_keep(paths.keys))


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
    for path in files_in(paths.keys, "*.slot"):
        try:
            slots[path.name] = read_file(path)
        except OSError as problem:
            raise storage_error("storage.not-read", path, problem) from None
    return slots


def make_slots(paths: Paths, key: bytes, passphrase: str, code: str) -> None:
    """Write both slots of a new key and remember the key. From then on the card shows only what was ticked for it.

    Slots of an earlier lock that may open something elsewhere are put aside. Raises JournalBusy where they open
    something here, and StorageError where one cannot be written: then there is no lock.
    """
    if needs_slots(paths):
        raise JournalBusy("lock.changed-meanwhile")
    make_private_folder(paths.keys)
    for name in (*slots_to_keep(paths.keys), SEALING_SECRET_KEY):
        put_aside(paths.keys / name)
    try:
        _write_way_in(paths, RECOVERY_SLOT, read_recovery_code(code), key)
        _write_way_in(paths, PASSPHRASE_SLOT, read_passphrase(passphrase), key)
    except StorageError:
        with suppress(OSError):
            (paths.keys / RECOVERY_SLOT).unlink(missing_ok=True)
        raise
    remember_key(paths.keys, key)


def change_passphrase(paths: Paths, key: bytes, passphrase: str) -> None:
    """Replace the passphrase slot, once the new one was opened as a test. Raises StorageError."""
    _write_way_in(paths, PASSPHRASE_SLOT, read_passphrase(passphrase), key)


def change_recovery_code(paths: Paths, key: bytes, code: str) -> None:
    """Replace the recovery slot, once the new one was opened as a test. Raises StorageError."""
    _write_way_in(paths, RECOVERY_SLOT, read_recovery_code(code), key)


def encrypt_home(paths: Paths) -> int:
    """Encrypt the backups and then the journal with the key of the home's slots; return how many files were encrypted.

    Files that are encrypted already are left alone. Raises JournalLocked when the key is not known, StorageError,
    JournalBusy or JournalDamaged; every file that is not encrypted yet is then unchanged.
    """
    count = _rekey_home(paths, to_lock=True)
    _remove(*unfinished_copies(paths))
    return count


def decrypt_home(paths: Paths) -> int:
    """Decrypt the journal and then its backups, remove the slots, and return how many files were decrypted.

    Raises what `encrypt_home` raises, and InvalidValue where there are sealed notes: the key that opens them would be
    removed as well.
    """
    _refuse_sealed_notes(paths)
    count = _rekey_home(paths, to_lock=False)
    remove_slots(paths)
    return count


def remove_slots(paths: Paths) -> None:
    """Remove the slots of a home in which nothing is encrypted any more, and the key from the system's cache.

    Keys that may open something else are put aside instead: those of another journal or a later carelog, and all of
    them where no slot was opened or a copy of the journal is still encrypted. Raises StorageError when a slot cannot be
    removed.
    """
    from carelog.journal.lock.key_slots import fingerprint

    forget_cached(paths.keys)
    key = None if any(map(is_encrypted, copies_beside(paths))) else known_key(paths.keys)
    own = ("", fingerprint(key)) if key else ()
    for name in slots_to_keep(paths.keys, own):
        put_aside(paths.keys / name)
    if not own:
        put_aside(paths.keys / SEALING_SECRET_KEY)
    _remove(*(path for path in files_in(paths.keys) if path.suffix != ASIDE and not is_folder(path)))
    with suppress(OSError):
        paths.keys.rmdir()
        sync_folder(paths.keys.parent)


def _rekey_home(paths: Paths, *, to_lock: bool) -> int:
    from carelog.journal.lock.rekey import rekey

    present = [paths.journal] if is_there(paths.journal) else []
    files = [*backups_of(paths), *present] if to_lock else [*present, *backups_of(paths)]
    todo = [path for path in files if is_plain(path) is to_lock]
    key = _home_key(paths) if todo else b""
    for path in todo:
        with date_kept(path):
            rekey(path, b"" if to_lock else key, key if to_lock else b"")
    return len(todo)


def _refuse_sealed_notes(paths: Paths) -> None:
    waiting = sealed_notes(paths)
    if not waiting:
        return
    if not can_open_notes():
        raise InvalidValue("lock_files.notes-need-part", count=len(waiting), folder=paths.sealed)
    readable = readable_notes(paths, _home_key(paths))
    key = "lock.notes-still-sealed" if readable else "lock_files.notes-not-readable"
    raise InvalidValue(key, count=len(readable or waiting), folder=paths.sealed)


def _home_key(paths: Paths) -> bytes:
    key = known_key(paths.keys)
    if key is None:
        raise JournalLocked("lock.key-not-known", str(paths.keys))
    return key


def _write_way_in(paths: Paths, name: str, secret: str, key: bytes) -> None:
    """Write a slot; one of another journal or of a later carelog is put aside first, since it may open something."""
    from carelog.journal.lock.key_slots import fingerprint, write_slot

    if name in slots_to_keep(paths.keys, ("", fingerprint(key))):
        put_aside(paths.keys / name)
    write_slot(paths.keys / name, secret, key)


def _remove(*paths: Path) -> None:
    for path in paths:
        try:
            path.unlink(missing_ok=True)
        except OSError as problem:
            raise storage_error("storage.not-removed", path, problem) from None
