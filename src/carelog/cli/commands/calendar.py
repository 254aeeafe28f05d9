"""calendar: the mood of every day of a year."""

from typing import TYPE_CHECKING, Annotated

import typer

from carelog.cli.answer import Answer
from carelog.cli.command import command
from carelog.cli.prompts.period_options import First, Last, Until, period_of_list
from carelog.cli.runtime.session import Session
from carelog.domain.time.days import FIRST_YEAR, LAST_YEAR
from carelog.errors import InvalidValue
from carelog.exchange.serializers.pages import calendar_shape
from carelog.language import gettext as _

if TYPE_CHECKING:
    from carelog.review.pages.calendar import Calendar
    from carelog.terminal.page import Page


@command(
    "calendar",
    "carelog calendar",
    "carelog calendar 2025",
    "carelog calendar --years 3",
    "carelog calendar --last 6mo",
    panel="Look back",
)
def calendar(
    session: Session,
    year: Annotated[
        int | None,
        typer.Argument(
            metavar="[YEAR]", min=FIRST_YEAR, max=LAST_YEAR, help=_("Which year; this one unless it is given.")
        ),
    ] = None,
    years: Annotated[int, typer.Option("--years", min=1, max=50, help=_("How many years up to it."))] = 1,
    last: Last = None,
    first: First = None,
    until: Until = None,
) -> Answer:
    """Show the mood of every day of a year, or of the days that you name."""
    from carelog.review.pages.calendar import calendar as review_calendar

    today, period = session.today, period_of_list(session, last, first, until)
    if period and (year, years) != (None, 1):
        raise InvalidValue("time.words-and-option", words=year or f"--years {years}")
    found = review_calendar(session.to_read(), today.year if year is None else year, today, years, period)
    return Answer(page=lambda: _page(session, found), data=lambda: calendar_shape(found))


def _page(session: Session, calendar: "Calendar") -> "Page":
    from carelog.terminal.pages.calendar import CalendarPage

    return CalendarPage(calendar, session.mood_words)
