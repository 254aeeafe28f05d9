"""The status of a journal's lock, without opening it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carelog.domain.finding import Finding, FindingKind, Severity
from carelog.domain.lock import LockState, LockStatus
from carelog.file_access import is_file
from carelog.journal.keys.key_folder import PASSPHRASE_SLOT, RECOVERY_SLOT
from carelog.journal.lock.lock import key_is_known, lock_state, what_is_readable
from carelog.journal.lock.lock_findings import lock_findings
from carelog.journal.lock.sealed_notes import sealed_notes

if TYPE_CHECKING:
    from carelog.paths import Paths
    from carelog.settings import Settings


def lock_status(paths: Paths, settings: Settings) -> LockStatus:
    """The present status of the lock; the person is not asked for the passphrase."""
    state, readable = lock_state(paths), what_is_readable(paths)
    slots = {"passphrase": PASSPHRASE_SLOT, "recovery code": RECOVERY_SLOT}
    return LockStatus(
        state,
        state is not LockState.OFF and key_is_known(paths.keys),
        settings.lock_minutes,
        tuple(name for name, file in slots.items() if is_file(paths.keys / file)),
        settings.lock_card,
        len(sealed_notes(paths)),
        readable,
        tuple(each for each in lock_findings(paths) if _is_for_status(each)),
    )


def _is_for_status(finding: Finding) -> bool:
    """Whether it is wrong or wants a new passphrase, and the state and what is readable do not say it already."""
    said = (FindingKind.LOCK_UNFINISHED, FindingKind.COPIES_READABLE)
    if finding.kind is FindingKind.WAY_IN_COSTS_LITTLE:
        return True
    return finding.kind.severity is Severity.WRONG and finding.kind not in said
