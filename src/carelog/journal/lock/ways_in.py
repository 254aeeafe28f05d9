"""The ways in of a locked journal: which slots a passphrase or recovery code opens, and whose key lies in them.

A folder that another program copies may bring the slot of another journal. Its key opens nothing here, and that is what
a person is told: neither their words nor their journal are at fault.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from carelog.domain.passphrase import read_passphrase
from carelog.domain.recovery_code import read_recovery_code
from carelog.errors import InvalidValue, JournalDamaged, JournalNewer, StorageError, WrongPassphrase
from carelog.file_access import is_file
from carelog.journal.keys.key_folder import PASSPHRASE_SLOT, RECOVERY_SLOT
from carelog.journal.keys.readable import is_encrypted

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

_FOREIGN = {PASSPHRASE_SLOT: "lock_files.passphrase-foreign", RECOVERY_SLOT: "lock_files.recovery-foreign"}


def require_cipher() -> None:
    """Raise NotInstalled, whose message says how to get it, where SQLCipher is not installed."""
    import carelog.journal.storage.cipher  # noqa: F401


def open_slots(place: Path, typed: str) -> list[bytes]:
    """The keys in all slots of a folder that a passphrase or recovery code opens; they are not remembered.

    There is one key, unless the folder holds the slots of several locks with the same passphrase; one that opens
    something there comes first. Raises WrongPassphrase when no slot opens, or only one of another journal;
    JournalDamaged when none opens and one is damaged; StorageError when none opens and one cannot be read, is of a
    later carelog, or wants more memory than there is.
    """
    from carelog.journal.lock.key_slots import read_slot

    require_cipher()
    opened: dict[bytes, Path] = {}
    damaged: JournalDamaged | None = None
    unread: StorageError | None = None
    for slot, secret in _slots_to_try(place, typed):
        try:
            opened.setdefault(read_slot(slot, secret), slot)
        except WrongPassphrase:
            continue
        except JournalDamaged as damage:
            damaged = damage
        except StorageError as problem:
            unread = problem
    if not opened:
        raise unread or _nothing_opens(place, damaged)
    keys = sorted(opened, key=lambda key: opens_there(place, key) is not True)
    if opens_there(place, keys[0]) is False:
        _refuse_foreign(place, opened)
    return keys


def sound_slots(place: Path) -> dict[str, str]:
    """The two ways in that are not damaged: the fingerprint of the key in each, by file name.

    It is empty for a slot that an earlier carelog wrote.
    """
    from carelog.journal.lock.key_slots import check_slot

    found = {}
    for name in (PASSPHRASE_SLOT, RECOVERY_SLOT):
        with suppress(StorageError):
            found[name] = check_slot(place / name)
    return found


def later_slots(place: Path) -> dict[str, str]:
    """The ways in that a later carelog wrote: what is to be said of each, by file name."""
    from carelog.journal.lock.key_slots import check_slot

    found = {}
    for name in (PASSPHRASE_SLOT, RECOVERY_SLOT):
        try:
            check_slot(place / name)
        except JournalNewer as problem:
            found[name] = problem.message
        except StorageError:
            continue
    return found


def slots_to_keep(place: Path, own: Collection[str] = ()) -> list[str]:
    """The file names of the ways in that may open what no key with one of the fingerprints `own` opens.

    They are the sound ones of other keys, and those that a later carelog wrote.
    """
    return [*(name for name, of in sound_slots(place).items() if of not in own), *later_slots(place)]


def opens_there(place: Path, key: bytes) -> bool | None:
    """Whether a key opens a file beside its folder of slots; None where no file there is encrypted."""
    from carelog.journal.storage.cipher import opens_with

    home, found = place.parent, None
    for path in (*sorted(home.glob("*.db")), *sorted((home / "backups").glob("*.db"), reverse=True)):
        if is_file(path) and is_encrypted(path):
            if opens_with(path, key):
                return True
            found = False
    return found


def _slots_to_try(place: Path, typed: str) -> list[tuple[Path, str]]:
    """The slots of a folder, each with its secret; a valid recovery code is tried as one before it is a passphrase."""
    passphrase_slots = [(slot, read_passphrase(typed)) for slot in sorted(place.glob(f"*{PASSPHRASE_SLOT}"))]
    with suppress(InvalidValue):
        code = read_recovery_code(typed)
        return [*((slot, code) for slot in sorted(place.glob(f"*{RECOVERY_SLOT}"))), *passphrase_slots]
    return passphrase_slots


def _nothing_opens(place: Path, damaged: JournalDamaged | None) -> JournalDamaged | WrongPassphrase:
    """The error where no slot opens; a damaged one is named unless there is no other way in."""
    sound = sound_slots(place)
    if damaged:
        return damaged if sound else JournalDamaged("lock_files.no-way-in", folder=place)
    if len(set(filter(None, sound.values()))) > 1:
        return WrongPassphrase("lock_files.ways-apart", str(place))
    return WrongPassphrase("lock.neither-opens", str(place))


def _refuse_foreign(place: Path, opened: dict[bytes, Path]) -> None:
    """Raise WrongPassphrase for keys that open nothing here while the other way in has another key.

    Where both ways in have one key, the journal may as well be damaged: opening it says so.
    """
    from carelog.journal.lock.key_slots import fingerprint

    others = set(filter(None, sound_slots(place).values())) - {fingerprint(key) for key in opened}
    slot = next(iter(opened.values()))
    if others and slot.name in _FOREIGN:
        raise WrongPassphrase(_FOREIGN[slot.name], str(place), path=slot)
