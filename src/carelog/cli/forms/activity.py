"""Read an activity from the options, or ask for it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, time
from typing import TYPE_CHECKING, Any

from carelog.cli.prompts.ask import ask, need_terminal
from carelog.cli.prompts.times import past_moment, planned_for
from carelog.domain.ids import is_last
from carelog.domain.people.activity import Activity, ActivityKind, ActivityState
from carelog.domain.text import checked_name, takes_away
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


@dataclass(frozen=True, slots=True)
class ActivityOptions:
    """What is typed to change an activity; None leaves what was there, empty text removes it.

    `ratings` are by the name of their field.
    """

    text: str | None
    when: str | None
    with_whom: str | None
    kind: ActivityKind | None
    note: str | None
    at: str | None
    ratings: Mapping[str, int | None]

    def changed(self, context: Context, journal: Journal, old: Activity) -> Activity:
        """The activity with what is given in place of what was there.

        Raises InvalidValue for a value that cannot be used, NotFound or AmbiguousName for the contact.
        """
        day, at = (old.planned_day, old.planned_at) if self.when is None else _read_when(context, self.when)
        contact_id = old.contact_id
        if self.with_whom is not None:
            contact_id = journal.contacts.named(self.with_whom).id if self.with_whom.strip() else None
        return replace(
            old,
            text=self.text or old.text,
            kind=self.kind or old.kind,
            planned_day=day,
            planned_at=at,
            contact_id=contact_id,
            note=old.note if self.note is None else self.note,
            **self._moment(context, old),
            **self._rated(),
        )

    def _rated(self) -> dict[str, Any]:
        return {field: rating for field, rating in self.ratings.items() if rating is not None}

    def _moment(self, context: Context, old: Activity) -> dict[str, Any]:
        """When it was, where that is given. Raises InvalidValue where it is still planned."""
        moment = past_moment(context, self.at)
        if moment is None:
            return {}
        if old.is_planned:
            raise InvalidValue("activity.not-noted-yet", handle=old.handle)
        return {"at": moment, "day": moment.day(context.settings.day_starts_at)}


def find_activity(activities: Activities, reference: str) -> Activity:
    """The activity that a reference means: a planned one by its text first, then any; a handle, or `last`.

    Raises NotFound or AmbiguousName.
    """
    return activities.find(reference) if is_last(reference) else activities.named_even_noted(reference)


def find_to_note(activities: Activities, reference: str, state: ActivityState, details: Iterable[object]) -> Activity:
    """The activity that a reference means: one that is planned, or that has the `state` already.

    Raises NotFound or AmbiguousName, and InvalidValue for one that was noted otherwise, or where any of the `details`
    would change what was noted.
    """
    found = find_activity(activities, reference)
    is_so = found.state is state and all(each is None for each in details)
    if not (found.is_planned or is_so):
        raise InvalidValue("activity.noted-already", handle=found.handle)
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
    return (None, None) if not when or takes_away(when) else planned_for(context, when)


def _read_rating(typed: str) -> int | None:
    digits = typed.strip()
    if digits and not (digits.isdecimal() and digits.isascii() and int(digits) <= 10):
        raise InvalidValue("activity.rating-not-a-whole-number")
    return int(digits) if digits else None
