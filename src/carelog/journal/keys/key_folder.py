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
ASIDE = ".aside"
"""How the names of keys end that were put aside because they belong to another journal, or are damaged."""
RAISE_OFFERED = "raise.offered"
"""An empty file: the person was told that a new passphrase slot would be of more cost."""
_SEALING_KEYS = (SEALING_PUBLIC_KEY, SEALING_SECRET_KEY)


def keys_beside(path: Path) -> Path | None:
    """The folder of key slots that belongs to a journal or to one of its backups; None where it is not locked."""
    homes = [path.parent, *([path.parent.parent] if path.parent.name == "backups" else [])]
    places = (home / KEYS_FOLDER for home in homes)
    return next((place for place in places if _holds_slots(place)), None)


def has_sealing_key(place: Path) -> bool:
    """Whether a folder of key slots has the pair of keys that notes are sealed and opened with."""
    from carelog.file_access import is_there

    return is_there(place / SEALING_PUBLIC_KEY) and is_there(place / SEALING_SECRET_KEY)


def was_begun(place: Path) -> bool:
    """Whether a folder of keys has anything of a lock that is on or was begun: a key slot, or a key for sealed notes.

    What was put aside there does not count.
    """
    return any(name.endswith(".slot") or name in _SEALING_KEYS for name in _names_in(place))


def put_aside(path: Path) -> Path | None:
    """Rename a key slot or a sealing key that does not belong here, so that it opens nothing here and is not lost.

    Returns the new path, or None where there is no such file. Raises StorageError.
    """
    from zlib import crc32

    from carelog.file_access import read_file
    from carelog.files import storage_error, sync_folder

    try:
        aside = path.with_name(f"{path.name}.{crc32(read_file(path)):08x}{ASIDE}")
        path.replace(aside)
        sync_folder(path.parent)
    except FileNotFoundError:
        return None
    except OSError as problem:
        raise storage_error("storage.not-written", path, problem) from None
    return aside


def key_of(connection: object) -> bytes:
    """The key of an open SQLite connection; empty for a plain file."""
    return getattr(connection, "key", b"")


def _holds_slots(place: Path) -> bool:
    return any(name.endswith(".slot") for name in _names_in(place))


def _names_in(place: Path) -> list[str]:
    try:
        return os.listdir(place)  # noqa: PTH208 - a third of the time
    except OSError:
        return []
