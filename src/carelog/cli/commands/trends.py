"""trends: moods and scales over a period."""

from typing import TYPE_CHECKING, Annotated

import typer

from carelog.cli.answer import Answer
from carelog.cli.command import command
from carelog.cli.prompts.period_options import First, Last, Until
from carelog.cli.prompts.periods_as_said import Days, period_of_words
from carelog.cli.runtime.session import Session
from carelog.exchange.serializers.pages import trends_shape
from carelog.language import gettext as _

if TYPE_CHECKING:
    from carelog.review.pages.trends import Trends
    from carelog.terminal.page import Page


@command(
    "trends",
    "carelog trends",
    "carelog trends 30d",
    "carelog trends --last 1y",
    "carelog trends --from 2026-09-01 --instability",
    panel="Look back",
)
def trends(
    session: Session,
    words: Days = None,
    last: Last = None,
    first: First = None,
    until: Until = None,
    instability: Annotated[
        bool, typer.Option("--instability", help=_("How far mood moves from day to day, too."))
    ] = False,
) -> Answer:
    """Show your moods over 90 days, by level and weekday, and your own scales beside them."""
    from carelog.review.pages.trends import DAYS_SHOWN
    from carelog.review.pages.trends import trends as review_trends

    period = period_of_words(session, words, last, first, until, DAYS_SHOWN)
    found = review_trends(session.to_read(), period, session.today, with_instability=instability)
    return Answer(page=lambda: _page(session, found, instability), data=lambda: trends_shape(found))


def _page(session: Session, trends: "Trends", instability: bool) -> "Page":
    from carelog.terminal.pages.trends import TrendsPage

    return TrendsPage(trends, session.mood_words, with_instability=instability)
