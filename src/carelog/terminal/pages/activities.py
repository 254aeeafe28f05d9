"""Activities: all of them, or one with everything that was noted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from carelog.wording.people import activities as words

if TYPE_CHECKING:
    from carelog.domain.people.activity import Activity
    from carelog.terminal.page import Page


def activities_table(shown: Sequence[Activity], people: Mapping[str, str], if_empty: str) -> Page:
    """A row for each activity; `people` are the contacts' names by id."""
    from carelog.terminal.table import ListTable

    rows = [
        (
            words.when(each.day or each.planned_day, None if each.day else each.planned_at),
            words.with_whom(each.text, people.get(each.contact_id or "", "")),
            words.KIND_WORDS[each.kind],
            words.STATE_WORDS[each.state],
            _ratings(each),
            each.handle,
        )
        for each in shown
    ]
    return ListTable(words.COLUMNS, rows, if_empty=if_empty)


def activity_table(activity: Activity, people: Mapping[str, str]) -> Page:
    """A row for everything that was noted of an activity."""
    from carelog.terminal.table import ListTable

    values = (
        activity.text,
        words.KIND_WORDS[activity.kind],
        people.get(activity.contact_id or "", ""),
        words.when(activity.planned_day, activity.planned_at),
        "" if activity.expected is None else words.of_ten(activity.expected),
        words.STATE_WORDS[activity.state],
        words.when(activity.day, None),
        words.ratings(activity.pleasure, activity.mastery, activity.closeness),
        activity.note,
        activity.handle,
    )
    rows = [(label, value) for label, value in zip(words.DETAILS, values, strict=True) if value]
    return ListTable(("", ""), rows)


def _ratings(activity: Activity) -> str:
    if activity.expected is not None and activity.pleasure is not None:
        return words.beside_expected(activity.expected, activity.pleasure)
    return words.ratings(activity.pleasure, activity.mastery, activity.closeness)
