"""The plan as it is read: sections with their steps, whom each is tied to, and when it was read through."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from carelog.domain.people.plan import PlanStep, Section
from carelog.wording.people.plan import REVIEW_AFTER_DAYS

if TYPE_CHECKING:
    from carelog.domain.people.contact import Contact
    from carelog.journal import Journal


@dataclass(frozen=True, slots=True)
class Step:
    """A step and the contact it is tied to, if that one is still there."""

    step: PlanStep
    contact: Contact | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """The plan on a `day`: the steps of every section that has some, in order.

    `begun` is the day of its oldest step, `reviewed` the day it was last read through.
    """

    sections: dict[Section, tuple[Step, ...]]
    day: date
    begun: date | None = None
    reviewed: date | None = None

    @property
    def is_empty(self) -> bool:
        """Whether there is no step at all."""
        return not self.sections

    @property
    def days_unread(self) -> int:
        """How many days ago it was read through, or begun where it never was; 0 without a plan."""
        known = [each for each in (self.begun, self.reviewed) if each]
        return (self.day - max(known)).days if known and not self.is_empty else 0

    @property
    def asks_for_review(self) -> bool:
        """Whether it is time to offer another reading."""
        return self.days_unread >= REVIEW_AFTER_DAYS


def plan(journal: Journal, day: date) -> Plan:
    """The plan as it stands on a day."""
    found = journal.plan.by_section()
    people = {contact.id: contact for contact in journal.contacts} if found else {}
    sections = {
        section: tuple(Step(each, people.get(each.contact_id or "")) for each in steps)
        for section, steps in found.items()
    }
    begun, newest = journal.plan.begun(), journal.plan_reviews.newest()
    starts_at = journal.settings.day_starts_at
    return Plan(sections, day, begun.day(starts_at) if begun else None, newest.day if newest else None)
