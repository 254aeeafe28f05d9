"""The plan of a journal: its steps, and the days on which the person read it through."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from carelog.domain.people.plan import PlanReview, PlanStep, Section
from carelog.domain.time.days import Moment
from carelog.journal.collections.collection import NOT_AWAY, WholeCollection
from carelog.journal.storage.dates import read_day
from carelog.journal.storage.rows import AWAY_WITH, PLAN_REVIEWS, PLAN_STEPS, Row


class Plan(WholeCollection[PlanStep]):
    """The steps of the plan, by section and position."""

    table = PLAN_STEPS
    key_prefix = "plan.step-"
    order = "section, position, id"
    live = NOT_AWAY

    def add_last(
        self, section: Section, text: str, contact_id: str | None = None, *, not_on_card: bool = False
    ) -> PlanStep:
        """Add a step at the end of a section and return it; the card's sentence replaces an earlier sentence.

        Raises InvalidValue for an invalid text, CardNotWritten when the step is saved but the crisis card could not be
        updated.
        """
        existing = self.of(section)
        if section is Section.SENTENCE and existing:
            return self.replace(replace(existing[0], text=text, contact_id=contact_id, not_on_card=not_on_card))
        position = existing[-1].position + 1 if existing else 1
        return self.add(PlanStep(self.new_id(), section, text, position, contact_id, not_on_card))

    def of(self, section: Section) -> list[PlanStep]:
        """The steps of a section, in order."""
        return self._select("AND section = ?", (section.value,))

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
        self.replace_all(replace(step, position=position) for position, step in enumerate(steps, 1))

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


class PlanReviews(WholeCollection[PlanReview]):
    """The reviews of the plan, earliest first."""

    table = PLAN_REVIEWS
    key_prefix = "plan.review-"
    order = "day, id"

    def add_once(self, review: PlanReview) -> None:
        """Add a review where the plan was not read through on that day already."""
        newest = self.newest()
        if newest is None or newest.day != review.day:
            self.add(review)

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
