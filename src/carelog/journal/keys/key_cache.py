"""The system's cache, which keeps a key between two commands and lets it expire. Its failures never stop a command.

On Linux it is the keyring of the kernel, which expires keys by itself and never writes them to the disk. Elsewhere it
is the system's credential store, through `keyring`; there the key is stored with its minutes and the time of its last
use, and carelog checks them itself.
"""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

SERVICE = "carelog"
STORE_SECONDS = 1.0
"""The most seconds that the system's store may take: one that hangs must not hold up a note."""
_IS_LINUX = sys.platform.startswith("linux")


def keep_key(name: str, key: bytes, minutes: int) -> None:
    """Cache a key until `minutes` after its last use; does nothing where the system refuses."""
    if _IS_LINUX:
        from carelog.journal.keys.kernel_keyring import keep

        keep(_cache_name(name), key, minutes)
    else:
        record = f"{key.hex()} {minutes} {int(time.monotonic())}"
        _ask_store(lambda store: store.set_password(SERVICE, _cache_name(name), record))


def read_key(name: str) -> bytes | None:
    """The cached key, or None where there is none or the system does not answer. Its minutes start again.

    An expired key is dropped from the cache.
    """
    if _IS_LINUX:
        from carelog.journal.keys.kernel_keyring import read

        return read(_cache_name(name))
    record, now = _ask_store(lambda store: store.get_password(SERVICE, _cache_name(name))), time.monotonic()
    key, minutes = _unexpired(record, now)
    if key:
        keep_key(name, key, minutes)
    elif record:
        drop_key(name)
    return key


def drop_key(name: str) -> None:
    """Drop a key from the cache."""
    if _IS_LINUX:
        from carelog.journal.keys.kernel_keyring import drop

        drop(_cache_name(name))
    else:
        _ask_store(lambda store: store.delete_password(SERVICE, _cache_name(name)))


def _cache_name(name: str) -> str:
    """A checksum of the name, so that a list of the system's keys does not reveal where a journal is."""
    from zlib import crc32

    return f"{SERVICE}-{crc32(name.encode('utf-8', 'surrogateescape')):08x}"


def _ask_store(ask: Callable[..., object]) -> object:
    """The answer of the system's store, or None where it is missing, refuses, or takes more than STORE_SECONDS."""
    from importlib import import_module
    from threading import Thread

    answers: list[object] = []

    def run() -> None:
        try:
            answers.append(ask(import_module("keyring")))
        except Exception:  # noqa: BLE001 - whatever breaks in the store, the passphrase still opens the journal
            return

    thread = Thread(target=run, daemon=True)
    thread.start()
    thread.join(STORE_SECONDS)
    return answers[0] if answers else None


def _unexpired(record: object, now: float) -> tuple[bytes | None, int]:
    """The key in a record and its minutes; None for a key that has expired, 0 minutes for a broken record.

    The monotonic clock starts again when the machine does, so a record from the future has expired too.
    """
    try:
        key, minutes, since = str(record).split()
        is_fresh = 0 <= now - float(since) < int(minutes) * 60
        return (bytes.fromhex(key) if is_fresh else None), int(minutes)
    except ValueError:
        return None, 0
