"""A word of warning before something disappears, for whoever is watched."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from carelog.domain.people.line_topic import LineTopic
from carelog.wording.watched import NOTICED, NOTICED_AND_WHOM

if TYPE_CHECKING:
    from carelog.cli.runtime.context import Context


def may_be_noticed(context: Context) -> str:
    """That a gap may be noticed, and where to ask first, if there are lines for that in the person's country."""
    from carelog.errors import SettingsError
    from carelog.review.people.helpline_list import has_lines_here

    chosen: list[str] = []
    with suppress(SettingsError):
        chosen = list(context.settings.country)
    return NOTICED_AND_WHOM if has_lines_here(chosen, LineTopic.ABUSE) else NOTICED
