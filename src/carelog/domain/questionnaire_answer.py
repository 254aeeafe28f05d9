"""A questionnaire that was answered: the answers as they were given. Totals and bands are derived."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from carelog.domain.ids import handle
from carelog.domain.text import checked_name
from carelog.domain.time.days import Moment
from carelog.errors import InvalidValue


@dataclass(frozen=True, slots=True)
class Answered:
    """Answers to the items of a questionnaire, in its order; None where one was left open.

    `questionnaire` is the questionnaire's id, such as phq9; `difficulty` is the answer to the question that is asked
    after the items, counted from 0, or None. Raises InvalidValue without an answer or with one below 0.
    """

    id: str
    questionnaire: str
    at: Moment
    day: date
    answers: tuple[int | None, ...]
    difficulty: int | None = None

    def __post_init__(self) -> None:
        object.__setattr__(self, "questionnaire", checked_name(self.questionnaire, "A questionnaire"))
        given = [answer for answer in (*self.answers, self.difficulty) if answer is not None]
        if not given or min(given) < 0:
            raise InvalidValue("A questionnaire needs at least one answer, and answers are counted from 0.")

    @property
    def handle(self) -> str:
        """The short name that lists show."""
        return handle(self.id)
