"""The plan as pages show it: sections with their steps, the contact of each step, and the last reading."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from carelog.domain.people.plan import STEPS_FIRST, PlanStep, Section
from carelog.review.people.signs import is_hard_time
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

    `begun` is the day of its oldest step, `reviewed` the day on which it was last read through; both may be None. In a
    `hard_time` what to do comes first, and nothing asks for work on the plan.
    """

    sections: dict[Section, tuple[Step, ...]]
    day: date
    begun: date | None = None
    reviewed: date | None = None
    hard_time: bool = False

    @property
    def since(self) -> date | None:
        """The day on which it was last read through, or begun if it never was; None without a plan."""
        return max(filter(None, [self.begun, self.reviewed]), default=None) if self.sections else None

    @property
    def is_empty(self) -> bool:
        """Whether the plan has no step."""
        return not self.sections

    @property
    def days_unread(self) -> int:
        """The days since it was last read through, or begun if it never was; 0 without a plan."""
        return (self.day - self.since).days if self.since else 0

    @property
    def asks_for_review(self) -> bool:
        """Whether pages offer to read it: for REVIEW_AFTER_DAYS days it was not, and the time is no hard one."""
        return self.days_unread >= REVIEW_AFTER_DAYS and not self.hard_time


def plan(journal: Journal, day: date) -> Plan:
    """The present plan, seen from a day."""
    found, hard_time = journal.plan.by_section(), is_hard_time(journal, day)
    people = {contact.id: contact for contact in journal.contacts} if found else {}
    sections = {
        section: tuple(Step(each, people.get(each.contact_id or "")) for each in steps)
        for section, steps in ((each, found[each]) for each in (STEPS_FIRST if hard_time else Section) if each in found)
    }
    begun, newest = journal.plan.begun(), journal.plan_reviews.newest()
    starts_at = journal.settings.day_starts_at
    return Plan(sections, day, begun.day(starts_at) if begun else None, newest.day if newest else None, hard_time)
