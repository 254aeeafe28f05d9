"""The insights page: what went together in the entries, with its counts, and never why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carelog.domain.numbers import show_number
from carelog.language import gettext as _
from carelog.language import plural
from carelog.wording.counts import number_range
from carelog.wording.days import from_to

if TYPE_CHECKING:
    from datetime import date

COMPARING = _("Comparing")
WITH, WITHOUT = _("with"), _("without")
NO_MOODS = _("No mood is noted in these days.")
TWO_THINGS = _("The same day and the day after count as two.")
PEOPLE_LEFT_OUT = _("What is about people is left out; carelog insights --people compares it too.")
DIFFERENCES = _("Differences go from -1 to 1, where 0 is none.")
NEVER_WHY = _("This says what went together in your entries, and never why.")


def title(first: date, last: date) -> str:
    """The title of the page, such as What went together, 24 August to 22 November 2026."""
    return _("What went together, {days}").format(days=from_to(first, last))


def coverage(days: int, of: int) -> str:
    """On how many days a mood was noted."""
    return plural(of, "A mood on {days} of {count} day.", "A mood on {days} of {count} days.", days=days)


def too_few_days(days: int, fewest: int) -> str:
    """There are too few days with a mood for any comparison."""
    return plural(
        days,
        "Too early to say: a comparison takes {fewest} days with a mood, and so far there is {count}.",
        "Too early to say: a comparison takes {fewest} days with a mood, and so far there are {count}.",
        fewest=fewest,
    )


def too_many_gaps(days: int, of: int) -> str:
    """Fewer than half of the days have a mood."""
    template = _(
        "Too early to say: a comparison takes a mood on half of the days at least, and here it is {days} of {of}. "
        "Days that were not noted may have been unlike the others."
    )
    return template.format(days=days, of=of)


def shorter(days: int, last: date | None) -> str:
    """A shorter period that has enough days, up to today or the `last` day."""
    if last is None:
        return _("A shorter stretch is enough: carelog insights --last {days}d").format(days=days)
    template = _("A shorter stretch is enough: carelog insights --last {days}d --to {day}")
    return template.format(days=days, day=last.isoformat())


def nothing_compared(a_side: int, overall: int) -> str:
    """Nothing was noted often enough to be compared."""
    template = _(
        "Nothing to compare yet: that takes {a_side} days with something and {a_side} without it, {overall} in all."
    )
    return template.format(a_side=a_side, overall=overall)


def compared(things: int, found: int, *, more: bool) -> str:
    """How many things were compared, and how many of them stand out."""
    if not found:
        return plural(
            things,
            "{count} thing compared. Nothing stands out clearly; that is common.",
            "{count} things compared. Nothing stands out clearly; that is common.",
        )
    if more:
        return plural(
            things,
            "{count} thing compared; these {found} stand out most.",
            "{count} things compared; these {found} stand out most.",
            found=found,
        )
    looked_at = plural(things, "{count} thing compared", "{count} things compared")
    return plural(found, "{things}, {count} stands out.", "{things}, {count} stand out.", things=looked_at)


def too_few(things: int) -> str:
    """How many things could not be compared."""
    return plural(things, "{count} more thing had too few days.", "{count} more things had too few days.")


def when(*, day_after: bool) -> str:
    """The day whose mood was compared, behind the name of what went together with it."""
    return _(", the day after") if day_after else _(", the same day")


def mood_on(levels: tuple[int, int], level_word: str) -> str:
    """The range of moods whose days are counted, such as 4 or 5; a single level is named by its word."""
    low, high = levels
    if low == high:
        return level_word
    return _("{low} or {high}").format(low=low, high=high) if high == low + 1 else number_range(low, high)


def span(low: float, high: float, unit: str) -> str:
    """A range of readings, such as 4.5 to 6.75 h."""
    numbers = number_range(low, high)
    return _("{number} {unit}").format(number=numbers, unit=unit) if unit else numbers


def other_explanation(kind: str, name: str, *, better: bool, two_sided: bool, day_after: bool) -> str:
    """Beside a finding: another explanation, such as the reverse direction or a third cause."""
    if kind == "person":
        template = _("That is about those days and not about {name}: they may have held other things too.")
    elif kind == "feeling" and day_after:
        template = _(
            "A feeling is part of a mood, and some of a mood carries over into the next day: "
            "this says how days were, not why they were so."
        )
    elif kind == "feeling":
        template = _("A feeling is part of a mood: this says how days were, not why they were so.")
    elif day_after:
        template = _("It may be “{name}”, or that some of a mood carries over into the next day.")
    elif kind == "tracker":
        template = _("It may be “{name}”, or mood that moves it, or something else that moves both.")
    elif two_sided:
        template = (
            _("It may be “{name}”, or that it comes more often on more level days.")
            if better
            else _("It may be “{name}”, or that it comes more often on less level days.")
        )
    else:
        template = (
            _("It may be “{name}”, or that it comes more often on better days.")
            if better
            else _("It may be “{name}”, or that it comes more often on harder days.")
        )
    return template.format(name=name)


def effect_size(effect: float, low: float, high: float) -> str:
    """Beside a finding: its effect size with the confidence interval."""
    if _signed(low) == _signed(high):
        template = _("Difference {effect}, without an exception on these days.")
    else:
        template = _("Difference {effect}; it could be anywhere from {low} to {high}.")
    return template.format(effect=_signed(effect), low=_signed(low), high=_signed(high))


def _signed(number: float) -> str:
    return show_number(round(number, 2))
