"""The insights page: what went together in the entries, with its counts, and never why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carelog.language import gettext as _
from carelog.language import plural
from carelog.wording.counts import number_range
from carelog.wording.days import from_to

if TYPE_CHECKING:
    from datetime import date

COMPARING = _("Comparing")
WITH, WITHOUT = _("with"), _("without")
NO_MOODS = _("No moods in these days. An empty day was not noted; that is all it says.")
TWO_THINGS = _("The same day and the day after count as two.")
PEOPLE_LEFT_OUT = _("People are left out here. To compare them too: carelog insights --people")
WENT_TOGETHER = _("This says what went together, not what helps.")
NOT_WHAT_HELPS = _(
    "This says what went together, not what helps. Relief on the same day is not the same as feeling better."
)
FEELINGS_APART = _("Feelings, by themselves: a feeling is part of a mood and goes with it anyway.")
WITHIN_WEEKDAYS = _(
    "It comes more on some days of the week, so Mondays are compared with Mondays only, Tuesdays with Tuesdays, "
    "and so on."
)
NUMBERS_WITHIN_WEEKDAYS = _(
    "Its numbers differ between days of the week, so Mondays are compared with Mondays only, Tuesdays with Tuesdays, "
    "and so on."
)
NUMBERS_MAY_BE_THE_WEEKDAY = _("Its numbers go by the days of the week, so it may also be the day of the week.")
MAY_BE_THE_WEEKDAY = _("It comes mostly on the same days of the week, so it may also be the day of the week.")
ASKED_AND_CLEAR = _("You asked about one thing, and it differs clearly.")
ASKED_AND_NOT_CLEAR = _("You asked about one thing. Nothing differs clearly; that is common.")
ASKED_AND_WEEKDAY = _("You asked about one thing. It may as well be the day of the week.")
ASKED_BEFOREHAND = _(
    "Asked about alone, it is one comparison. When many things are asked about one by one, some differ by chance."
)
KEEP_OUT = _("To leave something out here: carelog insights --never NAME")


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
        "Too early to compare: something has to be noted on {a_side} days and absent on {a_side} others, "
        "{overall} in all."
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


def compared_feelings(feelings: int, told: int, *, more: bool) -> str:
    """How many comparisons of feelings were made, and how many stand out."""
    if more:
        return plural(
            feelings,
            "{count} compared; these {told} stand out most.",
            "{count} compared; these {told} stand out most.",
            told=told,
        )
    return plural(
        told, "{feelings} compared, {count} stands out.", "{feelings} compared, {count} stand out.", feelings=feelings
    )


def weekday_only(things: int) -> str:
    """How many things cannot be told from the day of the week."""
    return plural(
        things,
        "{count} more thing comes mostly on the same days of the week, and cannot be told from them.",
        "{count} more things come mostly on the same days of the week, and cannot be told from them.",
    )


def asked_too_few(name: str, days_with: int, days_without: int, a_side: int, overall: int, *, day_after: bool) -> str:
    """What was asked about has too few days with it, or too few without it."""
    template = (
        _(
            "Too early to say. Days with “{name}” and a mood the day after: {days_with}; without it since it was first "
            "noted: {days_without}. A comparison takes {a_side} of each and {overall} in all."
        )
        if day_after
        else _(
            "Too early to say. Days with a mood and “{name}”: {days_with}; without it since it was first noted: "
            "{days_without}. A comparison takes {a_side} of each and {overall} in all."
        )
    )
    return template.format(name=name, days_with=days_with, days_without=days_without, a_side=a_side, overall=overall)


def asked_too_few_totals(name: str, days: int, fewest: int, *, day_after: bool) -> str:
    """A questionnaire that was asked about was answered on too few days."""
    if day_after:
        return plural(
            days,
            "Too early to say: “{name}” was answered on {count} day with a mood the day after. A comparison takes "
            "{fewest} such days, and three different totals.",
            "Too early to say: “{name}” was answered on {count} days with a mood the day after. A comparison takes "
            "{fewest} such days, and three different totals.",
            name=name,
            fewest=fewest,
        )
    return plural(
        days,
        "Too early to say: “{name}” was answered on {count} day with a mood. A comparison takes {fewest} such days, "
        "and three different totals.",
        "Too early to say: “{name}” was answered on {count} days with a mood. A comparison takes {fewest} such days, "
        "and three different totals.",
        name=name,
        fewest=fewest,
    )


def asked_too_few_readings(name: str, days: int, fewest: int, *, day_after: bool) -> str:
    """What was asked about has too few readings, or readings on too few of the days."""
    if day_after:
        return plural(
            days,
            "Too early to say: “{name}” has a number on {count} day with a mood the day after. A comparison takes "
            "{fewest} such days, three different numbers, and a number on half of the days since the first.",
            "Too early to say: “{name}” has a number on {count} days with a mood the day after. A comparison takes "
            "{fewest} such days, three different numbers, and a number on half of the days since the first.",
            name=name,
            fewest=fewest,
        )
    return plural(
        days,
        "Too early to say: “{name}” has a number on {count} day with a mood. A comparison takes {fewest} such days, "
        "three different numbers, and a number on half of the days since the first.",
        "Too early to say: “{name}” has a number on {count} days with a mood. A comparison takes {fewest} such days, "
        "three different numbers, and a number on half of the days since the first.",
        name=name,
        fewest=fewest,
    )


def asked_hardly_different(name: str, different: int) -> str:
    """What was asked about has enough readings, and they hardly differ."""
    return plural(
        different,
        "Nothing to compare: “{name}” was always the same number; it takes three.",
        "Nothing to compare: “{name}” was always one of {count} numbers; it takes three.",
        name=name,
    )


def asked_with_hardly_different_moods(name: str, different: int, *, day_after: bool) -> str:
    """What was asked about has enough readings, and mood hardly differed on their days or on those after."""
    if day_after:
        return plural(
            different,
            "Nothing to compare: mood was always the same the day after “{name}”; it takes three levels.",
            "Nothing to compare: mood was always one of {count} levels the day after “{name}”; it takes three.",
            name=name,
        )
    return plural(
        different,
        "Nothing to compare: mood was always the same on days with “{name}”; it takes three levels.",
        "Nothing to compare: mood was always one of {count} levels on days with “{name}”; it takes three.",
        name=name,
    )


def kept_out(name: str) -> str:
    """Something is never compared from now on."""
    return _("From now on, “{name}” is left out of insights and of every page that compares.").format(name=name)


def kept_out_already(name: str) -> str:
    """Something is kept out already."""
    template = _("“{name}” is left out of insights already. What is left out: carelog settings get insights.never")
    return template.format(name=name)


def ask_to_compare_again(name: str) -> str:
    """A question, where something is kept out already."""
    return _("“{name}” is left out of insights already. Compare it again?").format(name=name)


def compared_again(name: str) -> str:
    """Something may be compared again."""
    return _("“{name}” may be compared again.").format(name=name)


KEPT_IN_SETTINGS = _("The name is in your settings file, which the lock does not cover.")
NO_SUCH_NAME_YET = _("Nothing in the last year is called that yet; it will be left out all the same.")


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


def other_explanation(kind: str, name: str, *, better: bool, two_sided: bool, day_after: bool, differs: bool) -> str:
    """Beside a finding: another explanation, such as the reverse direction or a third cause.

    Where days do not differ (`differs`) there is nothing to explain, and it is empty; what a feeling is, and that
    numbers are about days and not about a person, is said all the same.
    """
    if kind == "person":
        template = _("That is about those days, not about {name}. Other things happened on them too.")
    elif kind == "feeling" and day_after:
        template = _(
            "A feeling is part of a mood, and some of a mood carries over into the next day: "
            "this says how days were, not why they were so."
        )
    elif kind == "feeling":
        template = _("A feeling is part of a mood: this says how days were, not why they were so.")
    elif not differs:
        return ""
    elif day_after:
        template = _("It may be “{name}”, or that some of a mood carries over into the next day.")
    elif kind in ("tracker", "questionnaire"):
        template = _("It may be “{name}”, or mood that moves it, or something else that moves both.")
    elif two_sided:
        template = (
            _("It may be “{name}”, or that it comes more often on more level days.")
            if better
            else _("It need not be “{name}”: it may come more often on days that are less level anyway.")
        )
    else:
        template = (
            _("It may be “{name}”, or that it comes more often on better days.")
            if better
            else _("It need not be “{name}”: it may come more often on days that are hard anyway.")
        )
    return template.format(name=name)
