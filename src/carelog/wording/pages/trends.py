"""The trends page: the median and the change of moods, always with the number of days, never why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carelog.domain.score import HIGHEST, LOWEST
from carelog.language import gettext as _
from carelog.language import plural
from carelog.wording.counts import counted_as, figures, tenths
from carelog.wording.days import WEEKDAYS, day_count, from_to, stretch
from carelog.wording.lists import listed
from carelog.wording.pages.common import days_noted
from carelog.wording.punctuation import in_clauses

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

NOTHING_IN_PERIOD = _("Nothing is noted in these days.")
MIDDLE_HALF = _("the middle half")
MIDDLE_OF = {1: _("the middle of 7 days"), 7: _("the middle of 7 weeks"), 28: _("the middle of 28 weeks")}
POINT = {1: _("a day"), 7: _("a week"), 28: _("four weeks")}
HOW_SURE = _("It is too early to tell how sure that is.")
MIDDLE_HIDES = _("That goes by the middle of each day, which does not show days that were both low and high.")
DAYS, NO_MOOD = _("days"), _("no mood")
LENGTHS = '90d, "12 weeks", "6 months", 1y'

_CLEAR_CHANGE = {
    ("higher", "week"): _("Over these days mood went about {size} of a level higher per week ({range}; {days})."),
    ("lower", "week"): _("Over these days mood went about {size} of a level lower per week ({range}; {days})."),
    ("higher", "year"): _("Over these days mood went about {size} of a level higher per year ({range}; {days})."),
    ("lower", "year"): _("Over these days mood went about {size} of a level lower per year ({range}; {days})."),
}
_NO_CLEAR_CHANGE = {
    ("higher", "week"): _("No clear change: about {size} of a level higher per week ({range}; {days})."),
    ("lower", "week"): _("No clear change: about {size} of a level lower per week ({range}; {days})."),
    ("higher", "year"): _("No clear change: about {size} of a level higher per year ({range}; {days})."),
    ("lower", "year"): _("No clear change: about {size} of a level lower per year ({range}; {days})."),
}
_UNSURE_CHANGE = {
    ("higher", "week"): _("Over these days mood went about {size} of a level higher per week ({days})."),
    ("lower", "week"): _("Over these days mood went about {size} of a level lower per week ({days})."),
    ("higher", "year"): _("Over these days mood went about {size} of a level higher per year ({days})."),
    ("lower", "year"): _("Over these days mood went about {size} of a level lower per year ({days})."),
}
_NO_CHANGE = {
    1: _("No clear change: the middle of every day was the same ({days})."),
    7: _("No clear change: the middle of every week was the same ({days})."),
    28: _("No clear change: the middle of every four weeks was the same ({days})."),
}
_MOST_LEVELS = HIGHEST - LOWEST
"""The largest change that the scale has."""


def title(first: date, last: date) -> str:
    """The title of the page, such as Mood, 24 August to 22 November 2026."""
    return _("Mood, {days}").format(days=from_to(first, last))


def coverage(entries: int, moods: int, of: int, rest: int) -> str:
    """On how many days something was noted; days of rest are named apart, because nothing was missed on them."""
    noted = days_noted(entries, of) if moods == entries else _noted_and_moods(entries, moods, of)
    if not rest:
        return noted
    rested = plural(rest, "{count} day on pause or without any use.", "{count} days on pause or without any use.")
    return f"{noted} {rested}"


def earlier_entries(day: date) -> str:
    """Where the latest entries are, for a period without entries."""
    return _("Your latest entries: carelog trends --to {day}").format(day=day.isoformat())


def too_few(days: int, of: int) -> str:
    """Fewer than half of the days have a mood, so that a median would not be representative."""
    return plural(
        of,
        "A mood on {days} of {count} day: too early to say more than those days show.",
        "A mood on {days} of {count} days: too early to say more than those days show.",
        days=days,
    )


def middle(median: float, word: str, quarters: tuple[float, float] | None, days: int) -> str:
    """The median and the quartiles of the days, or the mood of the only day."""
    mood = figures(median)
    if quarters is None or days == 1:
        return plural(
            days,
            "One day has a mood: {mood}, {word}.",
            "The middle of {count} days is {mood}, {word}.",
            mood=mood,
            word=word,
        )
    low, high = map(figures, quarters)
    if low == high:
        return plural(
            days,
            "The middle of {count} day is {mood}, {word}. Without the lowest and highest quarter: {low}.",
            "The middle of {count} days is {mood}, {word}. Without the lowest and highest quarter: {low}.",
            mood=mood,
            word=word,
            low=low,
        )
    return plural(
        days,
        "The middle of {count} day is {mood}, {word}. Without the lowest and highest quarter: {low} to {high}.",
        "The middle of {count} days is {mood}, {word}. Without the lowest and highest quarter: {low} to {high}.",
        mood=mood,
        word=word,
        low=low,
        high=high,
    )


def clear_change(amount: float, low: float, high: float, days: int, *, yearly: bool) -> str:
    """Moods clearly rose or fell over the period, by how much, with the confidence interval."""
    template = _CLEAR_CHANGE[_way(amount, yearly=yearly)]
    return template.format(size=_about(amount), range=_anywhere(low, high), days=day_count(days))


def no_clear_change(
    amount: float, low: float, high: float, days: int, *, yearly: bool, could_show: float | None = None
) -> str:
    """Moods did not clearly rise or fall; the estimate with its range, and what could have been seen (in levels)."""
    template = _NO_CLEAR_CHANGE[_way(amount, yearly=yearly)]
    if _size(amount) == "0":
        template = _("No clear change: about even ({range}; {days}).")
    said = template.format(size=_about(amount), range=_anywhere(low, high), days=day_count(days))
    return f"{said} {_could_show(could_show)}" if could_show else said


def no_change(spacing: int, days: int) -> str:
    """The points of the line, which are `spacing` days apart, are all equal, which leaves no range."""
    return _NO_CHANGE[spacing].format(days=day_count(days))


def unsure_change(amount: float, days: int, *, yearly: bool) -> str:
    """How moods moved over the period, where nothing can be said of how sure that is."""
    template = _UNSURE_CHANGE[_way(amount, yearly=yearly)]
    if _size(amount) == "0":
        template = _("Over these days mood stayed about even ({days}).")
    return f"{template.format(size=_about(amount), days=day_count(days))} {HOW_SURE}"


def too_early(days: int, fewest: int) -> str:
    """There are too few days to say whether moods rise or fall."""
    return plural(
        days,
        "Too early to say if mood changes: that takes {fewest} days with a mood, and here is {count}.",
        "Too early to say if mood changes: that takes {fewest} days with a mood, and here are {count}.",
        fewest=fewest,
    )


def instability(step: float, pairs: int) -> str:
    """The typical change of mood from one day to the next."""
    return plural(
        pairs,
        "From one day to the next mood usually moved by about {step} ({count} pair of days).",
        "From one day to the next mood usually moved by about {step} ({count} pairs of days).",
        step=tenths(step),
    )


def no_instability(fewest: int) -> str:
    """Too few pairs of neighbouring days have a mood."""
    template = _("Too early to say how far mood moves overnight: that takes {fewest} pairs of days.")
    return template.format(fewest=fewest)


def levels(days: Mapping[str, int]) -> str:
    """How many days were on each level, by its word."""
    counts = (_("{word} {days}").format(word=word, days=count) for word, count in days.items())
    return _("Days by level: {counts}").format(counts=in_clauses(counts))


def weekday(number: int, median: float | None, days: int, both: int = 0) -> str:
    """The mood of one weekday; beside its `days`, so many that were `both` low and high."""
    if both:
        ends = plural(
            both,
            "{weekday} both low and high on {count} day",
            "{weekday} both low and high on {count} days",
            weekday=WEEKDAYS[number],
        )
        return ends if median is None else listed([weekday(number, median, days), ends])
    if median is None:
        return _("{weekday} no mood").format(weekday=WEEKDAYS[number])
    return plural(
        days,
        "{weekday} {mood} on {count} day",
        "{weekday} {mood} on {count} days",
        weekday=WEEKDAYS[number],
        mood=figures(median),
    )


def tracker_range(lowest: str, lowest_with_unit: str, highest: str, median: str, days: int) -> str:
    """The range and the median of a tracker's readings."""
    if lowest_with_unit == highest:
        return plural(days, "{reading}, {count} day", "{reading}, {count} days", reading=highest)
    return plural(
        days,
        "{lowest} to {highest}, middle {median}, {count} day",
        "{lowest} to {highest}, middle {median}, {count} days",
        lowest=lowest,
        highest=highest,
        median=median,
    )


