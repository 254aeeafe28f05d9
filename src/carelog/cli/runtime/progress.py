"""How long work is watched: a bar on a terminal, nothing elsewhere."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager, nullcontext
from typing import TYPE_CHECKING, TypeVar

from carelog.exchange.pipeline.import_batch import Progress, without_progress

if TYPE_CHECKING:
    from carelog.cli.runtime.context import Context

Thing = TypeVar("Thing")


def watch_of(context: Context) -> Progress:
    """A bar on stderr where a person looks on; nothing for programs, pipes and plain words."""
    if context.plain or context.as_json or not sys.stderr.isatty():
        return without_progress
    from carelog.terminal.progress import track_progress

    def watch(things: Sequence[Thing], label: str) -> Iterable[Thing]:
        return track_progress(things, label, len(things), theme=context.settings.theme)

    return watch


def waiting(context: Context, label: str) -> AbstractContextManager[None]:
    """The same for work of which nobody can say how far it has come: that it goes on, and for how long."""
    if context.plain or context.as_json:
        return nullcontext()
    from carelog.terminal.progress import show_waiting

    return show_waiting(label, theme=context.settings.theme)
