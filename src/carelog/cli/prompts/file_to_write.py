"""The file that a command writes: its name stands behind the command, or behind --output."""

from __future__ import annotations

from pathlib import Path

from carelog.errors import InvalidValue


def place_named(place: Path | None, output: str) -> Path | None:
    """Where to write, if that was said. Raises InvalidValue where two are named."""
    if place is not None and output and place != Path(output):
        raise InvalidValue("program.file-named-twice", file=place, output=output)
    return Path(output) if output else place


def file_named(file: Path | None, output: str, typed: str) -> Path:
    """The one file that was named. Raises InvalidValue for none, with what can be `typed` instead, and for two."""
    named = place_named(file, output)
    if named is None:
        raise InvalidValue("program.file-needed", typed=typed)
    return named
