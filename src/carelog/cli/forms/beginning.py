"""Ask whether routines began on the day of a tick before their first day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from carelog.cli.prompts.ask import confirm
from carelog.wording import routines as routines_words

if TYPE_CHECKING:
    from carelog.cli.runtime.context import Context
    from carelog.domain.routines.routine import Routine
    from carelog.domain.time.days import Moment


def begun_earlier(context: Context, routines: Iterable[Routine], moment: Moment) -> list[Routine]:
    """The routines that began on the day of a moment before their first day, as the person says; each with that day.

    Where nobody can be asked, no beginning is moved: the days in between may be days on which it was not meant.
    """
    day = moment.day(context.settings.day_starts_at)
    early = [each for each in routines if day < each.started]
    return [
        replace(each, started=day)
        for each in early
        if context.can_ask and confirm(context, routines_words.began_earlier(each.name, each.started, day))
    ]
