"""Activities as pages show them: with the name of the contact they are done with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from carelog.domain.people.activity import Activity
from carelog.domain.people.called import called
from carelog.domain.time.days import Period

if TYPE_CHECKING:
    from collections.abc import Iterable

    from carelog.domain.people.contact import Contact
    from carelog.journal import Journal
    from carelog.review.days.rest_days import Rest


@dataclass(frozen=True, slots=True)
class ShownActivity:
    """An activity, and what the contact is called it is done with; empty without one, or if the contact was removed."""

    activity: Activity
    who: str = ""


def activities_in(
    journal: Journal, period: Period, contacts: Iterable[Contact], rest: Rest
) -> tuple[ShownActivity, ...]:
    """The activities that are planned for a period, or were done or skipped in it, by day.

    On a pause nothing is asked: what is planned for a day of one is left out.
    """
    people = {contact.id: called(contact) for contact in contacts}
    return tuple(
        ShownActivity(each, people.get(each.contact_id or "", ""))
        for each in journal.activities.within(period)
        if not (each.is_planned and each.planned_day and rest.pause_on(each.planned_day))
    )
