"""Goals of one's own: keeping, rating and putting them down."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carelog.language import gettext as _
from carelog.wording.days import short_day
from carelog.wording.program import typed

if TYPE_CHECKING:
    from datetime import date

    from carelog.domain.goal import GoalRating

ASK_GOAL = _("What would you like to come closer to, in your own words? Enter leaves it")
NOTED = _("Noted.")
NOTHING_NOTED = _("Nothing was noted.")
NO_GOALS = _("No goals here now. To add one: carelog goal add")
GOAL_COLUMNS = (_("goal"), _("how close, 0 to 10"), _("put down"), _("handle"))
RATING_COLUMNS = (_("day"), _("how close, 0 to 10"))


def kept(text: str) -> str:
    """A goal was kept, or said in new words."""
    return _("Kept: “{text}”. To say how close you are, when you like: carelog goal rate").format(text=text)


def put_down(text: str) -> str:
    """A goal was put down."""
    return _("Put down. Goals may change. To take it up again: carelog goal take-up {typed}").format(typed=typed(text))


def ask_rating(text: str, most: int) -> str:
    """The question about one goal."""
    return _("How close are you to “{text}”? 0 to {most}, Enter skips").format(text=text, most=most)


def ask_remove(text: str) -> str:
    """The question before a goal is removed."""
    return _(
        "Remove “{text}” and its ratings for good? It cannot be undone. Backups keep the words until “carelog forget”."
    ).format(text=text)


def latest(rating: GoalRating | None) -> str:
    """The newest rating with its day; empty without any."""
    return _("{value} ({day})").format(value=rating.value, day=short_day(rating.day)) if rating else ""


def put_down_on(day: date | None) -> str:
    """The day on which a goal was put down; empty where it was not."""
    return short_day(day) if day else ""


def not_rated(text: str) -> str:
    """A goal has no ratings."""
    return _("“{text}” has no rating yet.").format(text=text)
