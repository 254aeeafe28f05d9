"""insights: what went together with better days."""

from typing import TYPE_CHECKING, Annotated

import typer

from carelog.cli.answer import Answer
from carelog.cli.command import command
from carelog.cli.forms.insights import keep_all_out, kept_out_names, read_question
from carelog.cli.prompts.names_begun import names_begun
from carelog.cli.prompts.period_options import First, Last, Until, period_of_options
from carelog.cli.runtime.session import Session
from carelog.exchange.serializers.insights import insights_shape
from carelog.language import gettext as _
from carelog.review.insights.kinds import FactorKind
from carelog.wording.pages import insights as insights_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from carelog.review.insights.factors import Factor
    from carelog.review.insights.insights import Insights
    from carelog.terminal.page import Page


@command(
    "insights",
    "carelog insights",
    "carelog insights sleep",
    "carelog insights walk --day-after",
    "carelog insights --last 90d",
    "carelog insights --from 2026-01-01 --people",
    "carelog insights --never hurt-myself",
    panel="Look back",
)
def insights(
    session: Session,
    name: Annotated[
        list[str] | None,
        typer.Argument(help=_("One thing to ask about, by its name."), show_default=False, autocompletion=names_begun),
    ] = None,
    last: Last = None,
    first: First = None,
    until: Until = None,
    people: Annotated[bool, typer.Option("--people", help=_("Compare what is about people, too."))] = False,
    kind: Annotated[FactorKind | None, typer.Option("--kind", help=_("Which of several with that name."))] = None,
    day_after: Annotated[bool, typer.Option("--day-after", help=_("Ask about the mood of the day after."))] = False,
    never: Annotated[
        list[str] | None, typer.Option("--never", help=_("Keep this out of all that compares; several if you like."))
    ] = None,
) -> Answer:
    """Show what went together with your moods over a year. It says what went together, not what helps.

    With a name it answers for that one thing, also where nothing stands out: asked about alone, it is found more often.
    """
    from carelog.review.insights.insights import DAYS_LOOKED_AT
    from carelog.review.insights.insights import insights as review_insights

    if never:
        return Answer(text=keep_all_out(session, never), data=lambda: {"never": kept_out_names(session)})
    question = read_question(name, kind, day_after=day_after)
    period = period_of_options(session, last, first, until, DAYS_LOOKED_AT)
    journal, today = session.to_read(), session.today
    found = review_insights(journal, period, today, people=people, question=question, watched=_with_progress)
    return Answer(page=lambda: _page(session, found), data=lambda: insights_shape(found))


def _with_progress(factors: "Sequence[Factor]") -> "Iterable[Factor]":
    from carelog.terminal.progress import track_progress

    return track_progress(factors, insights_words.COMPARING, len(factors))


def _page(session: Session, insights: "Insights") -> "Page":
    from carelog.terminal.pages.insights import InsightsPage

    return InsightsPage(insights, session.mood_words)
