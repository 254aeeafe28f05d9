"""The screen on which the card is shown: its size, and writing to it unbuffered, so that nothing fails later."""

from __future__ import annotations

import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TextIO

WIDEST = 40
"""The most columns of a page."""


def size() -> tuple[int, int | None]:
    """The columns and rows for the page; one row is left for the prompt. Without a terminal the rows are None."""
    try:
        if not sys.stdout.isatty():
            return WIDEST, None
        columns, rows = os.get_terminal_size(sys.stdout.fileno())
    except (AttributeError, OSError, ValueError):
        return WIDEST, None
    return _least(WIDEST, columns, "COLUMNS"), max(_least(24, rows, "LINES") - 1, 1)


def show(text: str) -> None:
    """Print at once to standard output or, if that fails (full disk, closed), to standard error; raise no OSError."""
    for stream in (sys.stdout, sys.stderr):
        try:
            _write(stream, text)
        except BrokenPipeError:
            return
        except (AttributeError, OSError, ValueError):
            continue
        return


def _least(most: int, measured: int, variable: str) -> int:
    """The smallest of the limit, the measured size and an environment variable; a size of 0 means unknown."""
    given = os.environ.get(variable, "")
    return min(filter(None, [most, measured, int(given) if given.isdecimal() and len(given) < 6 else 0]))


def _write(stream: TextIO, text: str) -> None:
    """Write without Python's buffers, so that nothing is left in them to fail at exit."""
    stream.flush()
    content = text.encode(stream.encoding or "ascii", "replace")
    raw = getattr(stream.buffer, "raw", stream.buffer)
    while content:
        written = raw.write(content)
        if written is None:  # another program has left the terminal in non-blocking mode
            os.set_blocking(raw.fileno(), True)
        content = content[written or 0 :]
