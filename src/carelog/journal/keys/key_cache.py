"""Where a key waits between two commands: a cache of the system that forgets. It never stops a command.

On Linux that is the keyring of the kernel, which lets a key expire by itself and never writes it down; elsewhere the
store of the system, through `keyring`, with the time until which the key may be used.
"""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

SERVICE = "carelog"
_IS_LINUX = sys.platform.startswith("linux")
STORE_SECONDS = 1.0
"""How long the store of the system may take: one that hangs must not hold up a note."""


def keep_key(name: str, key: bytes, minutes: int) -> None:
    """Let a key wait for some minutes after its last use; where the system does not let it, nothing happens."""
    if _IS_LINUX:
        from carelog.journal.keys.kernel_keyring import keep

        keep(_short(name), key, minutes)
    else:
        kept = f"{key.hex()} {minutes} {int(time.monotonic())}"
        _boxed(lambda store: store.set_password(SERVICE, _short(name), kept))


def read_key(name: str) -> bytes | None:
    """The key that waits, whose minutes begin again; None where there is none, or the system does not answer.

    One that has expired is dropped.
    """
    if _IS_LINUX:
        from carelog.journal.keys.kernel_keyring import read

        return read(_short(name))
    kept, now = _boxed(lambda store: store.get_password(SERVICE, _short(name))), time.monotonic()
    key, minutes = _unexpired(kept, now)
    if key:
        keep_key(name, key, minutes)
    elif kept:
        drop_key(name)
    return key


def drop_key(name: str) -> None:
    """Let no key wait any more."""
    if _IS_LINUX:
        from carelog.journal.keys.kernel_keyring import drop

        drop(_short(name))
    else:
        _boxed(lambda store: store.delete_password(SERVICE, _short(name)))


def _short(name: str) -> str:
    """A name that tells nobody who looks at the system's keys where a journal is."""
    from zlib import crc32

    return f"{SERVICE}-{crc32(name.encode('utf-8', 'surrogateescape')):08x}"


def _unexpired(kept: object, now: float) -> tuple[bytes | None, int]:
    """The key in what was kept, and its minutes; a clock that began anew with the machine ends it as well."""
    try:
        key, minutes, since = str(kept).split()
        is_fresh = 0 <= now - float(since) < int(minutes) * 60
        return (bytes.fromhex(key) if is_fresh else None), int(minutes)
    except ValueError:
        return None, 0


def _boxed(ask: Callable[..., object]) -> object:
    """What the store of the system answers within its time; None when it is missing, refuses or hangs."""
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
