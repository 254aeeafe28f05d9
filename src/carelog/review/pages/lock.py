"""How the lock of a journal stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carelog.domain.lock import LockStanding, LockState
from carelog.journal.keys.key_folder import PASSPHRASE_SLOT, RECOVERY_SLOT
from carelog.journal.lock.lock import key_is_known, lock_state
from carelog.journal.lock.sealed_notes import sealed_notes

if TYPE_CHECKING:
    from carelog.paths import Paths
    from carelog.settings import Settings


def lock_standing(paths: Paths, settings: Settings) -> LockStanding:
    """How things stand now; nobody is asked for a key."""
    state = lock_state(paths)
    slots = {"passphrase": PASSPHRASE_SLOT, "recovery code": RECOVERY_SLOT}
    return LockStanding(
        state,
        state is not LockState.OFF and key_is_known(paths.keys),
        settings.lock_minutes,
        tuple(name for name, file in slots.items() if (paths.keys / file).is_file()),
        settings.lock_card,
        len(sealed_notes(paths)),
    )
