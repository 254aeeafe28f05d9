"""The file that a command writes: its name stands behind the command, or behind --output."""

from __future__ import annotations

import sys
from pathlib import Path

from carelog.cli.prompts.typed_again import typed_before
from carelog.errors import InvalidValue


def place_named(place: Path | None, output: str) -> Path | None:
    """Where to write, if that was said. Raises InvalidValue where two are named."""
    if place is not None and output and place != Path(output):
        raise InvalidValue("program.file-named-twice", file=place, output=output)
    return Path(output) if output else place


def file_named(file: Path | None, output: str, example: str) -> Path:
    """The one file that was named.

    Raises InvalidValue for two, and for none with the command line as it was typed and an `example` behind it: what
    says who may read the file, such as --with or --neutral, stays.
    """
    named = place_named(file, output)
    if named is None:
        raise InvalidValue("program.file-needed", typed=typed_before(example, sys.argv[1:]))
    return named
