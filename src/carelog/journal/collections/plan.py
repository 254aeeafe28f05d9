"""The plan of a journal: its steps, and the days on which the person read it through."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from carelog.domain.people.plan import PlanReview, PlanStep, Section
from carelog.domain.time.days import Moment
from carelog.journal.collections import given
from carelog.journal.collections.collection import DayCollection, WholeCollection
from carelog.journal.storage.dates import read_day
from carelog.journal.storage.rows import PLAN_REVIEWS, PLAN_STEPS
from carelog.journal.storage.table import AWAY_WITH, Row

if TYPE_CHECKING:
    from carelog.domain.people.contact import Contact


class Plan(WholeCollection[PlanStep]):
    """The steps of the plan, by section and position."""

    table = PLAN_STEPS
    kind = PlanStep
    arguments: ClassVar = {
        "section": given.choice(Section),
        "text": given.text,
        "contact": given.or_none(given.id_in("contacts")),
        "not_on_card": given.flag,
    }
    key_prefix = "plan.step-"
    order = "section, position, id"
    live = PLAN_STEPS.live

    def add(
        self, section: Section | str, text: str, contact: Contact | str | None = None, *, not_on_card: bool = False
    ) -> PlanStep:
        """Add a step at the end of a section and return it; the card's sentence replaces an earlier sentence.

        `section` is signs, alone, distraction, people, professionals, safer, reasons, others or sentence; `text` has up
        to 300 characters; `contact` is the person it is about. Raises InvalidValue for a value that cannot be used,
        NotFound for an unknown contact, CardNotWritten when the step is saved but the crisis card could not be updated.
        """
        values = self._arguments(locals())
        existing = self.of(values["section"])
        if values["section"] is Section.SENTENCE and existing:
            return self._rewrite(replace(existing[0], **values))
        return self._insert_new(position=existing[-1].position + 1 if existing else 1, **values)

    def of(self, section: Section | str) -> list[PlanStep]:
        """The steps of a section, in order. Raises InvalidValue for what is no section."""
        asked: Section = self.arguments["section"](self._beside, "section", section)
        return self._select("AND section = ?", (asked.value,))

    def by_section(self) -> dict[Section, list[PlanStep]]:
        """The steps of every section that has any, in the order of the sections."""
        steps = list(self)
        by_section = {section: [step for step in steps if step.section is section] for section in Section}
        return {section: own for section, own in by_section.items() if own}

    def begun(self) -> Moment | None:
        """When the oldest step of the plan was added, or None without a plan."""
        statement = f"SELECT min(created_at) AS first FROM plan_steps WHERE {self.live}"
        first = next(self._store.rows(statement))["first"]
        return None if first is None else self._created(first)

    def arrange(self, steps: Sequence[PlanStep]) -> None:
        """Number the positions of a section's steps in the order given; it is one change for `undo`."""
        self.edit_all(replace(step, position=position) for position, step in enumerate(steps, 1))

    def _read(self, row: Row) -> PlanStep:
        return step_of(row)

    def _content(self, thing: PlanStep) -> Row:
        return {
            "section": thing.section.value,
            "position": thing.position,
            "text": thing.text,
            "contact_id": thing.contact_id,
            "not_on_card": int(thing.not_on_card) or None,
            AWAY_WITH: None,
        }


class PlanReviews(WholeCollection[PlanReview], DayCollection[PlanReview]):
    """The reviews of the plan, earliest first."""

    table = PLAN_REVIEWS
    kind = PlanReview
    arguments: ClassVar = {"day": given.day}
    key_prefix = "plan.review-"
    order = "day, id"

    def add(self, day: given.Day | None = None) -> PlanReview:
        """Add a reading of the plan, today or on a `day`, and return it. Raises InvalidValue for what is no day."""
        return self._insert_new(**self._arguments(locals(), day=self._today))

    def add_once(self, day: date) -> PlanReview:
        """The reading of the plan on a day, which is added where the newest is of another one."""
        newest = self.newest()
        return newest if newest and newest.day == day else self.add(day)

    def newest(self) -> PlanReview | None:
        """The latest review, or None."""
        found = self._select("ORDER BY day DESC, id DESC LIMIT 1", (), ordered=True)
        return found[0] if found else None

    def _read(self, row: Row) -> PlanReview:
        return PlanReview(row["id"], read_day(row["day"]))

    def _content(self, thing: PlanReview) -> Row:
        return {"day": thing.day.isoformat()}


def step_of(row: Row) -> PlanStep:
    """The step in a row, which may be of an earlier schema.

    Raises ValueError, KeyError or TypeError when the row is damaged.
    """
    step = (row["id"], Section(row["section"]), row["text"], row["position"], row["contact_id"])
    return PlanStep(*step, not_on_card=bool(row.get("not_on_card")))
