"""The kernel's keyring for tests: the real one where the system allows it, else a fake that follows its manual."""

import os
import time

import pytest

from carelog.journal.keys import kernel_keyring


class FakeKeyring:
    """Keys by number and description, as in keyctl(2); containers often refuse the real keyring."""

    def __init__(self) -> None:
        self.kept: dict[bytes, tuple[bytes, float]] = {}

    def __call__(self, which: int, *values: object) -> int:
        if which == 0:
            _, name, content, *_ = values
            assert isinstance(name, bytes)
            assert isinstance(content, bytes)
            self.kept[name] = content, float("inf")
            return serial_of(self.kept, name)
        operation, serial, *more = values
        if operation == kernel_keyring._SEARCH:
            name = more[1]
            alive = isinstance(name, bytes) and name in self.kept and time.monotonic() < self.kept[name][1]
            return serial_of(self.kept, name) if alive and isinstance(name, bytes) else -1
        assert isinstance(serial, int)
        return self._use(operation, list(self.kept)[serial - 1], more)

    def _use(self, operation: object, name: bytes, more: list[object]) -> int:
        content, _ = self.kept[name]
        if operation in {kernel_keyring._REVOKE, kernel_keyring._UNLINK}:
            self.kept[name] = content, 0.0
        if operation == kernel_keyring._SET_TIMEOUT:
            self.kept[name] = content, time.monotonic() + int(str(more[0]))
        if operation == kernel_keyring._READ:
            more[0]._obj.raw = content.ljust(128, b"\0")  # type: ignore[attr-defined]  # what ctypes.byref points at
            return len(content)
        return serial_of(self.kept, name)


def serial_of(kept: dict[bytes, tuple[bytes, float]], name: bytes) -> int:
    """The number of a key."""
    return list(kept).index(name) + 1


def fake_where_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """Replace the kernel's keyring with a fake if the system refuses it."""
    probe = f"probe of carelog {os.urandom(8).hex()}"
    kernel_keyring.keep(probe, b"k" * 32, 1)
    if kernel_keyring.read(probe) is None:
        monkeypatch.setattr(kernel_keyring, "_call", FakeKeyring())
    kernel_keyring.drop(probe)
