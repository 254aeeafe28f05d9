"""The streaks page: what was kept comes first, and no sentence is about a streak that ended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carelog.language import gettext as _
from carelog.language import plural
from carelog.wording.counts import part_of
from carelog.wording.days import day_of_month, from_to, short_day
from carelog.wording.lists import listed

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

MEDICINES = _("Medicines")
NOTHING_DUE = _("nothing was due yet")
WHAT_STRENGTH_IS = _("Strength is how settled a routine is. It moves slowly; one day changes little.")
NOTHING_NOTED = _("nothing noted in these weeks")

MARK_WORDS = {
    "done": _("done"),
    "small": _("small version"),
    "partly": _("partly"),
    "skipped": _("skipped"),
    "open": _("open"),
    "missed": _("nothing noted"),
    "bridged": _("bridged"),
    "paused": _("pause"),
}

_TITLES = (
    _("One week, {days}"),
    _("Two weeks, {days}"),
    _("Three weeks, {days}"),
    _("Four weeks, {days}"),
    _("Five weeks, {days}"),
    _("Six weeks, {days}"),
    _("Seven weeks, {days}"),
    _("Eight weeks, {days}"),
)


def weeks_title(weeks: int, first: date, last: date) -> str:
    """The title of the page, such as Eight weeks, 28 Sep to 22 Nov 2026."""
    days = from_to(first, last, short=True)
    if weeks > len(_TITLES):
        return plural(weeks, "{count} week, {days}", "{count} weeks, {days}", days=days)
    return _TITLES[weeks - 1].format(days=days)


def kept_of_due(kept: int, due: int, more: int = 0) -> str:
    """How often a routine was kept, out of how often it was due, and `more`; never kept is not given as 0."""
    if not due:
        return NOTHING_DUE
    if not kept:
        return NOTHING_NOTED
    said = plural(due, "kept {kept} of {count} time", "kept {kept} of {count} times", kept=kept)
    return plural(more, "{said}, and once more", "{said}, and {count} times more", said=said) if more else said


def set_aside(count: int) -> str:
    """Routines are left out on the day of a return, and where they are."""
    return plural(
        count,
        "Set aside for today: {count} routine. To see it: carelog routine list",
        "Set aside for today: {count} routines. To see them: carelog routine list",
    )


def week_label(monday: date) -> str:
    """The label of a week by its first day, such as 28 Sep."""
    return day_of_month(monday)


def week_by_week(weeks: Sequence[tuple[int, int]]) -> str:
    """How often a routine was kept in each week, out of how often it was due."""
    counts = listed(part_of(kept, due) if due else _("nothing due") for kept, due in weeks)
    return _("Week by week: {counts}").format(counts=counts)


def kept_as_needed(times: int) -> str:
    """How often a routine was done that is never due."""
    return plural(times, "done once", "done {count} times") if times else _("not needed in these weeks")


def among_them(small: int, skipped: int) -> str:
    """How many of the kept ones were small, and how many were skipped; empty when both are 0."""
    parts = [plural(small, "{count} small", "{count} small")] if small else []
    parts += [plural(skipped, "{count} skipped", "{count} skipped")] if skipped else []
    return listed(parts)


def per_cent(strength: float) -> str:
    """A strength as a whole percentage, rounded down, so that 100 % is not reached too early."""
    return _("{number} %").format(number=int(100 * strength + 1e-9))


def strength_in_words(strength: float) -> str:
    """The strength of a routine, such as strength 82 %."""
    return _("strength {strength}").format(strength=per_cent(strength))


def runs(present: int, longest: int, *, in_days: bool) -> str:
    """The present run and the longest one; empty when there was no run."""
    if not longest:
        return ""
    return _runs_in_days(present, longest) if in_days else _runs_in_times(present, longest)


def bridged(days: Sequence[date]) -> str:
    """The days without a tick over which a run goes on."""
    return _("Bridged: {days}").format(days=listed(map(short_day, days)))


def _runs_in_days(present: int, longest: int) -> str:
    if not present:
        return plural(longest, "longest run {count} day", "longest run {count} days")
    if longest == 1:
        return plural(present, "run of {count} day", "run of {count} days")
    if present == longest:
        return plural(present, "run of {count} day, the longest", "run of {count} days, the longest")
    return plural(
        present, "run of {count} day, longest {longest}", "run of {count} days, longest {longest}", longest=longest
    )


def _runs_in_times(present: int, longest: int) -> str:
    if not present:
        return plural(longest, "longest run {count} time", "longest run {count} times")
    if longest == 1:
        return plural(present, "run of {count} time", "run of {count} times")
    if present == longest:
        return plural(present, "run of {count} time, the longest", "run of {count} times, the longest")
    return plural(
        present, "run of {count} time, longest {longest}", "run of {count} times, longest {longest}", longest=longest
    )
