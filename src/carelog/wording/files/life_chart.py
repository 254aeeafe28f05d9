"""The life chart and the sheet of a month: words on their pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carelog.language import gettext as _
from carelog.language import plural
from carelog.wording.days import day_count, from_to, month_and_year
from carelog.wording.lists import listed

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

TITLE = _("Life chart")
SELF_REPORT = _("Noted by the person themselves. This is not a clinical assessment.")
BOTH_ENDS = _("Highest and lowest of each day. An empty day was not noted.")
WITHOUT_MOOD = _("What was noted on each day. An empty day was not noted.")
MEDICINES = _("medicines")
MEDICINES_EXPLAINED = _("Medicines: times noted as taken, of those that were due. What is not noted is not known.")
MEDICINES_DRAWN = _(
    "Full dot: all that was due is noted as taken. A number: so many are. Behind a plus: taken as needed."
)
DAY, LOWEST, HIGHEST, FEELINGS, WORDS = _("day"), _("lowest"), _("highest"), _("feelings"), _("words")
GOES_OUT = _("A life chart. This is all that goes on it:")
NOTHING = _("Nothing is noted on these days. Nothing was written.")
MOOD = _("mood")
SHEET_EXPLAINED = _("The middle of each day. An empty field was not noted.")
SHEET_TO_FILL = _("To fill in by hand.")


def steps(named: Iterable[str]) -> str:
    """The steps of the mood, each with its word."""
    return _("Steps of the mood: {steps}.").format(steps=listed(named))


def footer(name: str) -> str:
    """The line below every page; `name` may be empty."""
    return _("{title} · {name}").format(title=TITLE, name=name) if name else TITLE


def about(first: date, last: date, name: str) -> str:
    """Whose chart it is, where the `name` is on it, its days, and that it is no assessment."""
    facts = {"name": name, "days": from_to(first, last), "self_report": SELF_REPORT}
    return (_("{name}, {days}. {self_report}") if name else _("{days}. {self_report}")).format(**facts)


def chart_title(first: date) -> str:
    """The name of the drawing of a month."""
    return _("Life chart of {month}").format(month=month_and_year(first))


def alternative(noted: int, days: int) -> str:
    """What the drawing of a month shows; its numbers stand in the table below it."""
    with_mood = plural(
        noted,
        "{count} of {days} has a mood.",
        "{count} of {days} have a mood.",
        days=day_count(days),
    )
    return _("{with_mood} {both_ends}").format(with_mood=with_mood, both_ends=BOTH_ENDS)


def taken(taken: int, due: int) -> str:
    """Medicines of a day that were noted, of those that were due."""
    return _("{taken} of {due}").format(taken=taken, due=due)


def more(times: int) -> str:
    """Medicines of a day that were taken beyond what was due."""
    return _("{times} more").format(times=times)


def as_needed(times: int) -> str:
    """Medicines of a day that were taken as needed."""
    return _("{times} as needed").format(times=times)


def sheet_title(first: date) -> str:
    """The title of the sheet of a month."""
    return month_and_year(first)
