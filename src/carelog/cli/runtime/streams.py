"""The streams a command reads and writes, and what happens when one of them does not listen."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from carelog.domain.text import clean

if TYPE_CHECKING:
    from typing import TextIO


_PLAIN_FORMS = str.maketrans({"“": '"', "”": '"', "’": "'", "…": "..."})


def make_ready() -> None:
    """Make the streams such that nothing a person wrote can stop a command.

    A stream that was closed before the start gets its number back, and refuses what is written: a journal opened
    under the number of standard output would be written over.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, os.fdopen(os.open(os.devnull, os.O_RDONLY), mode, encoding="utf-8"))
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="replace")  # type: ignore[union-attr]


def say(sentence: str, stream: TextIO) -> None:
    """Write cleaned lines in letters that the stream has, and no later than now. Raises OSError."""
    text = clean(sentence)
    try:
        text.encode(stream.encoding or "ascii")
    except UnicodeEncodeError:
        text = text.translate(_PLAIN_FORMS)
    stream.write(f"{text}\n")
    stream.flush()


def say_beside(sentence: str) -> None:
    """Say it on stderr, or nowhere when nobody listens there."""
    try:
        say(sentence, sys.stderr)
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
