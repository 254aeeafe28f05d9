"""Titles and text alternatives of charts, for screen readers and for people who cannot see the colours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carelog.language import gettext as _
from carelog.language import plural
from carelog.wording.days import from_to, short_day
from carelog.wording.lists import listed

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

MOOD, CALENDAR = _("Mood day by day"), _("Mood as a calendar")
LOWEST, HIGHEST = _("Lowest entry"), _("Highest entry")
DAY, DAYS, WORD, TOTAL, BAND = _("Day"), _("Days"), _("Word"), _("Total"), _("Published band")
NO_MOOD = _("no mood noted")


def moods(first: date, last: date, days: int, lowest: int, highest: int) -> str:
    """The line chart of moods."""
    noted = plural(
        days,
        "From {period} {count} day has a mood; entries are from {lowest} to {highest}.",
        "From {period} {count} days have a mood; entries are from {lowest} to {highest}.",
        period=from_to(first, last),
        lowest=lowest,
        highest=highest,
    )
    drawn = _(
        "A dot is a day, a thin line its lowest and highest entry; the line is the middle of seven days, drawn where "
        "at least four of them have a mood."
    )
    return f"{noted} {drawn}"


def no_moods(first: date, last: date) -> str:
    """The line chart of moods, without any mood."""
    return _("From {period} no day has a mood.").format(period=from_to(first, last))


def calendar(first: date, last: date, counts: Sequence[int], unknown: int, both: int) -> str:
    """The calendar of moods; `counts` are the numbers of days with the moods 1 to 5, `both` those at both ends."""
    by_level = listed(_("{score} on {days}").format(score=score, days=days) for score, days in enumerate(counts, 1))
    if both:
        template = _(
            "A square for each day from {period}, darker for lower moods: {levels}, in two halves on {both} both low "
            "and high, hollow on {unknown} without."
        )
        return template.format(period=from_to(first, last), levels=by_level, both=both, unknown=unknown)
    template = _("A square for each day from {period}, darker for lower moods: {levels}, hollow on {unknown} without.")
    return template.format(period=from_to(first, last), levels=by_level, unknown=unknown)


def score(day: date, total: int, band: str) -> str:
    """One total of a questionnaire."""
    return _("{day} {total} ({band})").format(day=short_day(day), total=total, band=band)


def scores(name: str, least: int, most: int, totals: Sequence[str]) -> str:
    """The chart of a questionnaire's totals over time, `least` and `most` being the ends of its scale."""
    template = _("{name}, from {least} to {most}: {totals}.")
    return template.format(name=name, least=least, most=most, totals=listed(totals))


def caption(title: str, alternative: str) -> str:
    """What a chart is called and what it shows."""
    return _("{title}. {alternative}").format(title=title, alternative=alternative)


def as_table(title: str) -> str:
    """The heading of the numbers of a chart, folded away below it."""
    return _("{title}: as a table").format(title=title)
