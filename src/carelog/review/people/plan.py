"""The plan as pages show it: sections with their steps, the contact of each step, and the last reading."""

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
    """A step and the contact it is about; None without one, or if the contact was removed."""

    step: PlanStep
    contact: Contact | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """The plan on a `day`: the steps of each section that has any, in order.

    `begun` is the day of its oldest step, `reviewed` the day on which it was last read through; both may be None.
    """

    sections: dict[Section, tuple[Step, ...]]
    day: date
    begun: date | None = None
    reviewed: date | None = None

    @property
    def is_empty(self) -> bool:
        """Whether the plan has no step."""
        return not self.sections

    @property
    def days_unread(self) -> int:
        """The days since it was last read through, or begun if it never was; 0 without a plan."""
        known = [each for each in (self.begun, self.reviewed) if each]
        return (self.day - max(known)).days if known and not self.is_empty else 0

    @property
    def asks_for_review(self) -> bool:
        """Whether it was not read for REVIEW_AFTER_DAYS days or more, so that pages offer to read it."""
        return self.days_unread >= REVIEW_AFTER_DAYS


def plan(journal: Journal, day: date) -> Plan:
    """The present plan, seen from a day."""
    found = journal.plan.by_section()
    people = {contact.id: contact for contact in journal.contacts} if found else {}
    sections = {
        section: tuple(Step(each, people.get(each.contact_id or "")) for each in steps)
        for section, steps in found.items()
    }
    begun, newest = journal.plan.begun(), journal.plan_reviews.newest()
    starts_at = journal.settings.day_starts_at
    return Plan(sections, day, begun.day(starts_at) if begun else None, newest.day if newest else None)
