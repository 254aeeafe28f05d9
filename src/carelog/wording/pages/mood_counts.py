"""How many days were low, high or level, and how these days differ from as many before: the same on every page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carelog.domain.numbers import show_number
from carelog.language import gettext as _
from carelog.language import plural
from carelog.wording.lists import listed
from carelog.wording.pages.trends import HOW_SURE

if TYPE_CHECKING:
    from collections.abc import Iterable

BOTH_ENDS = _("both low and high")


def low_days(entries: int, middle: int) -> str:
    """On how many days an entry was low, and on how many the middle of the day was, where that differs."""
    if entries == middle:
        return plural(entries, "An entry at 2 or below on {count} day.", "An entry at 2 or below on {count} days.")
    return plural(
        entries,
        "An entry at 2 or below on {count} day; the middle of the day on {middle}.",
        "An entry at 2 or below on {count} days; the middle of the day on {middle}.",
        middle=middle,
    )


def high_days(entries: int, middle: int) -> str:
    """On how many days an entry was high, and on how many the middle of the day was, where that differs."""
    if entries == middle:
        return plural(entries, "An entry at 4 or above on {count} day.", "An entry at 4 or above on {count} days.")
    return plural(
        entries,
        "An entry at 4 or above on {count} day; the middle of the day on {middle}.",
        "An entry at 4 or above on {count} days; the middle of the day on {middle}.",
        middle=middle,
    )


def level_days(word: str, level: int, both: int, of: int) -> str:
    """On how many days of a two-sided scale a person was level, and on how many they were at both ends."""
    if both:
        return plural(
            of,
            "Mood: {word} on {days} of {count} day, both low and high on {both}.",
            "Mood: {word} on {days} of {count} days, both low and high on {both}.",
            word=word,
            days=level,
            both=both,
        )
    return plural(
        of, "Mood: {word} on {days} of {count} day.", "Mood: {word} on {days} of {count} days.", word=word, days=level
    )


def side_before(days: int, median: str, levels: Iterable[tuple[str, int]]) -> str:
    """The days before: how many have a mood, the middle of them, and how many are on which level."""
    return plural(
        days,
        "Before: {count} days, middle {median}; {levels}.",
        "Before: {count} days, middle {median}; {levels}.",
        median=median,
        levels=_by_level(levels),
    )


def side_after(days: int, median: str, levels: Iterable[tuple[str, int]]) -> str:
    """These days: how many have a mood, the middle of them, and how many are on which level."""
    return plural(
        days,
        "These: {count} days, middle {median}; {levels}.",
        "These: {count} days, middle {median}; {levels}.",
        median=median,
        levels=_by_level(levels),
    )


def beside(length: int) -> str:
    """These days and as many before are only counted."""
    return plural(
        length, "These {count} days beside the {count} before:", "These {count} days beside the {count} before:"
    )


def clear_difference(length: int, delta: float, low: float, high: float, *, higher: bool) -> str:
    """Mood differs clearly between these days and as many before, by how much, and from where to where that may be."""
    size = _size(delta, low, high)
    if higher:
        return plural(
            length,
            "Mood was higher in these {count} days than in the {count} before: {size}.",
            "Mood was higher in these {count} days than in the {count} before: {size}.",
            size=size,
        )
    return plural(
        length,
        "Mood was lower in these {count} days than in the {count} before: {size}.",
        "Mood was lower in these {count} days than in the {count} before: {size}.",
        size=size,
    )


def no_clear_difference(length: int, delta: float, low: float, high: float) -> str:
    """Mood does not differ clearly between these days and as many before."""
    return plural(
        length,
        "No clear difference between these {count} days and the {count} before: {size}.",
        "No clear difference between these {count} days and the {count} before: {size}.",
        size=_size(delta, low, high),
    )


def unsure_difference(length: int, delta: float) -> str:
    """It is too early to say how sure the difference between these days and as many before is."""
    said = plural(
        length,
        "These {count} days beside the {count} before: {delta} on a scale from -1 to 1.",
        "These {count} days beside the {count} before: {delta} on a scale from -1 to 1.",
        delta=_signed(delta),
    )
    return f"{said} {HOW_SURE}"


def all_alike(length: int, before: str, after: str) -> str:
    """Neither half varies at all."""
    if before == after:
        return plural(
            length,
            "All of these {count} days and of the {count} before were at {mood}, as far as noted.",
            "All of these {count} days and of the {count} before were at {mood}, as far as noted.",
            mood=after,
        )
    return plural(
        length,
        "All of these {count} days were at {after}, all of the {count} before at {before}, as far as noted.",
        "All of these {count} days were at {after}, all of the {count} before at {before}, as far as noted.",
        before=before,
        after=after,
    )


def _by_level(levels: Iterable[tuple[str, int]]) -> str:
    """How many days are on which level, where there are any."""
    return listed(_("{word} {days}").format(word=word, days=count) for word, count in levels if count)


def _size(delta: float, low: float, high: float) -> str:
    """The size of a difference with its range."""
    template = _("{delta} on a scale from -1 to 1, it could be anywhere from {low} to {high}")
    return template.format(delta=_signed(delta), low=_signed(low), high=_signed(high))


def _signed(number: float) -> str:
    """A number from -1 to 1; one next to 0 keeps its side of it."""
    shown = round(number, 2)
    return show_number(shown if shown or not number else 0.01 if number > 0 else -0.01)
