"""A guard that makes a test fail if it opens a socket or writes outside the temporary folder.

It uses Python's audit events, so it sees this process only. Child processes are limited by their environment; their
sockets are watched with strace in the slow tests.
"""

import os
import sys
from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote

WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


ROOT = Path(__file__).resolve().parents[2]


class Guard:
    """Refuses forbidden operations and records them, because the code under test may swallow the exception.

    Python keeps the bytecode of what it imports in `__pycache__` folders beside it: that is allowed.
    """

    def __init__(self, *writable: Path) -> None:
        self.writable = _beginnings(*writable)
        self.imported_from = _beginnings(sys.prefix, sys.base_prefix, ROOT)
        self.active = False
        self.refused: list[str] = []
        sys.addaudithook(self._on_event)

    def _on_event(self, event: str, args: tuple[object, ...]) -> None:
        if not self.active:
            return
        if event.startswith("socket.") or event == "webbrowser.open":
            self._refuse(f"{event} {args[1:]}")
        elif targets := TARGETS.get(event):
            for target in targets(*args):
                if target is not None and not self._may_write(target):
                    self._refuse(f"{event} {target!r}")

    def _may_write(self, path: str) -> bool:
        real = os.path.realpath(path) + os.sep
        if real.startswith("/dev/") and not real.startswith("/dev/shm/"):
            return True
        is_bytecode = f"{os.sep}__pycache__{os.sep}" in real and real.startswith(self.imported_from)
        return is_bytecode or real.startswith(self.writable)

    def _refuse(self, what: str) -> None:
        self.refused.append(what)
        raise PermissionError(f"tests stay in the temporary folder and off the network: {what}")


def _beginnings(*folders: str | Path) -> tuple[str, ...]:
    """How the paths in these folders begin."""
    return tuple(os.path.realpath(folder) + os.sep for folder in folders)


def _named(path: object, folder: object = -1) -> str | None:
    """The path of an event; None for an open descriptor, which was checked when it was opened."""
    if isinstance(path, int):
        return None
    name = os.fsdecode(path)  # type: ignore[arg-type]  # the audit event hands over what the caller gave
    if isinstance(folder, int) and folder >= 0:
        return str(Path(f"/proc/self/fd/{folder}").readlink() / name)
    return name


def _opened(path: object, _mode: object, flags: object) -> list[str | None]:
    return [_named(path)] if isinstance(flags, int) and flags & WRITING else []


def _moved(source: object, target: object, *folders: object) -> list[str | None]:
    here, there = folders or (-1, -1)
    return [_named(source, here), _named(target, there)]


def _connected(database: object) -> list[str | None]:
    name = _named(database) or ""
    if name.startswith("file:"):
        name, _, options = unquote(name.removeprefix("file:")).partition("?")
        if "mode=ro" in options or "immutable=1" in options:
            return []
    return [name] if name not in {"", ":memory:"} else []


TARGETS: dict[str, Callable[..., list[str | None]]] = {
    "open": _opened,
    "sqlite3.connect": _connected,
    "os.chmod": lambda path, _mode, folder: [_named(path, folder)],
    "os.chown": lambda path, _user, _group, folder: [_named(path, folder)],
    "os.link": _moved,
    "os.mkdir": lambda path, _mode, folder: [_named(path, folder)],
    "os.remove": lambda path, folder: [_named(path, folder)],
    "os.rename": _moved,
    "os.rmdir": lambda path, folder: [_named(path, folder)],
    "os.symlink": lambda _source, target, folder: [_named(target, folder)],
    "os.truncate": lambda path, _length: [_named(path)],
    "os.utime": lambda path, _times, _ns, folder: [_named(path, folder)],
}
