"""Read when a pause ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carelog.cli.prompts.times import day_of
from carelog.domain.time.when import Direction
from carelog.errors import InvalidValue

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from carelog.cli.runtime.context import Context


def read_return_day(context: Context, words: Sequence[str] | None) -> date | None:
    """The first day after the pause, from words such as `2w` or `until monday`; None without words.

    Raises InvalidValue for words that cannot be read, and for a day that is not after today.
    """
    until = " ".join(words or ()).removeprefix("until ").strip()
    if not until:
        return None
    day = day_of(context, until, Direction.FORWARD)
    if day <= context.today:
        raise InvalidValue("routine.pause-ends-later")
    return day
