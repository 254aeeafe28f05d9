"""The two streams a command writes to, and what happens when one of them does not listen."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import TextIO


def say_beside(sentence: str) -> None:
    """Write a sentence to stderr, or nowhere when nobody listens there."""
    try:
        sys.stderr.write(sentence + "\n")
        sys.stderr.flush()
    except (OSError, ValueError):
        stop_writing(sys.stderr)


def stop_writing(stream: TextIO) -> None:
    """Point a stream that fails at nothing, so that the interpreter's last flush does not fail again."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, stream.fileno())
    except (OSError, ValueError):
        return
    finally:
        os.close(nowhere)
