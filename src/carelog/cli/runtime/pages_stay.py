"""Remember who knows that pages stay in the window: whoever was told, and whoever begins with this carelog."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from carelog.errors import SettingsError, StorageError
from carelog.settings_file import remember_pages_stay

if TYPE_CHECKING:
    from carelog.cli.runtime.context import Context


def remember(context: Context) -> None:
    """Remember it in the settings file; where that cannot be written, the person is told another time."""
    with suppress(SettingsError, StorageError, OSError):
        context.settings = remember_pages_stay(context.paths)
