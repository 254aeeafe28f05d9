"""What `verify` and `lock status` find about a lock: what is readable, its ways in, and the keys that seal notes.

Each is found without a passphrase as far as that goes; a key that is at hand finds more.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from carelog.domain.finding import Finding, FindingKind
from carelog.domain.lock import Readable
from carelog.errors import NotInstalled, StorageError
from carelog.file_access import is_there
from carelog.journal.keys.key_folder import (
    PASSPHRASE_SLOT,
    RECOVERY_SLOT,
    SEALING_PUBLIC_KEY,
    SEALING_SECRET_KEY,
    keys_beside,
)
from carelog.journal.keys.key_ring import cached_key, known_key
from carelog.journal.keys.readable import readable_copies
from carelog.journal.lock.key_slots import fingerprint
from carelog.journal.lock.lock import what_is_readable
from carelog.journal.lock.sealed_notes import can_open_notes, readable_notes, sealed_notes
from carelog.journal.lock.sealing_check import public_key
from carelog.journal.lock.sealing_keys import (
    public_key_of,
    refuse_foreign_public_key,
    sealing_pair,
)
from carelog.journal.lock.slot_cost import costs_little
from carelog.journal.lock.ways_in import later_slots, opens_there, sound_slots
from carelog.journal.storage.connections import database_errors

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from carelog.paths import Paths


def lock_findings(paths: Paths) -> Iterator[Finding]:
    """The findings about the lock of a home; none where there never was one. No journal may be open in this process.

    Raises StorageError for a file that cannot be read.
    """
    yield from _readable(paths)
    if not keys_beside(paths.journal):
        if waiting := sealed_notes(paths):
            yield Finding(FindingKind.NOTES_WITHOUT_LOCK, paths.sealed, number=len(waiting))
        return
    key = known_key(paths.keys) or cached_key(paths.keys)
    yield from _ways_in(paths.keys, fingerprint(key) if key else "")
    with suppress(OSError, NotInstalled, *database_errors()):
        if key and opens_there(paths.keys, key) is not False:
            yield from _sealing_with(paths, key)
        else:
            yield from _sealing_without_key(paths.keys)


def _readable(paths: Paths) -> Iterator[Finding]:
    readable = what_is_readable(paths)
    if readable is Readable.JOURNAL:
        yield Finding(FindingKind.LOCK_UNFINISHED, paths.journal)
    if readable is Readable.COPIES:
        yield Finding(FindingKind.COPIES_READABLE, paths.data, number=len(readable_copies(paths)))


def _ways_in(place: Path, own: str) -> Iterator[Finding]:
    """Whether both ways in are whole and of one lock; `own` is the fingerprint of its key, empty where not known."""
    sound, later = sound_slots(place), later_slots(place)
    foreign = [name for name, of in sound.items() if own and of not in ("", own)]
    usable = sound.keys() - foreign
    apart = not own and len(set(filter(None, sound.values()))) > 1
    if not usable and not later:
        yield Finding(FindingKind.NO_WAY_IN, place)
        return
    yield from (Finding(FindingKind.WAY_IN_NEWER, place / name, (said,)) for name, said in later.items())
    for name in (PASSPHRASE_SLOT, RECOVERY_SLOT):
        if name not in {*usable, *later}:
            kind = FindingKind.WAY_IN_FOREIGN if name in foreign else FindingKind.WAY_IN_DAMAGED
            yield Finding(kind, place / name, (name.removesuffix(".slot"),))
    if PASSPHRASE_SLOT in usable and costs_little(place):
        yield Finding(FindingKind.WAY_IN_COSTS_LITTLE, place / PASSPHRASE_SLOT)
    if apart:
        yield Finding(FindingKind.WAYS_IN_APART, place)
    elif len(usable) == len((PASSPHRASE_SLOT, RECOVERY_SLOT)):
        yield Finding(FindingKind.WAYS_IN_SOUND, place, number=len(usable))


def _sealing_with(paths: Paths, key: bytes) -> Iterator[Finding]:
    """What the journal's key tells about the keys for sealed notes, and about the notes."""
    pair, secret = sealing_pair(paths.keys, key), paths.keys / SEALING_SECRET_KEY
    if pair is None and is_there(secret):
        yield Finding(FindingKind.SEALING_DAMAGED, secret)
    elif pair is None:
        yield from _secret_key_missing(paths.keys)
    elif public_key(paths.keys) not in ("", public_key_of(pair)):
        yield Finding(FindingKind.SEALING_FOREIGN, paths.keys / SEALING_PUBLIC_KEY)
    left = len(sealed_notes(paths)) - len(readable_notes(paths, key))
    if left and can_open_notes():
        yield Finding(FindingKind.NOTES_UNREADABLE, paths.sealed, number=left)


def _sealing_without_key(place: Path) -> Iterator[Finding]:
    if not is_there(place / SEALING_SECRET_KEY):
        yield from _secret_key_missing(place)
        return
    try:
        refuse_foreign_public_key(place)
    except StorageError as problem:
        if problem.key == "lock_files.sealing-key-foreign" and public_key(place):
            yield Finding(FindingKind.SEALING_APART, place)


def _secret_key_missing(place: Path) -> Iterator[Finding]:
    """Of a pair whose public key is there; a lock that was made without pyrage has neither."""
    if public_key(place):
        yield Finding(FindingKind.SEALING_MISSING, place / SEALING_SECRET_KEY)
