"""SIGTERM and SIGHUP end carelog in order: what is open is closed, and the terminal is left as it was found."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import FrameType

SIGNALS = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name))
"""The signals that ask a program to end: from the system when it goes down, and from a terminal that was closed."""


class Ended(BaseException):
    """One of these signals arrived; every block that is open ends, as it does for Ctrl-C."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


@contextmanager
def ended_in_order() -> Iterator[None]:
    """Let a signal end the block in order, and then the process, so that whoever sent it sees that it was heeded.

    A second one ends the process at once. What the parent process lets carelog ignore (nohup) stays ignored.
    """
    received: list[int] = []

    def end(number: int, _frame: FrameType | None) -> None:
        signal.signal(number, signal.SIG_DFL)
        received.append(number)
        raise Ended(number)

    heeded = [number for number in SIGNALS if signal.getsignal(number) == signal.SIG_DFL]
    for number in heeded:
        signal.signal(number, end)
    try:
        yield
    except Ended as ended:
        received.append(ended.number)
    finally:
        for number in heeded:
            signal.signal(number, signal.SIG_DFL)
        if received:
            os.kill(os.getpid(), received[0])


@contextmanager
def ended_afterwards() -> Iterator[None]:
    """Let such a signal wait until the block is over, and raise Ended then. What is ignored stays ignored."""
    received: list[int] = []
    before = {number: signal.getsignal(number) for number in SIGNALS}
    heeded = [number for number in SIGNALS if before[number] != signal.SIG_IGN]
    for number in heeded:
        signal.signal(number, lambda number, _: received.append(number))
    try:
        yield
    finally:
        for number in heeded:
            signal.signal(number, before[number])
        if received:
            raise Ended(received[0])
