"""Which versions run: `carelog --version` alone is answered here, with nothing loaded that only other answers need."""

from __future__ import annotations

import os
import sys

from carelog import __version__
from carelog.cli.runtime.at_once import CANNOT_BE_WRITTEN, write_at_once

OPTIONS = ("--version", "-V")
"""The options that ask for the versions."""
FITS_ANYWHERE = 20
"""A line of so many plain letters is broken in no window: none is taken to be narrower (`window.NARROWEST`)."""


def version_facts() -> dict[str, str]:
    """The version of carelog, of Python, and of the SQLite library that this Python brings, by name.

    Raises ImportError where Python was built without SQLite. `platform` and `sqlite3` know the same, and loading them
    takes longer than all that is done here.
    """
    from _sqlite3 import sqlite_version

    return {"carelog": __version__, "Python": sys.version.split()[0], "SQLite": sqlite_version}


def in_lines(facts: dict[str, str]) -> str:
    """The facts as a person reads them, a line each."""
    return "\n".join(f"{name} {fact}" for name, fact in facts.items())


def are_written() -> bool:
    """Write the versions to stdout, where that is all there is to do; whether they were written.

    They are not where the command line as a whole has to see to it: where a shell completes, a line would have to be
    broken, Python has no SQLite, or stdout is closed, full, or no file.
    """
    if "_CARELOG_COMPLETE" in os.environ:
        return False
    try:
        text = in_lines(version_facts())
        if any(len(line) > FITS_ANYWHERE for line in text.split("\n")):
            return False
        write_at_once(f"{text}\n")
    except (ImportError, *CANNOT_BE_WRITTEN):
        return False
    return True
