"""Where a person's files are, and reading one without blocking."""

from __future__ import annotations

import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

_KIND, _REGULAR = 0o170000, 0o100000
_AT_ONCE = 65_536


def data_folder(environ: Mapping[str, str]) -> str:
    """The folder of the journal and the card: CARELOG_HOME, else the platform's folder for application data.

    Equals `platformdirs.user_data_dir("carelog", appauthor=False)`, which would take too long to import here.
    """
    return _folder(environ, "XDG_DATA_HOME", (".local", "share"))


def settings_folder(environ: Mapping[str, str]) -> str:
    """The folder of the settings: CARELOG_HOME, else the platform's folder for configuration.

    Equals `platformdirs.user_config_dir("carelog", appauthor=False)`.
    """
    return _folder(environ, "XDG_CONFIG_HOME", (".config",))


def read(path: str, limit: int = 262_144) -> bytes:
    """The first `limit` bytes of a file. A named pipe or a device in its place is not waited for.

    Raises OSError, also for what is no file. Where the file system itself does not answer this never returns.
    """
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    descriptor = os.open(path, flags)
    try:
        if os.fstat(descriptor).st_mode & _KIND != _REGULAR:
            raise OSError(path)
        content = part = os.read(descriptor, min(limit, _AT_ONCE))
        while part and len(content) < limit:
            part = os.read(descriptor, min(limit - len(content), _AT_ONCE))
            content += part
        return content
    finally:
        os.close(descriptor)


def is_whole(content: bytes) -> bool:
    """Whether the bytes of a card's file reach to its end, and add up to what stands there."""
    body, mark, end = content.rpartition(b"end\t")
    return mark + end == b"end\t%d\n" % sum(body)


def _folder(environ: Mapping[str, str], variable: str, below_home: tuple[str, ...]) -> str:
    if home := environ.get("CARELOG_HOME"):
        return home
    if sys.platform == "win32":
        shared = environ.get("LOCALAPPDATA") or os.path.expanduser("~\\AppData\\Local")
    elif not os.path.isabs(shared := environ.get(variable, "")):
        below_home = ("Library", "Application Support") if sys.platform == "darwin" else below_home
        shared = os.path.join(environ.get("HOME") or os.path.expanduser("~"), *below_home)
    return os.path.join(shared, "carelog")
