"""What a list without rows says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carelog.wording.discretion import NOTHING_HERE
from carelog.wording.pages.common import NOTHING_ON_THESE_DAYS

if TYPE_CHECKING:
    from carelog.cli.runtime.context import Context
    from carelog.domain.time.days import Period


def if_empty(context: Context, sentence: str) -> str:
    """The sentence that there is nothing, where that is so: a discreet page leaves out what has no cover."""
    return NOTHING_HERE if context.masks else sentence


def if_none(period: Period | None, sentence: str) -> str:
    """The sentence of a list without rows; where only some days were asked for, there may be others."""
    return NOTHING_ON_THESE_DAYS if period else sentence
