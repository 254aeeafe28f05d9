"""Appointments, what was agreed at them, and topics to bring to the next one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carelog.language import gettext as _
from carelog.language import pgettext, plural
from carelog.wording.days import day_beside, short_day
from carelog.wording.people.activities import when

if TYPE_CHECKING:
    from datetime import date, time

NONE_YET = _("No appointments yet. Add the next one: carelog appointment add tuesday 14:30")
NOTHING_AGREED = _("No agreements yet. What you agree on next time: carelog appointment note a walk every second day")
ASK_WHEN = _("When is it")
ASK_WHOM = _("With whom, one of your contacts (Enter leaves it open)")
ASK_EVERY = _("Does it repeat, such as 1w for every week? (Enter: once)")
NOTHING_TO_BRING = _("Nothing to bring yet. What you want to talk about: carelog bring the nights")
APPOINTMENT = _("Appointment")
COLUMNS = (_("when"), _("how often"), pgettext("an appointment", "last"), _("handle"))
AGREEMENT_COLUMNS = (_("agreed"), _("what"), _("handle"))
TOPIC_COLUMNS = (_("what"), _("since"), _("talked about"), _("handle"))


def added(day: date, at: time | None, who: str, every: int | None) -> str:
    """An appointment was added; `every` is its interval in days."""
    template = _("Kept: {appointment}, {interval}.") if every else _("Kept: {appointment}.")
    return template.format(appointment=appointment(day, at, who), interval=interval(every))


def appointment(day: date, at: time | None, who: str) -> str:
    """An appointment in words, such as Tue 24 Nov 14:30 with Dr Ashgrove."""
    return _("{when} with {who}").format(when=when(day, at), who=who) if who else when(day, at)


def interval(every: int | None) -> str:
    """An interval in days as words, such as every 2 weeks; empty for None."""
    if every is None:
        return ""
    if every % 7 == 0:
        return plural(every // 7, "every week", "every {count} weeks")
    return plural(every, "every day", "every {count} days")


def last_time(day: date, beside: date, *, planned: bool) -> str:
    """The last day of an appointment; planned where only the repeat says that it was on that day.

    It has the form of the day `beside` it in the table.
    """
    return _("{day}, planned").format(day=day_beside(day, beside)) if planned else day_beside(day, beside)


def without_day(who: str, topics: int) -> str:
    """An appointment and the number of topics to bring up, for a line that has its day or time already."""
    if who and topics:
        return plural(
            topics,
            "appointment with {who}, {count} thing to bring up",
            "appointment with {who}, {count} things to bring up",
            who=who,
        )
    if topics:
        return plural(topics, "appointment, {count} thing to bring up", "appointment, {count} things to bring up")
    return _("appointment with {who}").format(who=who) if who else _("appointment")


def agreed(day: date, routine: str) -> str:
    """An agreement was kept, and the routine that was made of it, if any."""
    if not routine:
        return _("Kept with {day}.").format(day=short_day(day))
    return _("Kept with {day}. “{routine}” is a routine now, due from today.").format(
        day=short_day(day), routine=routine
    )


def brought(text: str, open_topics: int) -> str:
    """A topic was added."""
    return plural(
        max(open_topics, 1),
        "Kept for next time: {text}.",
        "Kept for next time: {text}. {count} to bring.",
        text=text,
    )


def topic_changed(text: str) -> str:
    """A topic was changed."""
    return _("Kept: {text}. “carelog undo” takes the change back.").format(text=text)


def talked(count: int) -> str:
    """Topics were marked as done."""
    return plural(
        count,
        "Done: {count}. It stays in “carelog bring list --all”.",
        "Done: {count}. They stay in “carelog bring list --all”.",
    )
