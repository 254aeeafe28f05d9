"""Days with people and days with purpose. A day counts once, however much there was on it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from carelog.domain.people.activity import Activity, ActivityKind
from carelog.domain.time.days import Period

if TYPE_CHECKING:
    from carelog.journal import Journal


def days_with_people(journal: Journal, period: Period) -> set[date]:
    """The days of a period with contact with someone, or an activity that was done with someone or for connection."""
    met = {each.day for each in journal.reached.within(period)}
    return met | _days(each for each in _done(journal, period) if _is_with_people(each))


def days_with(journal: Journal, period: Period, kind: ActivityKind) -> set[date]:
    """The days of a period on which an activity of a kind was done, in full or in part."""
    return _days(each for each in _done(journal, period) if each.kind is kind)


def _is_with_people(activity: Activity) -> bool:
    return activity.contact_id is not None or activity.kind is ActivityKind.CONNECTION


def _done(journal: Journal, period: Period) -> list[Activity]:
    return [each for each in journal.activities.within(period) if each.was_done]


def _days(activities: Iterable[Activity]) -> set[date]:
    return {each.day for each in activities if each.day is not None}
