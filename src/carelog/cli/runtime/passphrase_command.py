"""A passphrase that a command prints, such as a password manager: its first line, within limits."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from carelog.domain.passphrase import LONGEST
from carelog.errors import InvalidValue

if TYPE_CHECKING:
    from subprocess import Popen
    from threading import Event

OLD_COMMAND, NEW_COMMAND = "CARELOG_PASSPHRASE_COMMAND", "CARELOG_NEW_PASSPHRASE_COMMAND"
"""Variables of the environment: a command that prints the passphrase, and one that prints a new passphrase."""

ANSWER_SECONDS, END_SECONDS = 120, 1
"""How long a command has to print a line, in which it may ask the person, and then to end by itself."""

_BYTES_OF_A_CHARACTER = 4
_MOST_BYTES = 65_536
"""The most bytes that are read of a command that goes on behind its first line."""


def from_command(name: str) -> str | None:
    """The first line that the command in the environment variable `name` prints; None where it is not set.

    The command is ended where it does not end by itself. A passphrase is not text to be read: bytes that are not UTF-8
    stay apart, so that no two of them open one lock. Raises InvalidValue when the command cannot be run, ends with an
    error, prints nothing for ANSWER_SECONDS, or has a first line of more than LONGEST characters.
    """
    command = os.environ.get(name)
    if not command:
        return None
    import subprocess

    try:
        process = subprocess.Popen(_parts(command), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE)
    except (OSError, ValueError):
        raise InvalidValue("lock.command-ended", name=name) from None
    try:
        line = _first_line(process, name)
    finally:
        process.kill()
        process.wait()
    if len(line) > LONGEST:
        raise InvalidValue("lock.command-too-long", name=name, longest=LONGEST)
    return line


def _parts(command: str) -> list[str]:
    """The words of a command. Raises ValueError where it has none, or a quotation mark is not closed."""
    import shlex

    parts = shlex.split(command)
    if not parts:
        raise ValueError
    return parts


def _first_line(process: Popen[bytes], name: str) -> str:
    """The first line of a process, which is waited for in a thread, as Windows has no other way."""
    from threading import Event, Thread

    read, has_line = bytearray(), Event()
    reader = Thread(target=_read, args=(process, read, has_line), daemon=True)
    reader.start()
    if not has_line.wait(ANSWER_SECONDS):
        raise InvalidValue("lock.command-silent", name=name, seconds=ANSWER_SECONDS)
    reader.join(END_SECONDS)
    if not reader.is_alive() and len(read) <= _MOST_BYTES and _failed(process):
        raise InvalidValue("lock.command-ended", name=name)
    return bytes(read).split(b"\n", 1)[0].decode("utf-8", "surrogateescape").rstrip("\r")


def _failed(process: Popen[bytes]) -> bool:
    """Whether a process that has closed its output ends with an error; one that goes on has not failed."""
    from subprocess import TimeoutExpired

    try:
        return process.wait(END_SECONDS) != 0
    except TimeoutExpired:
        return False


def _read(process: Popen[bytes], read: bytearray, has_line: Event) -> None:
    """Read what a process prints, up to _MOST_BYTES, and say when its first line is there."""
    if process.stdout is not None:
        with process.stdout as output:
            while len(read) <= _MOST_BYTES and (piece := os.read(output.fileno(), 4096)):
                read += piece
                if b"\n" in piece or len(read) > LONGEST * _BYTES_OF_A_CHARACTER:
                    has_line.set()
    has_line.set()
