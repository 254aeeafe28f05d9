"""streaks: how each routine was kept over eight weeks."""

from typing import TYPE_CHECKING, Annotated

import typer

from carelog.cli.answer import Answer
from carelog.cli.command import command
from carelog.cli.forms.tick import routines_named
from carelog.cli.prompts.period_options import First, Last, Until, period_of_weeks
from carelog.cli.runtime.session import Session
from carelog.exchange.serializers.pages import streaks_shape
from carelog.language import gettext as _
from carelog.wording.discretion import NOTHING_HERE

if TYPE_CHECKING:
    from carelog.review.pages.streaks import Streaks
    from carelog.terminal.page import Page


@command(
    "streaks",
    "carelog streaks",
    "carelog streaks walk",
    "carelog streaks --last 12w",
    "carelog settings set streaks on && carelog streaks",
    panel="Look back",
)
def streaks(
    session: Session,
    names: Annotated[
        list[str] | None,
        typer.Argument(metavar="[NAME]...", help=_("Routines by name; all without one."), show_default=False),
    ] = None,
    last: Last = None,
    first: First = None,
    until: Until = None,
) -> Answer:
    """Show each routine over eight weeks, or the whole weeks that you name: what was kept, how firmly, day by day.

    Runs are shown if the settings ask for them.
    """
    from carelog.review.pages.streaks import streaks as review_streaks

    journal = session.to_read()
    only = list(routines_named(journal, names).values()) if names else None
    period = period_of_weeks(session, last, first, until)
    found = review_streaks(journal, session.today, session.clock.now(), only, period)
    if session.masks and not found.routines:
        return Answer(NOTHING_HERE, data=lambda: streaks_shape(found))
    return Answer(page=lambda: _page(found), data=lambda: streaks_shape(found))


def _page(found: "Streaks") -> "Page":
    from carelog.terminal.pages.streaks import StreaksPage

    return StreaksPage(found)
