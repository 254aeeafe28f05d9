"""Activities: planned, done in full or in part, and rated against what was expected."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carelog.domain.people.activity import ActivityKind, ActivityState
from carelog.language import gettext as _
from carelog.language import pgettext, plural
from carelog.wording.days import short_day
from carelog.wording.lists import listed

if TYPE_CHECKING:
    from datetime import date, time

KIND_WORDS = {
    ActivityKind.CONNECTION: _("connection"),
    ActivityKind.PURPOSE: _("purpose"),
    ActivityKind.MOVEMENT: _("movement"),
    ActivityKind.REST: _("rest"),
    ActivityKind.FUN: _("fun"),
    ActivityKind.PRACTICAL: _("practical"),
}
KIND_NAMES = {
    ActivityKind.CONNECTION: _("time with people"),
    ActivityKind.PURPOSE: _("something with purpose"),
    ActivityKind.MOVEMENT: _("movement"),
    ActivityKind.REST: _("rest"),
    ActivityKind.FUN: _("something for fun"),
    ActivityKind.PRACTICAL: _("something practical"),
}
STATE_WORDS = {
    ActivityState.PLANNED: _("planned"),
    ActivityState.DONE: _("done"),
    ActivityState.PARTLY: _("done in part"),
    ActivityState.SKIPPED: _("left for another day"),
}
NO_ACTIVITIES = _("To plan something small, for today or any day: carelog activity plan")
NONE_BETTER = _("Nothing to show here yet. It compares what you expected (--expect) with how it was (--pleasure).")
ASK_TEXT = _("Something small and specific")
ASK_WHEN = _("When (Enter leaves it open)")
ASK_EXPECT = _("How pleasant do you expect it to be, 0 to 10 (Enter skips)")

_NOTED = {
    ActivityState.PLANNED: _("Noted: {text}, planned."),
    ActivityState.DONE: _("Noted: {text}, done."),
    ActivityState.PARTLY: _("Noted: {text}, done in part, which counts."),
    ActivityState.SKIPPED: _("Left for another day: {text}. That is all right."),
}
DETAILS = (
    _("what"),
    _("kind"),
    pgettext("a person", "with"),
    _("planned for"),
    _("expected"),
    _("so far"),
    _("when"),
    _("rated"),
    _("note"),
    _("handle"),
)
"""The labels of everything that was noted of one activity."""
COLUMNS = (_("when"), _("what"), _("kind"), _("so far"), _("rated"), _("handle"))


def planned(text: str, day: date | None, at: time | None) -> str:
    """An activity was planned."""
    if day is None:
        return _("Planned: {text}. When it is done, or a part of it: carelog activity done last").format(text=text)
    return _("Planned: {text}, {when}. When it is done, or a part of it: carelog activity done last").format(
        text=text, when=when(day, at)
    )


def noted(text: str, state: ActivityState) -> str:
    """An activity was done or skipped."""
    return _NOTED[state].format(text=text)


def changed(text: str) -> str:
    """An activity was changed."""
    return _("Kept: {text}. “carelog undo” takes the change back.").format(text=text)


def better(expected: int, pleasure: int) -> str:
    """An activity was rated higher than expected."""
    return _("You expected {expected} of 10; it was {pleasure}, better than you thought.").format(
        expected=expected, pleasure=pleasure
    )


def of_ten(rating: int) -> str:
    """A rating from 0 to 10."""
    return _("{rating} of 10").format(rating=rating)


def beside_expected(expected: int, pleasure: int) -> str:
    """What was expected of an activity and how it was, whichever is higher."""
    return _("expected {expected} of 10, was {pleasure}").format(expected=expected, pleasure=pleasure)


def when(day: date | None, at: time | None) -> str:
    """A day and a time of day, such as Tue 24 Nov 15:00; either can be missing."""
    clock = f"{at:%H:%M}" if at else ""
    if day is None:
        return clock
    return _("{day} {clock}").format(day=short_day(day), clock=clock) if clock else short_day(day)


def with_whom(text: str, who: str) -> str:
    """An activity, with the name of the person it is done with."""
    return _("{activity} ({who})").format(activity=text, who=who) if who else text


def line(start: str, text: str, who: str, state: ActivityState) -> str:
    """An activity on one line of a page."""
    shown = with_whom(text, who)
    if state is not ActivityState.PLANNED:
        shown = _("{activity}, {state}").format(activity=shown, state=STATE_WORDS[state])
    return _("{start}: {activity}").format(start=start, activity=shown) if start else shown


def more(count: int) -> str:
    """A page shows fewer activities than there are."""
    return _("and {count} more: carelog activity list").format(count=count)


def ratings(pleasure: int | None, mastery: int | None, closeness: int | None) -> str:
    """The ratings that were given."""
    named = (
        (_("pleasure {rating}"), pleasure),
        (_("mastery {rating}"), mastery),
        (_("closeness {rating}"), closeness),
    )
    return listed(template.format(rating=rating) for template, rating in named if rating is not None)


def belonging(people: int, purpose: int) -> str:
    """On how many days there was time with people, and something with purpose; empty when there was neither."""
    if people and purpose:
        return _("{with_people} and {with_purpose}.").format(
            with_people=plural(
                people, "You noted time with people on {count} day", "You noted time with people on {count} days"
            ),
            with_purpose=plural(
                purpose,
                "something that mattered to you on {count} day",
                "something that mattered to you on {count} days",
            ),
        )
    if people:
        return plural(
            people, "You noted time with people on {count} day.", "You noted time with people on {count} days."
        )
    if purpose:
        return plural(
            purpose,
            "You noted something that mattered to you on {count} day.",
            "You noted something that mattered to you on {count} days.",
        )
    return ""
