"""Which theme fits the window: what is known of its background, or what the terminal answers when it is asked.

OSC 11 asks for the background, DA1 for what kind of terminal it is. Every terminal answers DA1, and answers come in
order: once DA1's is there, no answer is left that the shell would take for typed keys. Source: xterm, "Control
Sequences" (OSC 11, Send Device Attributes); for COLORFGBG rxvt's manual.
"""

from __future__ import annotations

import os
import re
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from typing import TextIO

from carelog.settings import Theme
from carelog.terminal.palette import is_legible

SECONDS = 0.4
"""How long an answer is waited for; a terminal on the same computer needs a few thousandths."""

_ASK = "\x1b]11;?\x1b\\\x1b[c"
_END = re.compile(rb"\x1b\[\?[\d;]*c")
_BACKGROUND = re.compile(rb"\x1b\]11;rgba?:([0-9a-fA-F]{1,4})/([0-9a-fA-F]{1,4})/([0-9a-fA-F]{1,4})")
_ANSWERS = re.compile(rb"\x1b\](?:11;[^\x07\x1b]*(?:\x07|\x1b\\|\x1b?\Z)|1{0,2}\Z)|\x1b\[(?:\?[\d;]*(?:c|\Z)|\Z)")
"""An answer, also one that stops half-way."""
_ELSEWHERE = ("SSH_TTY", "SSH_CONNECTION", "SSH_CLIENT", "TMUX", "STY", "ZELLIJ")
"""Where these are set an answer may come late, from another terminal, or as letters on the screen."""

_OF_16 = {**dict.fromkeys((*range(7), 8), "#000000"), **dict.fromkeys((7, *range(9, 16)), "#ffffff")}
"""The nearer of black and white to each of 16 colours, as COLORFGBG counts them."""


def fitting_theme(theme: Theme, stdin: TextIO, stdout: TextIO, environment: Mapping[str, str]) -> Theme:
    """The theme that was chosen; for AUTO the one that is legible on the background, or AUTO where that is unknown."""
    if theme is not Theme.AUTO:
        return theme
    background = _named(environment) or _answered(stdin, stdout, environment)
    return next((each for each in (Theme.DARK, Theme.LIGHT) if background and is_legible(each, background)), theme)


def _named(environment: Mapping[str, str]) -> str:
    """The background that the terminal names in COLORFGBG, such as `15;0`; empty where it does not."""
    last = environment.get("COLORFGBG", "").rpartition(";")[2]
    return _OF_16.get(int(last), "") if last.isascii() and last.isdigit() and len(last) < 3 else ""


def _answered(stdin: TextIO, stdout: TextIO, environment: Mapping[str, str]) -> str:
    """The background that the terminal answers, as a colour such as #1e1e1e; empty where it is not asked."""
    kind = environment.get("TERM", "")
    is_near = kind not in ("", "dumb", "linux") and not kind.startswith(("screen", "tmux"))
    if not is_near or any(environment.get(name) for name in _ELSEWHERE) or not (stdin.isatty() and stdout.isatty()):
        return ""
    try:
        import termios
    except ImportError:
        return ""
    with suppress(OSError, ValueError, termios.error):
        if _is_behind(stdin.fileno()):
            return ""
        found = _BACKGROUND.search(_ask(stdin.fileno(), stdout))
        if found:
            return "#" + "".join(f"{round(int(part, 16) * 255 / (16 ** len(part) - 1)):02x}" for part in found.groups())
    return ""


def keys_in(answer: bytes) -> bytes:
    """The keys that were typed while the terminal answered: what is read without the answers."""
    return _ANSWERS.sub(b"", answer)


def _is_behind(descriptor: int) -> bool:
    """Whether the program was started with & and is not in front: the system would stop it where it asked."""
    try:
        return os.tcgetpgrp(descriptor) != os.getpgrp()
    except OSError:
        return False


def _ask(descriptor: int, stdout: TextIO) -> bytes:
    """What the terminal answers; nothing is asked, and nothing read, where keys wait that were typed already."""
    import select

    answer, end = b"", time.monotonic() + SECONDS
    with _letter_by_letter(descriptor):
        if select.select([descriptor], [], [], 0)[0]:
            return b""
        stdout.write(_ASK)
        stdout.flush()
        while not _END.search(answer):
            if not select.select([descriptor], [], [], max(end - time.monotonic(), 0))[0]:
                break
            answer += os.read(descriptor, 1)
    _give_back(descriptor, keys_in(answer))
    return answer


@contextmanager
def _letter_by_letter(descriptor: int) -> Iterator[None]:
    """Read without waiting for Enter, and show nothing of it; what waits to be read stays."""
    import termios

    mode = termios.tcgetattr(descriptor)
    silent = [*mode[:3], mode[3] & ~(termios.ICANON | termios.ECHO), *mode[4:]]
    termios.tcsetattr(descriptor, termios.TCSANOW, silent)
    try:
        yield
    finally:
        termios.tcsetattr(descriptor, termios.TCSANOW, mode)


def _give_back(descriptor: int, typed: bytes) -> None:
    """Put keys that were typed between the answers back for the shell, where the system allows that."""
    if not typed:
        return
    import fcntl
    import termios

    with suppress(OSError):
        for letter in typed:
            fcntl.ioctl(descriptor, termios.TIOCSTI, bytes([letter]))
