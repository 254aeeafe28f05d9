"""Titles and text alternatives of charts, for screen readers and for people who cannot see the colours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carelog.language import gettext as _
from carelog.language import plural
from carelog.wording.days import date_name, day_count, day_in_year, from_to, on_days
from carelog.wording.lists import listed
from carelog.wording.punctuation import ended, in_clauses

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

MOOD, CALENDAR = _("Mood day by day"), _("Mood as a calendar")
LOWEST, HIGHEST = _("Lowest entry"), _("Highest entry")
DAY, DAYS, WORD, TOTAL, BAND = _("Day"), _("Days"), _("Word"), _("Total"), _("Published band")
NO_MOOD = _("no mood noted")
THESE_DAYS = _("these days")


def moods(first: date, last: date, days: int, lowest: int, highest: int, *, has_line: bool) -> str:
    """The line chart of moods; the line is spoken of where there is one."""
    noted = plural(
        days,
        "From {period} {count} day has a mood; entries are from {lowest} to {highest}.",
        "From {period} {count} days have a mood; entries are from {lowest} to {highest}.",
        period=from_to(first, last),
        lowest=lowest,
        highest=highest,
    )
    drawn = (
        _(
            "A dot is a day, a thin line its lowest and highest entry; the line is the middle of seven days, drawn "
            "where at least four of them have a mood."
        )
        if has_line
        else _("A dot is a day, a thin line its lowest and highest entry.")
    )
    return f"{noted} {drawn}"


def no_moods(first: date, last: date) -> str:
    """The line chart of moods, without any mood."""
    return _("From {period} no day has a mood.").format(period=from_to(first, last))


def calendar(first: date, last: date, counts: Sequence[int], unknown: int, both: int) -> str:
    """The calendar of moods; `counts` are the numbers of days with the moods 1 to 5, `both` those at both ends."""
    parts = [_by_level(counts)]
    if both:
        parts.append(_("in two halves on {both} both low and high").format(both=both))
    if unknown:
        parts.append(_("hollow on {unknown} without").format(unknown=unknown))
    template = _("A square for each day from {period}, darker for lower moods: {squares}.")
    return template.format(period=from_to(first, last), squares=listed(parts))


def days_by_mood(counts: Sequence[int], unknown: int, both: int) -> str:
    """The same where no calendar is drawn."""
    levels = on_days((_("at {score}").format(score=score), days) for score, days in enumerate(counts, 1))
    said = [_("The middle of the day was {levels}").format(levels=listed(levels))]
    if both:
        said.append(plural(both, "{count} day was both low and high", "{count} days were both low and high"))
    if unknown:
        said.append(_("{unknown} without a mood").format(unknown=day_count(unknown)))
    return ended(in_clauses(said))


def score(day: date, total: int, band: str) -> str:
    """One total of a questionnaire."""
    return _("{day} {total} ({band})").format(day=date_name(day, short=True), total=total, band=band)


def scores(name: str, least: int, most: int, totals: Sequence[str]) -> str:
    """The chart of a questionnaire's totals over time, `least` and `most` being the ends of its scale."""
    template = _("{name}, from {least} to {most}: {totals}.")
    return template.format(name=name, least=least, most=most, totals=listed(totals))


def scores_before(totals: Iterable[tuple[date, int, str]], year: int) -> str:
    """Totals from before the days of a page, each with its band; the `year` of the page is not repeated."""
    found = (
        _("{day} {total} ({band})").format(day=day_in_year(day, year), total=total, band=band)
        for day, total, band in totals
    )
    return _("Before these days: {totals}.").format(totals=listed(found))


def with_days_marked(shown: str) -> str:
    """What a chart shows, and that the days of the page are marked in it."""
    return _("{shown} The days of this page are marked.").format(shown=shown)


def caption(title: str, alternative: str) -> str:
    """What a chart is called and what it shows."""
    return _("{title}. {alternative}").format(title=title, alternative=alternative)


def as_table(title: str) -> str:
    """The heading of the numbers of a chart, folded away below it."""
    return _("{title}: as a table").format(title=title)


def _by_level(counts: Sequence[int]) -> str:
    return listed(_("{score} on {days}").format(score=score, days=days) for score, days in enumerate(counts, 1))
