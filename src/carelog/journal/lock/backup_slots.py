"""Key slots beside backups: copied there with a backup, and adopted by the home that a backup is restored to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carelog.errors import JournalLocked, StorageError
from carelog.file_access import read_file
from carelog.files import make_private_folder
from carelog.journal.keys.key_folder import KEYS_FOLDER, PASSPHRASE_SLOT, RECOVERY_SLOT, keys_beside, put_aside
from carelog.journal.keys.key_ring import known_key, remember_key
from carelog.journal.keys.readable import is_plain
from carelog.journal.lock.key_slots import check_slot, fingerprint
from carelog.journal.lock.ways_in import opens_there, sound_slots

if TYPE_CHECKING:
    from pathlib import Path


def copy_for_home(backup: Path, backup_key: bytes, target: Path, journal: Path) -> None:
    """Copy a backup to a new file under the key of the home it is restored to; plain where that home has no lock.

    A home without slots and without a plain journal gets the backup's lock: its slots are copied too. So does a home
    whose own slots are damaged, or belong to another journal than what is encrypted there; those are put aside. Raises
    JournalLocked when the home's key is not known, and what `copy_rekeyed` raises.
    """
    from carelog.journal.lock.rekey import copy_rekeyed

    place = keys_beside(journal)
    if backup_key and (_misses_slots(place, backup_key) if place else not is_plain(journal)):
        _adopt_slots(keys_beside(backup), journal.parent / KEYS_FOLDER, backup_key)
        copy_rekeyed(backup, backup_key, target, backup_key)
        return
    key = known_key(place) if place else b""
    if key is None:
        raise JournalLocked("lock.key-not-known", str(place))
    copy_rekeyed(backup, backup_key, target, key)


def copy_slots_to(folder: Path, place: Path, key: bytes) -> None:
    """Copy the slots of a key beside backups in another folder, so that these can be opened when the home is gone.

    The names of the copies begin with the fingerprint of the key, so that one folder can hold the slots of several
    locks. A slot that is damaged or holds another key is left out: it would take the place of a sound copy. Raises
    StorageError.
    """
    from carelog.files import write_private

    for name, of in sound_slots(place).items():
        if of in ("", fingerprint(key)):
            make_private_folder(folder / KEYS_FOLDER)
            write_private(folder / KEYS_FOLDER / f"{fingerprint(key)}-{name}", read_file(place / name))


def _misses_slots(place: Path, key: bytes) -> bool:
    """Whether a home's slots are all damaged, or none of them holds the key that opens its encrypted files."""
    sound = sound_slots(place)
    of_others = all(of not in ("", fingerprint(key)) for of in sound.values())
    return not sound or (of_others and opens_there(place, key) is True)


def _adopt_slots(source: Path | None, place: Path, key: bytes) -> None:
    """Copy the sound slots of a key that lie beside a backup into the key folder of a home, and remember the key."""
    from carelog.files import write_private

    make_private_folder(place)
    for kind in (RECOVERY_SLOT, PASSPHRASE_SLOT):
        for slot in source.glob(f"*{kind}") if source and source != place else ():
            if slot.name in {kind, f"{fingerprint(key)}-{kind}"} and _is_of(slot, key):
                put_aside(place / kind)
                write_private(place / kind, read_file(slot))
    remember_key(place, key)


def _is_of(slot: Path, key: bytes) -> bool:
    try:
        return check_slot(slot) in ("", fingerprint(key))
    except StorageError:
        return False
