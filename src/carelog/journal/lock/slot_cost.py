"""What it costs to guess the passphrase of a locked home: whether its slot is of less cost than new ones are."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from carelog.errors import StorageError
from carelog.files import write_private
from carelog.journal.keys.key_folder import PASSPHRASE_SLOT, RAISE_OFFERED
from carelog.journal.lock import key_slots

if TYPE_CHECKING:
    from pathlib import Path


def costs_little(place: Path) -> bool:
    """Whether the passphrase's slot is of less cost than every new one: an earlier carelog wrote it."""
    return _work(place) < min(cost.work for cost in key_slots.USUAL[PASSPHRASE_SLOT])


def had_less_memory(place: Path) -> bool:
    """Whether the passphrase's slot is not of the first of the usual costs, for want of memory or as it is older."""
    return _work(place) < key_slots.USUAL[PASSPHRASE_SLOT][0].work


def is_to_be_offered(place: Path) -> bool:
    """Whether somebody is to be told how their slot comes to the cost of new ones: once, which is noted in the folder.

    Where that cannot be noted it is False, so that nobody is told again and again.
    """
    told = place / RAISE_OFFERED
    if told.exists() or not costs_little(place):
        return False
    with suppress(StorageError):
        write_private(told, b"")
        return True
    return False


def _work(place: Path) -> float:
    """The work of trying one passphrase; infinite for a slot that is missing or damaged, which is another matter."""
    with suppress(StorageError):
        return key_slots.cost_of_slot(place / PASSPHRASE_SLOT).work
    return float("inf")
