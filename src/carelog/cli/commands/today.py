"""today, week: what a day or a week holds."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from carelog.cli.answer import Answer
from carelog.cli.command import command
from carelog.cli.forms.empty import if_empty
from carelog.cli.prompts.period_options import First, Last, Until
from carelog.cli.prompts.periods_as_said import day_in_week, past_or_present_day
from carelog.cli.runtime.session import Session
from carelog.language import gettext as _
from carelog.wording.pages import common as common_words

if TYPE_CHECKING:
    from carelog.review.pages.today import Today
    from carelog.review.pages.week import Week
    from carelog.review.people.signs import SignStatus
    from carelog.terminal.page import Page


@command("today", "carelog today", "carelog today yesterday", "carelog today --json", panel="Look back")
def today(
    session: Session,
    when: Annotated[
        list[str] | None, typer.Argument(metavar="[WHEN]", help=_("A day that is over."), show_default=False)
    ] = None,
) -> Answer:
    """Show today, or a day that is over: moods, what is due and noted by time, the last two weeks."""
    from carelog.review.pages.today import past_day
    from carelog.review.pages.today import today as review_today

    day = past_or_present_day(session, when)
    if day < session.today:
        found = past_day(session.to_read(), day, session.clock.now())
    else:
        signs = _signs(session)
        found = review_today(session.to_read(), day, session.clock.now(), signs)
    return Answer(page=lambda: _today_page(session, found), data=lambda: _today_data(found))


@command("week", "carelog week", "carelog week last", "carelog week 2026-11-02", panel="Look back")
def week(
    session: Session,
    when: Annotated[list[str] | None, typer.Argument(metavar="[WHEN]", help=_("A day of the week, or last."))] = None,
    last: Last = None,
    first: First = None,
    until: Until = None,
) -> Answer:
    """Show a week: moods with their range, readings, routines, first words of notes."""
    from carelog.review.pages.week import week as review_week

    day = day_in_week(session, when, last, first, until)
    found = review_week(session.to_read(), day, session.today, session.clock.now())
    return Answer(page=lambda: _week_page(session, found), data=lambda: _week_data(found))


def _signs(session: Session) -> "list[SignStatus]":
    """The signs to show. Where it cannot be stored that they were shown, the next page shows them again."""
    if session.masks or not session.to_read().has_signs:
        return []
    from carelog.cli.forms.signs_beside import take_signs_to_show
    from carelog.errors import StorageError
    from carelog.review.people.signs import signs_to_show

    session.close()
    try:
        return take_signs_to_show(session.to_write(), session.today)
    except StorageError:
        session.close()
        return signs_to_show(session.to_read(), session.today)


def _today_page(session: Session, today: "Today") -> "Page":
    from carelog.cli.forms.start_questions import line_on_today
    from carelog.terminal.pages.today import TodayPage
    from carelog.terminal.pages.with_line import PageWithLine

    page = TodayPage(today, session.mood_words)
    line = line_on_today(session) if today.day == session.today else ""
    return PageWithLine(page, line) if line else page


def _today_data(found: "Today") -> dict[str, Any]:
    from carelog.exchange.serializers.pages import today_shape

    return today_shape(found)


def _week_page(session: Session, week: "Week") -> "Page":
    from carelog.terminal.pages.week import WeekPage

    return WeekPage(week, session.mood_words, if_empty(session, common_words.NOTHING_THAT_WEEK))


def _week_data(found: "Week") -> dict[str, Any]:
    from carelog.exchange.serializers.pages import week_shape

    return week_shape(found)
