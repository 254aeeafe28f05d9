"""What is said of an activity, as typed or as asked for."""

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
    from carelog.cli.runtime.context import Context
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
    """The activity that is planned on the command line; without a text it is asked for.

    Raises InvalidValue or NotFound for what cannot be used, and where nobody can be asked.
    """
    if not text:
        text, when, expect = _asked(context)
    day, at = _when(context, when)
    return Activity(
        journal.activities.new_id(),
        text,
        kind,
        planned_day=day,
        planned_at=at,
        contact_id=journal.contacts.named(with_whom).id if with_whom else None,
        expected=expect,
    )


def find_planned(activities: Activities, reference: str) -> Activity:
    """The activity that is meant: one that is planned by the beginning of its text, else any by `last` or a handle.

    Raises NotFound or AmbiguousName, and InvalidValue for one that is noted already.
    """
    found = activities.find(reference) if fold(reference) == "last" else activities.named(reference)
    if not found.is_planned:
        raise InvalidValue(activities_words.NOT_PLANNED)
    return found


def _asked(context: Context) -> tuple[str, str | None, int | None]:
    need_terminal(context, activities_words.NEEDS_TEXT)
    text = ask(activities_words.ASK_TEXT, lambda typed: checked_name(typed, "activity.text"))

    def understood(typed: str) -> str:
        _when(context, typed)
        return typed

    when = ask(activities_words.ASK_WHEN, understood)
    return text, when, ask(activities_words.ASK_EXPECT, _rating)


def _when(context: Context, when: str | None) -> tuple[date | None, time | None]:
    return planned_for(context, when) if when and when.strip() else (None, None)


def _rating(typed: str) -> int | None:
    digits = typed.strip()
    if digits and not (digits.isdecimal() and digits.isascii() and int(digits) <= 10):
        raise InvalidValue(activities_words.RATING)
    return int(digits) if digits else None
