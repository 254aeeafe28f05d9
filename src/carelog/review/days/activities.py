"""Activities as pages show them: with the name of whoever they are done with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from carelog.domain.people.activity import Activity
from carelog.domain.time.days import Period

if TYPE_CHECKING:
    from collections.abc import Iterable

    from carelog.domain.people.contact import Contact
    from carelog.journal import Journal


@dataclass(frozen=True, slots=True)
class Shown:
    """An activity, and with whom; empty where with nobody, or somebody who is gone."""

    activity: Activity
    who: str = ""


def activities_in(journal: Journal, period: Period, contacts: Iterable[Contact]) -> tuple[Shown, ...]:
    """What is planned for the days of a period, or was done or left on them, in their order."""
    people = {contact.id: contact.name for contact in contacts}
    return tuple(Shown(each, people.get(each.contact_id or "", "")) for each in journal.activities.within(period))
