"""carelog in tmux, a terminal whose screen can be read with its colours."""

import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

SECONDS = 15


class Tmux:
    """One window of a tmux server of its own."""

    def __init__(self, socket: Path) -> None:
        self._socket = socket

    def run(self, *words: str) -> str:
        """The output of a tmux command."""
        command = ["tmux", "-S", str(self._socket), "-f", os.devnull, *words]
        return subprocess.run(command, capture_output=True, text=True, check=True, timeout=SECONDS).stdout

    def type(self, *keys: str) -> None:
        """Press keys, by tmux's names for them."""
        self.run("send-keys", *keys)

    def screen(self, *, until: str) -> str:
        """The screen with its colours, once it shows text that matches a pattern."""
        end = time.monotonic() + SECONDS
        while not re.search(until, shown := self.run("capture-pane", "-p")):
            assert time.monotonic() < end, shown
            time.sleep(0.05)
        return self.run("capture-pane", "-e", "-p", "-N")


@contextmanager
def tmux(folder: Path, *arguments: str, columns: int, rows: int) -> Iterator[Tmux]:
    """Run carelog with these arguments in a window of this size, which stays open when carelog ends."""
    line = f"clear; '{sys.executable}' -m carelog {' '.join(arguments)}; echo left; exec cat"
    with in_window(folder, line, columns=columns, rows=rows) as window:
        yield window


@contextmanager
def in_window(folder: Path, line: str, *, columns: int, rows: int) -> Iterator[Tmux]:
    """Run a line of shell in a window of this size."""
    window = Tmux(folder / "socket")
    window.run("new-session", "-d", "-x", str(columns), "-y", str(rows), line, ";", "set", "-g", "status", "off")
    try:
        yield window
    finally:
        window.run("kill-server")
