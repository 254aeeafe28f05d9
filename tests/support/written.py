"""What a process writes, and what a person sees in a window, to compare two ways to one answer."""

import subprocess
from collections.abc import Mapping, Sequence

from support.command import PROCESS_SECONDS, Terminal, environment

Written = tuple[int, bytes, bytes]
"""The exit number, and the bytes of stdout and stderr."""
SHUT = {"full": ">/dev/full", "closed": ">&-", "all closed": "<&- >&- 2>&-", "nobody reads": "| true"}
"""Ways in which standard output cannot be written, as bash makes them."""


def written(line: Sequence[str], variables: Mapping[str, str | None] | None = None) -> Written:
    """What a process writes, with these variables beside those of every test."""
    done = subprocess.run(line, env=environment(variables), capture_output=True, timeout=PROCESS_SECONDS, check=False)
    return done.returncode, done.stdout, done.stderr


def in_window(*words: str, columns: int) -> tuple[int, str]:
    """The exit number of carelog and what a window of so many columns shows of it."""
    terminal = Terminal(*words, columns=columns)
    try:
        return terminal.finish()
    finally:
        terminal.close()
