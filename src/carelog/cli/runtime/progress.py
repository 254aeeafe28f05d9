"""Progress of long work, shown on stderr where that is a terminal."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager, nullcontext
from typing import TYPE_CHECKING, TypeVar

from carelog.exchange.pipeline.import_batch import Progress, without_progress

if TYPE_CHECKING:
    from carelog.cli.runtime.context import Context

Thing = TypeVar("Thing")


def progress_bar(context: Context) -> Progress:
    """A function that shows a bar while it yields things; for programs, pipes and plain output it shows nothing."""
    if context.plain or context.as_json or not sys.stderr.isatty():
        return without_progress
    from carelog.terminal.progress import track_progress

    def watch(things: Sequence[Thing], label: str) -> Iterable[Thing]:
        return track_progress(things, label, len(things), theme=context.settings.theme)

    return watch


def spinner(context: Context, label: str) -> AbstractContextManager[None]:
    """Show for how long work has gone on, where nobody can say how much of it is left."""
    if context.plain or context.as_json:
        return nullcontext()
    from carelog.terminal.progress import show_waiting

    return show_waiting(label, theme=context.settings.theme)
