"""The trends page: the median and the change of moods, always with the number of days, never why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carelog.domain.numbers import show_number
from carelog.wording.days import day_count, from_to, short_day
from carelog.wording.pages.common import days_noted

if TYPE_CHECKING:
    from datetime import date

NOTHING_IN_PERIOD = "Nothing is noted in these days."
MIDDLE_HALF = "the middle half"
A_DAY, A_WEEK, FOUR_WEEKS = "a day", "a week", "four weeks"
MIDDLE_OF = {1: "the middle of 7 days", 7: "the middle of 7 weeks", 28: "the middle of 28 weeks"}
POINT = {1: A_DAY, 7: A_WEEK, 28: FOUR_WEEKS}
WEEKDAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
DAYS, NO_MOOD = "days", "no mood"
LENGTHS = "90d, 12 weeks, 6 months, 1y"


def title(first: date, last: date) -> str:
    """The title of the page, such as Mood, 24 August to 22 November 2026."""
    return f"Mood, {from_to(first, last)}"


def coverage(entries: int, moods: int, of: int, rest: int) -> str:
    """On how many days something was noted; days of rest are named apart, because nothing was missed on them."""
    noted = days_noted(entries, of)
    if moods != entries:
        noted = f"{noted[:-1]}, a mood on {moods}."
    return f"{noted} {day_count(rest)} on pause or without any use." if rest else noted


def earlier_entries(day: date) -> str:
    """Where the latest entries are, for a period without entries."""
    return f"Your latest entries: carelog trends --to {day.isoformat()}"


def too_few(days: int, of: int) -> str:
    """Fewer than half of the days have a mood, so that a median would not be representative."""
    return f"A mood on {days} of {day_count(of)}: too early to say more than those days show."


def middle(median: float, word: str, quarters: tuple[float, float] | None, days: int) -> str:
    """The median and the quartiles of the days, or the mood of the only day."""
    if days == 1:
        return f"One day has a mood: {show_number(median)}, {word}."
    middle_of_days = f"The middle of {day_count(days)} is {show_number(median)}, {word}"
    if quarters is None:
        return f"{middle_of_days}."
    low, high = map(show_number, quarters)
    half = f"on {low}" if low == high else f"between {low} and {high}"
    return f"{middle_of_days}; the middle half lay {half}."


def clear_change(amount: float, low: float, high: float, days: int, *, yearly: bool) -> str:
    """Moods clearly rose or fell over the period, by how much, with the confidence interval."""
    return f"Over these days mood went about {_change(amount, yearly)} ({_anywhere(low, high)}; {day_count(days)})."


def no_clear_change(amount: float, low: float, high: float, days: int, *, yearly: bool) -> str:
    """Moods did not clearly rise or fall; the estimate with its confidence interval."""
    found = f"about {_change(amount, yearly)}" if _size(amount) != "0" else "about level"
    return f"No clear change: {found} ({_anywhere(low, high)}; {day_count(days)})."


def too_early(days: int, fewest: int) -> str:
    """There are too few days to say whether moods rise or fall."""
    here = "here is 1" if days == 1 else f"here are {days}"
    return f"Too early to say if mood changes: that takes {fewest} days with a mood, and {here}."


def instability(step: float, pairs: int) -> str:
    """The typical change of mood from one day to the next."""
    return f"From one day to the next mood usually moved by about {step:.1f} ({pairs} pairs of days)."


def no_instability(fewest: int) -> str:
    """Too few pairs of neighbouring days have a mood."""
    return f"Too early to say how far mood moves overnight: that takes {fewest} pairs of days."


def levels(days: dict[str, int]) -> str:
    """How many days were on each level, by its word."""
    return f"Days by level: {'; '.join(f'{word} {count}' for word, count in days.items())}"


def weekday(number: int, median: float | None, days: int) -> str:
    """The mood of one weekday."""
    shown = NO_MOOD if median is None else f"{show_number(median)} on {day_count(days)}"
    return f"{WEEKDAY_NAMES[number]} {shown}"


def tracker_range(lowest: str, lowest_with_unit: str, highest: str, median: str, days: int) -> str:
    """The range and the median of a tracker's readings."""
    if lowest_with_unit == highest:
        return f"{highest}, {day_count(days)}"
    return f"{lowest} to {highest}, middle {median}, {day_count(days)}"


def stage(first: date, last: date, median: float | None, days: int) -> str:
    """A week, month or year in numbers."""
    if last.year != first.year or (last - first).days > 31:
        name = f"{first.year}" if first.year == last.year else f"{first.year} to {last.year}"
    elif (last - first).days > 6:
        name = f"{first:%B} {first.year}"
    else:
        name = short_day(first) if first == last else f"{short_day(first)} to {short_day(last)}"
    return f"{name}: {'a mood' if median is None else show_number(median)} on {day_count(days)}"


def _change(amount: float, yearly: bool) -> str:
    size = _size(amount) if _size(amount) != "0" else "less than 0.01"
    return f"{size} of a level {_way(amount)} per {'year' if yearly else 'week'}"


def _anywhere(low: float, high: float) -> str:
    if _size(low) == _size(high) == "0":
        return "less than 0.01 either way"
    first = f"{_size(low)} {_way(low)}" if low < 0 < high else _size(low if low >= 0 else high)
    second = high if high > 0 else low
    return f"could be anywhere from {first} to {_size(second)} {_way(second)}"


def _way(amount: float) -> str:
    return "higher" if amount > 0 else "lower"


def _size(amount: float) -> str:
    return show_number(abs(round(amount, 2)))
