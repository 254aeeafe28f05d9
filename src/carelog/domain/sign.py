"""A sign: an early warning sign that a person knows, a rule that finds it in the journal, and their step for it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from carelog.domain.ids import handle
from carelog.domain.text import LONGEST_COVER, checked_line, checked_name


class Hold(Enum):
    """What a person wants to be asked about once more while a sign is true."""

    DRAFTS = "drafts"
    PLANS = "plans"


@dataclass(frozen=True, slots=True)
class Sign:
    """A sign in the person's words, the text of its rule, and the step that they want to take when it comes true.

    `snoozed` is the first day on which it may be shown again, `spoken` the last day on which it was shown; either may
    be None. `holds` are the person's own brakes while it is true. `cover` is what others may read in
    place of the text, empty where nothing was chosen. Raises InvalidValue for an empty text, rule or step.
    """

    id: str
    text: str
    rule: str
    step: str
    snoozed: date | None = None
    spoken: date | None = None
    holds: tuple[Hold, ...] = ()
    cover: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", checked_name(self.text, "sign.text"))
        object.__setattr__(self, "rule", checked_name(self.rule, "sign.rule"))
        object.__setattr__(self, "step", checked_name(self.step, "sign.step"))
        object.__setattr__(self, "cover", checked_line(self.cover, "text.cover", longest=LONGEST_COVER))

    @property
    def handle(self) -> str:
        """The short name that lists show."""
        return handle(self.id)

    def rests_on(self, day: date) -> bool:
        """Whether it is snoozed on a day."""
        return self.snoozed is not None and day < self.snoozed

    @property
    def name(self) -> str:
        """The name by which commands find it: its text."""
        return self.text
