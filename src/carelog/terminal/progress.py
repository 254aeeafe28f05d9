"""Progress bars: on stderr, only on a terminal, and only for work that takes longer than a second."""

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

_SECONDS_BEFORE_BAR = 1.0
_SECONDS_BETWEEN_UPDATES = 0.1

Item = TypeVar("Item")


def track_progress(
    items: Iterable[Item],
    label: str,
    total: int | None = None,
    *,
    theme: Theme = Theme.AUTO,
    stream: TextIO | None = None,
    seconds: Callable[[], float] = time.monotonic,
) -> Generator[Item, None, None]:
    """Yield the items one by one while a bar shows how many are done; the bar disappears at the end.

    `label` is one of carelog's own words, such as Reading; `seconds` is the clock.
    """
    out = stream or sys.stderr
    if not out.isatty():
        yield from items
        return
    bar = Progress(
        TextColumn("{task.description}", markup=False),
        BarColumn(bar_width=24),
        TextColumn("{task.completed:.0f}", style="quiet", markup=False),
        console=make_console(out, theme),
        auto_refresh=False,
        transient=True,
    )
    task = bar.add_task(label, total=total)
    updated = seconds() + _SECONDS_BEFORE_BAR - _SECONDS_BETWEEN_UPDATES
    try:
        for number, item in enumerate(items):
            if seconds() - updated >= _SECONDS_BETWEEN_UPDATES:
                updated = seconds()
                bar.start()
                bar.update(task, completed=number, refresh=True)
            yield item
    finally:
        bar.stop()


@contextmanager
def show_waiting(
    label: str, *, theme: Theme = Theme.AUTO, stream: TextIO | None = None, delay: float = _SECONDS_BEFORE_BAR
) -> Iterator[None]:
    """Show a label and the elapsed time while the body runs, once it has run for `delay` seconds."""
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
    bar.add_task(label, total=None)
    timer = Timer(delay, bar.start)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        timer.join()
        bar.stop()
