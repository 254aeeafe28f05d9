"""The keys that this process knows, by the folder of the keyslots they came from. They are never written down."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carelog.journal.keys.key_cache import drop_key, keep_key, read_key

if TYPE_CHECKING:
    from pathlib import Path

KEY_BYTES = 32

_KEYS: dict[str, bytes] = {}


def known_key(place: Path) -> bytes | None:
    """The key of a folder of keyslots, if somebody opened one of them in this process."""
    return _KEYS.get(str(place.absolute()))


def known_keys() -> list[bytes]:
    """Every key that this process knows, the newest first."""
    return list(reversed(_KEYS.values()))


def cached_key(place: Path) -> bytes | None:
    """The key that waits in the system's cache, if it has not expired; the cache is not trusted to be right."""
    key = read_key(str(place.absolute()))
    return key if key and len(key) == KEY_BYTES else None


def use_key(place: Path, key: bytes, *, minutes: int = 0) -> None:
    """Know a key until the process ends, and let it wait in the system's cache for some minutes after its last use.

    From here on the system writes no core dump of this process: the key would be in it.
    """
    from carelog.journal.keys.no_core_dump import keep_memory_private

    keep_memory_private()
    _KEYS.pop(str(place.absolute()), None)
    _KEYS[str(place.absolute())] = key
    if minutes:
        keep_key(str(place.absolute()), key, minutes)


def let_wait(place: Path, minutes: int) -> None:
    """Let a key that waits in the system's cache wait for other minutes from now on, or no more."""
    key = cached_key(place) if minutes else None
    if key:
        keep_key(str(place.absolute()), key, minutes)
    elif not minutes:
        forget_cached(place)


def forget_cached(place: Path) -> None:
    """Take a key out of the system's cache."""
    drop_key(str(place.absolute()))


def forget_keys() -> None:
    """Forget every key that this process knows; those that wait in the system's cache stay there."""
    _KEYS.clear()
