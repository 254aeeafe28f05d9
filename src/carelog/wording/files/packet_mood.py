"""The packet: what it says of moods, single days, feelings and other readings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carelog.language import gettext as _
from carelog.language import plural
from carelog.wording.counts import amount
from carelog.wording.days import day_in_year, on_days
from carelog.wording.lists import listed

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

TOO_FEW = _("too few days")
NO_MOODS = _("No mood was noted in these days.")
UNITS = {"week": _("Week"), "month": _("Month"), "year": _("Year")}
MOOD_BY = {"week": _("Mood by week"), "month": _("Mood by month"), "year": _("Mood by year")}
READINGS_BY = {
    "week": _("Other readings by week"),
    "month": _("Other readings by month"),
    "year": _("Other readings by year"),
}
WHAT_CHANGED, ALL = _("What changed"), _("All")
LOWEST, HIGHEST = _("Lowest"), _("Highest")
LEVELS, MOOD_OF_THE_DAY, DAYS = _("Days by mood"), _("Mood of the day"), _("Days")


def mood_columns(*, two_sided: bool, aloud: bool = False) -> tuple[str, ...]:
    """The columns of moods by week, month or year; where a high mood is no better, days with one entry of it too.

    Where a table is read `aloud`, heads say what they mean.
    """
    if aloud:
        ends = [_("Days at 2 or below"), _("Days with an entry at 2 or below"), _("Days at 4 or above")]
        high_entries = _("Days with an entry at 4 or above")
    else:
        ends, high_entries = [_("Days ≤ 2"), _("Entry ≤ 2"), _("Days ≥ 4")], _("Entry ≥ 4")
    return (_("Days noted"), _("Median"), _("Range"), *ends, *([high_entries] if two_sided else []))


def more_days(count: int, mood: str) -> str:
    """How many more days had such an entry as the last one in a list."""
    return plural(count, "{count} more day with {mood}", "{count} more days with {mood}", mood=mood)


def none_below(word: str) -> str:
    """No day had a low entry."""
    return _("None below {word}.").format(word=word)


def none_above(word: str) -> str:
    """No day had a high entry."""
    return _("None above {word}.").format(word=word)


def felt(feelings: Iterable[str]) -> str:
    """The feelings of a day."""
    return _("felt {feelings}").format(feelings=listed(feelings))


def feelings(counts: Iterable[tuple[str, int]]) -> str:
    """The feelings that were noted on most days, with the number of days of each."""
    return _("Words for feelings: {counts}.").format(counts=listed(on_days(counts)))


def noted_on(days: int, of: int, median: str, moods: str) -> str:
    """On how many days a mood was noted, and the median and range of `moods`; no median where it is empty.

    Where every mood was the same, `moods` is empty.
    """
    if not median:
        return plural(of, "Noted on {days} of {count} day.", "Noted on {days} of {count} days.", days=days)
    if not moods:
        return plural(
            of,
            "Noted on {days} of {count} day, always {median}.",
            "Noted on {days} of {count} days, always {median}.",
            days=days,
            median=median,
        )
    return plural(
        of,
        "Noted on {days} of {count} day: median {median}, from {moods}.",
        "Noted on {days} of {count} days: median {median}, from {moods}.",
        days=days,
        median=median,
        moods=moods,
    )


def day_by_day(steps: Iterable[str], moods: Iterable[tuple[date, str]], year: int) -> str:
    """The steps of the scale with their words, and the mood of each day; the `year` of the page is not repeated."""
    days = (_("{day} {mood}").format(day=day_in_year(day, year), mood=mood) for day, mood in moods)
    return _("Day by day, in steps of {steps}: {days}.").format(steps=listed(steps), days=listed(days))


def low_and_high(low: int, middle: int, high: int) -> str:
    """How many days were low, in the middle and high."""
    template = _("Days at 2 or below: {low}, between: {middle}, at 4 or above: {high}.")
    return template.format(low=low, middle=middle, high=high)


def seldom(trackers: Iterable[tuple[str, int]]) -> str:
    """Trackers with too few readings for a median, each with its number of days."""
    counts = (
        plural(days, "{tracker} on {count} day", "{tracker} on {count} days", tracker=name) for name, days in trackers
    )
    return _("Noted on too few days for a median: {counts}.").format(counts=listed(counts))


def ends_of_scale(low: float, high: float) -> str:
    """The lowest and the highest number of a scale, such as 0–10."""
    return _("{low}–{high}").format(low=amount(low, ""), high=amount(high, ""))