def stage(first: date, last: date, median: float | None, days: int, both: int = 0) -> str:
    """A week, month or year in numbers; so many of its `days` were `both` low and high, and are not in the median."""
    name = stretch(first, last)
    if both == days:
        return plural(
            both,
            "{stretch}: both low and high on {count} day",
            "{stretch}: both low and high on {count} days",
            stretch=name,
        )
    if both:
        others = stage(first, last, median, days if median is None else days - both)
        return listed([others, plural(both, "both low and high on {count} day", "both low and high on {count} days")])
    if median is None:
        return plural(days, "{stretch}: a mood on {count} day", "{stretch}: a mood on {count} days", stretch=name)
    return plural(
        days,
        "{stretch}: {mood} on {count} day",
        "{stretch}: {mood} on {count} days",
        stretch=name,
        mood=figures(median),
    )


def _noted_and_moods(entries: int, moods: int, of: int) -> str:
    return plural(
        of,
        "Entries on {days} of {count} day, a mood on {moods}.",
        "Entries on {days} of {count} days, a mood on {moods}.",
        days=entries,
        moods=moods,
    )


def _could_show(levels: float) -> str:
    """The smallest change from the first day to the last that days like these show four times in five."""
    halves = max(round(2 * levels) / 2, 0.5)
    if levels > _MOST_LEVELS:
        return _("Even the largest change on this scale would not have shown.")
    if halves < 1:
        return _("Only a change of half a level or more would have shown.")
    return plural(
        counted_as(halves),
        "Only a change of {levels} level or more would have shown.",
        "Only a change of {levels} levels or more would have shown.",
        levels=figures(halves),
    )


def _about(amount: float) -> str:
    """The size of a change as a share of a level."""
    return _size(amount) if _size(amount) != "0" else _("less than 0.01")


def _anywhere(low: float, high: float) -> str:
    """The confidence interval of a change."""
    if _size(low) == _size(high) == "0":
        return _("less than 0.01 either way")
    if low < 0 < high:
        template = _("could be anywhere from {low} lower to {high} higher")
    elif high > 0:
        template = _("could be anywhere from {low} to {high} higher")
    else:
        template = _("could be anywhere from {high} to {low} lower")
    return template.format(low=_about(low), high=_about(high))


def _way(amount: float, *, yearly: bool) -> tuple[str, str]:
    return "higher" if amount > 0 else "lower", "year" if yearly else "week"


def _size(amount: float) -> str:
    return figures(abs(round(amount, 2)))
