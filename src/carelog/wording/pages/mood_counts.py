"""How many days were low, high or level, and how the last days differ from as many before: the same on every page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carelog.domain.numbers import to_hundredths
from carelog.language import gettext as _
from carelog.language import plural
from carelog.wording.counts import figures
from carelog.wording.lists import listed
from carelog.wording.pages.trends import HOW_SURE
from carelog.wording.punctuation import ended

if TYPE_CHECKING:
    from collections.abc import Iterable

BOTH_ENDS, BOTH_AT_BEGINNING = _("both low and high"), _("Both low and high")


def low_days(entries: int, middle: int) -> str:
    """On how many days an entry was low, and on how many of them the middle of the day was, where that differs."""
    if not entries:
        return _("No entry was at 2 or below.")
    said = plural(entries, "On {count} day an entry was at 2 or below", "On {count} days an entry was at 2 or below")
    return _with_middle(said, entries, middle)


def high_days(entries: int, middle: int) -> str:
    """On how many days an entry was high, and on how many of them the middle of the day was, where that differs."""
    if not entries:
        return _("No entry was at 4 or above.")
    said = plural(entries, "On {count} day an entry was at 4 or above", "On {count} days an entry was at 4 or above")
    return _with_middle(said, entries, middle)


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


def side_before(length: int, days: int, median: str, levels: Iterable[tuple[str, int]]) -> str:
    """The days before: how many have a mood, the middle of them, and how many are on which level."""
    return plural(
        length,
        "The {count} day before: {days} with a mood, middle {median}; {levels}.",
        "The {count} days before: {days} with a mood, middle {median}; {levels}.",
        days=days,
        median=median,
        levels=_by_level(levels),
    )


def side_after(length: int, days: int, median: str, levels: Iterable[tuple[str, int]]) -> str:
    """The last days: how many have a mood, the middle of them, and how many are on which level."""
    return plural(
        length,
        "The last {count}: {days} with a mood, middle {median}; {levels}.",
        "The last {count}: {days} with a mood, middle {median}; {levels}.",
        days=days,
        median=median,
        levels=_by_level(levels),
    )


def beside(length: int) -> str:
    """The last days and as many before are only counted."""
    return plural(
        length, "The last {count} day beside the {count} before:", "The last {count} days beside the {count} before:"
    )


def clear_difference(length: int, delta: float, low: float, high: float, *, higher: bool) -> str:
    """Mood differs clearly between the last days and as many before, by how much, and from where to where it may be."""
    said = (
        plural(
            length,
            "Mood was higher in the last {count} day than in the {count} before:",
            "Mood was higher in the last {count} days than in the {count} before:",
        )
        if higher
        else plural(
            length,
            "Mood was lower in the last {count} day than in the {count} before:",
            "Mood was lower in the last {count} days than in the {count} before:",
        )
    )
    return _sure(said, _size(delta), low, high)


def no_clear_difference(length: int, delta: float, low: float, high: float) -> str:
    """Mood does not differ clearly between the last days and as many before; the way in which it would, if any."""
    said = plural(
        length,
        "No clear difference between the last {count} day and the {count} before.",
        "No clear difference between the last {count} days and the {count} before.",
    )
    if delta:
        leaning = _("If anything higher: {size}") if delta > 0 else _("If anything lower: {size}")
    else:
        leaning = _("Neither higher nor lower: {size}")
    return _sure(said, leaning.format(size=_size(delta)), low, high)


def unsure_difference(length: int, delta: float) -> str:
    """It is too early to say how sure the difference between the last days and as many before is."""
    said = plural(
        length,
        "The last {count} day beside the {count} before: {size}.",
        "The last {count} days beside the {count} before: {size}.",
        size=_size(delta),
    )
    return f"{said} {HOW_SURE}"


def all_alike(length: int, before: str, after: str) -> str:
    """Neither half varies at all."""
    if before == after:
        return plural(
            length,
            "The last day and the one before were at {mood}, as far as noted.",
            "All of the last {count} days and of the {count} before were at {mood}, as far as noted.",
            mood=after,
        )
    return plural(
        length,
        "The last day was at {after}, the one before at {before}, as far as noted.",
        "All of the last {count} days were at {after}, all of the {count} before at {before}, as far as noted.",
        before=before,
        after=after,
    )


def _by_level(levels: Iterable[tuple[str, int]]) -> str:
    """How many days are on which level, where there are any."""
    return listed(_("{word} {days}").format(word=word, days=count) for word, count in levels if count)


def _with_middle(said: str, entries: int, middle: int) -> str:
    """On how many days something was noted, and on how many of them the middle of the day was there too."""
    if entries == middle:
        return ended(said)
    if not middle:
        return plural(
            entries,
            "{days}; the middle of the day was not.",
            "{days}; the middle of those days was not.",
            days=said,
        )
    return _("{days}; on {middle} of them the middle of the day was too.").format(days=said, middle=middle)


def _size(delta: float) -> str:
    """The size of a difference, with what its ends would mean."""
    if delta < 0:
        return _("{delta}, where 0 is no difference and -1 is always lower").format(delta=_signed(delta))
    return _("{delta}, where 0 is no difference and 1 is always higher").format(delta=_signed(delta))


def _sure(said: str, size: str, low: float, high: float) -> str:
    """What was said of a difference, with its size and the range in which it can be."""
    return _("{said} {size}; it could be anywhere from {low} to {high}.").format(
        said=said, size=size, low=_signed(low), high=_signed(high)
    )


def _signed(number: float) -> str:
    """A number from -1 to 1."""
    return figures(to_hundredths(number))
