"""The insights page: what went together in the entries, with its counts, and never why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carelog.domain.numbers import show_number
from carelog.wording.days import day_count, from_to

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

COMPARING = "Comparing"
WITH, WITHOUT = "with", "without"
SAME_DAY, DAY_AFTER = "the same day", "the day after"
NO_MOODS = "No mood is noted in these days."
TWO_THINGS = "The same day and the day after count as two."
PEOPLE_LEFT_OUT = "What is about people is left out; carelog insights --people compares it too."
DIFFERENCES = "Differences go from -1 to 1, where 0 is none."
NEVER_WHY = "This says what went together in your entries, and never why."

_DAY_WITH = {
    "feeling": "a day with the feeling “{name}”",
    "tag": "a day with “{name}”",
    "routine": "a day with “{name}”",
    "person": "a day with {name}",
    "activity": "a day with {name}",
}
_DAY_WITHOUT = {"routine": "another day that it was due", "person": "another day that this was due"}


def title(first: date, last: date) -> str:
    """The title of the page, such as What went together, 24 August to 22 November 2026."""
    return f"What went together, {from_to(first, last)}"


def coverage(days: int, of: int) -> str:
    """On how many days a mood was noted."""
    return f"A mood on {days} of {day_count(of)}."


def too_few_days(days: int, fewest: int) -> str:
    """There are too few days with a mood for any comparison."""
    return f"Too early to say: a comparison takes {fewest} days with a mood, and so far there {_are(days)}."


def too_many_gaps(days: int, of: int) -> str:
    """Fewer than half of the days have a mood."""
    return (
        f"Too early to say: a comparison takes a mood on half of the days at least, and here it is {days} of {of}. "
        "Days that were not noted may have been unlike the others. A shorter stretch may do: "
        "carelog insights --last 60d"
    )


def nothing_compared(a_side: int, overall: int) -> str:
    """Nothing was noted often enough to be compared."""
    return f"Nothing to compare yet: that takes {a_side} days with something and {a_side} without it, {overall} in all."


def compared(things: int, found: int, *, more: bool) -> str:
    """How many things were compared, and how many of them stand out."""
    looked_at = f"{things} {'thing' if things == 1 else 'things'} compared"
    if not found:
        return f"{looked_at}. Nothing stands out clearly; that is common."
    if more:
        return f"{looked_at}; these {found} stand out most."
    return f"{looked_at}, {found} {'stands' if found == 1 else 'stand'} out."


def too_few(things: int) -> str:
    """How many things could not be compared."""
    return f"{things} more {'thing' if things == 1 else 'things'} had too few days."


def mood_on(levels: tuple[int, int], level_word: str) -> str:
    """The range of moods whose days are counted, such as 4 or 5; a single level is named by its word."""
    low, high = levels
    if low == high:
        return level_word
    return f"{low} {'or' if high == low + 1 else 'to'} {high}"


def with_and_without(kind: str, name: str, mood: str, shares: Sequence[tuple[int, int]], *, day_after: bool) -> str:
    """A finding about something noted or not: the share of days with that mood, with it and without it."""
    (with_it, days_with), (without_it, days_without) = shares
    having = _DAY_WITH[kind].format(name=name)
    lacking = _DAY_WITHOUT.get(kind, "a day without")
    if day_after:
        shares_in_words = (
            f"{with_it} of {days_with} days that followed {having} and on "
            f"{without_it} of {days_without} that followed {lacking}"
        )
    else:
        shares_in_words = (
            f"{with_it} of {days_with} {_plural(having)} and on {without_it} of {days_without} {_plural(lacking)}"
        )
    return f"In your entries, mood was {mood} on {shares_in_words} ({days_with + days_without} days)."


def by_reading(name: str, mood: str, shares: Sequence[tuple[int, int, str]], *, day_after: bool) -> str:
    """A finding about readings: the share of days with that mood for each range of readings."""
    (days, of, readings), *others = shares
    when = "that followed" if day_after else "with"
    by_range = [
        f"{days} of {day_count(of)} {when} “{name}” at {readings}",
        *(f"{days} of {of} at {span}" for days, of, span in others),
    ]
    listed = f"{', on '.join(by_range[:-1])} and on {by_range[-1]}"
    return f"In your entries, mood was {mood} on {listed} ({sum(of for _, of, _ in shares)} days)."


def span(low: float, high: float, unit: str) -> str:
    """A range of readings, such as 4.5 to 6.75 h."""
    numbers = show_number(low) if low == high else f"{show_number(low)} to {show_number(high)}"
    return f"{numbers} {unit}".strip()


def other_explanation(kind: str, name: str, *, better: bool, two_sided: bool, day_after: bool) -> str:
    """Beside a finding: another explanation, such as the reverse direction or a third cause."""
    days = (("more level" if better else "less level") if two_sided else ("better" if better else "harder")) + " days"
    if kind == "person":
        return f"That is about those days and not about {name}: they may have held other things too."
    if kind == "feeling":
        carried = ", and some of a mood carries over into the next day" if day_after else ""
        return f"A feeling is part of a mood{carried}: this says how days were, not why they were so."
    if day_after:
        return f"It may be “{name}”, or that some of a mood carries over into the next day."
    if kind == "tracker":
        return f"It may be “{name}”, or mood that moves it, or something else that moves both."
    return f"It may be “{name}”, or that it comes more often on {days}."


def effect_size(effect: float, low: float, high: float) -> str:
    """Beside a finding: its effect size with the confidence interval."""
    if _signed(low) == _signed(high):
        return f"Difference {_signed(effect)}, without an exception on these days."
    return f"Difference {_signed(effect)}; it could be anywhere from {_signed(low)} to {_signed(high)}."


def _plural(one: str) -> str:
    """“days with” for “a day with”."""
    article, _, rest = one.partition(" day")
    return f"{'other ' if article == 'another' else ''}days{rest}"


def _are(days: int) -> str:
    return f"is {days}" if days == 1 else f"are {days}"


def _signed(number: float) -> str:
    return show_number(round(number, 2))
