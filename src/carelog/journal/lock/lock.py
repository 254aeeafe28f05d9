"""Locking a journal and opening it again: which key, which slots, and the way from a plain home to a locked one.

The order makes every moment one from which a person can go on: slots first, then the card, then the backups, the
journal last; and the other way round when the lock is taken off.
"""

from __future__ import annotations

import os
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from carelog.domain.lock import LockState
from carelog.domain.passphrase import read_passphrase
from carelog.domain.recovery_code import read_recovery_code
from carelog.errors import InvalidValue, JournalBusy, JournalDamaged, JournalLocked, WrongPassphrase
from carelog.files import exclusive_lock, make_private_folder, storage_error, sync_folder
from carelog.journal.keys.key_folder import KEYS_FOLDER, PASSPHRASE_SLOT, RECOVERY_SLOT, keys_beside
from carelog.journal.keys.key_ring import KEY_BYTES, cached_key, forget_cached, known_key, use_key
from carelog.journal.lock.sealed_notes import sealed_notes

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from carelog.paths import Paths

CHANGED_MEANWHILE = (
    "The lock was changed from elsewhere meanwhile, so nothing was changed here. Please look: carelog lock"
)
_STILL_SEALED = (
    "Sealed notes wait in {folder} ({many}), and the journal could not take them in. Without the lock nothing would "
    "open them any more, so it stays on. To take them in: pip install 'carelog[encrypt]'. Those that are damaged stop "
    "nothing once they are moved elsewhere."
)
_WRONG = "That does not open your journal: neither as its passphrase nor as its recovery code. Nothing was changed."


def require_cipher() -> None:
    """Raise NotInstalled, saying how to get it, where SQLCipher is not here."""
    import carelog.journal.storage.cipher  # noqa: F401


def lock_state(paths: Paths) -> LockState:
    """How a home stands. Files are told by their first bytes: nobody may have the journal open in this process."""
    if not keys_beside(paths.journal):
        return LockState.OFF
    plain = [path for path in (paths.journal, *_backups(paths), *_left_behind(paths)) if is_plain(path)]
    return LockState.BETWEEN if plain else LockState.ON


def holds_locked_files(paths: Paths) -> bool:
    """Whether anything here needs the key: a lock that was begun may have slots and nothing else yet."""
    return any(path.exists() and not is_plain(path) for path in (paths.journal, *_backups(paths)))


