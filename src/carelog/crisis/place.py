"""Where a person's files are, and reading one without blocking."""

from __future__ import annotations

import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping


def data_folder(environ: Mapping[str, str]) -> str:
    """The folder of the journal and the card: CARELOG_HOME, else the platform's folder for application data.

    Equals `platformdirs.user_data_dir("carelog", appauthor=False)`, which would take too long to import here.
    """
    if home := environ.get("CARELOG_HOME"):
        return home
    if sys.platform == "win32":
        shared = environ.get("LOCALAPPDATA") or os.path.expanduser("~\\AppData\\Local")
    elif not os.path.isabs(shared := environ.get("XDG_DATA_HOME", "")):
        shared = os.path.join(environ.get("HOME") or os.path.expanduser("~"), *_shared_folder())
    return os.path.join(shared, "carelog")


def read(path: str, limit: int = 262_144) -> bytes:
    """The first `limit` bytes of a file. Never blocks, not even on a named pipe in its place. Raises OSError."""
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    descriptor = os.open(path, flags)
    try:
        return os.read(descriptor, limit)
    finally:
        os.close(descriptor)


def _shared_folder() -> tuple[str, str]:
    return ("Library", "Application Support") if sys.platform == "darwin" else (".local", "share")
