"""Read an activity from the options, or ask for it."""

from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING

from carelog.cli.prompts.ask import ask, need_terminal
from carelog.cli.prompts.times import planned_for
from carelog.domain.people.activity import Activity, ActivityKind
from carelog.domain.text import checked_name, fold
from carelog.errors import InvalidValue
from carelog.wording.people import activities as activities_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from carelog.cli.runtime.context import Context
    from carelog.domain.time.days import Period
    from carelog.journal import Journal
    from carelog.journal.collections.activities import Activities


def planned_activity(
    context: Context,
    journal: Journal,
    text: str,
    when: str | None,
    with_whom: str | None,
    kind: ActivityKind,
    expect: int | None,
) -> Activity:
    """A new activity; without a text the person is asked for it.

    Raises InvalidValue for a value that cannot be used and where nobody can be asked, NotFound for an unknown contact.
    """
    if not text:
        text, when, expect = _ask_activity(context)
    day, at = _read_when(context, when)
    return Activity(
        journal.activities.new_id(),
        text,
        kind,
        planned_day=day,
        planned_at=at,
        contact_id=journal.contacts.named(with_whom).id if with_whom else None,
        expected=expect,
    )


def days_within(activities: Iterable[Activity], period: Period | None) -> list[Activity]:
    """The activities that were noted or are planned on a day of a period; all of them without one."""
    if period is None:
        return list(activities)
    dated = [(each, each.day or each.planned_day) for each in activities]
    return [each for each, day in dated if day and day in period]


def find_planned(activities: Activities, reference: str) -> Activity:
    """The planned activity that a reference means: a word of its text, a handle, or `last`.

    Raises NotFound or AmbiguousName, and InvalidValue for an activity that is not planned any more.
    """
    found = activities.find(reference) if fold(reference) == "last" else activities.named(reference)
    if not found.is_planned:
        raise InvalidValue("activity.noted-already")
    return found


def _ask_activity(context: Context) -> tuple[str, str | None, int | None]:
    need_terminal(context, "activity.needs-terminal")
    text = ask(activities_words.ASK_TEXT, lambda typed: checked_name(typed, "activity.text"))

    def checked_when(typed: str) -> str:
        _read_when(context, typed)
        return typed

    when = ask(activities_words.ASK_WHEN, checked_when)
    return text, when, ask(activities_words.ASK_EXPECT, _read_rating)


def _read_when(context: Context, when: str | None) -> tuple[date | None, time | None]:
    return planned_for(context, when) if when and when.strip() else (None, None)


def _read_rating(typed: str) -> int | None:
    digits = typed.strip()
    if digits and not (digits.isdecimal() and digits.isascii() and int(digits) <= 10):
        raise InvalidValue("activity.rating-not-a-whole-number")
    return int(digits) if digits else None