def is_plain(path: Path) -> bool:
    """Whether a file begins as SQLite's do; one that is empty or missing holds nothing that could be read.

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
    """A key of 256 random bits."""
    return os.urandom(KEY_BYTES)


def is_at_hand(place: Path) -> bool:
    """Whether the key of a folder of slots is known without asking anybody."""
    return known_key(place) is not None or cached_key(place) is not None


def unlock(place: Path, typed: str, *, minutes: int = 0) -> bytes:
    """Open a slot in a folder with a passphrase or a recovery code, and know the key from here on.

    It waits in the system's cache for some `minutes` after its last use. Raises WrongPassphrase when no slot opens,
    JournalDamaged when the only slot that could is damaged.
    """
    keys = opened(place, typed)
    for number, key in enumerate(keys[1:], 1):
        use_key(place / str(number), key)
    use_key(place, keys[0], minutes=minutes)
    return keys[0]


def opened(place: Path, typed: str) -> list[bytes]:
    """The keys in the slots of a folder that open with what was typed; nothing is remembered.

    One, unless the folder holds the slots of several locks that had the same passphrase. Raises WrongPassphrase or
    JournalDamaged where there is none.
    """
    from carelog.journal.lock.key_slots import read_slot

    require_cipher()
    keys: list[bytes] = []
    problem: JournalDamaged | None = None
    for slot, secret in _tries(place, typed):
        try:
            keys.append(read_slot(slot, secret))
        except WrongPassphrase:
            continue
        except JournalDamaged as damage:
            problem = damage
    if not keys:
        raise problem or WrongPassphrase(_WRONG, str(place))
    return keys


@contextmanager
def slots_unchanged(paths: Paths, seen: dict[str, bytes]) -> Iterator[None]:
    """Change a lock alone, and only while its slots are those that were `seen` before somebody was asked.

    A person may have two windows open: slots of one key beside files of another would shut the journal for good.
    Raises JournalBusy.
    """
    make_private_folder(paths.data)
    with exclusive_lock(paths.data):
        if slots_of(paths) != seen:
            raise JournalBusy(CHANGED_MEANWHILE)
        yield


def slots_of(paths: Paths) -> dict[str, bytes]:
    """The slots of a home as they lie there. Raises StorageError for one that cannot be read."""
    slots = {}
    for path in sorted(paths.keys.glob("*.slot")):
        try:
            slots[path.name] = path.read_bytes()
        except OSError as problem:
            raise storage_error("storage.not-read", path, problem) from None
    return slots


def make_slots(paths: Paths, key: bytes, passphrase: str, code: str) -> None:
    """Write both slots of a new key. From then on the card shows what was ticked.

    Raises StorageError, and JournalBusy where files are locked already: nothing else would open those any more.
    """
    from carelog.journal.lock.key_slots import write_slot

    if holds_locked_files(paths):
        raise JournalBusy(CHANGED_MEANWHILE)
    make_private_folder(paths.keys)
    write_slot(paths.keys / RECOVERY_SLOT, read_recovery_code(code), key)
    write_slot(paths.keys / PASSPHRASE_SLOT, read_passphrase(passphrase), key)
    use_key(paths.keys, key)


def change_passphrase(paths: Paths, key: bytes, passphrase: str) -> None:
    """Write the passphrase slot anew; the old one counts until the new one was opened. Raises StorageError."""
    from carelog.journal.lock.key_slots import write_slot

    write_slot(paths.keys / PASSPHRASE_SLOT, read_passphrase(passphrase), key)


def change_recovery_code(paths: Paths, key: bytes, code: str) -> None:
    """Write the recovery slot anew; the old code counts until the new one was opened. Raises StorageError."""
    from carelog.journal.lock.key_slots import write_slot

    write_slot(paths.keys / RECOVERY_SLOT, read_recovery_code(code), key)


def encrypt_home(paths: Paths) -> int:
    """Encrypt the backups and then the journal with the key of the home's slots, and say how many files that were.

    What is encrypted already stays. Raises JournalLocked when the key is not known, StorageError, JournalBusy or
    JournalDamaged, each with a sentence; everything that is not encrypted yet is as it was.
    """
    many = _recode_home(paths, to_lock=True)
    _remove(*_left_behind(paths))
    return many


def decrypt_home(paths: Paths) -> int:
    """Write the journal and then its backups in plain, remove the slots, and say how many files were written.

    Raises what `encrypt_home` raises, and InvalidValue where sealed notes wait: what opens them would go as well.
    """
    waiting = sealed_notes(paths)
    if waiting:
        raise InvalidValue(_STILL_SEALED.format(many=len(waiting), folder=paths.sealed))
    many = _recode_home(paths, to_lock=False)
    remove_slots(paths)
    return many


def remove_slots(paths: Paths) -> None:
    """Remove the slots of a home in which nothing is encrypted any more, and the key from the system's cache.

    Raises StorageError for one that stays.
    """
    forget_cached(paths.keys)
    _remove(*sorted(paths.keys.glob("*")))
    with suppress(OSError):
        paths.keys.rmdir()
        sync_folder(paths.keys.parent)


def _remove(*paths: Path) -> None:
    for path in paths:
        try:
            path.unlink(missing_ok=True)
        except OSError as problem:
            raise storage_error("storage.not-removed", path, problem) from None


def copy_as_locked(backup: Path, backup_key: bytes, target: Path, journal: Path) -> None:
    """Copy a backup to a new file as its new home has it: under the home's key, or plain where that has no lock.

    A home that has no plain journal and no slots takes over the backup's lock, slots and all. Raises JournalLocked
    when the home's key is not known, and what `copy_recoded` raises.
    """
    from carelog.journal.lock.rekey import copy_recoded
    from carelog.journal.storage.cipher import LOCKED

    place = keys_beside(journal)
    key = known_key(place) if place else b""
    if key is None:
        raise JournalLocked(LOCKED, str(place))
    if not place and backup_key and not is_plain(journal):
        _take_slots(keys_beside(backup), journal.parent / KEYS_FOLDER, backup_key)
        key = backup_key
    copy_recoded(backup, backup_key, target, key)


def _take_slots(source: Path | None, place: Path, key: bytes) -> None:
    """Make the slots beside a backup those of a home."""
    from carelog.files import write_private

    make_private_folder(place)
    for kind in (RECOVERY_SLOT, PASSPHRASE_SLOT):
        for slot in source.glob(f"*{kind}") if source else ():
            if slot.name in {kind, f"{_name_of(key)}-{kind}"}:
                write_private(place / kind, slot.read_bytes())
    use_key(place, key)


def _name_of(key: bytes) -> str:
    """What slots of one key are called where those of several lie side by side."""
    import hashlib

    return hashlib.sha256(b"carelog slots " + key).hexdigest()[:8]


def slots_into(folder: Path, place: Path, key: bytes) -> None:
    """Copy slots beside backups that lie elsewhere: without them nobody opens these when the home is gone.

    Their names say which key they hold, so that the slots of several locks can lie side by side. Raises StorageError.
    """
    from carelog.files import write_private

    for slot in sorted(place.glob("*.slot")):
        make_private_folder(folder / KEYS_FOLDER)
        write_private(folder / KEYS_FOLDER / f"{_name_of(key)}-{slot.name}", slot.read_bytes())


def _recode_home(paths: Paths, *, to_lock: bool) -> int:
    from carelog.journal.lock.rekey import recode

    present = [paths.journal] if paths.journal.exists() else []
    files = [*_backups(paths), *present] if to_lock else [*present, *_backups(paths)]
    todo = [path for path in files if is_plain(path) is to_lock]
    key = _key(paths) if todo else b""
    for path in todo:
        recode(path, b"" if to_lock else key, key if to_lock else b"")
    return len(todo)


def _key(paths: Paths) -> bytes:
    from carelog.journal.storage.cipher import LOCKED

    key = known_key(paths.keys)
    if key is None:
        raise JournalLocked(LOCKED, str(paths.keys))
    return key


def _tries(place: Path, typed: str) -> list[tuple[Path, str]]:
    """The slots of a folder with what would open each: what looks like a recovery code is first tried as one."""
    tries = [(slot, read_passphrase(typed)) for slot in sorted(place.glob(f"*{PASSPHRASE_SLOT}"))]
    with suppress(InvalidValue):
        code = read_recovery_code(typed)
        return [*((slot, code) for slot in sorted(place.glob(f"*{RECOVERY_SLOT}"))), *tries]
    return tries


def _backups(paths: Paths) -> list[Path]:
    return sorted(path for path in paths.backups.glob("*.db") if path.is_file())


def _left_behind(paths: Paths) -> list[Path]:
    """Copies of the journal that something which ended in the middle has left half written."""
    name = paths.journal.name
    return [*paths.data.glob(f".{name}.*.new*"), *paths.backups.glob(".*.new*")]
