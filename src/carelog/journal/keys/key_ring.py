"""The keys that this process knows, by the folder of the key slots they came from. They are never written to a disk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carelog.journal.keys.key_cache import drop_key, keep_key, read_key

if TYPE_CHECKING:
    from pathlib import Path

KEY_BYTES = 32
"""The length of a journal's key."""

_KEYS: dict[str, bytes] = {}


def known_key(place: Path) -> bytes | None:
    """The key of a folder of key slots, or None where no slot of it was opened in this process."""
    return _KEYS.get(str(place.absolute()))


def known_keys() -> list[bytes]:
    """Every key that this process knows, the newest first."""
    return list(reversed(_KEYS.values()))


def cached_key(place: Path) -> bytes | None:
    """The key in the system's cache, or None where there is none, it has expired, or it has the wrong length."""
    key = read_key(str(place.absolute()))
    return key if key and len(key) == KEY_BYTES else None


def remember_key(place: Path, key: bytes, *, minutes: int = 0) -> None:
    """Remember a key until the process ends, and cache it for `minutes` after its last use unless that is 0.

    Core dumps of this process are disabled from then on: the key would be in them.
    """
    from carelog.journal.keys.no_core_dump import disable_core_dumps

    disable_core_dumps()
    _KEYS.pop(str(place.absolute()), None)
    _KEYS[str(place.absolute())] = key
    if minutes:
        keep_key(str(place.absolute()), key, minutes)


def set_cache_minutes(place: Path, minutes: int) -> None:
    """Change how many minutes the cached key of a folder stays after its last use; 0 removes it from the cache."""
    key = cached_key(place) if minutes else None
    if key:
        keep_key(str(place.absolute()), key, minutes)
    elif not minutes:
        forget_cached(place)


def forget_cached(place: Path) -> None:
    """Remove the key of a folder from the system's cache."""
    drop_key(str(place.absolute()))


def forget_keys() -> None:
    """Forget every key that this process knows; those in the system's cache stay there."""
    _KEYS.clear()
