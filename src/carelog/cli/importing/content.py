"""The content of a file to take in, from its place or from standard input."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from carelog.cli.runtime.standard_streams import DASH, input_stream
from carelog.exchange.files.source import read_source, read_stream, usual_limit

if TYPE_CHECKING:
    from carelog.cli.runtime.context import Context


def content_of(
    context: Context, file: Path, limit: Callable[[bytes], int] = usual_limit, *, folders: bool = True
) -> bytes:
    """The content of a file, of a folder as a zip file, or with `-` of standard input. Raises as `read_source` does."""
    if str(file) == DASH:
        return read_stream(input_stream(context), file, limit)
    return read_source(file, limit, folders=folders)
