"""What a list without rows says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carelog.wording.discretion import NOTHING_HERE

if TYPE_CHECKING:
    from carelog.cli.runtime.context import Context


def if_empty(context: Context, sentence: str) -> str:
    """The sentence that there is nothing, where that is so: a discreet page leaves out what has no cover."""
    return NOTHING_HERE if context.masks else sentence
