"""The keyring of the Linux kernel (keyrings(7)), called without a library. A key in it stays in memory, and expires."""

from __future__ import annotations

import ctypes
import os

_NUMBERS = {  # of the system calls add_key and keyctl, by machine, as in the kernel's tables
    "x86_64": (248, 250),
    "aarch64": (217, 219),
    "riscv64": (217, 219),
    "i686": (286, 288),
    "armv7l": (309, 311),
    "ppc64le": (269, 271),
    "s390x": (278, 280),
}
_USER_KEYRING = -4
_SETPERM, _SEARCH, _READ, _SET_TIMEOUT, _REVOKE, _UNLINK = 5, 10, 11, 15, 3, 9
_OWNER_ONLY = 0x3F2F0000
"""Every right to the possessor of the key, every right but linking to the same user, none to anyone else."""

_KIND = b"user"
_MINUTES_BYTES = 2
"""How many bytes behind a key hold its minutes, so that reading the key can start them again."""


def keep(name: str, key: bytes, minutes: int) -> None:
    """Keep a key until `minutes` after its last use; does nothing where the kernel refuses, as in a container."""
    content = key + minutes.to_bytes(_MINUTES_BYTES, "big")
    serial = _call(0, _KIND, name.encode(), content, ctypes.c_size_t(len(content)), ctypes.c_long(_USER_KEYRING))
    if serial > 0:
        _keyctl(_SETPERM, serial, _OWNER_ONLY)
        if _keyctl(_SET_TIMEOUT, serial, minutes * 60) < 0:
            _revoke(serial)  # a key that never expires is worse than none


def read(name: str) -> bytes | None:
    """The key of a name, or None where it has expired or was never there. Its minutes start again."""
    serial = _search(name)
    if serial <= 0:
        return None
    kept = ctypes.create_string_buffer(128)
    length = _keyctl(_READ, serial, ctypes.byref(kept), ctypes.c_size_t(len(kept)))
    if not _MINUTES_BYTES < length <= len(kept):
        return None
    content = kept.raw[:length]
    _keyctl(_SET_TIMEOUT, serial, int.from_bytes(content[-_MINUTES_BYTES:], "big") * 60)
    return content[:-_MINUTES_BYTES]


def drop(name: str) -> None:
    """Make the kernel forget a key."""
    serial = _search(name)
    if serial > 0:
        _revoke(serial)


def _revoke(serial: int) -> None:
    _keyctl(_REVOKE, serial)
    _keyctl(_UNLINK, serial, ctypes.c_long(_USER_KEYRING))


def _search(name: str) -> int:
    """The serial number of a key; not positive where there is none."""
    return _keyctl(_SEARCH, ctypes.c_long(_USER_KEYRING), _KIND, name.encode(), 0)


def _keyctl(operation: int, *values: object) -> int:
    return _call(1, operation, *values)


def _call(which: int, *values: object) -> int:
    """The result of a system call; -1 where the kernel refuses, or where this machine is not in the table."""
    numbers = _NUMBERS.get(os.uname().machine)
    try:
        return int(ctypes.CDLL(None).syscall(numbers[which], *values)) if numbers else -1
    except (OSError, AttributeError):
        return -1
