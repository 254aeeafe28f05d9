"""insights: what went together with better days."""

from typing import TYPE_CHECKING, Annotated

import typer

from carelog.cli.answer import Answer
from carelog.cli.command import command
from carelog.cli.prompts.period_options import First, Last, Until, period_of_options
from carelog.cli.runtime.session import Session
from carelog.exchange.serializers.pages import insights_shape
from carelog.language import gettext as _
from carelog.wording.pages import insights as insights_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from carelog.review.insights.factors import Factor
    from carelog.review.insights.insights import Insights
    from carelog.terminal.page import Page


@command(
    "insights",
    "carelog insights",
    "carelog insights --last 90d",
    "carelog insights --from 2026-01-01 --people",
    panel="Look back",
)
def insights(
    session: Session,
    last: Last = None,
    first: First = None,
    until: Until = None,
    people: Annotated[bool, typer.Option("--people", help=_("Compare what is about people, too."))] = False,
) -> Answer:
    """Show what went together with better days over a year: feelings, tags, your own scales, routines. Never why."""
    from carelog.review.insights.insights import DAYS_LOOKED_AT
    from carelog.review.insights.insights import insights as review_insights

    period = period_of_options(session, last, first, until, DAYS_LOOKED_AT)
    found = review_insights(session.to_read(), period, session.today, people=people, watched=_with_progress)
    return Answer(page=lambda: _page(session, found), data=lambda: insights_shape(found))


def _with_progress(factors: "Sequence[Factor]") -> "Iterable[Factor]":
    from carelog.terminal.progress import track_progress

    return track_progress(factors, insights_words.COMPARING, len(factors))


def _page(session: Session, insights: "Insights") -> "Page":
    from carelog.terminal.pages.insights import InsightsPage

    return InsightsPage(insights, session.mood_words)
