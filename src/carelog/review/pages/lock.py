"""The status of a journal's lock, without opening it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carelog.domain.lock import LockState, LockStatus
from carelog.journal.keys.key_folder import PASSPHRASE_SLOT, RECOVERY_SLOT
from carelog.journal.lock.lock import key_is_known, lock_state
from carelog.journal.lock.sealed_notes import sealed_notes

if TYPE_CHECKING:
    from carelog.paths import Paths
    from carelog.settings import Settings


def lock_status(paths: Paths, settings: Settings) -> LockStatus:
    """The present status of the lock; the person is not asked for the passphrase."""
    state = lock_state(paths)
    slots = {"passphrase": PASSPHRASE_SLOT, "recovery code": RECOVERY_SLOT}
    return LockStatus(
        state,
        state is not LockState.OFF and key_is_known(paths.keys),
        settings.lock_minutes,
        tuple(name for name, file in slots.items() if (paths.keys / file).is_file()),
        settings.lock_card,
        len(sealed_notes(paths)),
    )
