"""What it costs to guess the passphrase of a locked home: whether its slot is of less cost than new ones are."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from carelog.errors import StorageError
from carelog.file_access import is_there
from carelog.files import write_private
from carelog.journal.keys.key_folder import PASSPHRASE_SLOT, RAISE_OFFERED
from carelog.journal.lock import key_slots

if TYPE_CHECKING:
    from pathlib import Path


def costs_little(place: Path) -> bool:
    """Whether the passphrase's slot is of less cost than every new one: an earlier carelog wrote it."""
    cost = _cost(place)
    return cost is not None and cost.work < min(usual.work for usual in key_slots.USUAL[PASSPHRASE_SLOT])


def had_less_memory(place: Path) -> bool:
    """Whether trying the passphrase takes less memory than the first of the usual costs: a new slot found no more."""
    cost = _cost(place)
    return cost is not None and cost.memory < key_slots.USUAL[PASSPHRASE_SLOT][0].memory


def is_to_be_offered(place: Path) -> bool:
    """Whether somebody is to be told how their slot comes to the cost of new ones: once, which is noted in the folder.

    Where that cannot be noted it is False, so that nobody is told again and again.
    """
    told = place / RAISE_OFFERED
    if is_there(told) or not costs_little(place):
        return False
    with suppress(StorageError):
        write_private(told, b"")
        return True
    return False


def _cost(place: Path) -> key_slots.Cost | None:
    """The cost of the passphrase's slot; None where it is missing or damaged, which is another matter."""
    with suppress(StorageError):
        return key_slots.cost_of_slot(place / PASSPHRASE_SLOT)
    return None
