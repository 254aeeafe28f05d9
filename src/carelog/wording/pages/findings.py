"""Findings as sentences, by what went together with mood: on the person's own pages, and on pages for others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carelog.language import gettext as _
from carelog.language import plural
from carelog.wording.days import day_count

if TYPE_CHECKING:
    from collections.abc import Sequence

_SAME_DAY = {
    "feeling": _(
        "In your entries, mood was {mood} on {with_it} of {days_with} days with the feeling “{name}” and on "
        "{without_it} of {days_without} days without ({days})."
    ),
    "tag": _(
        "In your entries, mood was {mood} on {with_it} of {days_with} days with “{name}” and on {without_it} of "
        "{days_without} days without ({days})."
    ),
    "routine": _(
        "In your entries, mood was {mood} on {with_it} of {days_with} days with “{name}” and on {without_it} of "
        "{days_without} other days that it was due ({days})."
    ),
    "person": _(
        "In your entries, mood was {mood} on {with_it} of {days_with} days with {name} and on {without_it} of "
        "{days_without} other days that this was due ({days})."
    ),
    "activity": _(
        "In your entries, mood was {mood} on {with_it} of {days_with} days with {name} and on {without_it} of "
        "{days_without} days without ({days})."
    ),
}
_DAY_AFTER = {
    "feeling": _(
        "In your entries, mood was {mood} on {with_it} of {days_with} days that followed a day with the feeling "
        "“{name}” and on {without_it} of {days_without} that followed a day without ({days})."
    ),
    "tag": _(
        "In your entries, mood was {mood} on {with_it} of {days_with} days that followed a day with “{name}” and on "
        "{without_it} of {days_without} that followed a day without ({days})."
    ),
    "routine": _(
        "In your entries, mood was {mood} on {with_it} of {days_with} days that followed a day with “{name}” and on "
        "{without_it} of {days_without} that followed another day that it was due ({days})."
    ),
    "person": _(
        "In your entries, mood was {mood} on {with_it} of {days_with} days that followed a day with {name} and on "
        "{without_it} of {days_without} that followed another day that this was due ({days})."
    ),
    "activity": _(
        "In your entries, mood was {mood} on {with_it} of {days_with} days that followed a day with {name} and on "
        "{without_it} of {days_without} that followed a day without ({days})."
    ),
}
_SAME_DAY_FOR_OTHERS = {
    "feeling": _(
        "Mood was {mood} on {with_it} of {days_with} days with the feeling “{name}” and on {without_it} of "
        "{days_without} days without ({days})."
    ),
    "routine": _(
        "Mood was {mood} on {with_it} of {days_with} days with “{name}” and on {without_it} of {days_without} other "
        "days that it was due ({days})."
    ),
    "activity": _(
        "Mood was {mood} on {with_it} of {days_with} days with {name} and on {without_it} of {days_without} days "
        "without ({days})."
    ),
}
_DAY_AFTER_FOR_OTHERS = {
    "feeling": _(
        "Mood was {mood} on {with_it} of {days_with} days that followed a day with the feeling “{name}” and on "
        "{without_it} of {days_without} that followed a day without ({days})."
    ),
    "routine": _(
        "Mood was {mood} on {with_it} of {days_with} days that followed a day with “{name}” and on {without_it} of "
        "{days_without} that followed another day that it was due ({days})."
    ),
    "activity": _(
        "Mood was {mood} on {with_it} of {days_with} days that followed a day with {name} and on {without_it} of "
        "{days_without} that followed a day without ({days})."
    ),
}


def with_and_without(
    kind: str, name: str, mood: str, shares: Sequence[tuple[int, int]], *, day_after: bool, for_others: bool
) -> str:
    """A finding about something noted or not: the share of days with that mood, with it and without it.

    A page for others never shows tags and people.
    """
    (with_it, days_with), (without_it, days_without) = shares
    if for_others:
        templates = _DAY_AFTER_FOR_OTHERS if day_after else _SAME_DAY_FOR_OTHERS
    else:
        templates = _DAY_AFTER if day_after else _SAME_DAY
    return templates[kind].format(
        mood=mood,
        name=name,
        with_it=with_it,
        days_with=days_with,
        without_it=without_it,
        days_without=days_without,
        days=day_count(days_with + days_without),
    )


def by_reading(
    name: str, mood: str, shares: Sequence[tuple[int, int, str]], *, day_after: bool, for_others: bool
) -> str:
    """A finding about readings: the share of days with that mood for two or three ranges of readings."""
    (days, of, readings), *between, (high_days, high_of, high) = shares
    values: dict[str, object] = {
        "mood": mood,
        "name": name,
        "low_days": days,
        "low": readings,
        "high_days": high_days,
        "high_of": high_of,
        "high": high,
        "days": day_count(sum(of for _days, of, _readings in shares)),
    }
    if not between:
        say = _by_two_for_others if for_others else _by_two
        return say(of, values, day_after=day_after)
    values["middle_days"], values["middle_of"], values["middle"] = between[0]
    say = _by_three_for_others if for_others else _by_three
    return say(of, values, day_after=day_after)


def _by_two(of: int, values: dict[str, object], *, day_after: bool) -> str:
    """Low and high readings, on the person’s own page."""
    if day_after:
        return plural(
            of,
            "In your entries, mood was {mood} on {low_days} of {count} day that followed “{name}” at {low} and on "
            "{high_days} of {high_of} at {high} ({days}).",
            "In your entries, mood was {mood} on {low_days} of {count} days that followed “{name}” at {low} and on "
            "{high_days} of {high_of} at {high} ({days}).",
            **values,
        )
    return plural(
        of,
        "In your entries, mood was {mood} on {low_days} of {count} day with “{name}” at {low} and on {high_days} of "
        "{high_of} at {high} ({days}).",
        "In your entries, mood was {mood} on {low_days} of {count} days with “{name}” at {low} and on {high_days} of "
        "{high_of} at {high} ({days}).",
        **values,
    )


def _by_two_for_others(of: int, values: dict[str, object], *, day_after: bool) -> str:
    """Low and high readings, on a page for others."""
    if day_after:
        return plural(
            of,
            "Mood was {mood} on {low_days} of {count} day that followed “{name}” at {low} and on {high_days} of "
            "{high_of} at {high} ({days}).",
            "Mood was {mood} on {low_days} of {count} days that followed “{name}” at {low} and on {high_days} of "
            "{high_of} at {high} ({days}).",
            **values,
        )
    return plural(
        of,
        "Mood was {mood} on {low_days} of {count} day with “{name}” at {low} and on {high_days} of {high_of} at {high} "
        "({days}).",
        "Mood was {mood} on {low_days} of {count} days with “{name}” at {low} and on {high_days} of {high_of} at "
        "{high} ({days}).",
        **values,
    )


def _by_three(of: int, values: dict[str, object], *, day_after: bool) -> str:
    """Low, middle and high readings, on the person’s own page."""
    if day_after:
        return plural(
            of,
            "In your entries, mood was {mood} on {low_days} of {count} day that followed “{name}” at {low}, on "
            "{middle_days} of {middle_of} at {middle} and on {high_days} of {high_of} at {high} ({days}).",
            "In your entries, mood was {mood} on {low_days} of {count} days that followed “{name}” at {low}, on "
            "{middle_days} of {middle_of} at {middle} and on {high_days} of {high_of} at {high} ({days}).",
            **values,
        )
    return plural(
        of,
        "In your entries, mood was {mood} on {low_days} of {count} day with “{name}” at {low}, on {middle_days} of "
        "{middle_of} at {middle} and on {high_days} of {high_of} at {high} ({days}).",
        "In your entries, mood was {mood} on {low_days} of {count} days with “{name}” at {low}, on {middle_days} of "
        "{middle_of} at {middle} and on {high_days} of {high_of} at {high} ({days}).",
        **values,
    )


def _by_three_for_others(of: int, values: dict[str, object], *, day_after: bool) -> str:
    """Low, middle and high readings, on a page for others."""
    if day_after:
        return plural(
            of,
            "Mood was {mood} on {low_days} of {count} day that followed “{name}” at {low}, on {middle_days} of "
            "{middle_of} at {middle} and on {high_days} of {high_of} at {high} ({days}).",
            "Mood was {mood} on {low_days} of {count} days that followed “{name}” at {low}, on {middle_days} of "
            "{middle_of} at {middle} and on {high_days} of {high_of} at {high} ({days}).",
            **values,
        )
    return plural(
        of,
        "Mood was {mood} on {low_days} of {count} day with “{name}” at {low}, on {middle_days} of {middle_of} at "
        "{middle} and on {high_days} of {high_of} at {high} ({days}).",
        "Mood was {mood} on {low_days} of {count} days with “{name}” at {low}, on {middle_days} of {middle_of} at "
        "{middle} and on {high_days} of {high_of} at {high} ({days}).",
        **values,
    )
