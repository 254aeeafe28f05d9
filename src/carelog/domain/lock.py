"""How the lock of a journal stands."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class LockState(Enum):
    """Plain, locked, or between the two because something ended in the middle."""

    OFF = "off"
    ON = "on"
    BETWEEN = "between"


@dataclass(frozen=True, slots=True)
class LockStanding:
    """Whether a journal is locked, whether its key is known without asking, and what stays readable all the same.

    `minutes` is how long the key waits after its last use, 0 for not at all; `ways` are the ways in that there are,
    `ticked` the parts of the crisis card in the open, `sealed` how many notes wait for the journal to open.
    """

    state: LockState
    at_hand: bool
    minutes: int
    ways: tuple[str, ...]
    ticked: tuple[str, ...]
    sealed: int = 0
