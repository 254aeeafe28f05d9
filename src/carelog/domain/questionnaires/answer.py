"""A questionnaire that was answered, with the raw answers. Totals and bands are computed from them when shown."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from carelog.domain.ids import handle
from carelog.domain.text import checked_name
from carelog.domain.time.days import Moment
from carelog.errors import InvalidValue


@dataclass(frozen=True, slots=True)
class Answered:
    """Answers to the items of a questionnaire, in the order of the items; None where one was left open.

    `questionnaire` is the key of the questionnaire, such as phq9. `difficulty` is the number of the option, from 0,
    that was chosen for the question about difficulty after the items, or None. `language` is the code of the
    language in which it was read, None for English. Raises InvalidValue without any answer or with one below 0.
    """

    id: str
    questionnaire: str
    at: Moment
    day: date
    answers: tuple[int | None, ...]
    difficulty: int | None = None
    language: str | None = None

    def __post_init__(self) -> None:
        object.__setattr__(self, "questionnaire", checked_name(self.questionnaire, "questionnaire.key"))
        given = [answer for answer in (*self.answers, self.difficulty) if answer is not None]
        if not given or min(given) < 0:
            raise InvalidValue("questionnaire.no-answer")

    @property
    def handle(self) -> str:
        """The short name that lists show."""
        return handle(self.id)
