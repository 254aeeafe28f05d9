"""Write to standard output past Python's buffer, so that nothing of what fails is kept there and written once more."""

from __future__ import annotations

import os
import sys

CANNOT_BE_WRITTEN = (AttributeError, OSError, ValueError)
"""What is raised where standard output is closed, full, or no file."""


def write_at_once(text: str) -> None:
    """Write a text; what the stream has no letters for becomes a question mark. Raises CANNOT_BE_WRITTEN."""
    sys.stdout.flush()
    left = text.replace("\n", os.linesep).encode(sys.stdout.encoding, "replace")
    while left:
        left = left[os.write(sys.stdout.fileno(), left) :]
