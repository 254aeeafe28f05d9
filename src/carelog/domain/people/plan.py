"""The person's own plan for hard days: short steps in eight sections, in their words and their order.

Inspired by the safety planning approach (Stanley & Brown 2012, Cognitive and Behavioral Practice 19:256-264); the
sections and their wording are carelog's own.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from carelog.domain.ids import handle
from carelog.domain.text import checked_name

LONGEST_STEP = 300
"""The most characters of one step: it is read on the worst day."""


class Section(Enum):
    """The eight sections of a plan in reading order, and SENTENCE.

    SENTENCE is the person's own sentence at the top of the crisis card, and no section of the plan.
    """

    SIGNS = "signs"
    ALONE = "alone"
    DISTRACTION = "distraction"
    PEOPLE = "people"
    PROFESSIONALS = "professionals"
    SAFER = "safer"
    REASONS = "reasons"
    OTHERS = "others"
    SENTENCE = "sentence"


STEPS_FIRST: tuple[Section, ...] = (
    Section.ALONE,
    Section.DISTRACTION,
    Section.PEOPLE,
    Section.PROFESSIONALS,
    Section.SAFER,
    Section.REASONS,
    Section.SIGNS,
    Section.OTHERS,
    Section.SENTENCE,
)
"""All sections in the order of a hard time: what the person can do alone comes first."""

SECTIONS = tuple(section for section in Section if section is not Section.SENTENCE)
"""The eight sections of a plan, in reading order."""


@dataclass(frozen=True, slots=True)
class PlanStep:
    """One step of the plan, at a `position` from 1 within its section.

    `contact_id` is the contact that the step is about, or None. One that is `not_on_card` stays off the crisis card
    and the printed one. Raises InvalidValue for an empty text or one of more
    than LONGEST_STEP characters.
    """

    id: str
    section: Section
    text: str
    position: int = 1
    contact_id: str | None = None
    not_on_card: bool = False

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", checked_name(self.text, "plan.step", longest=LONGEST_STEP))

    @property
    def handle(self) -> str:
        """The short name that lists show."""
        return handle(self.id)


@dataclass(frozen=True, slots=True)
class PlanReview:
    """A day on which the person read their plan through."""

    id: str
    day: date
