"""What says that work goes on: on stderr, only on a terminal, only after a second."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import contextmanager
from threading import Timer
from typing import TextIO, TypeVar

from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

from carelog.settings import Theme
from carelog.terminal.console import make_console

_PATIENCE = 1.0
_BETWEEN_DRAWINGS = 0.1

Thing = TypeVar("Thing")


def watched(
    things: Iterable[Thing],
    what: str,
    total: int | None = None,
    *,
    theme: Theme = Theme.AUTO,
    stream: TextIO | None = None,
    seconds: Callable[[], float] = time.monotonic,
) -> Generator[Thing, None, None]:
    """The things themselves, one after the other, while a bar says how far the work has come.

    `what` is one of carelog's own words, such as Reading. The bar goes away when the work ends.
    """
    out = stream or sys.stderr
    if not out.isatty():
        yield from things
        return
    bar = Progress(
        TextColumn("{task.description}", markup=False),
        BarColumn(bar_width=24),
        TextColumn("{task.completed:.0f}", style="quiet", markup=False),
        console=make_console(out, theme),
        auto_refresh=False,
        transient=True,
    )
    task = bar.add_task(what, total=total)
    drawn = seconds() + _PATIENCE - _BETWEEN_DRAWINGS
    try:
        for number, thing in enumerate(things):
            if seconds() - drawn >= _BETWEEN_DRAWINGS:
                drawn = seconds()
                bar.start()
                bar.update(task, completed=number, refresh=True)
            yield thing
    finally:
        bar.stop()


@contextmanager
def waited_for(
    what: str, *, theme: Theme = Theme.AUTO, stream: TextIO | None = None, patience: float = _PATIENCE
) -> Iterator[None]:
    """Say what is being done, and for how long already, while one piece of work goes on; `patience` is in seconds."""
    out = stream or sys.stderr
    if not out.isatty():
        yield
        return
    bar = Progress(
        TextColumn("{task.description}", markup=False),
        BarColumn(bar_width=24),
        TimeElapsedColumn(),
        console=make_console(out, theme),
        transient=True,
    )
    bar.add_task(what, total=None)
    begin = Timer(patience, bar.start)
    begin.daemon = True
    begin.start()
    try:
        yield
    finally:
        begin.cancel()
        begin.join()
        bar.stop()
