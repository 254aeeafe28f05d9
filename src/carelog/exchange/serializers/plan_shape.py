"""The JSON of a plan, spelled out by hand: keys are added, never renamed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from carelog.domain.people.plan import SECTIONS, Section

if TYPE_CHECKING:
    from carelog.domain.people.plan import PlanStep
    from carelog.review.people.plan import Plan, Step


def plan_shape(plan: Plan) -> dict[str, Any]:
    """A plan: a list of steps for each of the eight sections, the card's sentence, the day of the last review."""
    sections = {section.value: [_step(each) for each in plan.sections.get(section, ())] for section in SECTIONS}
    sentence = plan.sections.get(Section.SENTENCE, ())
    return {
        "plan": sections,
        "sentence": sentence[0].step.text if sentence else None,
        "reviewed": plan.reviewed.isoformat() if plan.reviewed else None,
    }


def step_shape(step: PlanStep) -> dict[str, Any]:
    """A step."""
    return {
        "id": step.id,
        "handle": step.handle,
        "section": step.section.value,
        "text": step.text,
        "contact": step.contact_id,
    }


def _step(step: Step) -> dict[str, Any]:
    return step_shape(step.step)
