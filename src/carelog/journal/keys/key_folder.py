"""The folder of key slots beside a locked journal: its name, its files, and the journals and backups it belongs to."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

KEYS_FOLDER = "carelog-keys"
"""The name of the folder beside a locked journal that holds its key slots."""

SEALING_PUBLIC_KEY, SEALING_SECRET_KEY = "sealing.pub", "sealing.key"
PASSPHRASE_SLOT, RECOVERY_SLOT = "passphrase.slot", "recovery.slot"


def keys_beside(path: Path) -> Path | None:
    """The folder of key slots that belongs to a journal or to one of its backups; None where it is not locked."""
    homes = [path.parent, *([path.parent.parent] if path.parent.name == "backups" else [])]
    places = (home / KEYS_FOLDER for home in homes)
    return next((place for place in places if _holds_slots(place)), None)


def has_sealing_key(place: Path) -> bool:
    """Whether a folder of key slots has the pair of keys that notes are sealed and opened with."""
    return (place / SEALING_PUBLIC_KEY).exists() and (place / SEALING_SECRET_KEY).exists()


def key_of(connection: object) -> bytes:
    """The key of an open SQLite connection; empty for a plain file."""
    return getattr(connection, "key", b"")


def _holds_slots(place: Path) -> bool:
    try:
        return any(name.endswith(".slot") for name in os.listdir(place))  # noqa: PTH208 - a third of the time
    except OSError:
        return False
