"""The status of a journal's lock."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from carelog.domain.finding import Finding


class LockState(Enum):
    """Whether a journal is encrypted: OFF, ON, or BETWEEN when a change from one to the other was interrupted."""

    OFF = "off"
    ON = "on"
    BETWEEN = "between"


class Readable(Enum):
    """What anyone can read of a home in which a lock was begun: nothing, older copies, or the journal itself."""

    NOTHING = "nothing"
    COPIES = "copies"
    JOURNAL = "journal"


@dataclass(frozen=True, slots=True)
class LockStatus:
    """Whether a journal is locked, whether its key is cached, and what stays readable without the key.

    `minutes` is for how many minutes after its last use the key is cached, 0 for not at all. `ways` are the ways to
    open the journal (passphrase, recovery code), `ticked` the fields of the crisis card that stay readable, `sealed`
    is how many notes were encrypted while it was locked and wait for it to open. `readable` is what is plain in
    between, and `faults` are what does not fit together, as `verify` finds it.
    """

    state: LockState
    key_is_cached: bool
    minutes: int
    ways: tuple[str, ...]
    ticked: tuple[str, ...]
    sealed: int = 0
    readable: Readable = Readable.NOTHING
    faults: tuple[Finding, ...] = ()
